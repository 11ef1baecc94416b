package org.manumit.app.control;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;

/** Makes buttons that can be reached by keyboard, read by a screen reader, and say why when they cannot be used. */
public final class Buttons {
    private static final Duration SOON = Duration.millis(350);

    private Buttons() {}

    /** A button with an icon and a text; {@code _} before a letter makes it the mnemonic. */
    public static Button of(Icon icon, String text, Runnable act) {
        Button button = new Button(text, Icons.of(icon));
        button.setMnemonicParsing(true);
        button.setOnAction(event -> act.run());
        return button;
    }

    /** A button that is only an icon; the text is its tooltip and what a screen reader says. */
    public static Button icon(Icon icon, String text, Runnable act) {
        Button button = new Button(text.replace("_", ""), Icons.of(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Texts.style(button, StyleClass.ICON_BUTTON);
        button.setOnAction(event -> act.run());
        describe(button, text.replace("_", ""));
        return button;
    }

    /** A button that looks like a link. */
    public static Button link(String text, Runnable act) {
        Button button = new Button(text);
        Texts.style(button, StyleClass.LINK_BUTTON);
        button.setMnemonicParsing(true);
        button.setOnAction(event -> act.run());
        return button;
    }

    /** Gives a button a tooltip and the same words for a screen reader. */
    public static void describe(ButtonBase button, String text) {
        button.setAccessibleText(text);
        Tooltip tip = new Tooltip(text);
        tip.setShowDelay(SOON);
        button.setTooltip(tip);
    }

    /**
     * A button that is disabled while there is a reason, and tells the reason to whoever points at it.
     *
     * @param whyNot the reason, or an empty text while the button can be used
     */
    public static StackPane explained(Node button, ObservableValue<String> whyNot) {
        return explained(button, whyNot, new SimpleStringProperty(usualWords(button)));
    }

    /**
     * A button that is disabled while there is a reason, and otherwise tells what it would do just now.
     *
     * @param whyNot the reason, or an empty text while the button can be used
     * @param what what it would do
     */
    public static StackPane explained(Node button, ObservableValue<String> whyNot, ObservableValue<String> what) {
        StackPane holder = new StackPane(button);
        Tooltip tip = new Tooltip();
        tip.setShowDelay(SOON);
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        if (button instanceof ButtonBase pressed) {
            pressed.setTooltip(null);
        }
        Runnable tell = () -> {
            String reason = whyNot.getValue();
            button.setDisable(!reason.isEmpty());
            tip.setText(reason.isEmpty() ? what.getValue().replace("_", "") : reason);
            button.setAccessibleHelp(reason);
        };
        whyNot.addListener((observable, before, now) -> tell.run());
        what.addListener((observable, before, now) -> tell.run());
        tell.run();
        Tooltip.install(holder, tip);
        return holder;
    }

    private static String usualWords(Node button) {
        String text = button instanceof ButtonBase pressed ? pressed.getText() : "";
        return button.getAccessibleText() == null ? text : button.getAccessibleText();
    }
}
