package org.manumit.app.feature.sources;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.control.Dialogs;
import org.manumit.app.custody.OriginalsArchive;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.CorrectionDesk;
import org.manumit.app.session.EvidenceWording;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.RejectedRows;
import org.manumit.app.session.Session;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Source;
import org.manumit.graph.store.CaseStore;
import org.manumit.styles.Words;

/**
 * The files of the case with what became of their rows, and every row that was rejected or is doubtful. Confined to the
 * window's thread.
 */
public final class SourcesViewModel {

    /**
     * A file.
     *
     * @param source the file
     * @param kind what it was read as, in words
     * @param imported when and by whom
     * @param grades how it is graded
     * @param details hash, zone, country, layout: a line each
     */
    public record SourceRow(Source source, String kind, String imported, String grades, List<String> details) {
        public SourceRow {
            details = List.copyOf(details);
        }
    }

    /**
     * Something noticed about a row.
     *
     * @param file the file it stands in
     * @param issue what was noticed
     */
    public record IssueRow(String file, ImportIssue issue) {}

    /** Withdraws an import. */
    @FunctionalInterface
    public interface Withdrawal {

        /** Takes an import back; blocks. */
        void withdraw(OpenedCase opened, Source source);
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Session session;
    private final JobRunner jobs;
    private final Dialogs dialogs;
    private final Withdrawal withdrawal;
    private final CorrectionDesk desk;
    private final Words words;
    private final ObservableList<SourceRow> sources = FXCollections.observableArrayList();
    private final ObservableList<SourceRow> sourcesToSee = FXCollections.unmodifiableObservableList(sources);
    private final ObservableList<IssueRow> issues = FXCollections.observableArrayList();
    private final ObservableList<IssueRow> issuesToSee = FXCollections.unmodifiableObservableList(issues);
    private final List<IssueRow> all = new ArrayList<>();
    private final ObjectProperty<Optional<SourceRow>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ObjectProperty<Optional<Severity>> severity =
            new SimpleObjectProperty<>(this, "severity", Optional.of(Severity.REJECTED));
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper(this, "saved", "");
    private final ReadOnlyStringWrapper whyNoSaving = new ReadOnlyStringWrapper(this, "whyNoSaving", "");
    private final ReadOnlyStringWrapper whyNoCorrecting = new ReadOnlyStringWrapper(this, "whyNoCorrecting", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private int asked;

    /** The files of the session's case. */
    public SourcesViewModel(
            Session session, JobRunner jobs, Dialogs dialogs, Withdrawal withdrawal, CorrectionDesk desk, Words words) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.withdrawal = withdrawal;
        this.desk = desk;
        this.words = words;
        session.snapshotProperty().addListener((observable, before, now) -> {
            if (!before.graph().equals(now.graph())) {
                list(now);
            }
        });
        chosen.addListener((observable, before, now) -> {
            filter();
            tellSaving();
        });
        tellSaving();
        severity.addListener((observable, before, now) -> filter());
        list(session.snapshot());
    }

    private void list(CaseSnapshot snapshot) {
        EvidenceWording wording = new EvidenceWording(snapshot.graph(), session.names(), words);
        sources.setAll(snapshot.graph().sources().stream()
                .map(source -> row(source, wording))
                .toList());
        chosen.set(Optional.empty());
        all.clear();
        filter();
        int now = ++asked;
        Optional<OpenedCase> open = session.opened();
        if (open.isPresent() && !sources.isEmpty()) {
            CaseStore store = open.get().store();
            jobs.run(
                    words.text("job.issues"),
                    (progress, cancellation) -> issues(store, snapshot.graph().sources()),
                    found -> {
                        if (now == asked) {
                            all.addAll(found);
                            filter();
                            tellSaving();
                        }
                    });
        }
    }

    private static List<IssueRow> issues(CaseStore store, List<Source> sources) {
        List<IssueRow> found = new ArrayList<>();
        for (Source source : sources) {
            store.issues(source.id()).forEach(issue -> found.add(new IssueRow(source.fileName(), issue)));
        }
        return List.copyOf(found);
    }

    private SourceRow row(Source source, EvidenceWording wording) {
        List<String> details = new ArrayList<>();
        details.add(words.text("sources.hash", source.id().sha256()));
        details.add(words.text("sources.size", source.size()));
        if (!source.profile().isBlank()) {
            details.add(words.text("sources.layout", source.profile()));
        }
        if (!source.zone().isBlank()) {
            details.add(words.text("sources.zone", source.zone()));
        }
        if (!source.country().isBlank()) {
            details.add(words.text("sources.country", source.country()));
        }
        return new SourceRow(
                source,
                kind(source.kind()),
                words.text("sources.imported", day(source.importedAt()), source.importedBy()),
                wording.grades(source.grades()),
                details);
    }

