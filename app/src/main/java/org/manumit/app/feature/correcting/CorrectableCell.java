package org.manumit.app.feature.correcting;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.manumit.app.control.Icons;
import org.manumit.app.control.Texts;
import org.manumit.app.feature.correcting.RowToCorrect.CellState;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/**
 * A cell of the file that can be typed into: Enter or a letter starts, Enter and Tab take what was typed, Escape leaves
 * it. The cell at fault and those corrected are marked, by sign and colour.
 */
final class CorrectableCell extends TableCell<RowToCorrect, RowToCorrect> {
    private static final Object TYPED_OVER = new Object();
    private static final PseudoClass FAULT = PseudoClass.getPseudoClass("fault");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    /** Takes what was typed into a row. */
    @FunctionalInterface
    interface Take {
        void take(int row, String text);
    }

    private final int column;
    private final Words words;
    private final Take take;
    private final TextField field = new TextField();
    private boolean taking;

    CorrectableCell(int column, Words words, Take take) {
        this.column = column;
        this.words = words;
        this.take = take;
        Texts.style(this, StyleClass.CORRECTABLE);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
        field.focusedProperty().addListener((observable, before, now) -> {
            if (!now && isEditing()) {
                finish();
            }
        });
    }

    /** Lets the next edit of a table begin with what was typed, in place of what stands there. */
    static void typeOver(TableView<?> table, String typed) {
        table.getProperties().put(TYPED_OVER, typed);
    }

    private void keys(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                finish();
                if (event.isShortcutDown()) {
                    return; // reads again, what was typed included
                }
                getTableView().requestFocus();
                event.consume();
            }
            case TAB -> {
                finish();
                TableView<RowToCorrect> table = getTableView();
                table.requestFocus();
                if (event.isShiftDown()) {
                    table.getFocusModel().focusLeftCell();
                } else {
                    table.getFocusModel().focusRightCell();
                }
                int row = table.getFocusModel().getFocusedCell().getRow();
                table.getSelectionModel()
                        .clearAndSelect(
                                row,
                                table.getColumns()
                                        .get(Math.max(
                                                0,
                                                table.getFocusModel()
                                                        .getFocusedCell()
                                                        .getColumn())));
                event.consume();
            }
            case ESCAPE -> {
                cancelEdit();
                getTableView().requestFocus();
                event.consume();
            }
            default -> {
                // typed into the field
            }
        }
    }

    private void finish() {
        if (isEditing() && !taking) {
            taking = true;
            int row = getIndex();
            String text = field.getText();
            cancelEdit();
            take.take(row, text);
            taking = false;
        }
    }

    @Override
    public void startEdit() {
        super.startEdit();
        RowToCorrect row = getItem();
        if (isEditing() && row != null) {
            Object over = getTableView().getProperties().remove(TYPED_OVER);
            field.setText(over instanceof String typed ? typed : row.text(column));
            setGraphic(field);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            field.applyCss(); // its looks are made now, because making them selects what is typed
            field.requestFocus();
            if (over == null) {
                field.selectAll();
            } else {
                field.end();
            }
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        display();
    }

    @Override
    protected void updateItem(@Nullable RowToCorrect row, boolean empty) {
        super.updateItem(row, empty);
        if (!isEditing()) {
            display();
        }
    }

    private void display() {
        RowToCorrect row = getItem();
        if (isEmpty() || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(FAULT, false);
            pseudoClassStateChanged(CHANGED, false);
            return;
        }
        CellState state = row.state(column);
        setContentDisplay(ContentDisplay.LEFT);
        setText(row.text(column));
        setGraphic(
                switch (state) {
                    case AS_IN_FILE -> null;
                    case AT_FAULT -> Icons.of(Icon.REJECTED);
                    case CORRECTED, TYPED -> Icons.of(Icon.CORRECTED);
                });
        pseudoClassStateChanged(FAULT, state == CellState.AT_FAULT);
        pseudoClassStateChanged(CHANGED, state == CellState.CORRECTED || state == CellState.TYPED);
        String tip =
                switch (state) {
                    case AS_IN_FILE -> row.text(column);
                    case AT_FAULT -> row.issue().message();
                    case CORRECTED, TYPED -> words.text("correct.inFile", row.inFile(column));
                };
        setTooltip(tip.isEmpty() ? null : new Tooltip(tip));
    }
}
