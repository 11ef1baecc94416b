package org.manumit.app.feature.importing;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.importing.ImportingViewModel.IssueRow;
import org.manumit.app.feature.importing.ImportingViewModel.Stage;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.session.ImportReport;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.spi.Preview;
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
    }

    private void display() {
        Stage stage = model.stageProperty().get();
        title.setText(words.of(stage));
        selecting = true;
        list.getItems().setAll(model.files());
        model.chosenFile().ifPresent(list.getSelectionModel()::select);
        selecting = false;
        detail.getChildren().clear();
        if (stage == Stage.RESULT) {
            result();
        } else {
            model.chosenFile().ifPresentOrElse(this::review, () -> detail.getChildren()
                    .add(new EmptyState(Icon.DROP, words.text("import.none"), words.text("import.none.about"))));
        }
        foot();
    }

    private void foot() {
        Button more = Buttons.of(Icon.IMPORT, words.text("import.more"), chooseMore);
        Button folder = Buttons.of(Icon.FOLDER, words.text("import.folder"), chooseFolder);
        foot.getChildren().setAll(more, folder);
        if (model.stageProperty().get() == Stage.RESULT && model.rejected() > 0) {
            Button save = Buttons.of(Icon.SAVE, words.text("import.saveRejected"), model::saveRejected);
            save.setId("save-rejected");
            Label saved = Texts.line(model.savedProperty().get(), StyleClass.MUTED);
            HBox.setHgrow(saved, Priority.SOMETIMES);
            foot.getChildren().addAll(save, saved);
        }
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
                Button go = new Button(words.text("import.go", ready));
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
                stop.setOnAction(event -> model.stop());
                foot.getChildren().add(stop);
            }
            case RESULT -> {
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

    private void review(ReviewedFile file) {
        Label name = Texts.wrapped(file.name(), StyleClass.HEADING);
        detail.getChildren().add(name);
        switch (file.state()) {
            case EXAMINING -> detail.getChildren().add(Texts.line(words.text("import.examining"), StyleClass.MUTED));
            case UNREADABLE -> {
                detail.getChildren().add(notice(Icon.REJECTED, file.message(), StyleClass.NOTICE_ERROR));
                Button remove = Buttons.link(words.text("import.leaveOut"), () -> model.remove(file.path()));
                detail.getChildren().add(remove);
                file.preview().ifPresent(preview -> preview(file, preview));
            }
            case READY, IMPORTING, DONE, CANCELLED -> {
                if (file.state() == State.IMPORTING) {
                    detail.getChildren().add(Texts.line(words.text("import.importing"), StyleClass.MUTED));
                }
                file.preview().ifPresent(preview -> preview(file, preview));
            }
        }
    }

    private HBox notice(Icon icon, String text, StyleClass... more) {
        HBox box = new HBox(Icons.of(icon), Texts.wrapped(text, StyleClass.BODY));
        Texts.style(box, StyleClass.NOTICE);
        return Texts.style(box, more);
    }

    private void preview(ReviewedFile file, Preview preview) {
        GridPane questions = new GridPane();
        questions.setHgap(12);
        questions.setVgap(8);
        questions.addRow(
                0,
                Texts.line(words.text("import.kind"), StyleClass.FACT_NAME),
                kinds(file, preview),
                Texts.wrapped(preview.detection().layout(), StyleClass.CAPTION));
        boolean records = !preview.detection().kind().equals("case");
        if (records) {
            questions.addRow(
                    1,
                    Texts.line(words.text("import.zone"), StyleClass.FACT_NAME),
                    zones(file),
                    Texts.line(words.text("import.zone.about"), StyleClass.CAPTION));
            questions.addRow(
                    2,
                    Texts.line(words.text("import.country"), StyleClass.FACT_NAME),
                    countries(file),
                    Texts.line(words.text("import.country.about"), StyleClass.CAPTION));
        }
        for (Node node : questions.getChildren()) {
            if (node instanceof Label label && GridPane.getColumnIndex(label) == 0) {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        detail.getChildren().add(questions);
        assumptions(preview.issues());
        if (!preview.columns().isEmpty()) {
            detail.getChildren()
                    .addAll(
                            Texts.line(words.text("import.columns"), StyleClass.SECTION),
                            columns(file, preview.columns()));
        }
        if (!preview.rows().isEmpty()) {
            detail.getChildren()
                    .addAll(
                            Texts.line(words.text("import.rows", preview.rows().size()), StyleClass.SECTION),
                            rows(preview));
        }
    }

    private void assumptions(List<ImportIssue> issues) {
        if (issues.isEmpty()) {
            return;
        }
        detail.getChildren().add(Texts.line(words.text("import.assumptions"), StyleClass.SECTION));
        for (ImportIssue issue : issues) {
            Icon icon =
                    switch (issue.severity()) {
                        case REJECTED -> Icon.REJECTED;
                        case WARNING -> Icon.WARNING;
                        case NOTE -> Icon.NOTE;
                        case CORRECTED -> Icon.CORRECTED;
                    };
            String where = issue.line() > 0
                    ? words.text(
                            "import.issueAt",
                            issue.sheet().isEmpty() ? Long.toString(issue.line()) : issue.sheet() + " " + issue.line(),
                            issue.message())
                    : issue.message();
            HBox row = new HBox(8, Icons.of(icon), Texts.wrapped(where, StyleClass.FACT_VALUE));
            row.setAlignment(Pos.TOP_LEFT);
            detail.getChildren().add(row);
        }
    }

    private ComboBox<String> kinds(ReviewedFile file, Preview preview) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(file.kinds());
        box.setValue(preview.detection().kind());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String kind) {
                return kind == null ? "" : kindInWords(kind);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setId("import-kind");
        box.setPrefWidth(200);
        box.setMinWidth(200);
        box.setOnAction(event -> model.sayKind(file.path(), box.getValue()));
        return box;
    }

    private String kindInWords(String kind) {
        String key = "kind." + kind;
        return words.has(key) ? words.text(key) : kind;
    }

    private ComboBox<String> zones(ReviewedFile file) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems()
                .setAll(Stream.concat(
                                Stream.of("UTC"),
                                ZoneId.getAvailableZoneIds().stream()
                                        .filter(id ->
                                                id.contains("/") && !id.startsWith("Etc") && !id.startsWith("SystemV"))
                                        .sorted())
                        .toList());
        file.said().zone().map(ZoneId::getId).ifPresent(box::setValue);
        box.setPromptText(words.text("import.asInFile"));
        box.setPrefWidth(200);
        box.setMinWidth(200);
        box.setId("import-zone");
        box.setOnAction(event -> {
            if (box.getValue() != null) {
                model.sayZone(file.path(), ZoneId.of(box.getValue()));
            }
        });
        return box;
    }

    private ComboBox<String> countries(ReviewedFile file) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(Stream.of(Locale.getISOCountries()).sorted().toList());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return code == null
                        ? ""
                        : words.text("import.countryName", Locale.of("", code).getDisplayCountry(words.locale()), code);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        file.said().country().ifPresent(box::setValue);
        box.setPromptText(words.text("import.asInFile"));
        box.setPrefWidth(200);
        box.setMinWidth(200);
        box.setId("import-country");
        box.setOnAction(event -> model.sayCountry(file.path(), Optional.ofNullable(box.getValue())));
        return box;
    }

    /** What each column was taken for and why; the user may say otherwise. */
    private Node columns(ReviewedFile file, List<Preview.Column> columns) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(4);
        List<String> meanings = new ArrayList<>(columns.stream()
                .map(Preview.Column::meaning)
                .filter(meaning -> !meaning.isEmpty())
                .distinct()
                .sorted()
                .toList());
        int row = 0;
        for (Preview.Column column : columns) {
            Label header = Texts.line(column.header(), StyleClass.FACT_VALUE);
            header.setMaxWidth(190);
            Label reason = Texts.wrapped(column.reason(), StyleClass.CAPTION);
            GridPane.setHgrow(reason, Priority.ALWAYS);
            ComboBox<String> meaning = new ComboBox<>();
            meaning.setEditable(true);
            meaning.getItems().setAll(meanings);
            meaning.setValue(column.meaning());
            meaning.setPromptText(words.text("import.keptAsNote"));
            meaning.setPrefWidth(180);
            meaning.setMinWidth(150);
            meaning.setAccessibleText(words.text("import.meaning", column.header()));
            meaning.setOnAction(event -> {
                String said = Optional.ofNullable(meaning.getValue()).orElse("").strip();
                if (!said.equals(column.meaning())) {
                    model.sayColumn(file.path(), column.header(), said);
                }
            });
            grid.addRow(row++, header, meaning, reason);
        }
        return grid;
    }

    private Node rows(Preview preview) {
        List<RecordTable.Column<Integer>> columns = new ArrayList<>();
        columns.add(new RecordTable.Column<>(
                words.text("import.becomes"),
                330,
                row -> row < preview.becomes().size() ? preview.becomes().get(row) : ""));
        int width = preview.rows().stream().mapToInt(List::size).max().orElse(0);
        IntStream.range(0, width)
                .forEach(i -> columns.add(new RecordTable.Column<>(
                        i < preview.columns().size() ? preview.columns().get(i).header() : "",
                        130,
                        row -> i < preview.rows().get(row).size()
                                ? preview.rows().get(row).get(i)
                                : "")));
        RecordTable<Integer> table = new RecordTable<>(columns);
        table.showRows(IntStream.range(0, preview.rows().size()).boxed().toList());
        table.fitRows(8);
        table.setId("import-preview");
        return table;
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
            if (file.report().isPresent()) {
                ImportReport report = file.report().get();
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
            } else {
                grid.add(
                        Texts.wrapped(
                                file.message().isEmpty() ? words.of(file.state()) : file.message(), StyleClass.CAPTION),
                        1,
                        row,
                        5,
                        1);
            }
            row++;
        }
        detail.getChildren().add(grid);
        List<IssueRow> issues = model.issues();
        detail.getChildren().add(Texts.line(words.text("import.issues", issues.size()), StyleClass.SECTION));
        RecordTable<IssueRow> table = new RecordTable<>(List.of(
                column("sources.col.what", 82, issue -> words.of(issue.issue().severity())),
                column("sources.col.file", 150, IssueRow::file),
                column("sources.col.row", 90, this::rowOf),
                column("sources.col.column", 90, issue -> issue.issue().column()),
                column("sources.col.found", 110, issue -> issue.issue().found()),
                column("sources.col.expected", 130, issue -> issue.issue().expected()),
                column("sources.col.message", 400, issue -> issue.issue().message())));
        table.setId("import-issues");
        table.showRows(issues);
        table.fitRows(12);
        table.setPlaceholder(Texts.line(words.text("import.noIssues"), StyleClass.MUTED));
        detail.getChildren().add(table);
    }

    private RecordTable.Column<IssueRow> column(
            String key, double width, java.util.function.Function<IssueRow, String> text) {
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
                        case UNREADABLE -> Icon.REJECTED.ikon();
                        case DONE -> Icon.ACCEPTED.ikon();
                        case CANCELLED -> Icon.CLOSE.ikon();
                    });
            name.setText(file.name());
            state.setText(
                    file.state() == State.READY
                            ? file.preview()
                                    .map(preview ->
                                            kindInWords(preview.detection().kind()))
                                    .orElse("")
                            : words.of(file.state()));
            setGraphic(row);
        }
    }
}
