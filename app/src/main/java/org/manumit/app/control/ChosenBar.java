package org.manumit.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;
import org.manumit.app.session.ChosenThings;
import org.manumit.app.session.ChosenThings.Thing;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The people and numbers about which a page asks: each can be taken out again, more are found by typing their names. */
public final class ChosenBar extends View<FlowPane> {
    private static final double FIELD = 240;
    private static final double LIST = 330;
    private static final double ROW = 42;
    private static final int MOST_ROWS = 8;

    private final ChosenThings things;
    private final Words words;
    private final TextField field = new TextField();
    private final ListView<Thing> list = new ListView<>();
    private final Label none;
    private final StackPane content = new StackPane();
    private final Popup popup = new Popup();
    private final HBox adding;

    /**
     * The bar over what is chosen.
     *
     * @param prompt what the field says while it is empty
     */
    public ChosenBar(ChosenThings things, String prompt, Words words) {
        super(new FlowPane(6, 6));
        this.things = things;
        this.words = words;
        field.setId("choose");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefWidth(FIELD);
        field.textProperty().addListener((observable, before, now) -> look(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        field.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        none = Texts.line(words.text("search.none"), StyleClass.MUTED);
        none.setStyle("-fx-padding: 8;");
        list.setCellFactory(view -> new ThingCell());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPrefWidth(LIST);
        list.setOnMouseClicked(event -> chooseMarked());
        Texts.style(content, StyleClass.SEARCH_POPUP);
        content.setPrefWidth(LIST);
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        Button selected = Buttons.of(Icon.LINK, words.text("chosen.addSelected"), things::addSelected);
        selected.setId("choose-selected");
        adding = new HBox(6, field, Buttons.explained(selected, things.whyNotSelectedProperty()));
        adding.setAlignment(Pos.CENTER_LEFT);
        root().setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void attach() {
        showList(things.chosen(), this::display);
        onDetach(popup::hide);
    }

    private void display(List<Thing> chosen) {
        boolean typing = field.isFocused();
        List<Node> shown = new ArrayList<>(chosen.stream().map(this::chip).toList());
        shown.add(adding);
        if (chosen.size() > 1) {
            shown.add(Buttons.link(words.text("chosen.clear"), things::clear));
        }
        root().getChildren().setAll(shown);
        if (typing) {
            field.requestFocus();
        }
    }

    private Node chip(Thing thing) {
        Label name = Texts.line(thing.name(), StyleClass.BODY);
        Button out =
                Buttons.icon(Icon.CLOSE, words.text("chosen.remove", thing.name()), () -> things.remove(thing.id()));
        HBox chip = Texts.style(new HBox(2, name, out), StyleClass.CHOSEN);
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }

    private void look(String text) {
        if (text.isBlank()) {
            popup.hide();
            return;
        }
        List<Thing> found = things.suggest(text);
        list.getItems().setAll(found);
        list.setPrefHeight(Math.clamp(found.size(), 1, MOST_ROWS) * ROW + 2);
        content.getChildren().setAll(found.isEmpty() ? none : list);
        list.getSelectionModel().selectFirst();
        if (!popup.isShowing() && field.getScene() != null && field.isFocused()) {
            Bounds at = field.localToScreen(field.getBoundsInLocal());
            content.getStylesheets().setAll(field.getScene().getStylesheets());
            popup.show(field, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int at = list.getSelectionModel().getSelectedIndex() + (event.getCode() == KeyCode.DOWN ? 1 : -1);
            list.getSelectionModel()
                    .select(Math.clamp(at, 0, Math.max(0, list.getItems().size() - 1)));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            chooseMarked();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE
                && field.getText().isEmpty()
                && !things.chosen().isEmpty()) {
            things.remove(things.chosen().getLast().id());
            event.consume();
        }
    }

    private void chooseMarked() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .filter(thing -> !field.getText().isBlank())
                .ifPresent(thing -> {
                    popup.hide();
                    field.clear();
                    things.add(thing.id());
                });
    }

    private static final class ThingCell extends ListCell<Thing> {
        private final Label name = Texts.line("", StyleClass.BODY);
        private final Label about = Texts.line("", StyleClass.CAPTION);
        private final VBox both = new VBox(0, name, about);

        ThingCell() {
            both.setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Thing thing, boolean empty) {
            super.updateItem(thing, empty);
            if (empty || thing == null) {
                setGraphic(null);
            } else {
                name.setText(thing.name());
                about.setText(thing.about());
                setGraphic(both);
            }
        }
    }
}
