package org.manumit.app.feature.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.manumit.app.feature.documents.Offer.Named;
import org.manumit.app.feature.documents.Paragraph.Part;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.ConcealedText;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.FindingChoice;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.edit.FindingReview.Ruling;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.findings.CaseFindings;
import org.manumit.importers.findings.Finding;
import org.manumit.importers.findings.FindingKind;
import org.manumit.importers.findings.Sureness;
import org.manumit.styles.Words;

/**
 * The documents of the case, their text, and what they speak of, to be accepted or dismissed one by one or together.
 * Looking through the documents and wording them takes place in the background. Confined to the window's thread.
 */
public final class DocumentsViewModel {

    private static final int LONGEST_PART = 3_000;
    private static final int MOST_SENTENCE = 400;

    /**
     * A document.
     *
     * @param entity the document
     * @param name its file's name, as shown
     * @param passages how many passages it has
     * @param offers how many findings in it wait for review
     */
    public record DocumentRow(EntityId entity, String name, int passages, int offers) {}

    /** What was found in all documents, not yet worded. */
    private record Found(CaseGraph graph, CaseFindings documents, Map<EntityId, List<Finding>> findings) {}

    /** A document worded. */
    private record Worded(List<Paragraph> text, List<Offer> offers) {}

    private final Session session;
    private final JobRunner jobs;
    private final Words words;
    private final ObservableList<DocumentRow> documents = FXCollections.observableArrayList();
    private final ObservableList<DocumentRow> documentsToSee = FXCollections.unmodifiableObservableList(documents);
    private final ObservableList<Paragraph> text = FXCollections.observableArrayList();
    private final ObservableList<Paragraph> textToSee = FXCollections.unmodifiableObservableList(text);
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private final ObservableList<Offer> offersToSee = FXCollections.unmodifiableObservableList(offers);
    private final ObservableSet<String> checked = FXCollections.observableSet(new LinkedHashSet<>());
    private final ObjectProperty<Optional<EntityId>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ObjectProperty<Optional<FindingKind>> kind =
            new SimpleObjectProperty<>(this, "kind", Optional.empty());
    private final ObjectProperty<Sureness> sureness = new SimpleObjectProperty<>(this, "sureness", Sureness.WEAK);
    private final ObjectProperty<Optional<Offer>> looked = new SimpleObjectProperty<>(this, "looked", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ClaimId>> sought =
            new ReadOnlyObjectWrapper<>(this, "sought", Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private final Map<String, EntityId> about = new HashMap<>();
    private final Map<String, EntityId> whose = new HashMap<>();
    private List<Offer> all = List.of();
    private Optional<Found> found = Optional.empty();
    private Optional<Job> looking = Optional.empty();
    private Optional<Job> wording = Optional.empty();
    private int asked;
    private Watching watching = Watching.NOT;

    private enum Watching {
        NOT,
        SHOWN
    }

    /** The documents of the session's case. */
    public DocumentsViewModel(Session session, JobRunner jobs, Words words) {
        this.session = session;
        this.jobs = jobs;
        this.words = words;
        session.snapshotProperty().addListener((observable, before, now) -> {
            if (!before.graph().equals(now.graph())) {
                look();
            }
        });
        session.namesProperty().addListener((observable, before, now) -> word());
        session.selectionProperty().addListener((observable, before, now) -> follow(now));
        chosen.addListener((observable, before, now) -> {
            checked.clear();
            word();
        });
        kind.addListener((observable, before, now) -> filter());
        sureness.addListener((observable, before, now) -> filter());
    }

    /** Starts looking; before that nobody looks at it. */
    public void shown() {
        if (watching == Watching.NOT) {
            watching = Watching.SHOWN;
            look();
        }
    }

    /** Stops looking. */
    public void hidden() {
        watching = Watching.NOT;
    }

    private void look() {
        if (watching == Watching.NOT) {
            return;
        }
        looking.ifPresent(jobs::cancel);
        int now = ++asked;
        CaseGraph graph = session.snapshot().graph();
        if (found.map(Found::graph).filter(graph::equals).isPresent()) {
            word();
            return;
        }
        looking = Optional.of(jobs.run(
                words.text("job.findings"), (progress, cancellation) -> find(graph, progress, cancellation), result -> {
                    if (now == asked) {
                        found = Optional.of(result);
                        list(result);
                    }
                }));
    }

    private static Found find(CaseGraph graph, Progress progress, Cancellation cancellation) {
        CaseFindings documents = CaseFindings.of(graph);
        Map<EntityId, List<Finding>> findings = new LinkedHashMap<>();
        Map<ClaimId, EntityId> documentOf = new HashMap<>();
        for (EntityId document : documents.documents()) {
            findings.put(document, new ArrayList<>());
            documents.passages(document).forEach(passage -> documentOf.put(passage.id(), document));
        }
        documents.find(progress, cancellation, finding -> {
            @Nullable EntityId document = documentOf.get(finding.passage());
            if (document != null) {
                findings.computeIfAbsent(document, d -> new ArrayList<>()).add(finding);
            }
        });
        return new Found(graph, documents, findings);
    }

    private void list(Found result) {
        CaseSnapshot snapshot = session.snapshot();
        if (!snapshot.graph().equals(result.graph())) {
            return;
        }
        Optional<EntityId> before = chosen.get();
        documents.setAll(result.documents().documents().stream()
                .map(document -> new DocumentRow(
                        document,
                        session.names().name(document),
                        result.documents().passages(document).size(),
                        result.findings().getOrDefault(document, List.of()).size()))
                .toList());
        Optional<EntityId> next = before.filter(document -> result.findings().containsKey(document))
                .or(() -> documents.stream().findFirst().map(DocumentRow::entity));
        if (next.equals(before)) {
            word();
        } else {
            chosen.set(next);
        }
    }

    private void word() {
        if (watching == Watching.NOT) {
            return;
        }
        wording.ifPresent(jobs::cancel);
        Optional<Found> in = found;
        Optional<EntityId> document = chosen.get();
        if (in.isEmpty()
                || document.isEmpty()
                || !in.get().graph().equals(session.snapshot().graph())) {
            if (session.snapshot().isEmpty()) {
                text.clear();
                all = List.of();
                documents.clear();
                filter();
            }
            return;
        }
        DisplayNames names = session.names();
        wording = Optional.of(jobs.run(
                words.text("job.wordDocument"),
                (progress, cancellation) -> worded(in.get(), document.get(), names, cancellation),
                result -> {
                    if (chosen.get().equals(document) && found.equals(in)) {
                        text.setAll(result.text());
                        all = result.offers();
                        Set<String> still = new HashSet<>();
                        all.forEach(offer -> still.add(offer.finding().id()));
                        checked.retainAll(still);
                        filter();
                    }
                }));
    }

    private Worded worded(Found in, EntityId document, DisplayNames names, Cancellation cancellation) {
        ConcealedText concealed = new ConcealedText(in.graph(), in.documents().names(), names);
        Map<ClaimId, List<Finding>> byPassage = new HashMap<>();
        for (Finding finding : in.findings().getOrDefault(document, List.of())) {
            byPassage.computeIfAbsent(finding.passage(), p -> new ArrayList<>()).add(finding);
        }
        List<Paragraph> shown = new ArrayList<>();
        List<Offer> offered = new ArrayList<>();
        for (Claim passage : in.documents().passages(document)) {
            cancellation.check();
            List<Finding> here = byPassage.getOrDefault(passage.id(), List.of());
            String place = place(passage);
            List<Offer> these = new ArrayList<>();
            for (Finding finding : here) {
                these.add(offer(in.graph(), document, passage, finding, here, place, names, concealed));
            }
            offered.addAll(these);
            paragraphs(shown, passage, place, these, concealed);
        }
        return new Worded(List.copyOf(shown), List.copyOf(offered));
    }

    private String place(Claim passage) {
        String page = passage.provenance().page();
        long number = passage.provenance().row();
        return page.isEmpty()
                ? words.text("documents.paragraph", number)
                : page.chars().allMatch(Character::isDigit)
                        ? words.text("documents.page", page, number)
                        : words.text("documents.part", page, number);
    }

    private Offer offer(
            CaseGraph graph,
            EntityId document,
            Claim passage,
            Finding finding,
            List<Finding> here,
            String place,
            DisplayNames names,
            ConcealedText concealed) {
        List<Named> candidates = finding.matches().stream()
                .map(id -> new Named(id, names.name(id)))
                .toList();
        boolean name = finding.kind() == FindingKind.NAME;
        String value = candidates.size() == 1
                ? candidates.getFirst().name()
                : name ? concealed.show(finding.written()) : names.text(finding.value());
        String match = candidates.isEmpty()
                ? finding.kind().makes().isPresent() ? words.text("documents.new") : ""
                : candidates.size() == 1
                        ? name ? "" : words.text("documents.known")
                        : words.text("documents.several", candidates.size());
        String sentence = passage.value("text").substring(finding.sentenceStart(), finding.sentenceEnd());
        String shortened =
                sentence.length() > MOST_SENTENCE ? sentence.substring(0, MOST_SENTENCE) + "\u2026" : sentence;
        return new Offer(
                finding,
                document,
                value,
                match,
                place,
                concealed.show(shortened),
                candidates,
                owners(graph, finding, here, names));
    }

    /** People named in the sentence come first, then those of the passage; whose it is, is never presumed. */
    private static List<Named> owners(CaseGraph graph, Finding finding, List<Finding> here, DisplayNames names) {
        boolean ownable = finding.kind().makes().map(FindingReview::canBelong).orElse(false)
                || finding.kind() == FindingKind.EMAIL
                || finding.kind() == FindingKind.AMOUNT;
        if (!ownable) {
            return List.of();
        }
        Set<EntityId> owners = new LinkedHashSet<>();
        here.stream()
                .filter(other -> other.kind() == FindingKind.NAME)
                .sorted(Comparator.comparing((Finding other) -> other.sentenceStart() != finding.sentenceStart())
                        .thenComparingInt(other -> Math.abs(other.start() - finding.start())))
                .forEach(other -> owners.addAll(other.matches()));
        return owners.stream()
                .filter(id -> graph.entity(id)
                        .map(entity -> entity.kind() == EntityKind.PERSON || entity.kind() == EntityKind.ORGANISATION)
                        .orElse(false))
                .map(id -> new Named(id, names.name(id)))
                .toList();
    }

    /** Long passages are shown in parts, which end between words and outside findings. */
    private static void paragraphs(
            List<Paragraph> into, Claim passage, String place, List<Offer> offers, ConcealedText concealed) {
        String written = passage.value("text");
        int next = 0;
        for (int from = 0; from < written.length(); ) {
            int to = partEnd(written, from);
            List<Offer> here = new ArrayList<>();
            while (next < offers.size() && offers.get(next).finding().start() < to) {
                to = Math.max(to, offers.get(next).finding().end());
                here.add(offers.get(next++));
            }
            into.add(new Paragraph(passage.id(), place, parts(written, from, to, here, concealed)));
            from = to;
        }
    }

    private static int partEnd(String written, int from) {
        int end = Math.min(written.length(), from + LONGEST_PART);
        if (end == written.length()) {
            return end;
        }
        int space = written.lastIndexOf(' ', end);
        return space > from ? space + 1 : end;
    }

    private static List<Part> parts(String written, int from, int to, List<Offer> offers, ConcealedText concealed) {
        List<ConcealedText.Mark> marks = offers.stream()
                .map(offer -> new ConcealedText.Mark(
                        offer.finding().start() - from, offer.finding().end() - from))
                .toList();
        ConcealedText.Shown shown = concealed.show(written.substring(from, to), marks);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < offers.size(); i++) {
            Optional<ConcealedText.Mark> mark = shown.marks().get(i);
            if (mark.isPresent()
                    && mark.get().start() >= at
                    && mark.get().end() > mark.get().start()) {
                parts.add(new Part(shown.text().substring(at, mark.get().start()), Optional.empty()));
                parts.add(new Part(
                        shown.text().substring(mark.get().start(), mark.get().end()), Optional.of(offers.get(i))));
                at = mark.get().end();
            }
        }
        parts.add(new Part(shown.text().substring(at), Optional.empty()));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    private void filter() {
        List<Offer> shown = all.stream()
                .filter(offer ->
                        kind.get().map(k -> offer.finding().kind() == k).orElse(true))
                .filter(offer -> offer.finding().sureness().compareTo(sureness.get()) <= 0)
                .toList();
        Optional<Offer> before = looked.get();
        offers.setAll(shown);
        // the view may have chosen the next one meanwhile
        looked.set(again(before, shown).or(() -> again(looked.get(), shown)));
    }

    private static Optional<Offer> again(Optional<Offer> offer, List<Offer> among) {
        return offer.flatMap(one -> among.stream()
                .filter(each -> each.finding().id().equals(one.finding().id()))
                .findFirst());
    }

    private void follow(Selection selection) {
        if (selection instanceof Selection.OfEntity one
                && documents.stream().anyMatch(row -> row.entity().equals(one.entity()))) {
            chosen.set(Optional.of(one.entity()));
        }
    }

    /** The documents, in the order of import. */
    public ObservableList<DocumentRow> documents() {
        return documentsToSee;
    }

    /** The document that is shown. */
    public ObjectProperty<Optional<EntityId>> chosenProperty() {
        return chosen;
    }

    /** The text of the document. */
    public ObservableList<Paragraph> text() {
        return textToSee;
    }

    /** What the document speaks of, as far as it is listed. */
    public ObservableList<Offer> offers() {
        return offersToSee;
    }

    /** What kind is listed; empty for all. */
    public ObjectProperty<Optional<FindingKind>> kindProperty() {
        return kind;
    }

    /** How sure what is listed must be at least. */
    public ObjectProperty<Sureness> surenessProperty() {
        return sureness;
    }

    /** The names of the findings that are ticked. */
    public ObservableSet<String> checked() {
        return checked;
    }

    /** Ticks a finding, or takes the tick away. */
    public void toggle(Offer offer) {
        if (!checked.remove(offer.finding().id())) {
            checked.add(offer.finding().id());
        }
    }

    /** Ticks all that are listed of the same thing: every place where one number stands. */
    public void checkSame(Offer offer) {
        offers.stream()
                .filter(each -> each.finding().kind() == offer.finding().kind()
                        && each.finding().value().equals(offer.finding().value()))
                .forEach(each -> checked.add(each.finding().id()));
    }

    /** The finding that is looked at. */
    public ObjectProperty<Optional<Offer>> lookedProperty() {
        return looked;
    }

    /** Looks at a finding, and selects in all views what it means, where that is clear. */
    public void look(Offer offer) {
        looked.set(Optional.of(offer));
        offer.only().ifPresent(session::select);
    }

    /** Says which of those of a name it is. */
    public void means(Offer offer, Optional<EntityId> which) {
        which.ifPresentOrElse(
                id -> about.put(offer.finding().id(), id),
                () -> about.remove(offer.finding().id()));
    }

    /** Says whose it is, or that this is not said. */
    public void belongsTo(Offer offer, Optional<EntityId> whom) {
        whom.ifPresentOrElse(
                id -> whose.put(offer.finding().id(), id),
                () -> whose.remove(offer.finding().id()));
    }

    /** Which of those of a name was said. */
    public Optional<EntityId> meant(Offer offer) {
        return Optional.ofNullable(about.get(offer.finding().id())).or(offer::only);
    }

    /** Whose it was said to be. */
    public Optional<EntityId> owner(Offer offer) {
        return Optional.ofNullable(whose.get(offer.finding().id()));
    }

    /** Accepts what is ticked, or what is looked at when nothing is. */
    public void accept() {
        accept(meantNow());
    }

    /** Dismisses what is ticked, or what is looked at when nothing is. */
    public void dismiss() {
        List<FindingChoice> choices = meantNow().stream().map(this::choice).toList();
        said.set(
                choices.isEmpty()
                        ? words.text("documents.nothing")
                        : words.text("documents.dismissed", choices.size()));
        session.review(Ruling.DISMISSED, choices);
        checked.clear();
    }

    /** Accepts all of the document that are listed and of the same kind as what is looked at, but for the weak ones. */
    public void acceptKind() {
        looked.get()
                .ifPresent(offer -> accept(offers.stream()
                        .filter(each -> each.finding().kind() == offer.finding().kind())
                        .filter(each -> each.finding().sureness() != Sureness.WEAK)
                        .toList()));
    }

    private void accept(List<Offer> wanted) {
        List<FindingChoice> choices = wanted.stream()
                .map(this::choice)
                .filter(FindingChoice::isDecided)
                .toList();
        int undecided = wanted.size() - choices.size();
        said.set(
                wanted.isEmpty()
                        ? words.text("documents.nothing")
                        : undecided == 0
                                ? words.text("documents.accepted", choices.size())
                                : words.text("documents.undecided", choices.size(), undecided));
        session.review(Ruling.ACCEPTED, choices);
        checked.clear();
    }

    private List<Offer> meantNow() {
        List<Offer> ticked = offers.stream()
                .filter(offer -> checked.contains(offer.finding().id()))
                .toList();
        return ticked.isEmpty() ? looked.get().stream().toList() : ticked;
    }

    private FindingChoice choice(Offer offer) {
        return new FindingChoice(offer.finding(), meant(offer), owner(offer));
    }

    /** What was done last, in words. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Shows a passage, whatever document it stands in. */
    public void show(ClaimId passage) {
        session.snapshot().graph().claim(passage).ifPresent(claim -> {
            claim.participants().stream().findFirst().ifPresent(document -> chosen.set(Optional.of(document.entity())));
            sought.set(Optional.empty());
            sought.set(Optional.of(passage));
        });
    }

    /** The passage that is to be shown. */
    public ReadOnlyObjectProperty<Optional<ClaimId>> soughtProperty() {
        return sought.getReadOnlyProperty();
    }
}
