package org.manumit.app.feature.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.control.Dialogs;
import org.manumit.app.export.OutputFile;
import org.manumit.app.feature.importing.Examiner.Looked;
import org.manumit.app.feature.importing.ReviewedFile.Counted;
import org.manumit.app.feature.importing.ReviewedFile.Found;
import org.manumit.app.feature.importing.ReviewedFile.Said;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.CorrectionDesk;
import org.manumit.app.session.ImportFolder;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.RejectedRows;
import org.manumit.app.session.RejectedRows.Rejects;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.ColumnMappingFolder;
import org.manumit.styles.Words;

/**
 * Takes files through review into the case: what each was taken for and why, what its first rows will become, what had
 * to be assumed; then imports them one by one, each wholly or not at all; then says what became of every row. Nothing
 * is added before the user has seen it. Confined to the window's thread.
 */
public final class ImportingViewModel {
    /** What is said of a column that means nothing else. */
    static final String KEPT_AS_NOTE = "ignore";
    /** All rows of smaller files are read at once; of larger ones when the user asks. */
    private static final long COUNTED_AT_ONCE = 8L << 20;

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

    private final Session session;
    private final JobRunner jobs;
    private final Dialogs dialogs;
    private final ImporterCatalog catalog;
    private final Function<OpenedCase, CaseImporter> importer;
    private final Optional<Path> profiles;
    private final CorrectionDesk desk;
    private final Words words;
    private final Runnable close;
    private final ObservableList<ReviewedFile> files = FXCollections.observableArrayList();
    private final ObservableList<ReviewedFile> filesToSee = FXCollections.unmodifiableObservableList(files);
    private final ObjectProperty<Optional<Path>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.REVIEW);
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper(this, "saved", "");
    private final ReadOnlyStringWrapper whyNoImport = new ReadOnlyStringWrapper(this, "whyNoImport", "");
    private final ReadOnlyObjectWrapper<Optional<Job>> running =
            new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());
    private final Examiner examiner;
    private final Turns turns;
    /** The files that are still to be imported; those dropped meanwhile are reviewed first. */
    private final Deque<Path> toImport = new ArrayDeque<>();
    /** The import that was stopped and is being taken back. */
    private Optional<Job> stopping = Optional.empty();

    /**
     * The import into the session's case.
     *
     * @param importer imports into an open case
     * @param profiles the folder where column mappings are saved
     * @param desk where rows are corrected
     * @param close takes the sheet away
     */
    public ImportingViewModel(
            Session session,
            JobRunner jobs,
            Dialogs dialogs,
            ImporterCatalog catalog,
            Function<OpenedCase, CaseImporter> importer,
            Optional<Path> profiles,
            CorrectionDesk desk,
            Words words,
            Runnable close) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.catalog = catalog;
        this.importer = importer;
        this.profiles = profiles;
        this.desk = desk;
        this.words = words;
        this.close = close;
        examiner = new Examiner(catalog, profiles, words);
        turns = new Turns(jobs);
        // What was said of one file's columns is not said of another's
        chosen.addListener((observable, before, now) -> saved.set(""));
        session.snapshotProperty().addListener((observable, before, now) -> followUndo(before.graph(), now.graph()));
        tellWhyNot();
    }

    /** An import undone, or done again, while what became of its file is still in view. */
    private void followUndo(CaseGraph before, CaseGraph now) {
        for (ReviewedFile file : List.copyOf(files)) {
            Optional<SourceId> source = file.report().map(ImportReport::id);
            if (source.isEmpty() || holds(before, source.get()) == holds(now, source.get())) {
                continue;
            }
            State next = holds(now, source.get()) ? State.DONE : State.TAKEN_BACK;
            boolean follows = file.state() == State.DONE || file.state() == State.TAKEN_BACK;
            // what is drawn anew loses the focus, so only what changes is
            if (follows && file.state() != next) {
                update(file.path(), each -> each.in(next));
            }
        }
    }

    private static boolean holds(CaseGraph graph, SourceId source) {
        return graph.sources().stream().anyMatch(each -> each.id().equals(source));
    }

    /** Adds files to the review, and the files of folders; a folder that is one case workbook is one file. */
    public void add(List<Path> paths) {
        List<Path> plain = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                jobs.run(
                        words.text("job.folder", String.valueOf(path.getFileName())),
                        (progress, cancellation) -> ImportFolder.files(path, catalog, cancellation),
                        this::addFiles);
            } else {
                plain.add(path);
            }
        }
        if (!plain.isEmpty()) {
            addFiles(plain);
        }
    }

    private void addFiles(List<Path> paths) {
        if (stage.get() == Stage.RESULT) {
            reviewRest();
        }
        for (Path path : paths) {
            if (files.stream().noneMatch(file -> file.path().equals(path))) {
                files.add(ReviewedFile.chosen(path));
                examine(path);
            }
        }
        if (chosenFile().isEmpty()) {
            chosen.set(files.stream().findFirst().map(ReviewedFile::path));
        }
        tellWhyNot();
    }

    private void examine(Path path) {
        Said said = find(path).map(ReviewedFile::said).orElse(Said.NOTHING);
        turns.drop(path);
        turns.ask(
                path,
                () -> jobs.run(
                        words.text("job.examine", String.valueOf(path.getFileName())),
                        (progress, cancellation) -> examiner.look(path, said, progress, cancellation),
                        looked -> looked(path, said, looked),
                        failure ->
                                update(path, file -> file.said().equals(said) ? file.failed(failure.message()) : file)),
                () -> update(
                        path, file -> file.said().equals(said) ? file.failed(words.text("import.lookStopped")) : file));
    }

    private void looked(Path path, Said said, Looked looked) {
        if (find(path)
                .filter(file -> file.said().equals(said) && file.state() == State.EXAMINING)
                .isEmpty()) {
            return;
        }
        switch (looked) {
            case Looked.Open(Found found, Optional<String> kept) -> {
                update(path, file -> file.examined(found));
                kept.ifPresent(name -> {
                    saved.set(words.text("import.kept", name));
                    examineSiblings(path, found.headers());
                });
                countSmall(path);
            }
            case Looked.Unknown(Found found, String why) -> update(path, file -> file.unknown(found, why));
            case Looked.Locked(String why) -> update(path, file -> file.locked(why));
        }
    }

    /** What was said of one file's columns holds for all with the same headers. */
    private void examineSiblings(Path said, List<String> headers) {
        List<Path> siblings = files.stream()
                .filter(file -> !file.path().equals(said)
                        && (file.state() == State.READY || file.state() == State.UNMAPPED)
                        && file.said().leavesColumnsOpen()
                        && file.found()
                                .filter(found -> found.headers().equals(headers))
                                .isPresent())
                .map(ReviewedFile::path)
                .toList();
        siblings.forEach(this::lookAgain);
    }

    /** Looks at a file again, as it is read now. */
    public void lookAgain(Path path) {
        update(path, file -> file.saying(file.said()));
        examine(path);
    }

    private void countSmall(Path path) {
        try {
            if (Files.isRegularFile(path) && Files.size(path) <= COUNTED_AT_ONCE) {
                countRows(path);
            }
        } catch (IOException e) {
            return; // what is wrong with the file is said when it is imported
        }
    }

    /** Reads all rows of a file, so that those which cannot be read are known before anything is added. */
    public void countRows(Path path) {
        Optional<ReviewedFile> file = find(path).filter(f -> f.state() == State.READY);
        Optional<OpenedCase> open = session.opened();
        if (file.isEmpty() || open.isEmpty()) {
            return;
        }
        Said said = file.get().said();
        CaseImporter into = importer.apply(open.get());
        turns.ask(
                path,
                () -> jobs.run(
                        words.text("job.count", file.get().name()),
                        (progress, cancellation) -> count(into.read(
                                SourceFile.of(path, progress, cancellation).readAs(said.readAs()),
                                said.request(profiles),
                                progress,
                                cancellation)),
                        counted -> update(
                                path,
                                each -> each.said().equals(said) && each.state() == State.READY
                                        ? each.counted(counted)
                                        : each),
                        failure -> update(
                                path,
                                each -> each.said().equals(said) && each.state() == State.READY
                                        ? each.failed(failure.message())
                                        : each)),
                () -> {});
    }

    private static Counted count(ImportDraft draft) {
        return new Counted(
                draft.rowsRead(),
                draft.rowsAccepted(),
                draft.rowsRejected(),
                draft.rowsDuplicate(),
                draft.issues().stream()
                        .filter(issue -> issue.line() > 0 && issue.severity() == ImportIssue.Severity.WARNING)
                        .count());
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
                examining
                        ? words.text("import.whyNot.examining")
                        : !ready
                                ? words.text("import.whyNot.nothing")
                                : stopping.isPresent() ? words.text("import.whyNot.stopping") : "");
    }

    /** The files, in the order in which they were chosen. */
    public ObservableList<ReviewedFile> files() {
        return filesToSee;
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
    public void sayZone(Path path, Optional<ZoneId> zone) {
        say(path, said -> said.withZone(zone));
    }

    /** Says to which country a file's numbers without prefix belong. */
    public void sayCountry(Path path, Optional<String> country) {
        say(path, said -> said.withCountry(country));
    }

    /** Says in which characters a text file is written; empty to find out. */
    public void sayEncoding(Path path, Optional<Charset> encoding) {
        say(path, said -> said.withForm(encoding, said.readAs().delimiter()));
    }

    /** Says what stands between the cells of a text file; empty to find out. */
    public void sayDelimiter(Path path, Optional<Character> delimiter) {
        say(path, said -> said.withForm(said.readAs().encoding(), delimiter));
    }

    /**
     * Says what a column means.
     *
     * @param column its place, from 0
     * @param meaning its meaning, a hint after it; empty to keep it as a note
     */
    public void sayColumn(Path path, int column, String meaning) {
        Optional<String> kind = kind(path);
        say(path, said -> said.staying(kind)
                .withColumn("#" + (column + 1), meaning.isEmpty() ? KEPT_AS_NOTE : meaning));
    }

    /** Says by which saved columns a file is to be read; empty to go by its headers. */
    public void sayProfile(Path path, Optional<String> name) {
        Optional<String> kind = kind(path);
        say(path, said -> said.staying(kind).withProfile(name));
    }

    private Optional<String> kind(Path path) {
        return find(path).flatMap(ReviewedFile::preview).map(preview -> preview.detection()
                .kind());
    }

    /** Asks for the password of a file and opens it. */
    public void unlock(Path path) {
        find(path)
                .filter(file -> file.state() == State.LOCKED)
                .flatMap(file -> dialogs.askPassword(words.text("dialog.password.title", file.name()), file.message()))
                .map(Password::new)
                .ifPresent(password -> {
                    // The same password again may not open it either: that has to be said, too
                    update(path, each -> each.saying(each.said().withPassword(password)));
                    examine(path);
                });
    }

    /** Opens the rows of a file that were rejected, are doubtful or were corrected, to be corrected. */
    public void correct(Path path) {
        find(path).ifPresent(file -> {
            Optional<ImportReport> report = file.report();
            if (file.state() == State.READY) {
                desk.reviewed(
                        path,
                        file.said().request(profiles),
                        corrections -> say(path, said -> said.withCorrections(corrections)));
            } else if (report.isPresent()) {
                desk.committed(report.get().id(), path);
            }
        });
    }

    /** Asks for a name and keeps how the columns of a file are read, for the next with the same headers. */
    public void saveProfile(Path path) {
        Optional<ReviewedFile> file = find(path).filter(f -> f.state() == State.READY);
        if (file.isEmpty() || profiles.isEmpty()) {
            return;
        }
        Said said = file.get().said();
        dialogs.askName(
                        words.text("import.profile.save.title"),
                        file.get().found().flatMap(Found::profile).orElse(""))
                .ifPresent(name -> jobs.run(
                        words.text("job.profile"),
                        (progress, cancellation) -> {
                            SourceFile source =
                                    SourceFile.of(path, progress, cancellation).readAs(said.readAs());
                            ImportOptions options = said.request(profiles).options();
                            return catalog.choose(source, said.kind(), options).remember(source, options, name);
                        },
                        saved -> say(path, now -> now.withProfile(Optional.of(name)))));
    }

    /** Asks where to, and writes the saved columns of a file there, to be passed on. */
    public void exportProfile(Path path) {
        Optional<String> name = find(path).flatMap(ReviewedFile::found).flatMap(Found::profile);
        if (name.isPresent() && profiles.isPresent()) {
            ColumnMappingFolder folder = new ColumnMappingFolder(profiles.get());
            dialogs.chooseNew(words.text("import.profile.export.title"), ColumnMappingFolder.fileName(name.get()))
                    .ifPresent(to -> jobs.run(
                            words.text("job.profile"),
                            (progress, cancellation) -> {
                                OutputFile.write(to, out -> folder.export(name.get(), out));
                                return to;
                            },
                            written -> saved.set(words.text("import.profile.exported", name.get(), written))));
        }
    }

    /** Asks for a file with saved columns, takes it in, and reads a file by it. */
    public void importProfile(Path path) {
        if (profiles.isPresent()) {
            ColumnMappingFolder folder = new ColumnMappingFolder(profiles.get());
            dialogs.chooseFiles(words.text("import.profile.import.title")).stream()
                    .findFirst()
                    .ifPresent(from -> jobs.run(
                            words.text("job.profile"),
                            (progress, cancellation) -> folder.take(from),
                            taken -> say(
                                    path, said -> said.withKind(taken.kind()).withProfile(Optional.of(taken.name())))));
        }
    }

    /** Forgets the saved columns by which a file is read, and reads it by its headers. */
    public void forgetProfile(Path path) {
        Optional<String> name = find(path).flatMap(ReviewedFile::found).flatMap(Found::profile);
        if (name.isPresent() && profiles.isPresent()) {
            ColumnMappingFolder folder = new ColumnMappingFolder(profiles.get());
            jobs.run(
                    words.text("job.profile"),
                    (progress, cancellation) -> {
                        folder.forget(name.get());
                        return name.get();
                    },
                    forgotten -> {
                        saved.set(words.text("import.profile.forgotten", forgotten));
                        update(path, file -> file.saying(file.said().withProfile(Optional.empty())));
                        examine(path);
                    });
        }
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
        turns.drop(path);
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
            toImport.clear();
            files.stream()
                    .filter(file -> file.state() == State.READY)
                    .map(ReviewedFile::path)
                    .forEach(toImport::add);
            toImport.forEach(turns::drop);
            saved.set("");
            stage.set(Stage.IMPORTING);
            importNext(open.get());
        }
    }

    private void importNext(OpenedCase open) {
        Optional<ReviewedFile> next = Optional.ofNullable(toImport.poll()).flatMap(this::find);
        if (next.isEmpty()) {
            finish();
            return;
        }
        CaseImporter into = importer.apply(open);
        Path path = next.get().path();
        Said said = next.get().said();
        update(path, file -> file.in(State.IMPORTING));
        Job job = jobs.run(
                words.text("job.import", next.get().name()),
                (progress, cancellation) -> into.importFile(path, said.request(profiles), progress, cancellation),
                report -> {
                    update(path, file -> file.done(report));
                    boolean committed = report.outcome() == ImportReport.Outcome.COMMITTED;
                    if (committed && session.opened().filter(open::equals).isPresent()) {
                        session.keepEdit(
                                words.text("undo.import", next.get().name()),
                                () -> into.importFile(path, said.request(profiles), Progress.NONE, Cancellation.NEVER),
                                () -> into.withdraw(report.id(), words.text("undo.import.reason"), Progress.NONE));
                    }
                    goOn(open, committed);
                },
                failure -> {
                    update(path, file -> file.failed(failure.message()));
                    goOn(open, false);
                });
        if (job.state() == Job.State.RUNNING) {
            running.set(Optional.of(job));
            job.stateProperty().addListener((observable, before, now) -> {
                switch (now) {
                    case STOPPING -> stopped(job, path);
                    case CANCELLED -> {
                        update(path, file -> file.in(State.CANCELLED));
                        if (stopping.filter(job::equals).isPresent()) {
                            goOn(open, false);
                        } else {
                            finish();
                        }
                    }
                    case RUNNING, DONE, FAILED -> {}
                }
            });
        }
    }

    /** After one file: the next, unless the user has stopped. */
    private void goOn(OpenedCase open, boolean committed) {
        if (stopping.isPresent()) {
            stopping = Optional.empty();
            tellWhyNot();
            if (committed) {
                session.refresh(); // it was too late to stop it
            }
        } else {
            importNext(open);
        }
    }

    /** What is written is taken back while the user goes on. */
    private void stopped(Job job, Path path) {
        stopping = Optional.of(job);
        toImport.clear();
        update(path, file -> file.in(State.STOPPING));
        finish();
    }

    private void finish() {
        running.set(Optional.empty());
        stage.set(Stage.RESULT);
        if (files.stream().anyMatch(file -> file.report()
                .filter(report -> report.outcome() == ImportReport.Outcome.COMMITTED)
                .isPresent())) {
            session.refresh();
        }
    }

    /**
     * Stops importing. What was imported whole stays; the file under way leaves nothing, and what was written of it is
     * taken back while the user goes on.
     */
    public void stop() {
        running.get().ifPresent(jobs::cancel);
    }

    /** How many of the files were not imported and can be reviewed again. */
    public long rest() {
        return files.stream().filter(ImportingViewModel::isRest).count();
    }

    private static boolean isRest(ReviewedFile file) {
        return switch (file.state()) {
            case EXAMINING, READY, UNMAPPED, LOCKED, UNREADABLE, TAKEN_BACK, CANCELLED -> true;
            case IMPORTING, STOPPING, DONE -> false;
        };
    }

    /** Goes back to the review of the files that were not imported. */
    public void reviewRest() {
        files.removeIf(file -> !isRest(file));
        files.replaceAll(
                file -> file.state() == State.CANCELLED || file.state() == State.TAKEN_BACK ? file.again() : file);
        chosen.set(files.stream().findFirst().map(ReviewedFile::path));
        saved.set("");
        stage.set(Stage.REVIEW);
        tellWhyNot();
    }

    /** The import under way. */
    public ReadOnlyObjectProperty<Optional<Job>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Takes the sheet away; what is being imported goes on. */
    public void close() {
        if (stage.get() != Stage.IMPORTING) {
            files.forEach(file -> turns.drop(file.path()));
            files.clear();
            saved.set("");
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
            file.report().filter(report -> file.state() == State.DONE).ifPresent(report -> report.issues()
                    .forEach(issue -> rows.add(new IssueRow(file.name(), issue))));
        }
        rows.sort(Comparator.comparing((IssueRow row) -> row.issue().severity()));
        return List.copyOf(rows);
    }
}
