package org.manumit.app.feature.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseLinks.Link;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.EvidenceWording;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.job.Cancellation;
import org.manumit.styles.Words;

/**
 * The case as tables that can be sorted and filtered: people, things, ties, calls, transfers. Tables are made in the
 * background, since a case may hold a million calls. Confined to the window's thread.
 */
public final class TablesViewModel {
    private static final int CHECK_EVERY = 4096;

    /** The tables. */
    public enum Subject {
        PEOPLE(List.of("name", "kind", "roles", "network", "ties", "status", "country")),
        THINGS(List.of("name", "kind", "user", "calls", "transfers")),
        TIES(List.of("one", "other", "calls", "transfers", "claims", "how")),
        CALLS(List.of("time", "from", "to", "kind", "duration", "place")),
        TRANSFERS(List.of("time", "from", "to", "amount", "text", "place"));

        @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
        private final List<String> columns;

        Subject(List<String> columns) {
            this.columns = columns;
        }

        /** Its columns, by key. */
        public List<String> columns() {
            return columns;
        }
    }

    /**
     * A row.
     *
     * @param cells a text a column
     * @param selects what choosing the row selects in all views
     */
    public record TableRow(List<String> cells, Selection selects) {
        public TableRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A table.
     *
     * @param subject what it is of
     * @param rows the rows that pass the filter
     * @param all how many rows there are without the filter
     */
    public record Table(Subject subject, List<TableRow> rows, int all) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    private final Session session;
    private final JobRunner jobs;
    private final Words words;
    private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(this, "subject", Subject.PEOPLE);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyObjectWrapper<Optional<Table>> table =
            new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
    private Optional<Job> running = Optional.empty();
    private int asked;
    private Watching watching = Watching.NOT;

    private enum Watching {
        NOT,
        SHOWN
    }

    /** The tables of the session's case. */
    public TablesViewModel(Session session, JobRunner jobs, Words words) {
        this.session = session;
        this.jobs = jobs;
        this.words = words;
        session.snapshotProperty().addListener((observable, before, now) -> make());
        session.namesProperty().addListener((observable, before, now) -> make());
        subject.addListener((observable, before, now) -> make());
        filter.addListener((observable, before, now) -> make());
    }

    /** Starts making tables; before that nobody looks at them. */
    public void shown() {
        if (watching == Watching.NOT) {
            watching = Watching.SHOWN;
            make();
        }
    }

    /** Stops making tables. */
    public void hidden() {
        watching = Watching.NOT;
    }

    private void make() {
        if (watching == Watching.NOT) {
            return;
        }
        running.ifPresent(jobs::cancel);
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        Subject wanted = subject.get();
        String text = filter.get().strip().toLowerCase(Locale.ROOT);
        int now = ++asked;
        running = Optional.of(jobs.run(
                words.text("job.table"),
                (progress, cancellation) -> new Maker(snapshot, names, words, text, cancellation).table(wanted),
                made -> {
                    if (now == asked) {
                        table.set(Optional.of(made));
                    }
                }));
    }

    /** What the table is of. */
    public ObjectProperty<Subject> subjectProperty() {
        return subject;
    }

    /** A text that each row shown must contain. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The table; empty until it is made. */
    public ReadOnlyObjectProperty<Optional<Table>> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** Selects what a row is about, in all views. */
    public void choose(TableRow row) {
        session.select(row.selects());
    }

    private static final class Maker {
        private final CaseSnapshot snapshot;
        private final CaseGraph graph;
        private final DisplayNames names;
        private final Words words;
        private final EvidenceWording wording;
        private final String filter;
        private final Cancellation cancellation;
        private final List<TableRow> rows = new ArrayList<>();
        private int all;

        Maker(CaseSnapshot snapshot, DisplayNames names, Words words, String filter, Cancellation cancellation) {
            this.snapshot = snapshot;
            this.graph = snapshot.graph();
            this.names = names;
            this.words = words;
            this.wording = new EvidenceWording(graph, names, words);
            this.filter = filter;
            this.cancellation = cancellation;
        }

        Table table(Subject subject) {
            switch (subject) {
                case PEOPLE -> people();
                case THINGS -> things();
                case TIES -> ties();
                case CALLS -> calls();
                case TRANSFERS -> transfers();
            }
            return new Table(subject, rows, all);
        }

