package org.manumit.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Icons;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The head of the window: which case, how it is to be handled, search, and what can be done anywhere. */
final class HeaderView extends View<HBox> {
    private final ShellViewModel model;
    private final Words words;
    private final Label caseName = Texts.line("", StyleClass.APP_TITLE);
    private final Label handling = Texts.line("", StyleClass.CHIP, StyleClass.CHIP_HANDLING);
    private final Button names;

    HeaderView(ShellViewModel model, Parent search, Runnable importFiles, Runnable release, Words words) {
        super(new HBox());
        this.model = model;
        this.words = words;
        Button close = Buttons.icon(Icon.BACK, words.text("shell.closeCase"), model::closeCase);
        caseName.setMinWidth(40);
        handling.setMinWidth(Region.USE_PREF_SIZE);
        names = Buttons.icon(Icon.REVEAL, words.text("shell.reveal"), model::toggleNames);
        names.setId("toggle-names");
        Button undo = Buttons.icon(Icon.UNDO, words.text("shell.undo"), model::undo);
        undo.setId("undo");
        Button redo = Buttons.icon(Icon.REDO, words.text("shell.redo"), model::redo);
        redo.setId("redo");
        Button add = Buttons.of(Icon.IMPORT, words.text("shell.import"), importFiles);
        add.setId("import");
        add.setMinWidth(Region.USE_PREF_SIZE);
        Button brief = Buttons.of(Icon.BRIEF, words.text("shell.release"), release);
        brief.setId("release");
        brief.setMinWidth(Region.USE_PREF_SIZE);
        Buttons.describe(brief, words.text("shell.release.about"));
        Button help = Buttons.icon(
                Icon.HELP, words.text("shell.shortcuts"), () -> model.showSheet(ShellViewModel.Sheet.SHORTCUTS));
        root().getChildren()
                .addAll(
                        close,
                        caseName,
                        handling,
                        Texts.filler(),
                        search,
                        Texts.filler(),
                        Buttons.explained(undo, model.whyNoUndoProperty(), model.undoTextProperty()),
                        Buttons.explained(redo, model.whyNoRedoProperty(), model.redoTextProperty()),
                        names,
                        themes(model, words),
                        help,
                        brief,
                        Buttons.explained(add, model.whyNoImportProperty()));
        root().setAlignment(Pos.CENTER_LEFT);
        Texts.style(root(), StyleClass.APP_BAR);
    }

    /** The choice of a look; also on the first screen. */
    static MenuButton themes(ShellViewModel model, Words words) {
        MenuButton themes = new MenuButton("", Icons.of(Icon.THEME));
        Buttons.describe(themes, words.text("shell.theme"));
        Texts.style(themes, StyleClass.ICON_BUTTON);
        themes.setId("theme");
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(words.of(choice));
            item.setToggleGroup(group);
            item.setId("theme-" + choice.name().toLowerCase(java.util.Locale.ROOT));
            item.setSelected(model.themeChoiceProperty().get() == choice);
            model.themeChoiceProperty().addListener((observable, before, now) -> item.setSelected(now == choice));
            item.setOnAction(event -> model.chooseTheme(choice));
            themes.getItems().add(item);
        }
        return themes;
    }

    @Override
    protected void attach() {
        show(model.caseNameProperty(), caseName::setText);
        show(model.handlingProperty(), text -> {
            handling.setText(text);
            handling.setVisible(!text.isEmpty());
            handling.setManaged(!text.isEmpty());
        });
        show(model.concealingProperty(), concealing -> {
            ((FontIcon) names.getGraphic()).setIconCode((concealing ? Icon.CONCEAL : Icon.REVEAL).ikon());
            Buttons.describe(names, words.text(concealing ? "shell.reveal" : "shell.conceal"));
        });
        show(model.victimCountProperty(), count -> {
            names.setVisible(count > 0);
            names.setManaged(count > 0);
        });
    }
}
