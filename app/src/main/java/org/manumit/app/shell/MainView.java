package org.manumit.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.manumit.app.brief.CaseOutput.Product;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.job.JobFailure;
import org.manumit.app.session.CaseState;
import org.manumit.app.session.Session;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The whole window: the first screen, or an open case with its views, and what may lie over them. */
final class MainView extends View<StackPane> {
    private static final double LEFT = 268;
    private static final double RIGHT = 336;
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    /**
     * The parts of the window that features bring.
     *
     * @param start the first screen
     * @param search the search field
     * @param people the list at the left
     * @param places the main views
     * @param inspector the panel at the right
     * @param importing the sheet that imports files
     * @param correcting the sheet on which rows are corrected
     * @param releasing the sheet on which a brief or an export is asked for
     */
    record Parts(
            Parent start,
            Parent search,
            Parent people,
            Map<Place, Parent> places,
            Parent inspector,
            Parent importing,
            Parent correcting,
            Parent releasing) {
        Parts {
            places = Map.copyOf(places);
        }
    }

    private final ShellViewModel model;
    private final Session session;
    private final Parts parts;
    private final Words words;
    private final Consumer<List<Path>> takeFiles;
    private final Runnable importFiles;
    private final Runnable focusSearch;
    private final Consumer<Product> release;
    private final BorderPane workspace = new BorderPane();
    private final BorderPane frame = new BorderPane();
    private final StackPane centre = new StackPane();
    private final StackPane sheets = new StackPane();
    private final VBox notices = new VBox(8);
    private final HBox tabBar = new HBox(2);
    private final Map<Place, ToggleButton> tabs = new EnumMap<>(Place.class);
    private final StackPane dropHint = new StackPane();
    private final SplitPane split = new SplitPane();
    private final VBox middle = new VBox();
    private final ToggleButton list = new ToggleButton();
    private final ToggleButton details = new ToggleButton();
    private double listWidth = LEFT;
    private double detailsWidth = RIGHT;

    MainView(
            ShellViewModel model,
            Session session,
            Parts parts,
            Words words,
            Runnable importFiles,
            Consumer<List<Path>> takeFiles,
            Consumer<Product> release,
            Runnable focusSearch) {
        super(new StackPane());
        this.model = model;
        this.session = session;
        this.parts = parts;
        this.words = words;
        this.importFiles = importFiles;
        this.takeFiles = takeFiles;
        this.focusSearch = focusSearch;
        this.release = release;
        buildWorkspace();
        frame.setBottom(new StatusBar(model, words).root());
        sheets.setVisible(false);
        Texts.style(sheets, StyleClass.SHEET_SCRIM);
        notices.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(notices, new Insets(0, 16, 40, 16));
        dropHint.getChildren().add(new EmptyState(Icon.DROP, words.text("shell.drop"), words.text("shell.drop.about")));
        dropHint.setMouseTransparent(true);
        dropHint.setVisible(false);
        Texts.style(dropHint, StyleClass.DROP_TARGET);
        root().getChildren().addAll(frame, sheets, notices, dropHint);
        root().setOnDragOver(this::dragOver);
        root().setOnDragExited(event -> dropHint.setVisible(false));
        root().setOnDragDropped(this::dropped);
    }

    private void buildWorkspace() {
        workspace.setTop(
                new HeaderView(model, parts.search(), importFiles, () -> release.accept(Product.BRIEF), words).root());
        tabBar.setAlignment(Pos.CENTER_LEFT);
        Texts.style(tabBar, StyleClass.TOOLBAR);
        tabBar.setPadding(new Insets(0, 8, 0, 8));
        tabBar.getChildren().add(panelButton(list, Icon.LIST_PANEL, Shortcut.LIST, model::toggleList));
        ToggleGroup group = new ToggleGroup();
        for (Place place : Place.values()) {
            ToggleButton tab = new ToggleButton(words.of(place), Icons.of(place.icon()));
            tab.setMnemonicParsing(true);
            tab.setToggleGroup(group);
            tab.setId("tab-" + place.name().toLowerCase(java.util.Locale.ROOT));
            tab.setOnAction(event -> {
                tab.setSelected(true);
                model.goTo(place);
            });
            Texts.style(tab, StyleClass.NAV_TAB);
            Buttons.describe(tab, words.of(place).replace("_", ""));
            tabs.put(place, tab);
            tabBar.getChildren().add(tab);
        }
        tabBar.widthProperty().addListener((observable, before, now) -> fitTabs());
        tabBar.getChildren()
                .addAll(
                        Texts.filler(),
                        panelButton(details, Icon.DETAILS_PANEL, Shortcut.DETAILS, model::toggleDetails));
        VBox.setVgrow(centre, Priority.ALWAYS);
        middle.getChildren().addAll(tabBar, centre);
        SplitPane.setResizableWithParent(parts.people(), false);
        SplitPane.setResizableWithParent(parts.inspector(), false);
        if (parts.people() instanceof Region left) {
            left.setMinWidth(190);
            left.setPrefWidth(LEFT);
        }
        if (parts.inspector() instanceof Region right) {
            right.setMinWidth(240);
            right.setPrefWidth(RIGHT);
        }
        middle.setMinWidth(320);
        workspace.setCenter(split);
        split.widthProperty().addListener((observable, before, now) -> {
            if (before.doubleValue() == 0) {
                placeDividers();
            }
        });
    }

