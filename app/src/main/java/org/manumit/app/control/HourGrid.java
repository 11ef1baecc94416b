package org.manumit.app.control;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.ToIntBiFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/**
 * How much falls into each hour of each weekday: a shaded cell an hour, with its number. One stop of the tabulator; the
 * arrow keys go from cell to cell, Enter chooses.
 */
public final class HourGrid extends GridPane {
    private static final int HOURS = 24;
    private static final double CELL = 24;
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    /** Takes the hour that was chosen. */
    @FunctionalInterface
    public interface Choice {
        void choose(DayOfWeek day, int hour);
    }

    private final Words words;
    private final StackPane[][] cells = new StackPane[7][HOURS];
    private final Region[][] shades = new Region[7][HOURS];
    private final Label[][] numbers = new Label[7][HOURS];
    private DayOfWeek day = DayOfWeek.MONDAY;
    private int hour;
    private final Choice choice;

    /** An empty grid. */
    public HourGrid(Choice choice, Words words) {
        this.choice = choice;
        this.words = words;
        setId("hours");
        setHgap(2);
        setVgap(2);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        Texts.style(this, StyleClass.HOUR_GRID);
        getColumnConstraints().add(new ColumnConstraints(38));
        for (int h = 0; h < HOURS; h++) {
            ColumnConstraints column = new ColumnConstraints(CELL);
            column.setHgrow(Priority.ALWAYS);
            column.setMaxWidth(40);
            getColumnConstraints().add(column);
            Label head = Texts.line(Integer.toString(h), StyleClass.CAPTION);
            head.setMaxWidth(Double.MAX_VALUE);
            head.setAlignment(Pos.CENTER);
            add(head, h + 1, 0);
        }
        for (DayOfWeek d : DayOfWeek.values()) {
            add(Texts.line(d.getDisplayName(TextStyle.SHORT, words.locale()), StyleClass.CAPTION), 0, d.getValue());
            for (int h = 0; h < HOURS; h++) {
                add(cell(d, h), h + 1, d.getValue());
            }
        }
        setOnKeyPressed(this::steer);
        focusedProperty().addListener((observable, before, now) -> mark());
    }

    private StackPane cell(DayOfWeek d, int h) {
        Region shade = Texts.style(new Region(), StyleClass.HOUR_SHADE);
        Label number = Texts.line("", StyleClass.HOUR_COUNT);
        StackPane cell = Texts.style(new StackPane(shade, number), StyleClass.HOUR_CELL);
        cell.setMinHeight(CELL + 6);
        cell.setOnMouseClicked(event -> {
            go(d, h);
            requestFocus();
            choice.choose(d, h);
        });
        cells[d.getValue() - 1][h] = cell;
        shades[d.getValue() - 1][h] = shade;
        numbers[d.getValue() - 1][h] = number;
        return cell;
    }

    /** Shows counts. */
    public void display(ToIntBiFunction<DayOfWeek, Integer> count) {
        int most = 1;
        for (DayOfWeek d : DayOfWeek.values()) {
            for (int h = 0; h < HOURS; h++) {
                most = Math.max(most, count.applyAsInt(d, h));
            }
        }
        for (DayOfWeek d : DayOfWeek.values()) {
            for (int h = 0; h < HOURS; h++) {
                int n = count.applyAsInt(d, h);
                // of very different counts the small ones are still told from none
                shades[d.getValue() - 1][h].setOpacity(n == 0 ? 0 : 0.12 + 0.68 * Math.sqrt((double) n / most));
                numbers[d.getValue() - 1][h].setText(n == 0 ? "" : brief(n));
            }
        }
        mark();
    }

    /** Three places at most, since a cell has room for no more. */
    private static String brief(int n) {
        return n < 1000
                ? Integer.toString(n)
                : n < 10_000
                        ? String.format(Locale.ROOT, "%.0fk", n / 1000.0)
                        : n < 1_000_000 ? n / 1000 + "k" : n / 1_000_000 + "m";
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> go(day, Math.max(0, hour - 1));
            case RIGHT -> go(day, Math.min(HOURS - 1, hour + 1));
            case UP -> go(day == DayOfWeek.MONDAY ? day : day.minus(1), hour);
            case DOWN -> go(day == DayOfWeek.SUNDAY ? day : day.plus(1), hour);
            case ENTER, SPACE -> choice.choose(day, hour);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(DayOfWeek toDay, int toHour) {
        day = toDay;
        hour = toHour;
        mark();
    }

    private void mark() {
        for (DayOfWeek d : DayOfWeek.values()) {
            for (int h = 0; h < HOURS; h++) {
                cells[d.getValue() - 1][h].pseudoClassStateChanged(MARKED, isFocused() && d == day && h == hour);
            }
        }
        String number = numbers[day.getValue() - 1][hour].getText();
        setAccessibleText(words.text(
                "hours.cell",
                day.getDisplayName(TextStyle.FULL, words.locale()),
                hour,
                number.isEmpty() ? "0" : number));
    }
}
