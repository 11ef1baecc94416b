package org.manumit.app.feature.start;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.ClickableRow;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.start.StartViewModel.Presence;
import org.manumit.app.feature.start.StartViewModel.RecentCase;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The first screen. */
public final class StartView extends View<StackPane> {
    private static final double ACTIONS_WIDTH = 320;
    private static final double RECENT_WIDTH = 400;

    private final StartViewModel model;
    private final Words words;
    private final VBox recent = new VBox(6);

    /**
     * The first screen over its view model.
     *
     * @param themes the choice of a look
     */
    public StartView(StartViewModel model, Node themes, Words words) {
        super(new StackPane());
        this.model = model;
        this.words = words;
        HBox columns = new HBox(56, actions(), recentCases());
        columns.setAlignment(Pos.TOP_CENTER);
        columns.setMaxHeight(450);
        StackPane.setAlignment(themes, Pos.TOP_RIGHT);
        StackPane.setMargin(themes, new Insets(12, 16, 0, 0));
        Label drop = Texts.line(words.text("start.drop"), StyleClass.MUTED);
        drop.setGraphic(Icons.of(Icon.DROP));
        StackPane.setAlignment(drop, Pos.BOTTOM_CENTER);
        StackPane.setMargin(drop, new Insets(0, 0, 28, 0));
        root().getChildren().addAll(columns, drop, themes);
        Texts.style(root(), StyleClass.BAND);
    }

    private VBox actions() {
        FontIcon mark = Icons.of(Icon.MANUMIT);
        Texts.style(mark, StyleClass.ICON_LOGO);
        Label name = Texts.line(words.text("app.name"), StyleClass.TITLE);
        Label purpose = Texts.wrapped(words.text("app.purpose"), StyleClass.SUBTITLE);
        ClickableRow create = card(Icon.CASE_NEW, "start.new", model::newCase);
        create.setId("start-new");
        ClickableRow open = card(Icon.CASE_OPEN, "start.open", model::openCase);
        open.setId("start-open");
        ClickableRow shared = card(Icon.CASE_SHARED, "start.shared", model::openShared);
        shared.setId("start-shared");
        ClickableRow example = card(Icon.EXAMPLE, "start.example", model::openExample);
        example.setId("start-example");
        VBox box = new VBox(
                12,
                mark,
                name,
                purpose,
                create,
                open,
                shared,
                Buttons.explained(example, model.whyNoExampleProperty()));
        box.setMaxHeight(Region.USE_PREF_SIZE);
        VBox.setMargin(purpose, new Insets(-6, 0, 10, 0));
        box.setMinWidth(ACTIONS_WIDTH);
        box.setMaxWidth(ACTIONS_WIDTH);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private ClickableRow card(Icon icon, String key, Runnable act) {
        FontIcon picture = Icons.of(icon);
        Texts.style(picture, StyleClass.ICON_CARD);
        Label title = Texts.line(words.text(key), StyleClass.HEADING);
        title.setMnemonicParsing(true);
        Label about = Texts.wrapped(words.text(key + ".about"), StyleClass.CAPTION);
        VBox text = new VBox(2, title, about);
        HBox.setHgrow(text, Priority.ALWAYS);
        ClickableRow row =
                new ClickableRow(14, words.text(key).replace("_", ""), act, StyleClass.CARD, StyleClass.CARD_CLICKABLE);
        row.getChildren().addAll(picture, text);
        title.setLabelFor(row);
        return row;
    }

    private VBox recentCases() {
        ScrollPane scroll = new ScrollPane(recent);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(8, Texts.line(words.text("start.recent"), StyleClass.HEADING), scroll);
        box.setMinWidth(RECENT_WIDTH);
        box.setMaxWidth(RECENT_WIDTH);
        box.setPadding(new Insets(54, 0, 0, 0));
        return box;
    }

    @Override
    protected void attach() {
        showList(model.recent(), cases -> {
            recent.getChildren().setAll(cases.stream().map(this::row).toList());
            if (cases.isEmpty()) {
                recent.getChildren()
                        .add(new EmptyState(
                                Icon.CASE_RECENT,
                                words.text("start.recent.empty"),
                                words.text("start.recent.empty.about")));
            }
        });
    }

    private HBox row(RecentCase shown) {
        Label name = Texts.line(shown.name(), StyleClass.BODY);
        name.setStyle("-fx-font-weight: bold;");
        boolean missing = shown.presence() == Presence.MISSING;
        Label place = missing
                ? Texts.line(words.text("start.recent.missing", shown.place()), StyleClass.CAPTION, StyleClass.WARNING)
                : Texts.line(shown.place(), StyleClass.CAPTION);
        place.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        FontIcon picture =
                Icons.of(missing ? Icon.WARNING : shown.presence() == Presence.SHARED ? Icon.CASE_SHARED : Icon.FOLDER);
        VBox text = new VBox(1, name, place);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox open = missing
                ? Texts.style(new HBox(12), StyleClass.CARD)
                : new ClickableRow(
                        12, shown.name(), () -> model.open(shown), StyleClass.CARD, StyleClass.CARD_CLICKABLE);
        open.setAlignment(Pos.CENTER_LEFT);
        open.getChildren().addAll(missing ? Texts.style(picture, StyleClass.WARNING) : picture, text);
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget = Buttons.icon(Icon.CLOSE, words.text("start.recent.forget"), () -> model.forget(shown));
        forget.getStyleClass().add(Styles.SMALL);
        HBox row = new HBox(4, open, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