    private String kind(String kind) {
        String key = "kind." + kind;
        return words.has(key) ? words.text(key) : kind;
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneId.systemDefault()));
    }

    private void filter() {
        List<IssueRow> shown = all.stream()
                .filter(row -> chosen.get()
                        .map(source -> source.source().fileName().equals(row.file()))
                        .orElse(true))
                .filter(row -> severity.get()
                        .map(wanted -> row.issue().severity() == wanted)
                        .orElse(true))
                .sorted(Comparator.comparing((IssueRow row) -> row.issue().severity()))
                .toList();
        issues.setAll(shown);
        long read = sources.stream().mapToLong(row -> row.source().rowsRead()).sum();
        long accepted =
                sources.stream().mapToLong(row -> row.source().rowsAccepted()).sum();
        long rejected =
                sources.stream().mapToLong(row -> row.source().rowsRejected()).sum();
        long duplicate =
                sources.stream().mapToLong(row -> row.source().rowsDuplicate()).sum();
        summary.set(words.text("sources.summary", read, accepted, rejected, duplicate));
    }

    /** The files, in the order of import. */
    public ObservableList<SourceRow> sources() {
        return sourcesToSee;
    }

    /** What was noticed about the rows of the chosen file, or of all. */
    public ObservableList<IssueRow> issues() {
        return issuesToSee;
    }

    /** The file whose rows are listed; empty for all. */
    public ObjectProperty<Optional<SourceRow>> chosenProperty() {
        return chosen;
    }

    /** What kind of notice is listed; empty for all. */
    public ObjectProperty<Optional<Severity>> severityProperty() {
        return severity;
    }

    /** How the rows of all files add up. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Asks for a folder and saves the rejected rows of a file there, in the file's own layout. */
    public void saveRejected(SourceRow row) {
        Optional<OpenedCase> open = session.opened();
        if (open.isEmpty()) {
            return;
        }
        dialogs.chooseFolder(words.text("import.saveRejected.title"))
                .ifPresent(folder -> jobs.run(
                        words.text("job.saveRejected"),
                        (progress, cancellation) -> RejectedRows.save(
                                RejectedRows.of(open.get(), row.source().id()).stream()
                                        .toList(),
                                folder),
                        written -> saved.set(
                                written.isEmpty()
                                        ? words.text("import.saved.none")
                                        : words.text("import.saved", written.size(), folder))));
    }

    /** Opens the rows of a file that were rejected, are doubtful or were corrected, to be corrected. */
    public void correct(SourceRow row) {
        session.opened()
                .flatMap(OpenedCase::folder)
                .flatMap(folder ->
                        new OriginalsArchive(folder).original(row.source().id()))
                .ifPresent(original -> desk.committed(row.source().id(), original));
    }

    /** Why the rows of the chosen file cannot be corrected; empty when they can. */
    public ReadOnlyStringProperty whyNoCorrectingProperty() {
        return whyNoCorrecting.getReadOnlyProperty();
    }

    private boolean hasRowsToCorrect(Source source) {
        return source.rowsRejected() > 0
                || all.stream()
                        .anyMatch(row -> row.file().equals(source.fileName())
                                && row.issue().line() > 0
                                && row.issue().severity() != Severity.NOTE);
    }

    /** What was saved last, in words; empty when nothing was. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Why the rejected rows of the chosen file cannot be saved; empty when they can. */
    public ReadOnlyStringProperty whyNoSavingProperty() {
        return whyNoSaving.getReadOnlyProperty();
    }

    private void tellSaving() {
        boolean local = session.opened().flatMap(OpenedCase::folder).isPresent();
        whyNoSaving.set(
                chosen.get().isEmpty()
                        ? words.text("sources.whyNoSaving.none")
                        : chosen.get().get().source().rowsRejected() == 0
                                ? words.text("sources.whyNoSaving.noneRejected")
                                : local ? "" : words.text("sources.whyNoSaving.shared"));
        whyNoCorrecting.set(
                chosen.get().isEmpty()
                        ? words.text("sources.whyNoCorrecting.none")
                        : !hasRowsToCorrect(chosen.get().get().source())
                                ? words.text("sources.whyNoCorrecting.nothing")
                                : local ? "" : words.text("sources.whyNoCorrecting.shared"));
        saved.set("");
    }

    /** Takes the import of a file back, after asking. */
    public void withdraw(SourceRow row) {
        Optional<OpenedCase> open = session.opened();
        if (open.isPresent()
                && dialogs.confirm(
                        words.text("sources.withdraw.title"),
                        words.text("sources.withdraw.text", row.source().fileName()),
                        words.text("sources.withdraw.go"))) {
            jobs.run(
                    words.text("job.withdraw", row.source().fileName()),
                    (progress, cancellation) -> {
                        withdrawal.withdraw(open.get(), row.source());
                        return Boolean.TRUE;
                    },
                    done -> session.refresh());
        }
    }
}