    /** Where pictures and words of all tabs have no room the words stay, closer together if need be; no word is cut. */
    private void fitTabs() {
        for (TabLook look : TabLook.values()) {
            tabs.values().forEach(tab -> {
                tab.setContentDisplay(look.shown);
                tab.pseudoClassStateChanged(TIGHT, look == TabLook.TIGHT_WORDS);
            });
            tabBar.applyCss();
            if (tabBar.prefWidth(-1) <= tabBar.getWidth()) {
                return;
            }
        }
    }

    /** How the tabs look, the roomiest first. */
    private enum TabLook {
        PICTURES_AND_WORDS(ContentDisplay.LEFT),
        WORDS(ContentDisplay.TEXT_ONLY),
        TIGHT_WORDS(ContentDisplay.TEXT_ONLY),
        PICTURES(ContentDisplay.GRAPHIC_ONLY);

        private final ContentDisplay shown;

        TabLook(ContentDisplay shown) {
            this.shown = shown;
        }
    }

    private ToggleButton panelButton(ToggleButton button, Icon icon, Shortcut shortcut, Runnable act) {
        button.setGraphic(Icons.of(icon));
        button.setId(shortcut == Shortcut.LIST ? "panel-list" : "panel-details");
        Buttons.describe(button, words.text("shell.shortcut", words.of(shortcut), shortcut.keysInWords()));
        button.setOnAction(event -> act.run());
        return Texts.style(button, StyleClass.ICON_BUTTON);
    }

    /** Shows or hides the panels at the sides; each comes back as wide as it was. */
    private void showPanels() {
        list.setSelected(model.listShownProperty().get());
        details.setSelected(model.detailsShownProperty().get());
        List<Node> wanted = new ArrayList<>();
        if (model.listShownProperty().get()) {
            wanted.add(parts.people());
        }
        wanted.add(middle);
        if (model.detailsShownProperty().get()) {
            wanted.add(parts.inspector());
        }
        if (!split.getItems().equals(wanted)) {
            if (split.getWidth() > 0) {
                double[] dividers = split.getDividerPositions();
                if (split.getItems().contains(parts.people())) {
                    listWidth = dividers[0] * split.getWidth();
                }
                if (split.getItems().contains(parts.inspector())) {
                    detailsWidth = (1 - dividers[dividers.length - 1]) * split.getWidth();
                }
            }
            split.getItems().setAll(wanted);
            placeDividers();
        }
    }

    private void placeDividers() {
        double width = split.getWidth();
        if (width <= 0) {
            return;
        }
        int divider = 0;
        if (split.getItems().contains(parts.people())) {
            split.setDividerPosition(divider++, listWidth / width);
        }
        if (split.getItems().contains(parts.inspector())) {
            split.setDividerPosition(divider, 1 - detailsWidth / width);
        }
    }

