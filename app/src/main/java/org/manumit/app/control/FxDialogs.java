package org.manumit.app.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** Asks with the system's own dialogs. */
public final class FxDialogs implements Dialogs {
    private static final double FORM_WIDTH = 420;

    private final Supplier<Window> owner;
    private final Words words;

    /**
     * Dialogs.
     *
     * @param owner the window they belong to
     */
    public FxDialogs(Supplier<Window> owner, Words words) {
        this.owner = owner;
        this.words = words;
    }

    @Override
    public Optional<StoreLogin> askStore(String known) {
        TextField address = new TextField(known);
        address.setPromptText(words.text("dialog.store.form"));
        address.setId("store-address");
        PasswordField password = new PasswordField();
        password.setId("store-password");
        VBox form = new VBox(
                6,
                labelled("dialog.store.address", address),
                address,
                labelled("dialog.store.password", password),
                password,
                Texts.wrapped(words.text("dialog.store.about"), StyleClass.CAPTION));
        return ask(
                words.text("dialog.store.title"),
                form,
                words.text("dialog.store.go"),
                known.isEmpty() ? address : password,
                address.textProperty().isNotEmpty().and(password.textProperty().isNotEmpty()),
                () -> new StoreLogin(address.getText().strip(), password.getText()));
    }

    @Override
    public Optional<String> askReason(String title, String text, String go) {
        TextArea reason = new TextArea();
        reason.setWrapText(true);
        reason.setPrefRowCount(4);
        reason.setId("reason");
        // In a form the tabulator moves on, and a reason needs none.
        reason.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                reason.requestFocusTraversal(
                        event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        VBox form = new VBox(6, Texts.wrapped(text, StyleClass.BODY), labelled("dialog.reason", reason), reason);
        return ask(
                title,
                form,
                go,
                reason,
                Bindings.createBooleanBinding(() -> !reason.getText().isBlank(), reason.textProperty()),
                () -> reason.getText().strip());
    }

    @Override
    public Optional<String> askName(String title, String suggestion) {
        TextField name = new TextField(suggestion);
        name.setId("name");
        VBox form = new VBox(6, labelled("dialog.name", name), name);
        return ask(
                title,
                form,
                words.text("dialog.save"),
                name,
                Bindings.createBooleanBinding(() -> !name.getText().isBlank(), name.textProperty()),
                () -> name.getText().strip());
    }

    @Override
    public Optional<String> askPassword(String title, String why) {
        PasswordField password = new PasswordField();
        password.setId("file-password");
        VBox form = new VBox(
                6,
                Texts.wrapped(why, StyleClass.BODY),
                labelled("dialog.password", password),
                password,
                Texts.wrapped(words.text("dialog.password.about"), StyleClass.CAPTION));
        return ask(
                title,
                form,
                words.text("dialog.password.go"),
                password,
                password.textProperty().isNotEmpty(),
                password::getText);
    }

    private Label labelled(String key, Node field) {
        Label label = Texts.line(words.text(key), StyleClass.FACT_NAME);
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        return label;
    }

    private <T> Optional<T> ask(
            String title, VBox form, String go, Node first, ObservableValue<Boolean> ready, Supplier<T> answer) {
        Dialog<T> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        form.setPrefWidth(FORM_WIDTH);
        dialog.getDialogPane().setContent(form);
        ButtonType yes = new ButtonType(go, ButtonBar.ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(yes, ButtonType.CANCEL);
        Node button = dialog.getDialogPane().lookupButton(yes);
        button.setId("dialog-go");
        button.setDisable(!ready.getValue());
        ready.addListener((observable, before, now) -> button.setDisable(!now));
        dressed(dialog.getDialogPane());
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && button instanceof Button pressed) {
                pressed.fire();
                event.consume();
            }
        });
        dialog.setOnShown(event -> first.requestFocus());
        dialog.setResultConverter(pressed -> yes.equals(pressed) ? answer.get() : null);
        return dialog.showAndWait();
    }

    /** A dialog has a scene of its own, which must look like the window's. */
    private void dressed(DialogPane pane) {
        Scene scene = owner.get().getScene();
        if (scene != null) {
            pane.getStylesheets().setAll(scene.getStylesheets());
            pane.getScene().setUserAgentStylesheet(scene.getUserAgentStylesheet());
        }
    }

    @Override
    public List<Path> chooseFiles(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseNew(String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public boolean confirm(String title, String text, String go) {
        ButtonType yes = new ButtonType(go, ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, yes, ButtonType.CANCEL);
        alert.initOwner(owner.get());
        alert.setTitle(title);
        alert.setHeaderText(title);
        dressed(alert.getDialogPane());
        return alert.showAndWait().filter(yes::equals).isPresent();
    }
}
