package org.manumit.app.session;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.manumit.app.custody.AuditLog;
import org.manumit.app.custody.AuditLog.Decision;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.styles.Words;

/**
 * The open case: its store, its snapshot, what is selected, whose names are revealed, what can be undone. All views look
 * at it and tell it what the user wants. Confined to the window's thread; long work goes to the {@link JobRunner}.
 */
public final class Session {
    private static final int REMEMBERED_SELECTIONS = 100;

    private final CaseOpening opening;
    private final CaseAssessing assessing;
    private final JobRunner jobs;
    private final Words words;
    private final Clock clock;
    private final String user;
    private final ReadOnlyObjectWrapper<CaseState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new CaseState.Closed());
    private final ReadOnlyObjectWrapper<CaseSnapshot> snapshot =
            new ReadOnlyObjectWrapper<>(this, "snapshot", CaseSnapshot.EMPTY);
    private final ReadOnlyObjectWrapper<DisplayNames> names =
            new ReadOnlyObjectWrapper<>(this, "names", CaseSnapshot.EMPTY.names(Set.of()));
    private final ReadOnlyObjectWrapper<Selection> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", Selection.NOTHING);
    private CaseSnapshot shown = CaseSnapshot.EMPTY;
    private DisplayNames called = names.get();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading", false);
    private final ReadOnlyBooleanWrapper analysing = new ReadOnlyBooleanWrapper(this, "analysing", false);
    private final Deque<Selection> earlier = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack", false);
    private final UndoHistory undo = new UndoHistory();
    private final Set<EntityId> revealed = new HashSet<>();
    /** Changes of the case still to be made. */
    private final Deque<Runnable> changes = new ArrayDeque<>();

    private boolean changing;
    /** Counts snapshots asked for, so that a late answer to an old question is dropped. */
    private int generation;

    /**
     * A session with no case open.
     *
     * @param user who works, for the log of decisions
     */
    public Session(
            CaseOpening opening, CaseAssessing assessing, JobRunner jobs, Words words, Clock clock, String user) {
        this.opening = opening;
        this.assessing = assessing;
        this.jobs = jobs;
        this.words = words;
        this.clock = clock;
        this.user = user;
    }

    /** Opens a case, making it where there is none; the one that is open is closed. */
    public void open(String location) {
        open(location, () -> {});
    }

    /** Opens a case, making it where there is none, and then does something with it. */
    public void open(String location, Runnable then) {
        open(CaseRequest.made(location), then);
    }

    /** Opens a case as the request says, and then does something with it; the one that is open is closed. */
    public void open(CaseRequest request, Runnable then) {
        String location = request.location();
        Optional<OpenedCase> before = opened();
        leave();
        loading.set(true);
        state.set(new CaseState.Opening(location));
        int asked = generation;
        Job started = jobs.run(
                words.text("job.open", location),
                (progress, cancellation) -> {
                    before.ifPresent(c -> c.store().close());
                    return opening.open(request, progress, cancellation);
                },
                opened -> {
                    if (asked != generation) {
                        jobs.run(words.text("job.close"), (p, c) -> closeStore(opened), nothing -> {});
                        return;
                    }
                    state.set(new CaseState.Open(location, opened));
                    refresh(then);
                },
                failure -> {
                    notOpened(asked);
                    jobs.report(failure);
                });
        whenCancelled(started, () -> notOpened(asked));
    }

    private static void whenCancelled(Job job, Runnable then) {
        job.stateProperty().addListener((observable, before, now) -> {
            if (now == Job.State.CANCELLED) {
                then.run();
            }
        });
    }

    private void notOpened(int asked) {
        if (asked == generation) {
            loading.set(false);
            state.set(new CaseState.Closed());
        }
    }

    private static Boolean closeStore(OpenedCase opened) {
        opened.store().close();
        return Boolean.TRUE;
    }

    /** Closes the case that is open. */
    public void close() {
        Optional<OpenedCase> before = opened();
        leave();
        before.ifPresent(c -> jobs.run(words.text("job.close"), (p, x) -> closeStore(c), nothing -> {}));
    }

    private void leave() {
        generation++;
        revealed.clear();
        undo.clear();
        changes.clear();
        changing = false;
        earlier.clear();
        canGoBack.set(false);
        selection.set(Selection.NOTHING);
        show(CaseSnapshot.EMPTY);
        analysing.set(false);
        loading.set(false);
        state.set(new CaseState.Closed());
    }

    /** Reads the case again and analyses it, as after an import. */
    public void refresh() {
        refresh(() -> {});
    }

    private void refresh(Runnable then) {
        Optional<OpenedCase> open = opened();
        if (open.isEmpty()) {
            return;
        }
        int asked = ++generation;
        Job reading = jobs.run(
                words.text("job.read"),
                (progress, cancellation) -> read(open.get(), progress, cancellation),
                read -> {
                    if (asked == generation) {
                        loading.set(false);
                        // What was said of the case before still helps until the new answer is there.
                        show(read);
                        then.run();
                        analyse(read, asked);
                    }
                },
                failure -> {
                    if (asked == generation) {
                        loading.set(false);
                    }
                    jobs.report(failure);
                });
        whenCancelled(reading, () -> {
            if (asked == generation && loading.get()) {
                close(); // nobody asked to see half a case
            }
        });
    }

    private CaseSnapshot read(OpenedCase open, Progress progress, Cancellation cancellation) {
        CaseGraph graph = open.store().load(progress, cancellation);
        return CaseSnapshot.of(graph, progress, cancellation);
    }

    private void analyse(CaseSnapshot read, int asked) {
        if (read.isEmpty()) {
            return;
        }
        analysing.set(true);
        Job analysis = jobs.run(
                words.text("job.analyse"),
                (progress, cancellation) -> read.with(assessing.analyse(read.graph(), progress, cancellation)),
                said -> {
                    if (asked == generation) {
                        analysing.set(false);
                        show(said);
                    }
                },
                failure -> {
                    if (asked == generation) {
                        analysing.set(false);
                    }
                    jobs.report(failure);
                });
        whenCancelled(analysis, () -> {
            if (asked == generation) {
                analysing.set(false);
            }
        });
    }

    /** Both are as they will be before anybody is told of either, because names go by the snapshot's own indexes. */
    private void show(CaseSnapshot next) {
        shown = next;
        call(next.names(revealed));
        snapshot.set(next);
    }

    private void call(DisplayNames next) {
        called = next;
        names.set(next);
    }

    /** Shows a snapshot without a store, for pictures and tests. */
    public void display(CaseSnapshot next) {
        generation++;
        show(next);
    }

    /** Whether a case is open. */
    public ReadOnlyObjectProperty<CaseState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The open case. */
    public Optional<OpenedCase> opened() {
        return state.get() instanceof CaseState.Open open ? Optional.of(open.opened()) : Optional.empty();
    }

    /** What the views show. */
    public ReadOnlyObjectProperty<CaseSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** What the views show. */
    public CaseSnapshot snapshot() {
        return shown;
    }

    /** Whether a case is being opened, or read for the first time: nothing can be said of what is in it yet. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Whether the analysis of the snapshot is under way. */
    public ReadOnlyBooleanProperty analysingProperty() {
        return analysing.getReadOnlyProperty();
    }

    /** What people are called on screen. */
    public ReadOnlyObjectProperty<DisplayNames> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** What people are called on screen. */
    public DisplayNames names() {
        return called;
    }

    /** What is selected. */
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** What is selected. */
    public Selection selection() {
        return selection.get();
    }

    /** Selects something, in all views. */
    public void select(Selection next) {
        if (next.equals(selection.get())) {
            return;
        }
        if (!(selection.get() instanceof Selection.Nothing)) {
            earlier.push(selection.get());
            if (earlier.size() > REMEMBERED_SELECTIONS) {
                earlier.removeLast();
            }
        }
        selection.set(next);
        canGoBack.set(!earlier.isEmpty());
    }

    /** Selects somebody or something, in all views. */
    public void select(EntityId entity) {
        select(new Selection.OfEntity(entity));
    }

    /** Goes back to what was selected before; does nothing when there is nothing. */
    public void selectEarlier() {
        if (!earlier.isEmpty()) {
            selection.set(earlier.pop());
            canGoBack.set(!earlier.isEmpty());
        }
    }

    /** Whether something was selected before. */
    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    /** What can be undone. */
    public UndoHistory undo() {
        return undo;
    }

    /** Shows one victim's name; noted in the case's log, and undone like anything else. */
    public void reveal(EntityId victim) {
        if (!revealed.contains(victim)) {
            note(victim.value());
            changeRevealed(words.text("undo.reveal"), Set.of(victim));
        }
    }

    /** Shows the names of all victims; noted in the case's log, and undone like anything else. */
    public void revealAll() {
        note("*");
        Set<EntityId> all = new HashSet<>();
        snapshot().graph().entities().forEach(entity -> all.add(entity.id()));
        changeRevealed(words.text("undo.revealAll"), all);
    }

    private void changeRevealed(String act, Set<EntityId> more) {
        Set<EntityId> before = Set.copyOf(revealed);
        undo.perform(
                act,
                () -> {
                    revealed.addAll(more);
                    call(snapshot().names(revealed));
                },
                () -> {
                    revealed.retainAll(before);
                    call(snapshot().names(revealed));
                });
    }

    /** Conceals all victims' names again. */
    public void concealAll() {
        revealed.clear();
        call(snapshot().names(revealed));
    }

    /**
     * Confirms or overrules that somebody plays a role. Kept in the case as a claim with the user's name, the time and the
     * reason; the case is analysed again with it; undone like anything else.
     */
    public void decide(EntityId actor, Role role, Ruling ruling, String reason) {
        Optional<Entity> about = snapshot().graph().entity(actor);
        if (opened().isEmpty() || about.isEmpty()) {
            return;
        }
        RoleDecision decision = new RoleDecision(about.get(), role.name(), ruling, reason, user, clock.instant());
        CaseDecisions decisions = new CaseDecisions(opened().get(), clock, user);
        edit(
                words.text("undo." + ruling.name(), words.of(role), names().name(actor)),
                () -> decisions.keep(decision),
                () -> decisions.withdraw(decision));
    }

    /**
     * Accepts or dismisses what was found in documents, all of it as one act; kept in the case like any other decision,
     * and undone as one.
     */
    public void review(FindingReview.Ruling ruling, List<FindingChoice> choices) {
        if (opened().isEmpty() || choices.isEmpty()) {
            return;
        }
        FindingReview review = FindingChoice.review(snapshot().graph(), ruling, choices, user, clock.instant());
        CaseDecisions decisions = new CaseDecisions(opened().get(), clock, user);
        edit(
                words.text("undo." + ruling.name(), choices.size()),
                () -> decisions.keep(review),
                () -> decisions.withdraw(review));
    }

    /** Takes a decision back, as if it had not been made; undone like anything else. */
    public void takeBack(RoleDecision decision) {
        opened().ifPresent(open -> {
            CaseDecisions decisions = new CaseDecisions(open, clock, user);
            edit(
                    words.text("undo.takeBack", names().name(decision.actor().id())),
                    () -> decisions.withdraw(decision),
                    () -> decisions.keep(decision));
        });
    }

    /**
     * Changes what the case holds, off the window's thread, and reads the case again; can be undone.
     *
     * @param name what it is, for the user
     * @param act does it; blocks
     * @param undo takes it back; blocks
     */
    public void edit(String name, Runnable act, Runnable undo) {
        change(name, act, () -> keepEdit(name, act, undo));
    }

    /** Keeps a change of what the case holds, already made, so that it can be undone; the acts block. */
    public void keepEdit(String name, Runnable act, Runnable undo) {
        this.undo.add(
                new UndoHistory.Edit(name, () -> change(name, undo, () -> {}), () -> change(name, act, () -> {})));
    }

    /** Changes of one case are made one after the other, in the order in which they were asked for. */
    private void change(String title, Runnable act, Runnable then) {
        Optional<OpenedCase> in = opened();
        changes.add(() -> {
            Job job = jobs.run(
                    title,
                    (progress, cancellation) -> {
                        cancellation.check();
                        act.run();
                        return Boolean.TRUE;
                    },
                    done -> {
                        if (opened().equals(in)) {
                            then.run();
                            nextChange();
                        }
                    },
                    failure -> {
                        jobs.report(failure);
                        if (opened().equals(in)) {
                            nextChange();
                        }
                    });
            whenCancelled(job, () -> {
                if (opened().equals(in)) {
                    nextChange();
                }
            });
        });
        if (!changing) {
            nextChange();
        }
    }

    private void nextChange() {
        Optional<Runnable> next = Optional.ofNullable(changes.poll());
        changing = next.isPresent();
        next.ifPresentOrElse(Runnable::run, this::refresh);
    }

    private void note(String whose) {
        opened().flatMap(OpenedCase::folder)
                .ifPresent(folder -> jobs.run(
                        words.text("job.note"),
                        (progress, cancellation) -> {
                            new AuditLog(folder, clock, user).record(Decision.REVEAL, Map.of("whose", whose));
                            return Boolean.TRUE;
                        },
                        nothing -> {}));
    }
}
