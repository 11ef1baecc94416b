package org.manumit.app.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.manumit.styles.StyleClass;

/** Makes labels in the styles of the window. */
public final class Texts {

    private Texts() {}

    /** A label on one line. */
    public static Label line(String text, StyleClass... styles) {
        Label label = new Label(text);
        style(label, styles);
        return label;
    }

    /** A label that breaks into lines and is never cut. */
    public static Label wrapped(String text, StyleClass... styles) {
        Label label = line(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /** Gives a node style classes. */
    public static <N extends Node> N style(N node, StyleClass... styles) {
        for (StyleClass style : styles) {
            node.getStyleClass().add(style.css());
        }
        return node;
    }

    /** Room that takes what is left of a row. */
    public static Region filler() {
        Region filler = new Region();
        HBox.setHgrow(filler, Priority.ALWAYS);
        return filler;
    }
}
