package org.manumit.app.control;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.manumit.styles.StyleClass;

/** Names and values below each other: "Born" and "1987". Values break into lines and are never cut. */
public final class FactGrid extends GridPane {
    private static final double NAME_WIDTH = 96;
    private int rows;

    /** An empty grid. */
    public FactGrid() {
        setHgap(10);
        setVgap(3);
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        names.setHalignment(HPos.LEFT);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(40);
        getColumnConstraints().addAll(names, values);
    }

    /** Adds a fact; an empty value adds nothing. */
    public FactGrid add(String name, String value) {
        return value.isBlank() ? this : add(name, Texts.wrapped(value, StyleClass.FACT_VALUE));
    }

    /** Adds a fact with a control for a value. */
    public FactGrid add(String name, Node value) {
        Label label = Texts.wrapped(name, StyleClass.FACT_NAME);
        GridPane.setValignment(label, VPos.TOP);
        GridPane.setValignment(value, VPos.TOP);
        addRow(rows++, label, value);
        return this;
    }

    /** Whether nothing has been added. */
    public boolean isBlank() {
        return rows == 0;
    }
}
