package org.manumit.app.feature.correcting;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.correcting.CorrectingViewModel.Sheet;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The sheet on which rows are corrected in the columns of their file. */
public final class CorrectingView extends View<BorderPane> {
    /** Columns before those of the file: what is the matter, the row, what was expected. */
    private static final int OWN_COLUMNS = 3;

    private static final double LETTER = 7.4;
    /** Room for the sign before a cell's text. */
    private static final double SIGN = 40;

    private static final double NARROW = 70;
    private static final double WIDE = 240;
    private static final int MEASURED = 50;

    private final CorrectingViewModel model;
    private final Words words;
    private final TableView<RowToCorrect> table = new TableView<>();
    private final Label title = Texts.line("", StyleClass.TITLE);
    private final Label message = Texts.wrapped("", StyleClass.BODY);
    private final Label about = Texts.wrapped("", StyleClass.FACT_VALUE);
    private final ComboBox<Sheet> sheets = new ComboBox<>();
    private final Button stop;
    private boolean listing;
    private boolean columnsNew = true;

    /** The sheet over its view model. */
    public CorrectingView(CorrectingViewModel model, Words words) {
        super(new BorderPane());
        this.model = model;
        this.words = words;
        table.setId("rows-to-correct");
        table.setEditable(true);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setPlaceholder(Texts.line("", StyleClass.MUTED));
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (!listing) {
                model.chosenProperty().set(Optional.ofNullable(now));
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::startTyping);
        table.addEventFilter(KeyEvent.KEY_TYPED, this::typeOver);
        sheets.setConverter(new StringConverter<>() {
            @Override
            public String toString(Sheet sheet) {
                return sheet == null ? "" : sheet.name();
            }

            @Override
            public Sheet fromString(String text) {
                return model.sheets().getFirst();
            }
        });
        sheets.setAccessibleText(words.text("correct.sheet"));
        sheets.setOnAction(event -> {
            if (!listing && sheets.getValue() != null) {
                model.show(sheets.getValue());
            }
        });
        HBox head = new HBox(
                10, title, sheets, Texts.filler(), Buttons.icon(Icon.CLOSE, words.text("shell.close"), model::close));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(6, head, message, Texts.wrapped(words.text("correct.about.file"), StyleClass.CAPTION));
        top.setPadding(new Insets(0, 0, 10, 0));
        Button go = Buttons.of(Icon.REDO, words.text("correct.go"), this::readAgain);
        go.setId("read-again");
        go.getStyleClass().add(Styles.ACCENT);
        Button done = new Button(words.text("correct.done"));
        done.setMnemonicParsing(true);
        done.setId("correct-done");
        done.setOnAction(event -> model.close());
        stop = new Button(words.text("correct.stop"));
        stop.setMnemonicParsing(true);
        stop.setOnAction(event -> model.stop());
        HBox foot = new HBox(
                10,
                Texts.line(words.text("correct.keys"), StyleClass.MUTED),
                Texts.filler(),
                stop,
                done,
                Buttons.explained(go, model.whyNoReadingProperty()));
        foot.setAlignment(Pos.CENTER_LEFT);
        about.setMinHeight(38);
        about.setAlignment(Pos.TOP_LEFT);
        VBox bottom = new VBox(8, about, foot);
        bottom.setPadding(new Insets(10, 0, 0, 0));
        root().setTop(top);
        root().setCenter(table);
        root().setBottom(bottom);
        root().setId("correcting");
        root().addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        Texts.style(root(), StyleClass.OVERLAY);
    }

    @Override
    protected void attach() {
        show(model.fileNameProperty(), name -> title.setText(words.text("correct.title", name)));
        show(model.messageProperty(), message::setText);
        show(model.busyProperty(), busy -> {
            stop.setVisible(busy);
            table.setEditable(!busy);
        });
        showList(model.sheets(), this::list);
        show(model.sheetProperty(), this::columns);
        showList(model.rows(), this::rows);
        show(model.chosenProperty(), row -> about.setText(row.map(model::about).orElse("")));
    }

    private void list(List<? super Sheet> ignored) {
        listing = true;
        sheets.getItems().setAll(model.sheets());
        model.sheetProperty().get().ifPresent(sheets::setValue);
        boolean several = model.sheets().size() > 1;
        sheets.setVisible(several);
        sheets.setManaged(several);
        listing = false;
    }

