package org.manumit.app.feature.importing;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.ElapsedTime;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.importing.ImportingViewModel.IssueRow;
import org.manumit.app.feature.importing.ImportingViewModel.Stage;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.job.Job;
import org.manumit.app.session.ImportReport;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The sheet that takes files through review into the case. */
public final class ImportingView extends View<BorderPane> {
    private static final double LEFT = 250;

    private final ImportingViewModel model;
    private final Words words;
    private final Runnable chooseMore;
    private final Runnable chooseFolder;
    private final ListView<ReviewedFile> list = new ListView<>();
    private final VBox detail = new VBox(10);
    private final ScrollPane scroll = new ScrollPane(detail);
    private final Label title = Texts.line("", StyleClass.TITLE);
    private final HBox foot = new HBox(10);
    private boolean selecting;
    private Shown shown = new Shown(Stage.REVIEW, List.of());

    /** What the part about files was made from. */
    private record Shown(Stage stage, List<ReviewedFile> files) {}

    /**
     * The sheet over its view model.
     *
     * @param chooseMore asks for more files
     * @param chooseFolder asks for a folder of files
     */
    public ImportingView(ImportingViewModel model, Runnable chooseMore, Runnable chooseFolder, Words words) {
        super(new BorderPane());
        this.model = model;
        this.words = words;
        this.chooseMore = chooseMore;
        this.chooseFolder = chooseFolder;
        list.setId("import-files");
        list.setFixedCellSize(46);
        list.setCellFactory(view -> new FileCell());
        list.setPrefWidth(LEFT);
        list.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && !selecting) {
                model.chosenProperty().set(Optional.of(now.path()));
            }
        });
        detail.setPadding(new Insets(2, 12, 12, 18));
        scroll.setFitToWidth(true);
        HBox head =
                new HBox(10, title, Texts.filler(), Buttons.icon(Icon.CLOSE, words.text("shell.close"), model::close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(0, 0, 10, 0));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setPadding(new Insets(12, 0, 0, 0));
        root().setTop(head);
        root().setLeft(list);
        root().setCenter(scroll);
        root().setBottom(foot);
        root().setId("importing");
        Texts.style(root(), StyleClass.OVERLAY);
    }

    @Override
    protected void attach() {
        showList(model.files(), files -> display());
        show(model.chosenProperty(), chosen -> display());
        show(model.stageProperty(), stage -> display());
        show(model.whyNoImportProperty(), why -> foot());
        show(model.savedProperty(), saved -> foot());
        show(model.runningProperty(), job -> foot());
    }

    private void display() {
        Stage stage = model.stageProperty().get();
        title.setText(words.of(stage));
        selecting = true;
        list.getItems().setAll(model.files());
        model.chosenFile().ifPresent(list.getSelectionModel()::select);
        selecting = false;
        detail();
        foot();
    }

    /** Makes the part about the chosen file anew when something about it has changed; the focus stays where it was. */
    private void detail() {
        Stage stage = model.stageProperty().get();
        Shown now = new Shown(
                stage,
                stage == Stage.RESULT
                        ? List.copyOf(model.files())
                        : model.chosenFile().stream().toList());
        if (now.equals(shown)) {
            return;
        }
        boolean same = shown.files().size() == 1
                && now.files().size() == 1
                && shown.files().getFirst().path().equals(now.files().getFirst().path());
        shown = now;
        Optional<String> focused = Optional.ofNullable(root().getScene())
                .map(Scene::getFocusOwner)
                .map(Node::getId)
                .filter(id -> detail.lookup("#" + id) != null);
        double at = scroll.getVvalue();
        detail.getChildren().clear();
        if (stage == Stage.RESULT) {
            result();
        } else {
            model.chosenFile()
                    .ifPresentOrElse(
                            file -> new ReviewPane(model, words, file, detail).fill(), () -> detail.getChildren()
                                    .add(new EmptyState(
                                            Icon.DROP, words.text("import.none"), words.text("import.none.about"))));
        }
        if (same) {
            scroll.layout();
            scroll.setVvalue(at);
        } else {
            scroll.setVvalue(0);
        }
        focused.ifPresent(id -> {
            Node again = detail.lookup("#" + id);
            // What had the focus may be gone: the keys of the sheet go on working
            (again == null ? root() : again).requestFocus();
        });
    }

    private void foot() {
        Button more = Buttons.of(Icon.IMPORT, words.text("import.more"), chooseMore);
        Button folder = Buttons.of(Icon.FOLDER, words.text("import.folder"), chooseFolder);
        foot.getChildren().setAll(more, folder);
        if (model.stageProperty().get() == Stage.RESULT && model.rejected() > 0) {
            Button save = Buttons.of(Icon.SAVE, words.text("import.saveRejected"), model::saveRejected);
            save.setId("save-rejected");
            foot.getChildren().add(save);
        }
        Label saved = Texts.line(model.savedProperty().get(), StyleClass.MUTED);
        HBox.setHgrow(saved, Priority.SOMETIMES);
        foot.getChildren().add(saved);
        foot.getChildren().add(Texts.filler());
        switch (model.stageProperty().get()) {
            case REVIEW -> {
                long ready = model.files().stream()
                        .filter(file -> file.state() == State.READY)
                        .count();
                Button cancel = new Button(words.text("import.cancel"));
                cancel.setMnemonicParsing(true);
                cancel.setCancelButton(true);
                cancel.setOnAction(event -> model.close());
                Button go = new Button(
                        ready > 0 && ready < model.files().size()
                                ? words.text(
                                        "import.goSome", ready, model.files().size())
                                : words.text("import.go", ready));
                go.setMnemonicParsing(true);
                go.setId("import-go");
                go.setDefaultButton(true);
                go.getStyleClass().add(Styles.ACCENT);
                go.setOnAction(event -> model.importReady());
                foot.getChildren().addAll(cancel, Buttons.explained(go, model.whyNoImportProperty()));
            }
            case IMPORTING -> {
                Button stop = new Button(words.text("import.stop"));
                stop.setMnemonicParsing(true);
                stop.setId("import-stop");
                stop.setOnAction(event -> model.stop());
                model.runningProperty().get().ifPresent(this::progress);
                foot.getChildren().add(stop);
            }
            case RESULT -> {
                if (model.rest() > 0) {
                    Button again = new Button(words.text("import.reviewRest", model.rest()));
                    again.setMnemonicParsing(true);
                    again.setId("import-rest");
                    again.setOnAction(event -> model.reviewRest());
                    foot.getChildren().add(again);
                }
                Button done = new Button(words.text("import.done"));
                done.setMnemonicParsing(true);
                done.setId("import-done");
                done.setDefaultButton(true);
                done.getStyleClass().add(Styles.ACCENT);
                done.setOnAction(event -> model.close());
                foot.getChildren().add(done);
            }
        }
    }

    /** How far the file under way is. */
    private void progress(Job job) {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(180);
        bar.progressProperty().bind(job.progressProperty());
        Label step = Texts.line("", StyleClass.MUTED);
        step.textProperty().bind(job.stepProperty());
        step.setMinWidth(150);
        foot.getChildren().addAll(step, bar, new ElapsedTime(job::elapsed).root());
    }

    private void result() {
        GridPane grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(7);
        int column = 0;
        for (String key : new String[] {
            "sources.col.file",
            "sources.col.read",
            "sources.col.accepted",
            "sources.col.rejected",
            "sources.col.duplicate"
        }) {
            grid.add(Texts.line(words.text(key), StyleClass.FACT_NAME), column++, 0);
        }
        int row = 1;
        for (ReviewedFile file : model.files()) {
            grid.add(Texts.line(file.name(), StyleClass.BODY), 0, row);
            if (file.state() == State.DONE) {
                ImportReport report = file.report().orElseThrow();
                long[] counts = {report.rowsRead(), report.rowsAccepted(), report.rowsRejected(), report.rowsDuplicate()
                };
                for (int i = 0; i < counts.length; i++) {
                    Label count = Texts.line(words.text("number", counts[i]), StyleClass.BODY);
                    if (i == 2 && counts[i] > 0) {
                        Texts.style(count, StyleClass.DANGER);
                    }
                    grid.add(count, i + 1, row);
                }
                grid.add(Texts.line(words.of(report.outcome()), StyleClass.CAPTION), 5, row);
                if (report.outcome() == ImportReport.Outcome.COMMITTED && report.rowsRejected() > 0) {
                    Button correct = Buttons.of(
                            Icon.CORRECTED,
                            words.text("import.correct", report.rowsRejected()),
                            () -> model.correct(file.path()));
                    correct.setId("result-correct-" + row);
                    grid.add(correct, 6, row);
                }
            } else {
                grid.add(Texts.wrapped(whatBecame(file), StyleClass.CAPTION), 1, row, 5, 1);
            }
            row++;
        }
        detail.getChildren().add(grid);
        noticed(model.issues());
    }

    private void noticed(List<IssueRow> issues) {
        if (issues.isEmpty()) {
            if (model.files().stream().anyMatch(file -> file.state() == State.DONE)) {
                detail.getChildren().add(Texts.line(words.text("import.noIssues"), StyleClass.MUTED));
            }
            return;
        }
        detail.getChildren().add(Texts.line(words.text("import.issues", issues.size()), StyleClass.SECTION));
        List<RecordTable.Column<IssueRow>> columns = new ArrayList<>();
        columns.add(
                column("sources.col.what", 90, issue -> words.of(issue.issue().severity())));
        columns.add(column("sources.col.file", 150, IssueRow::file));
        columns.add(column("sources.col.row", 90, this::rowOf));
        columns.add(column("sources.col.column", 90, issue -> issue.issue().column()));
        columns.add(column("sources.col.found", 110, issue -> issue.issue().found()));
        columns.add(column("sources.col.expected", 120, issue -> issue.issue().expected()));
        columns.removeIf(column ->
                issues.stream().allMatch(issue -> column.text().apply(issue).isEmpty()));
        columns.add(column("sources.col.message", 260, issue -> issue.issue().message()));
        RecordTable<IssueRow> table = new RecordTable<>(columns);
        table.setId("import-issues");
        table.showRows(issues);
        table.fitRows(12);
        // A remark is longer than its cell, and a tooltip needs a mouse
        Label whole = Texts.wrapped("", StyleClass.BODY);
        whole.setId("import-issue");
        whole.textProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(issue -> rowOf(issue) + ": " + issue.issue().message()));
        table.getSelectionModel().selectFirst();
        detail.getChildren().addAll(table, whole);
    }

    private String whatBecame(ReviewedFile file) {
        return switch (file.state()) {
            case EXAMINING, READY -> words.text("import.notYet");
            case UNMAPPED -> words.text("import.notMapped");
            case STOPPING -> words.text("import.stopping");
            case TAKEN_BACK -> words.text("import.takenBack");
            case CANCELLED -> words.text("import.stopped");
            case LOCKED, UNREADABLE, IMPORTING, DONE ->
                file.message().isEmpty() ? words.of(file.state()) : file.message();
        };
    }

    private RecordTable.Column<IssueRow> column(String key, double width, Function<IssueRow, String> text) {
        return new RecordTable.Column<>(words.text(key), width, text);
    }

    private String rowOf(IssueRow row) {
        if (row.issue().line() <= 0) {
            return words.text("sources.wholeFile");
        }
        String line = Long.toString(row.issue().line());
        return row.issue().sheet().isEmpty() ? line : row.issue().sheet() + " " + line;
    }

    private final class FileCell extends ListCell<ReviewedFile> {
        private final FontIcon icon = Icons.of(Icon.DOCUMENT);
        private final Label name = Texts.line("", StyleClass.BODY);
        private final Label state = Texts.line("", StyleClass.CAPTION);
        private final VBox text = new VBox(0, name, state);
        private final HBox row = new HBox(9, icon, text);

        FileCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            text.setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable ReviewedFile file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(
                    switch (file.state()) {
                        case EXAMINING, IMPORTING -> Icon.SEARCH.ikon();
                        case READY -> Icon.DOCUMENT.ikon();
                        case UNMAPPED -> Icon.WARNING.ikon();
                        case UNREADABLE -> Icon.REJECTED.ikon();
                        case LOCKED -> Icon.CONCEAL.ikon();
                        case DONE -> Icon.ACCEPTED.ikon();
                        case STOPPING, TAKEN_BACK, CANCELLED -> Icon.CLOSE.ikon();
                    });
            name.setText(file.name());
            state.setText(
                    file.state() == State.READY
                            ? file.preview()
                                    .map(preview -> ReviewPane.inWords(
                                            words, preview.detection().kind()))
                                    .orElse("")
                            : words.of(file.state()));
            setGraphic(row);
        }
    }
}
