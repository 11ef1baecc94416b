package org.manumit.app.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.manumit.styles.StyleClass;

/** A table of texts: rows are worded when they come into view, columns can be sorted, long cells show whole as tooltips. */
public final class RecordTable<R> extends TableView<R> {
    private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,]*(\\.\\d+)?( [A-Z]{3})?");
    private static final Pattern LENGTH = Pattern.compile("\\d+(:\\d\\d){1,2}");
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final double ROW = 28;
    private static final double HEAD = 41;
    private static final double SCROLL_BAR = 12;
    /** The bar at the foot with its edges: with less, a table that is as high as its rows scrolls them all the same. */
    private static final double FOOT = 20;

    /** What stands in a column: words begin at the left, figures end at the right, so that their size is seen. */
    public enum Content {
        WORDS,
        FIGURES
    }

    /**
     * A column.
     *
     * @param title its header
     * @param width in pixels
     * @param text what stands in it
     * @param content what kind of text that is
     */
    public record Column<R>(String title, double width, Function<R, String> text, Content content) {

        /** A column of words. */
        public Column(String title, double width, Function<R, String> text) {
            this(title, width, text, Content.WORDS);
        }
    }

    /** An empty table. Its columns share the room there is; where there is too little, it scrolls sideways. */
    public RecordTable(List<Column<R>> columns) {
        setFixedCellSize(ROW);
        setColumnResizePolicy(features -> wanted() + SCROLL_BAR > getWidth()
                ? UNCONSTRAINED_RESIZE_POLICY.call(features)
                : CONSTRAINED_RESIZE_POLICY_LAST_COLUMN.call(features));
        for (Column<R> column : columns) {
            TableColumn<R, String> shown = new TableColumn<>(column.title());
            shown.setPrefWidth(column.width());
            shown.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(column.text().apply(row.getValue())));
            shown.setCellFactory(view -> new TextCell<>());
            shown.setComparator(RecordTable::compare);
            if (column.content() == Content.FIGURES) {
                shown.getStyleClass().add(StyleClass.FIGURES.css());
            }
            getColumns().add(shown);
        }
    }

    private double wanted() {
        return getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
    }

    /** Hides a column while all rows say the same in it, and there are several; shows it otherwise. */
    public void hideWhereSame(int column) {
        TableColumn<R, ?> asked = getColumns().get(column);
        asked.setVisible(getItems().size() < 2
                || getItems().stream().map(asked::getCellData).distinct().count() > 1);
    }

    /** Orders numbers, amounts and lengths of time by size, everything else by letter. */
    static int compare(String one, String other) {
        Optional<BigDecimal> a = size(one);
        Optional<BigDecimal> b = size(other);
        return a.isPresent() && b.isPresent()
                ? a.get().compareTo(b.get())
                : a.isPresent() != b.isPresent() && (one.isEmpty() || other.isEmpty())
                        ? Integer.compare(one.length(), other.length())
                        : one.compareToIgnoreCase(other);
    }

    private static Optional<BigDecimal> size(String text) {
        if (AMOUNT.matcher(text).matches()) {
            String digits = text.replaceAll("[^0-9.]", "");
            return Optional.of(new BigDecimal(digits));
        }
        if (LENGTH.matcher(text).matches()) {
            BigDecimal seconds = BigDecimal.ZERO;
            for (String part : text.split(":", -1)) {
                seconds = seconds.multiply(SIXTY).add(new BigDecimal(part));
            }
            return Optional.of(seconds);
        }
        return Optional.empty();
    }

    /** Shows rows; the list is not copied, so it may be worded as it is looked at, and sorting works on a copy. */
    public void showRows(List<R> rows) {
        setItems(FXCollections.observableArrayList(rows));
    }

    /** Makes the table as high as its rows, up to a number of them. */
    public void fitRows(int atMost) {
        double height = HEAD + ROW * Math.clamp(getItems().size(), 1, atMost) + FOOT;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private static final class TextCell<R> extends TableCell<R, String> {
        private final Tooltip tip = new Tooltip();

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            if (empty || text == null || text.isEmpty()) {
                setText(null);
                setTooltip(null);
            } else {
                setText(text);
                tip.setText(text);
                setTooltip(tip);
            }
        }
    }
}
