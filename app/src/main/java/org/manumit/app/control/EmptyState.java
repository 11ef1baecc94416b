package org.manumit.app.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;

/** What stands where there is nothing to show yet: what would be here, and how to get it. */
public final class EmptyState extends VBox {
    private static final double WIDTH = 380;

    /**
     * An empty place.
     *
     * @param actions what the user can do about it
     */
    public EmptyState(Icon icon, String title, String text, Node... actions) {
        Texts.style(this, StyleClass.EMPTY_STATE);
        Label heading = Texts.wrapped(title, StyleClass.HEADING);
        Label body = Texts.wrapped(text, StyleClass.MUTED);
        for (Label label : new Label[] {heading, body}) {
            label.setTextAlignment(TextAlignment.CENTER);
            label.setAlignment(javafx.geometry.Pos.CENTER);
            label.setMaxWidth(WIDTH);
        }
        getChildren().addAll(Icons.of(icon), heading, body);
        getChildren().addAll(actions);
    }
}
