package org.manumit.app.feature.correcting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.control.Dialogs;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobFailure;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.CommittedRows;
import org.manumit.app.session.CorrectionDesk;
import org.manumit.app.session.ImportRequest;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.ReviewedRows;
import org.manumit.app.session.RowDesk;
import org.manumit.app.session.RowDesk.Rows;
import org.manumit.app.session.Session;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.CellCorrection;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.tabular.RowExtract.Line;
import org.manumit.importers.tabular.RowExtract.Part;
import org.manumit.styles.Words;

/**
 * The rows of one file that were not taken, are doubtful or were corrected, whole and in the file's columns: the user
 * types into cells and has the file read again. Confined to the window's thread.
 */
public final class CorrectingViewModel implements CorrectionDesk {

    /** Told after the file was read again. */
    @FunctionalInterface
    private interface Reread {

        /**
         * The corrections have changed.
         *
         * @param before what was corrected before
         * @param after what is corrected now
         * @param password what opened the file, where it is protected
         */
        void changed(Corrections before, Corrections after, Optional<Password> password);
    }

    /**
     * The rows of one sheet.
     *
     * @param name the sheet; empty for a text file
     * @param headers what stands over the columns, one for each
     */
    public record Sheet(String name, List<String> headers) {
        public Sheet {
            headers = List.copyOf(headers);
        }
    }

    private record Opened(RowDesk desk, Optional<Rows> rows, String why) {}

