package org.manumit.app.feature.search;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Icons;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.search.SearchViewModel.Hit;
import org.manumit.app.session.ConcealedText;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The search field of the header, with its list of hits. */
public final class SearchView extends View<StackPane> {
    private static final double WIDTH = 320;
    private static final double WIDE = 620;
    private static final int MOST_ROWS = 12;
    private static final double ROW = 42;

    private final SearchViewModel model;
    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();
    private final Popup popup = new Popup();
    private final VBox content = new VBox(list);
    private final Label none;

    /** The search over its view model. */
    public SearchView(SearchViewModel model, Words words) {
        super(new StackPane());
        this.model = model;
        none = Texts.line(words.text("search.none"), StyleClass.MUTED);
        none.setStyle("-fx-padding: 8;");
        field.setPromptText(words.text("search.prompt"));
        field.setAccessibleText(words.text("search.prompt"));
        field.setId("search");
        field.setPrefWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        field.setStyle("-fx-padding: 5 10 5 30;");
        FontIcon icon = Icons.of(Icon.SEARCH);
        icon.setMouseTransparent(true);
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new javafx.geometry.Insets(0, 0, 0, 9));
        root().getChildren().addAll(field, icon);
        root().setAlignment(Pos.CENTER_LEFT);
        root().setMaxWidth(WIDTH);
        list.setCellFactory(view -> new HitCell());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPrefWidth(WIDTH);
        Texts.style(content, StyleClass.SEARCH_POPUP);
        content.setPrefWidth(WIDTH);
        popup.getContent().add(content);
        popup.setAutoHide(true);
        // Without it the popup's shadow counts, and its edge does not meet the field's.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
        popup.setHideOnEscape(true);
        field.textProperty().addListener((observable, before, now) -> search(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        field.focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        list.setOnMouseClicked(event -> choose());
    }

    @Override
    protected void attach() {
        showList(model.hits(), hits -> {
            list.getItems().setAll(hits);
            list.setPrefHeight(Math.clamp(hits.size(), 1, MOST_ROWS) * ROW + 2);
            double width = hits.stream().anyMatch(hit -> hit.claim().isPresent()) ? WIDE : WIDTH;
            list.setPrefWidth(width);
            content.setPrefWidth(width);
            content.getChildren().setAll(hits.isEmpty() ? none : list);
            if (!hits.isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        onDetach(popup::hide);
    }

    /** Puts the cursor into the field. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void search(String text) {
        model.search(text);
        if (text.isBlank()) {
            popup.hide();
        } else if (!popup.isShowing() && field.getScene() != null && field.isFocused()) {
            Bounds at = field.localToScreen(field.getBoundsInLocal());
            content.getStylesheets().setAll(field.getScene().getStylesheets());
            popup.show(field, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private void steer(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(at - 1, 0));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            field.clear();
            event.consume();
        }
    }

    private void choose() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            popup.hide();
            model.choose(hit);
            field.clear();
        }
    }

    private static HBox marked(Hit hit) {
        HBox line = new HBox();
        String text = hit.name().replace('\n', ' ');
        int at = 0;
        for (ConcealedText.Mark mark : hit.marks()) {
            if (mark.start() >= at) {
                line.getChildren().add(part(text.substring(at, mark.start()), StyleClass.BODY));
                line.getChildren().add(part(text.substring(mark.start(), mark.end()), StyleClass.HEADING));
                at = mark.end();
            }
        }
        line.getChildren().add(part(text.substring(at), StyleClass.BODY));
        return line;
    }

    private static Label part(String text, StyleClass style) {
        Label label = Texts.line(text, style);
        if (style == StyleClass.HEADING) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        return label;
    }

    private static final class HitCell extends ListCell<Hit> {
        private final FontIcon icon = Icons.of(Icon.PERSON);
        private final Label name = Texts.line("", StyleClass.BODY);
        private final Label detail = Texts.line("", StyleClass.CAPTION);
        private final VBox text = new VBox(0, name, detail);
        private final HBox row = new HBox(10, icon, text);

        HitCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            text.setAlignment(Pos.CENTER_LEFT);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(
                    hit.claim().isPresent()
                            ? Icon.EVIDENCE.ikon()
                            : hit.entity()
                                    .map(entity -> Icons.iconOf(entity.kind()).ikon())
                                    .orElse(Icon.SEARCH.ikon()));
            name.setText(hit.name());
            // what was searched for is bold; the list's other rows are plain labels
            name.setGraphic(hit.marks().isEmpty() ? null : marked(hit));
            name.setContentDisplay(hit.marks().isEmpty() ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
            detail.setText(hit.detail());
            setGraphic(row);
        }
    }
}
