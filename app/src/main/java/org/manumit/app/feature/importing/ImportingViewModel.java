package org.manumit.app.feature.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.control.Dialogs;
import org.manumit.app.feature.importing.ReviewedFile.Said;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.RejectedRows;
import org.manumit.app.session.RejectedRows.Rejects;
import org.manumit.app.session.Session;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.styles.Words;

/**
 * Takes files through review into the case: what each was taken for and why, what its first rows will become, what had
 * to be assumed; then imports them one by one, each wholly or not at all; then says what became of every row. Nothing
 * is added before the user has seen it. Confined to the window's thread.
 */
public final class ImportingViewModel {
    private static final int PREVIEW_ROWS = 8;
    /** A folder of more files than these is more likely a disk than a case. */
    private static final int MOST_FILES = 1000;

    /** Where the review stands. */
    public enum Stage {
        REVIEW,
        IMPORTING,
        RESULT
    }

    /**
     * A row that was not taken, or is doubtful.
     *
     * @param file the file it stands in
     * @param issue what was noticed
     */
    public record IssueRow(String file, ImportIssue issue) {}

    private record Examined(List<String> kinds, Preview preview) {}

    private final Session session;
    private final JobRunner jobs;
    private final Dialogs dialogs;
    private final ImporterCatalog catalog;
    private final Function<OpenedCase, CaseImporter> importer;
    private final Optional<Path> profiles;
    private final Words words;
    private final Runnable close;
    private final ObservableList<ReviewedFile> files = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Path>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.REVIEW);
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper(this, "saved", "");
    private final ReadOnlyStringWrapper whyNoImport = new ReadOnlyStringWrapper(this, "whyNoImport", "");
    private Optional<Job> running = Optional.empty();

    /**
     * The import into the session's case.
     *
     * @param importer imports into an open case
     * @param profiles the folder where column mappings are saved
     * @param close takes the sheet away
     */
    public ImportingViewModel(
            Session session,
            JobRunner jobs,
            Dialogs dialogs,
            ImporterCatalog catalog,
            Function<OpenedCase, CaseImporter> importer,
            Optional<Path> profiles,
            Words words,
            Runnable close) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.catalog = catalog;
        this.importer = importer;
        this.profiles = profiles;
        this.words = words;
        this.close = close;
        tellWhyNot();
    }

    /** Adds files to the review, and the files of folders; a folder that is one case workbook is one file. */
    public void add(List<Path> paths) {
        List<Path> plain = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                jobs.run(
                        words.text("job.folder", String.valueOf(path.getFileName())),
                        (progress, cancellation) -> within(path, cancellation),
                        this::addFiles);
            } else {
                plain.add(path);
            }
        }
        if (!plain.isEmpty()) {
            addFiles(plain);
        }
    }

    private List<Path> within(Path folder, Cancellation cancellation) throws IOException {
        boolean workbook =
                !catalog.detect(SourceFile.unread(folder), ImportOptions.NONE).isEmpty();
        if (workbook || isCase(folder)) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                cancellation.check();
                if (!Files.isHidden(entry) && found.size() < MOST_FILES) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        found.addAll(within(entry, cancellation));
                    } else if (Files.isRegularFile(entry)) {
                        found.add(entry);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isCase(Path folder) {
        return Files.isDirectory(folder.resolve("store")) && Files.isRegularFile(folder.resolve("audit.log"));
    }

    private void addFiles(List<Path> paths) {
        if (stage.get() == Stage.RESULT) {
            files.clear();
            stage.set(Stage.REVIEW);
        }
        for (Path path : paths) {
            if (files.stream().noneMatch(file -> file.path().equals(path))) {
                files.add(ReviewedFile.chosen(path));
                examine(path);
            }
        }
        if (chosen.get().isEmpty() || find(chosen.get().get()).isEmpty()) {
            chosen.set(files.stream().findFirst().map(ReviewedFile::path));
        }
        tellWhyNot();
    }

    private void examine(Path path) {
        Said said = find(path).map(ReviewedFile::said).orElse(Said.NOTHING);
        jobs.run(
                words.text("job.examine", String.valueOf(path.getFileName())),
                (progress, cancellation) -> examine(path, said),
                found -> update(
                        path, file -> file.said().equals(said) ? file.examined(found.kinds(), found.preview()) : file),
                failure -> update(path, file -> file.failed(failure.message())));
    }

    private Examined examine(Path path, Said said) {
        if (isCase(path)) {
            throw new ImportException(path
                    + ": this folder is a case of Manumit, not a file to import; close this case and open that one");
        }
        SourceFile file = SourceFile.of(path);
        ImportOptions options = said.request(profiles).options();
        SourceImporter chosenImporter = catalog.choose(file, said.kind(), options);
        List<String> kinds = new ArrayList<>();
        kinds.add(chosenImporter.kind());
        catalog.detect(file, options).stream()
                .map(match -> match.importer().kind())
                .filter(kind -> !kinds.contains(kind))
                .forEach(kinds::add);
        catalog.kinds().stream().filter(kind -> !kinds.contains(kind)).forEach(kinds::add);
        return new Examined(List.copyOf(kinds), chosenImporter.preview(file, options, PREVIEW_ROWS));
    }

    private Optional<ReviewedFile> find(Path path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    private void update(Path path, UnaryOperator<ReviewedFile> change) {
        files.replaceAll(file -> file.path().equals(path) ? change.apply(file) : file);
        tellWhyNot();
    }

    private void tellWhyNot() {
        boolean examining = files.stream().anyMatch(file -> file.state() == State.EXAMINING);
        boolean ready = files.stream().anyMatch(file -> file.state() == State.READY);
        whyNoImport.set(
                examining ? words.text("import.whyNot.examining") : ready ? "" : words.text("import.whyNot.nothing"));
    }

    /** The files, in the order in which they were chosen. */
    public ObservableList<ReviewedFile> files() {
        return FXCollections.unmodifiableObservableList(files);
    }

    /** The file that is looked at. */
    public ObjectProperty<Optional<Path>> chosenProperty() {
        return chosen;
    }

    /** The file that is looked at. */
    public Optional<ReviewedFile> chosenFile() {
        return chosen.get().flatMap(this::find);
    }

    /** Where the review stands. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Why nothing can be imported; empty when something can. */
    public ReadOnlyStringProperty whyNoImportProperty() {
        return whyNoImport.getReadOnlyProperty();
    }

    /** Says what a file is. */
    public void sayKind(Path path, String kind) {
        say(path, said -> said.withKind(kind));
    }

    /** Says in which zone a file's times are. */
    public void sayZone(Path path, ZoneId zone) {
        say(path, said -> said.withZone(zone));
    }

    /** Says to which country a file's numbers without prefix belong. */
    public void sayCountry(Path path, Optional<String> country) {
        say(path, said -> said.withCountry(country));
    }

    /** Says what a column means. */
    public void sayColumn(Path path, String header, String meaning) {
        say(path, said -> said.withColumn(header, meaning));
    }

    private void say(Path path, UnaryOperator<Said> change) {
        Optional<ReviewedFile> file = find(path);
        if (file.isPresent()
                && !change.apply(file.get().said()).equals(file.get().said())) {
            update(path, each -> each.saying(change.apply(each.said())));
            examine(path);
        }
    }

    /** Takes a file out of the review. */
    public void remove(Path path) {
        files.removeIf(file -> file.path().equals(path));
        if (chosen.get().filter(path::equals).isPresent()) {
            chosen.set(files.stream().findFirst().map(ReviewedFile::path));
        }
        tellWhyNot();
    }

    /** Imports the files that are ready. */
    public void importReady() {
        Optional<OpenedCase> open = session.opened();
        if (open.isPresent() && whyNoImport.get().isEmpty()) {
            stage.set(Stage.IMPORTING);
            importNext(importer.apply(open.get()));
        }
    }

    private void importNext(CaseImporter into) {
        Optional<ReviewedFile> next =
                files.stream().filter(file -> file.state() == State.READY).findFirst();
        if (next.isEmpty()) {
            finish();
            return;
        }
        Path path = next.get().path();
        Said said = next.get().said();
        update(path, file -> file.in(State.IMPORTING));
        Job job = jobs.run(
                words.text("job.import", next.get().name()),
                (progress, cancellation) -> into.importFile(path, said.request(profiles), progress, cancellation),
                report -> {
                    update(path, file -> file.done(report));
                    if (report.outcome() == ImportReport.Outcome.COMMITTED) {
                        session.keepEdit(
                                words.text("undo.import", next.get().name()),
                                () -> into.importFile(path, said.request(profiles), Progress.NONE, Cancellation.NEVER),
                                () -> into.withdraw(report.id(), words.text("undo.import.reason"), Progress.NONE));
                    }
                    importNext(into);
                },
                failure -> {
                    update(path, file -> file.failed(failure.message()));
                    importNext(into);
                });
        running = Optional.of(job);
        job.stateProperty().addListener((observable, before, now) -> {
            if (now == Job.State.CANCELLED) {
                update(path, file -> file.in(State.CANCELLED));
                finish();
            }
        });
    }

    private void finish() {
        files.replaceAll(file -> file.state() == State.READY ? file.in(State.CANCELLED) : file);
        running = Optional.empty();
        saved.set("");
        stage.set(Stage.RESULT);
        if (files.stream().anyMatch(file -> file.report()
                .filter(report -> report.outcome() == ImportReport.Outcome.COMMITTED)
                .isPresent())) {
            session.refresh();
        }
    }

    /** Stops importing; what was imported whole stays, the file under way leaves nothing. */
    public void stop() {
        running.ifPresent(jobs::cancel);
    }

    /** Takes the sheet away; what is being imported goes on. */
    public void close() {
        if (stage.get() != Stage.IMPORTING) {
            files.clear();
            chosen.set(Optional.empty());
            stage.set(Stage.REVIEW);
            tellWhyNot();
        }
        close.run();
    }

    /** How many rows were rejected. */
    public long rejected() {
        return files.stream()
                .flatMap(file -> file.report().stream())
                .mapToLong(ImportReport::rowsRejected)
                .sum();
    }

    /** Asks for a folder and saves the rejected rows there, a file of the same layout for each file that has some. */
    public void saveRejected() {
        List<Rejects> rejects = files.stream()
                .filter(file -> file.report()
                        .filter(report -> report.rowsRejected() > 0)
                        .isPresent())
                .map(file -> new Rejects(
                        file.path(), file.report().map(ImportReport::issues).orElse(List.of())))
                .toList();
        dialogs.chooseFolder(words.text("import.saveRejected.title"))
                .ifPresent(folder -> jobs.run(
                        words.text("job.saveRejected"),
                        (progress, cancellation) -> RejectedRows.save(rejects, folder),
                        written -> saved.set(
                                written.isEmpty()
                                        ? words.text("import.saved.none")
                                        : words.text("import.saved", written.size(), folder))));
    }

    /** What was saved last, in words; empty when nothing was. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** The rows of all imported files that were not taken or are doubtful, rejected ones first. */
    public List<IssueRow> issues() {
        List<IssueRow> rows = new ArrayList<>();
        for (ReviewedFile file : files) {
            file.report()
                    .ifPresent(report -> report.issues().forEach(issue -> rows.add(new IssueRow(file.name(), issue))));
        }
        rows.sort(java.util.Comparator.comparing((IssueRow row) -> row.issue().severity()));
        return List.copyOf(rows);
    }
}