    private void columns(Optional<Sheet> sheet) {
        columnsNew = true;
        table.getColumns().clear();
        sheet.ifPresent(of -> {
            listing = true;
            sheets.setValue(of);
            listing = false;
            table.getColumns()
                    .add(own("sources.col.what", 92, row -> words.of(row.issue().severity())));
            table.getColumns().add(own("sources.col.row", 62, row -> Long.toString(row.number())));
            table.getColumns()
                    .add(own(
                            "sources.col.expected",
                            250,
                            row -> row.issue().severity() == org.manumit.graph.ImportIssue.Severity.CORRECTED
                                    ? ""
                                    : row.issue().expected()));
            IntStream.range(0, of.headers().size())
                    .forEach(i -> table.getColumns().add(cells(of.headers().get(i), i)));
        });
    }

    private static TableColumn<RowToCorrect, String> own(
            String title, double width, java.util.function.Function<RowToCorrect, String> text, Words words) {
        TableColumn<RowToCorrect, String> column = new TableColumn<>(words.text(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setEditable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(view -> new OwnCell());
        return column;
    }

    private TableColumn<RowToCorrect, String> own(
            String title, double width, java.util.function.Function<RowToCorrect, String> text) {
        return own(title, width, text, words);
    }

    private TableColumn<RowToCorrect, RowToCorrect> cells(String header, int column) {
        TableColumn<RowToCorrect, RowToCorrect> cells = new TableColumn<>(header);
        cells.setSortable(false);
        cells.setReorderable(false);
        cells.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        cells.setCellFactory(view -> new CorrectableCell(column, words, (row, text) -> model.type(row, column, text)));
        return cells;
    }

    private void rows(List<? super RowToCorrect> ignored) {
        TablePosition<RowToCorrect, ?> at = position();
        List<RowToCorrect> now = model.rows();
        boolean again = !columnsNew && table.getItems().size() == now.size();
        columnsNew = false;
        listing = true;
        if (again) {
            for (int i = 0; i < now.size(); i++) {
                if (!table.getItems().get(i).equals(now.get(i))) {
                    table.getItems().set(i, now.get(i));
                }
            }
        } else {
            table.getItems().setAll(now);
            fitColumns();
        }
        listing = false;
        if (now.isEmpty()) {
            return;
        }
        if (again && at.getTableColumn() != null && at.getRow() >= 0) {
            focus(at.getRow(), at.getTableColumn());
        } else {
            toFault();
        }
    }

    private void fitColumns() {
        for (int i = OWN_COLUMNS; i < table.getColumns().size(); i++) {
            int column = i - OWN_COLUMNS;
            double longest = Math.max(
                    table.getColumns().get(i).getText().length(),
                    model.rows().stream()
                            .limit(MEASURED)
                            .mapToInt(row -> row.text(column).length())
                            .max()
                            .orElse(0));
            table.getColumns().get(i).setPrefWidth(Math.clamp(longest * LETTER + SIGN, NARROW, WIDE));
        }
    }

    /** Puts the focus where the user will want to type. */
    private void toFault() {
        int column = OWN_COLUMNS + model.rows().getFirst().fault().orElse(0);
        if (column < table.getColumns().size()) {
            focus(0, table.getColumns().get(column));
            table.scrollToColumn(table.getColumns().get(column));
            table.requestFocus();
        }
    }

    private <T> void focus(int row, TableColumn<RowToCorrect, T> column) {
        table.getSelectionModel().clearAndSelect(row, column);
        table.getFocusModel().focus(row, column);
        model.chosenProperty().set(Optional.of(model.rows().get(row)));
    }

    private void startTyping(KeyEvent event) {
        if (table.getEditingCell() == null && event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            edit();
            event.consume();
        }
    }

    /** A letter typed on a cell starts anew, as in a spreadsheet. */
    private void typeOver(KeyEvent event) {
        String typed = event.getCharacter();
        if (table.getEditingCell() == null
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !typed.isEmpty()
                && typed.charAt(0) >= ' '
                && typed.charAt(0) != 127) {
            CorrectableCell.typeOver(table, typed);
            edit();
            event.consume();
        }
    }

    private void edit() {
        TablePosition<RowToCorrect, ?> at = position();
        if (at.getRow() >= 0
                && at.getColumn() >= OWN_COLUMNS
                && !model.busyProperty().get()) {
            table.edit(at.getRow(), table.getColumns().get(at.getColumn()));
        }
    }

    @SuppressWarnings("unchecked") // the focus model of a table of rows has positions in that table
    private TablePosition<RowToCorrect, ?> position() {
        return (TablePosition<RowToCorrect, ?>) table.getFocusModel().getFocusedCell();
    }

    private void keys(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            readAgain();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && table.getEditingCell() == null) {
            model.close();
            event.consume();
        }
    }

    private void readAgain() {
        table.requestFocus(); // what is being typed is taken first
        model.readAgain();
    }
}
