package org.manumit.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Texts;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The sheet that lists what the keyboard does. */
final class ShortcutsView extends VBox {

    ShortcutsView(Words words, Runnable close) {
        Texts.style(this, StyleClass.OVERLAY);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Button done = Buttons.icon(Icon.CLOSE, words.text("shell.close"), close);
        HBox head = new HBox(Texts.line(words.text("shell.shortcuts.title"), StyleClass.TITLE), Texts.filler(), done);
        GridPane grid = new GridPane();
        grid.setHgap(28);
        grid.setVgap(7);
        int row = 0;
        for (Shortcut shortcut : Shortcut.values()) {
            Label keys = Texts.line(shortcut.keysInWords(), StyleClass.CHIP);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, keys, Texts.line(words.of(shortcut), StyleClass.BODY));
        }
        for (String key : new String[] {"select", "menu", "chart"}) {
            Label keys = Texts.line(words.text("shell.shortcuts." + key + ".keys"), StyleClass.CHIP);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, keys, Texts.line(words.text("shell.shortcuts." + key), StyleClass.BODY));
        }
        getChildren().addAll(head, grid);
    }
}