        private void add(Selection selects, String... cells) {
            if (all++ % CHECK_EVERY == 0) {
                cancellation.check();
            }
            if (filter.isEmpty() || contains(cells)) {
                rows.add(new TableRow(List.of(cells), selects));
            }
        }

        private boolean contains(String... cells) {
            for (String cell : cells) {
                if (cell.toLowerCase(Locale.ROOT).contains(filter)) {
                    return true;
                }
            }
            return false;
        }

        private void people() {
            for (int e = 0; e < graph.entities().size(); e++) {
                Entity entity = graph.entity(e);
                if (entity.kind().isActor()) {
                    add(
                            new Selection.OfEntity(entity.id()),
                            names.name(e),
                            words.of(entity.kind()),
                            snapshot.roles(entity.id()).stream()
                                    .map(RoleFinding::role)
                                    .distinct()
                                    .map(words::of)
                                    .collect(Collectors.joining(", ")),
                            snapshot.network(entity.id()).map(n -> n.name()).orElse(""),
                            number(snapshot.links().of(e).size()),
                            said(e, "status"),
                            said(e, "country"));
                }
            }
        }

        private String said(int entity, String column) {
            return graph.claimsAbout(entity).stream()
                    .filter(claim -> claim.type() == ClaimType.PERSON || claim.type() == ClaimType.ORGANISATION)
                    .map(claim -> claim.value(column))
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .collect(Collectors.joining(" / "));
        }

        private void things() {
            for (int e = 0; e < graph.entities().size(); e++) {
                Entity entity = graph.entity(e);
                if (!entity.kind().isActor()) {
                    int actor = snapshot.actors().actorOf(e);
                    add(
                            new Selection.OfEntity(entity.id()),
                            names.name(e),
                            words.of(entity.kind()),
                            actor == e ? "" : names.name(actor),
                            number(snapshot.records().callCount(e)),
                            number(snapshot.records().transferCount(e)));
                }
            }
        }

        private void ties() {
            for (Link link : snapshot.links().all()) {
                EntityId one = graph.entity(link.one()).id();
                EntityId other = graph.entity(link.other()).id();
                add(
                        new Selection.OfLink(one, other),
                        names.name(link.one()),
                        names.name(link.other()),
                        number(link.callCount()),
                        number(link.transferCount()),
                        number(link.claims().size()),
                        link.claims().stream()
                                .map(claim -> claim.type() == ClaimType.TIE
                                                && !claim.value("kind").isBlank()
                                        ? claim.value("kind")
                                        : words.of(claim.type()))
                                .distinct()
                                .collect(Collectors.joining(", ")));
            }
        }

        private void calls() {
            CallTable calls = graph.calls();
            for (int i = 0; i < calls.size(); i++) {
                add(
                        between(calls.from(i), calls.to(i), calls.start(i)),
                        wording.time(calls, i),
                        wording.nameWithThing(snapshot, calls.from(i), calls.start(i)),
                        wording.nameWithThing(snapshot, calls.to(i), calls.start(i)),
                        words.of(calls.kind(i)),
                        wording.duration(calls, i),
                        wording.placeOfCall(i));
            }
        }

        private void transfers() {
            TransferTable transfers = graph.transfers();
            for (int i = 0; i < transfers.size(); i++) {
                add(
                        between(transfers.from(i), transfers.to(i), CallTable.NO_TIME),
                        wording.time(transfers, i),
                        wording.nameWithThing(snapshot, transfers.from(i), CallTable.NO_TIME),
                        wording.nameWithThing(snapshot, transfers.to(i), CallTable.NO_TIME),
                        wording.amount(transfers, i),
                        transfers.text(i).map(names::text).orElse(""),
                        wording.placeOfTransfer(i));
            }
        }

        private Selection between(int from, int to, long time) {
            if (from < 0 || to < 0) {
                int known = Math.max(from, to);
                return known < 0
                        ? Selection.NOTHING
                        : new Selection.OfEntity(graph.entity(known).id());
            }
            int a = snapshot.actors().actorAt(from, time);
            int b = snapshot.actors().actorAt(to, time);
            return a == b
                    ? new Selection.OfEntity(graph.entity(a).id())
                    : new Selection.OfLink(graph.entity(a).id(), graph.entity(b).id());
        }

        private String number(int number) {
            return number == 0 ? "" : words.text("number", number);
        }
    }
}