    private final Session session;
    private final JobRunner jobs;
    private final Dialogs dialogs;
    private final Function<OpenedCase, CaseImporter> importer;
    private final Words words;
    private final Runnable show;
    private final Runnable close;
    private final ReadOnlyStringWrapper fileName = new ReadOnlyStringWrapper(this, "fileName", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyStringWrapper whyNoReading = new ReadOnlyStringWrapper(this, "whyNoReading", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet =
            new ReadOnlyObjectWrapper<>(this, "sheet", Optional.empty());
    private final ObservableList<Sheet> sheets = FXCollections.observableArrayList();
    private final ObservableList<Sheet> sheetsToSee = FXCollections.unmodifiableObservableList(sheets);
    private final ObservableList<RowToCorrect> shown = FXCollections.observableArrayList();
    private final ObservableList<RowToCorrect> shownToSee = FXCollections.unmodifiableObservableList(shown);
    private final List<List<RowToCorrect>> all = new ArrayList<>();
    private final ObjectProperty<Optional<RowToCorrect>> chosen =
            new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    private Optional<RowDesk> desk = Optional.empty();
    private Optional<Password> password = Optional.empty();
    private Optional<Job> running = Optional.empty();
    private Corrections corrections = Corrections.NONE;
    private Reread then = (before, after, opened) -> {};

    /**
     * A desk with nothing on it.
     *
     * @param importer imports into an open case
     * @param show lays the sheet over the window
     * @param close takes the sheet away
     */
    public CorrectingViewModel(
            Session session,
            JobRunner jobs,
            Dialogs dialogs,
            Function<OpenedCase, CaseImporter> importer,
            Words words,
            Runnable show,
            Runnable close) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.importer = importer;
        this.words = words;
        this.show = show;
        this.close = close;
        tellWhyNot();
    }

    @Override
    public void committed(SourceId source, Path file) {
        session.opened().ifPresent(in -> {
            CaseImporter into = importer.apply(in);
            CommittedRows rows = new CommittedRows(into, source, file, Optional.empty());
            open(rows, (before, after, opened) -> {
                if (session.opened().filter(in::equals).isPresent()) {
                    long cells = after.cells().stream()
                                    .filter(cell -> !before.cells().contains(cell))
                                    .count()
                            + before.cells().stream()
                                    .filter(cell -> !after.ofRow(cell.sheet(), cell.row())
                                            .containsKey(cell.column()))
                                    .count();
                    CommittedRows unlocked = new CommittedRows(into, source, file, opened);
                    session.keepEdit(
                            words.text("undo.correct", cells, file.getFileName()),
                            () -> unlocked.readAgain(after, Progress.NONE, Cancellation.NEVER),
                            () -> unlocked.readAgain(before, Progress.NONE, Cancellation.NEVER));
                    session.refresh();
                }
            });
        });
    }

    @Override
    public void reviewed(Path file, ImportRequest request, Consumer<Corrections> taken) {
        session.opened()
                .ifPresent(in -> open(
                        new ReviewedRows(importer.apply(in), file, request),
                        (before, after, opened) -> taken.accept(after)));
    }

    private void open(RowDesk of, Reread reread) {
        show.run();
        desk = Optional.of(of);
        password = Optional.empty();
        then = reread;
        corrections = Corrections.NONE;
        fileName.set(of.fileName());
        message.set(words.text("correct.looking"));
        all.clear();
        sheets.clear();
        sheet.set(Optional.empty());
        shown.clear();
        look(of);
    }

    private void look(RowDesk at) {
        begin(jobs.run(
                words.text("job.rows", at.fileName()),
                (progress, cancellation) -> {
                    try {
                        return new Opened(at, Optional.of(at.look(progress, cancellation)), "");
                    } catch (PasswordException e) {
                        return new Opened(at, Optional.empty(), String.valueOf(e.getMessage()));
                    }
                },
                opened -> {
                    end();
                    if (desk.filter(at::equals).isPresent()) {
                        opened.rows().ifPresentOrElse(this::display, () -> askPassword(at, opened.why()));
                    }
                },
                this::failed));
    }

    private void askPassword(RowDesk at, String why) {
        message.set(why);
        dialogs.askPassword(words.text("dialog.password.title", at.fileName()), why)
                .map(Password::new)
                .ifPresent(given -> {
                    RowDesk unlocked = at.withPassword(given);
                    password = Optional.of(given);
                    desk = Optional.of(unlocked);
                    look(unlocked);
                });
    }

    private void failed(JobFailure failure) {
        end();
        message.set(failure.message());
        jobs.report(failure);
    }

    private void begin(Job job) {
        if (job.state() == Job.State.RUNNING) {
            running = Optional.of(job);
            busy.set(true);
            job.stateProperty().addListener((observable, before, now) -> {
                if (now == Job.State.CANCELLED) {
                    end();
                    message.set(words.text("correct.stopped"));
                }
            });
        }
        tellWhyNot();
    }

    private void end() {
        running = Optional.empty();
        busy.set(false);
        tellWhyNot();
    }

    private void display(Rows rows) {
        corrections = rows.corrections();
        all.clear();
        List<Sheet> found = new ArrayList<>();
        for (Part part : rows.parts()) {
            List<RowToCorrect> lines = new ArrayList<>();
            for (Line line : part.lines()) {
                lines.add(new RowToCorrect(line, corrections.ofRow(line.sheet(), line.number()), java.util.Map.of()));
            }
            all.add(lines);
            found.add(new Sheet(part.sheet(), headers(part)));
        }
        int at = sheet.get().map(Sheet::name).map(name -> indexOf(found, name)).orElse(0);
        sheets.setAll(found);
        sheet.set(found.isEmpty() ? Optional.empty() : Optional.of(found.get(Math.max(0, at))));
        list();
        message.set(summary(rows));
        tellWhyNot();
    }

    private static int indexOf(List<Sheet> sheets, String name) {
        for (int i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).name().equals(name)) {
                return i;
            }
        }
        return 0;
    }

    private String summary(Rows rows) {
        if (rows.parts().isEmpty()) {
            return words.text(rows.rejected() == 0 ? "correct.none" : "correct.noTable");
        }
        String counts = rows.rejected() == 0
                ? words.text("correct.allRead", rows.read())
                : words.text("correct.rejected", rows.rejected(), rows.read());
        return rows.unlisted() == 0 ? counts : counts + " " + words.text("correct.more", rows.unlisted());
    }

    private List<String> headers(Part part) {
        int widest = Math.max(
                part.headers().size(),
                part.lines().stream()
                        .mapToInt(line -> line.cells().size())
                        .max()
                        .orElse(0));
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < widest; i++) {
            String header = i < part.headers().size() ? part.headers().get(i).strip() : "";
            headers.add(header.isEmpty() ? words.text("correct.column", i + 1) : header);
        }
        return headers;
    }

    private int at() {
        return sheet.get().map(sheets::indexOf).orElse(-1);
    }

    private void list() {
        shown.setAll(at() < 0 ? List.of() : all.get(at()));
        chosen.set(shown.stream().findFirst());
    }

    /** The file. */
    public ReadOnlyStringProperty fileNameProperty() {
        return fileName.getReadOnlyProperty();
    }

    /** How the rows stand, in words. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Why nothing can be read again; empty when something can. */
    public ReadOnlyStringProperty whyNoReadingProperty() {
        return whyNoReading.getReadOnlyProperty();
    }

    /** Whether the file is being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The sheets that have such rows. */
    public ObservableList<Sheet> sheets() {
        return sheetsToSee;
    }

    /** The sheet whose rows are shown. */
    public ReadOnlyObjectProperty<Optional<Sheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** Shows the rows of a sheet. */
    public void show(Sheet next) {
        if (!sheet.get().equals(Optional.of(next))) {
            sheet.set(Optional.of(next));
            list();
        }
    }

    /** The rows of the sheet. */
    public ObservableList<RowToCorrect> rows() {
        return shownToSee;
    }

    /** The row that is looked at. */
    public ObjectProperty<Optional<RowToCorrect>> chosenProperty() {
        return chosen;
    }

    /** What is the matter with a row, and what its corrected cells say in the file. */
    public String about(RowToCorrect row) {
        List<String> lines = new ArrayList<>();
        if (row.issue().severity() != Severity.CORRECTED) {
            lines.add(row.issue().message());
        }
        for (CellCorrection cell : row.corrected().values()) {
            lines.add(words.text(
                    "correct.was",
                    cell.header(),
                    cell.before(),
                    cell.by(),
                    cell.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString()));
        }
        return words.text("correct.about", row.number(), String.join(" ", lines));
    }

    /** Types into a cell of the sheet that is shown. */
    public void type(int row, int column, String text) {
        RowToCorrect now = shown.get(row).typing(column, text);
        shown.set(row, now);
        all.get(at()).set(row, now);
        tellWhyNot();
    }

    private List<CellCorrection> typed() {
        List<CellCorrection> typed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<String> headers = sheets.get(i).headers();
            for (RowToCorrect row : all.get(i)) {
                row.typed()
                        .forEach((column, text) -> typed.add(desk.orElseThrow()
                                .corrected(
                                        row.line().sheet(),
                                        row.number(),
                                        column,
                                        column < headers.size() ? headers.get(column) : "",
                                        row.inFile(column),
                                        text)));
            }
        }
        return typed;
    }

    private boolean anythingTyped() {
        return all.stream().flatMap(List::stream).anyMatch(row -> !row.typed().isEmpty());
    }

    private void tellWhyNot() {
        whyNoReading.set(
                busy.get()
                        ? words.text("correct.whyNot.busy")
                        : anythingTyped() ? "" : words.text("correct.whyNot.nothing"));
    }

    /** Has the file read again with what was typed. */
    public void readAgain() {
        if (desk.isEmpty() || !whyNoReading.get().isEmpty()) {
            return;
        }
        RowDesk at = desk.get();
        Corrections before = corrections;
        Corrections after = before.and(typed());
        Optional<Password> opened = password;
        Reread told = then;
        message.set(words.text("correct.reading"));
        begin(jobs.run(
                words.text("job.readAgain", at.fileName()),
                (progress, cancellation) -> at.readAgain(after, progress, cancellation),
                rows -> {
                    end();
                    told.changed(before, after, opened);
                    if (desk.filter(at::equals).isPresent()) {
                        display(rows);
                    }
                },
                this::failed));
    }

    /** Stops reading; everything stays as it was. */
    public void stop() {
        running.ifPresent(jobs::cancel);
    }

    /** Takes the desk away, after asking when something was typed and not read. */
    public void close() {
        if (busy.get()
                || (anythingTyped()
                        && !dialogs.confirm(
                                words.text("correct.leave.title"),
                                words.text("correct.leave.text"),
                                words.text("correct.leave.go")))) {
            return;
        }
        desk = Optional.empty();
        all.clear();
        sheets.clear();
        sheet.set(Optional.empty());
        shown.clear();
        chosen.set(Optional.empty());
        close.run();
    }
}
