package org.manumit.app.feature.correcting;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.manumit.app.control.Texts;
import org.manumit.styles.StyleClass;

/** A cell that says something about a row and cannot be typed into. */
final class OwnCell extends TableCell<RowToCorrect, String> {

    OwnCell() {
        Texts.style(this, StyleClass.MUTED);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        boolean nothing = empty || text == null || text.isEmpty();
        setText(nothing ? null : text);
        setTooltip(nothing ? null : new Tooltip(text));
    }
}
