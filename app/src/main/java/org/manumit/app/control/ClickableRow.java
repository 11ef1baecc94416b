package org.manumit.app.control;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.manumit.styles.StyleClass;

/**
 * A row of controls that is pressed as a whole, by mouse, Enter or Space. Unlike a button it is as high as its text needs
 * when that breaks into lines.
 */
public final class ClickableRow extends HBox {
    private final Runnable act;

    /**
     * A row.
     *
     * @param spoken what a screen reader says
     * @param act what pressing it does
     */
    public ClickableRow(double spacing, String spoken, Runnable act, StyleClass... styles) {
        super(spacing);
        this.act = act;
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        setFocusTraversable(true);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Texts.style(this, styles);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                act.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                act.run();
                event.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            act.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