    @Override
    protected void attach() {
        // Of the scene, not of the root: where nothing has the focus, keys go to the scene alone.
        Scene scene = root().getScene();
        EventHandler<KeyEvent> steering = this::steer;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, steering);
        onDetach(() -> scene.removeEventFilter(KeyEvent.KEY_PRESSED, steering));
        show(session.stateProperty(), this::showState);
        show(
                session.snapshotProperty(),
                snapshot -> showState(session.stateProperty().get()));
        show(
                session.loadingProperty(),
                loading -> showState(session.stateProperty().get()));
        show(model.placeProperty(), this::showPlace);
        show(model.listShownProperty(), shown -> showPanels());
        show(model.detailsShownProperty(), shown -> showPanels());
        show(model.sheetProperty(), this::showSheet);
        show(model.failureProperty(), failure -> notices.getChildren()
                .setAll(failure.stream().map(this::notice).toList()));
    }

    private void showState(CaseState state) {
        boolean open =
                !(state instanceof CaseState.Closed) || !session.snapshot().isEmpty();
        Parent next = open ? workspace : parts.start();
        boolean entered = open && !next.equals(frame.getCenter());
        if (!next.equals(frame.getCenter())) {
            frame.setCenter(next);
        }
        showPlace(model.placeProperty().get());
        if (entered) {
            // Else the first button of the window has the keys, and that one leaves the case.
            Objects.requireNonNull(tabs.get(model.placeProperty().get())).requestFocus();
        }
    }

    private void showPlace(Place place) {
        tabs.forEach((each, tab) -> tab.setSelected(each == place));
        fitTabs();
        Parent next;
        if (session.snapshot().isEmpty()) {
            next = nothingYet();
        } else {
            next = parts.places().getOrDefault(place, nothingYet());
        }
        if (centre.getChildren().isEmpty() || !next.equals(centre.getChildren().getFirst())) {
            centre.getChildren().setAll(next);
        }
    }

    private Parent nothingYet() {
        if (session.loadingProperty().get()) {
            return new EmptyState(Icon.DATABASE, words.text("shell.opening"), words.text("shell.opening.about"));
        }
        Button add = Buttons.of(Icon.IMPORT, words.text("shell.empty.import"), importFiles);
        add.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
        return new EmptyState(Icon.DROP, words.text("shell.empty"), words.text("shell.empty.about"), add);
    }

    private void showSheet(ShellViewModel.Sheet sheet) {
        switch (sheet) {
            case NONE -> sheets.getChildren().clear();
            case IMPORT -> sheets.getChildren().setAll(parts.importing());
            case ROWS -> sheets.getChildren().setAll(parts.correcting());
            case RELEASE -> sheets.getChildren().setAll(parts.releasing());
            case SHORTCUTS ->
                sheets.getChildren().setAll(new ShortcutsView(words, () -> model.showSheet(ShellViewModel.Sheet.NONE)));
        }
        sheets.setVisible(sheet != ShellViewModel.Sheet.NONE);
        frame.setDisable(false);
        StackPane.setMargin(parts.importing(), new Insets(28));
        StackPane.setMargin(parts.correcting(), new Insets(28));
        if (sheet != ShellViewModel.Sheet.NONE) {
            sheets.getChildren().getFirst().requestFocus();
        }
    }

    private HBox notice(JobFailure failure) {
        Label title = Texts.wrapped(failure.job(), StyleClass.HEADING);
        Label text = Texts.wrapped(failure.message(), StyleClass.BODY);
        VBox both = new VBox(2, title, text);
        both.setMaxWidth(460);
        HBox box = new HBox(
                Icons.of(Icon.WARNING),
                both,
                Buttons.icon(Icon.CLOSE, words.text("shell.close"), model::dismissFailure));
        box.setId("failure");
        Texts.style(box, StyleClass.OVERLAY, StyleClass.NOTICE, StyleClass.DANGER);
        return box;
    }

    private void steer(KeyEvent event) {
        ShellViewModel.Sheet sheet = model.sheetProperty().get();
        if (event.getCode() == KeyCode.ESCAPE
                && (sheet == ShellViewModel.Sheet.SHORTCUTS || sheet == ShellViewModel.Sheet.RELEASE)
                && !(event.getTarget() instanceof ComboBoxBase<?> box && box.isShowing())) {
            model.showSheet(ShellViewModel.Sheet.NONE);
            event.consume();
            return;
        }
        for (Shortcut shortcut : Shortcut.values()) {
            if (shortcut.matches(event) && !isTyping(event, shortcut)) {
                act(shortcut);
                event.consume();
                return;
            }
        }
    }

    /** Whether the keys mean the text that is being typed: a field with nothing to undo leaves undo to the case. */
    private static boolean isTyping(KeyEvent event, Shortcut shortcut) {
        return event.getTarget() instanceof TextInputControl field
                && ((shortcut == Shortcut.UNDO && field.isUndoable())
                        || (shortcut == Shortcut.REDO && field.isRedoable())
                        || shortcut == Shortcut.BACK);
    }

    private void act(Shortcut shortcut) {
        if (!workspace.equals(frame.getCenter()) && shortcut != Shortcut.HELP) {
            return;
        }
        if (model.sheetProperty().get() != ShellViewModel.Sheet.NONE && !shortcut.worksOverSheets()) {
            return;
        }
        switch (shortcut) {
            case SEARCH -> focusSearch.run();
            case IMPORT -> {
                if (model.whyNoImportProperty().get().isEmpty()) {
                    importFiles.run();
                }
            }
            case BRIEF -> release.accept(Product.BRIEF);
            case EXPORT -> release.accept(Product.EXPORT);
            case CHART -> model.goTo(Place.CHART);
            case VERDICT -> model.goTo(Place.VERDICT);
            case WHAT_IF -> model.goTo(Place.WHAT_IF);
            case TABLES -> model.goTo(Place.TABLES);
            case SOURCES -> model.goTo(Place.SOURCES);
            case DOCUMENTS -> model.goTo(Place.DOCUMENTS);
            case CALLS -> model.goTo(Place.CALLS);
            case PATHS -> model.goTo(Place.PATHS);
            case MEASURES -> model.goTo(Place.MEASURES);
            case LIST -> model.toggleList();
            case DETAILS -> model.toggleDetails();
            case UNDO -> model.undo();
            case REDO -> model.redo();
            case BACK -> model.selectEarlier();
            case CLOSE -> model.closeCase();
            case HELP -> model.showSheet(ShellViewModel.Sheet.SHORTCUTS);
        }
    }

    private void dragOver(DragEvent event) {
        List<Path> files = files(event);
        if (!files.isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
            dropHint.setVisible(true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        dropHint.setVisible(false);
        List<Path> files = files(event);
        boolean taken = !files.isEmpty();
        if (taken) {
            takeFiles.accept(files);
        }
        event.setDropCompleted(taken);
        event.consume();
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().getFiles() == null
                ? List.of()
                : event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }
}
