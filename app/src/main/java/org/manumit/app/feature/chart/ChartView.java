package org.manumit.app.feature.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.render.Camera;
import org.manumit.app.feature.chart.render.ChartFonts;
import org.manumit.app.feature.chart.render.ChartFrame;
import org.manumit.app.feature.chart.render.ChartPainter;
import org.manumit.app.feature.chart.render.ChartPicking;
import org.manumit.app.feature.chart.render.ChartPicture;
import org.manumit.app.feature.chart.render.ChartStyles;
import org.manumit.app.feature.chart.render.ChartTheme;
import org.manumit.app.feature.chart.render.ChartWords;
import org.manumit.app.feature.chart.render.Legend;
import org.manumit.app.feature.chart.render.LegendPainter;
import org.manumit.app.feature.chart.render.Symbols;

/**
 * The link chart as a panel: put it in a window, give its view model a {@code ChartModel}, listen to its selection.
 *
 * <p>Mouse: drag the background to pan (with Space from anywhere), wheel or pinch to zoom at the pointer, click to select,
 * Ctrl-click to add, Shift-drag for a box, Alt-drag or the lasso tool for a lasso, drag an entity to place it, double-click
 * to expand. Keyboard: arrows walk from entity to entity, Page Up and Down go through them by prominence, Enter opens, E
 * expands, Delete hides, P pins, F fits, + and - zoom, Ctrl+Z and Ctrl+Y undo and redo, Escape lets go.
 *
 * <p>Listens and paints only while it is in a window. Use it on the FX thread.
 */
public final class ChartView extends Region {

    private static final double CLICK_SLACK = 3;
    private static final double ZOOM_STEP = 1.25;
    private static final double LEGEND_FROM_WIDTH = 900;
    private static final double DRAGGED_FROM_RADIUS = 4;
    private static final Duration HOVER_FOCUSES_AFTER = Duration.millis(450);

    private final ChartViewModel viewModel;
    private final ChartIntents intents;
    private final ChartWords words;
    private final Symbols symbols = new Symbols();
    private final ChartFonts fonts = new ChartFonts();
    private final ChartSurface surface;
    private final Region focusRing = new Region();
    private final Rectangle box = new Rectangle();
    private final Path lasso = new Path();
    private final VBox tools = new VBox();
    private final ChartLegendView legendView = new ChartLegendView(this::selectLike);
    private final ScrollPane legendScroll = new ScrollPane(legendView);
    private final StackPane legendCard = new StackPane();
    private final Label status = new Label();
    private final VBox hint = new VBox();
    private final Label hintTitle = new Label();
    private final Label hintText = new Label();
    private final VBox empty = new VBox(6);
    private final ToggleButton lassoTool;
    private final ToggleButton groupsTool;
    private final ToggleButton legendTool;
    private final Button stopTool;
    private final ContextMenu menu = new ContextMenu();
    private final ChangeListener<Object> repaint = (observable, old, now) -> changed();
    private final ChangeListener<Object> recount = (observable, old, now) -> contentChanged();
    private final ChangeListener<ChartContent> glideOver = (observable, old, now) -> glideBetween(old, now);
    private final ChangeListener<Object> reselect = (observable, old, now) -> selectionChanged();
    private final ChangeListener<Object> rescale = (observable, old, now) -> scaleChanged();

    private ChartStyles styles = new ChartStyles(ChartTheme.LIGHT);
    private BitSet selectedNodes = new BitSet();
    private BitSet selectedLinks = new BitSet();
    private Optional<Legend> legend = Optional.empty();
    private Optional<Window> window = Optional.empty();
    private Gesture gesture = Gesture.NONE;
    private boolean spaceDown;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean travelled;
    private int hoverNode = -1;
    private int hoverLink = -1;
    private boolean hoverHeld;
    private final PauseTransition hoverHolding = new PauseTransition(HOVER_FOCUSES_AFTER);
    private Optional<ChartGlide> glide = Optional.empty();
    private final AnimationTimer gliding = new AnimationTimer() {
        @Override
        public void handle(long now) {
            changed();
            if (glide.isEmpty() || glide.get().isOver()) {
                endGlide();
            }
        }
    };
    private boolean fitWhenSized = true;
    private Path2D lassoArea = new Path2D.Double();

    private enum Gesture {
        NONE,
        PAN,
        MOVE,
        BOX,
        LASSO,
        CLICK
    }

    /** A chart nobody listens to but through its view model. */
    public ChartView(ChartViewModel viewModel) {
        this(viewModel, ChartIntents.NONE);
    }

    /**
     * A chart.
     *
     * @param intents told what the user asks for
     */
    public ChartView(ChartViewModel viewModel, ChartIntents intents) {
        this.viewModel = viewModel;
        this.intents = intents;
        words = viewModel.words();
        surface = new ChartSurface(new ChartPainter(styles, symbols, fonts), this::frame);
        getStyleClass().add("chart-view");
        getStylesheets()
                .add(Objects.requireNonNull(
                                ChartView.class.getResource("/org/manumit/styles/chart/chart-view.css"),
                                "chart-view.css")
                        .toExternalForm());
        lassoTool = toggle(MaterialDesignL.LASSO, "tool.lasso");
        groupsTool = toggle(MaterialDesignG.GROUP, "tool.groups");
        legendTool = toggle(MaterialDesignF.FORMAT_LIST_BULLETED_TYPE, "tool.legend");
        stopTool = button(MaterialDesignA.ALERT_OCTAGON_OUTLINE, "tool.stop", viewModel::stopArranging);
        buildTools();
        buildOverlays();
        getChildren().addAll(surface.view(), lasso, box, empty, legendCard, status, tools, hint, focusRing);
        setStyle("-fx-font-family: '" + fonts.family() + "';");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words.get("accessible.chart"));
        setMinSize(160, 120);
        setPrefSize(900, 640);
        listenToInput();
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .addListener((observable, old, now) -> shown(now));
        layoutBoundsProperty().addListener((observable, old, now) -> sized());
    }

    /** The view model it shows. */
    public ChartViewModel viewModel() {
        return viewModel;
    }

    /** Paints in another theme from now on. */
    public void setTheme(ChartTheme theme) {
        styles = new ChartStyles(theme);
        surface.use(new ChartPainter(styles, symbols, fonts));
        getStyleClass().remove("dark");
        if (theme == ChartTheme.DARK) {
            getStyleClass().add("dark");
        }
        showLegend();
    }

    /** Whether the picture on screen is the finished one. */
    boolean atRest() {
        return surface.atRest();
    }

    /** Puts a menu of whoever embeds the chart among its tools. */
    public void addTool(MenuButton tool, org.kordamp.ikonli.Ikon icon, String key) {
        tool.setPopupSide(javafx.geometry.Side.LEFT);
        tools.getChildren().add(1, tool(tool, icon, key));
    }

    /** Shows or hides the legend. */
    public void setLegendVisible(boolean visible) {
        legendTool.setSelected(visible);
    }

    /** What is shown now as a picture to export, in the light theme. */
    public ChartPicture picture(String title) {
        ChartContent content = viewModel.content();
        return ChartPicture.of(content.scene(), content.places(), title).with(groups());
    }

    private void buildTools() {
        tools.getStyleClass().addAll("card", "tools");
        MenuButton layouts = new MenuButton();
        layouts.setGraphic(new FontIcon(MaterialDesignG.GRAPH_OUTLINE));
        layouts.getStyleClass().add("tool");
        layouts.setTooltip(new Tooltip(words.get("tool.layout")));
        layouts.setAccessibleText(words.get("tool.layout"));
        layouts.setPopupSide(javafx.geometry.Side.LEFT);
        layouts.setId("chart-layouts");
        ToggleGroup group = new ToggleGroup();
        for (ChartLayoutKind kind : ChartLayoutKind.values()) {
            RadioMenuItem item = new RadioMenuItem(words.get("layout." + kind.name()));
            item.setToggleGroup(group);
            item.setUserData(kind);
            item.setSelected(viewModel.layoutProperty().get() == kind);
            item.setOnAction(event -> viewModel.arrange(kind));
            layouts.getItems().add(item);
        }
        layouts.setOnShowing(event -> group.getToggles()
                .forEach(toggle -> toggle.setSelected(Objects.equals(
                        toggle.getUserData(), viewModel.layoutProperty().get()))));
        lassoTool.setSelected(false);
        groupsTool.setOnAction(event -> changed());
        legendTool.setSelected(true);
        stopTool.managedProperty().bind(stopTool.visibleProperty());
        stopTool.setVisible(false);
        tools.getChildren()
                .addAll(
                        layouts,
                        stopTool,
                        groupsTool,
                        lassoTool,
                        rule(),
                        button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "tool.fit", viewModel::fit),
                        button(MaterialDesignP.PLUS, "tool.zoomIn", () -> viewModel.zoom(ZOOM_STEP)),
                        button(MaterialDesignM.MINUS, "tool.zoomOut", () -> viewModel.zoom(1 / ZOOM_STEP)),
                        rule(),
                        legendTool);
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private ToggleButton toggle(org.kordamp.ikonli.Ikon icon, String key) {
        return tool(new ToggleButton(), icon, key);
    }

    private Button button(org.kordamp.ikonli.Ikon icon, String key, Runnable action) {
        Button button = tool(new Button(), icon, key);
        button.setOnAction(event -> action.run());
        return button;
    }

    private <B extends ButtonBase> B tool(B button, org.kordamp.ikonli.Ikon icon, String key) {
        button.setGraphic(new FontIcon(icon));
        button.setTooltip(new Tooltip(words.get(key)));
        button.setAccessibleText(words.get(key));
        button.getStyleClass().add("tool");
        button.setId("chart-" + key.substring(key.indexOf('.') + 1).toLowerCase(Locale.ROOT));
        return button;
    }

    private void buildOverlays() {
        focusRing.getStyleClass().add("focus-ring");
        focusRing.setMouseTransparent(true);
        box.getStyleClass().add("band");
        lasso.getStyleClass().add("band");
        for (Node area : List.of(box, lasso)) {
            area.setManaged(false);
            area.setVisible(false);
            area.setMouseTransparent(true);
        }
        legendScroll.getStyleClass().add("legend-scroll");
        legendCard.getStyleClass().add("card");
        legendCard.getChildren().add(legendScroll);
        legendScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        legendScroll.setFitToWidth(true);
        legendScroll.setFocusTraversable(false);
        legendCard.visibleProperty().bind(legendTool.selectedProperty());
        status.getStyleClass().addAll("card", "status");
        status.setMouseTransparent(true);
        hint.getStyleClass().addAll("card", "hint");
        hintTitle.getStyleClass().add("hint-title");
        hintText.getStyleClass().add("hint-text");
        hintTitle.setWrapText(true);
        hintText.setWrapText(true);
        hint.getChildren().addAll(hintTitle, hintText);
        hint.setMouseTransparent(true);
        hint.setManaged(false);
        hint.setVisible(false);
        Label emptyTitle = new Label(words.get("empty.title"));
        emptyTitle.getStyleClass().add("empty-title");
        Label emptyText = new Label(words.get("empty.text"));
        emptyText.getStyleClass().add("empty-text");
        empty.getChildren().addAll(emptyTitle, emptyText);
        empty.setAlignment(Pos.CENTER);
        empty.setMouseTransparent(true);
    }

    // Lifecycle: subscribed while in a window that shows, released in the mirror image.

    private void shown(boolean now) {
        if (now) {
            attach(getScene().getWindow());
        } else {
            detach();
        }
    }

    private void attach(Window inWindow) {
        viewModel.contentProperty().addListener(glideOver);
        viewModel.contentProperty().addListener(recount);
        viewModel.cameraProperty().addListener(repaint);
        viewModel.selectedNodesProperty().addListener(reselect);
        viewModel.selectedLinksProperty().addListener(reselect);
        viewModel.arrangingProperty().addListener(recount);
        inWindow.outputScaleXProperty().addListener(rescale);
        window = Optional.of(inWindow);
        surface.attach();
        scaleChanged();
        contentChanged();
        selectionChanged();
    }

    private void detach() {
        viewModel.contentProperty().removeListener(glideOver);
        viewModel.contentProperty().removeListener(recount);
        hoverHolding.stop();
        endGlide();
        viewModel.cameraProperty().removeListener(repaint);
        viewModel.selectedNodesProperty().removeListener(reselect);
        viewModel.selectedLinksProperty().removeListener(reselect);
        viewModel.arrangingProperty().removeListener(recount);
        window.ifPresent(left -> left.outputScaleXProperty().removeListener(rescale));
        window = Optional.empty();
        surface.detach();
        menu.hide();
    }

    private double outputScale() {
        return window.map(Window::getOutputScaleX).orElse(1.0);
    }

    private void scaleChanged() {
        surface.setScale(outputScale());
        showLegend();
    }

    // What is shown.

    private void changed() {
        surface.changed();
    }

    private void contentChanged() {
        ChartScene scene = viewModel.content().scene();
        hoverNode = -1;
        hoverLink = -1;
        hint.setVisible(false);
        empty.setVisible(scene.nodeCount() == 0);
        tools.setVisible(scene.nodeCount() > 0);
        stopTool.setVisible(viewModel.arrangingProperty().get());
        selectionChanged();
        Legend next = Legend.of(scene, words);
        if (legend.isEmpty() || !legend.get().equals(next)) {
            legend = Optional.of(next);
            showLegend();
        }
    }

    private void showLegend() {
        legend.ifPresent(shown -> {
            legendView.show(shown, new LegendPainter(styles, symbols, fonts), outputScale());
            legendCard.setOpacity(shown.sections().isEmpty() ? 0 : 1);
            requestLayout();
        });
    }

    private void selectionChanged() {
        ChartScene scene = viewModel.content().scene();
        selectedNodes = new BitSet();
        for (String id : viewModel.selectedNodesProperty().get()) {
            scene.indexOf(id).ifPresent(selectedNodes::set);
        }
        selectedLinks = new BitSet();
        Set<String> links = viewModel.selectedLinksProperty().get();
        if (!links.isEmpty()) {
            for (int l = 0; l < scene.linkCount(); l++) {
                selectedLinks.set(l, links.contains(scene.link(l).id()));
            }
        }
        showStatus();
        changed();
    }

    private void showStatus() {
        ChartScene scene = viewModel.content().scene();
        List<String> parts = new ArrayList<>();
        parts.add(words.get("status.shown", scene.nodeCount(), viewModel.model().nodeCount()));
        parts.add(words.get("status.links", scene.linkCount()));
        int selected = selectedNodes.cardinality() + selectedLinks.cardinality();
        if (selected > 0) {
            parts.add(words.get("status.selected", selected));
        }
        if (viewModel.arrangingProperty().get()) {
            parts.add(words.get("status.arranging"));
        }
        status.setText(String.join("  \u00b7  ", parts));
        status.setVisible(scene.nodeCount() > 0);
        requestLayout();
    }

    private ChartFrame.GroupOutlines groups() {
        return groupsTool.isSelected() ? ChartFrame.GroupOutlines.SHOWN : ChartFrame.GroupOutlines.HIDDEN;
    }

    private void glideBetween(ChartContent old, ChartContent now) {
        if (gesture == Gesture.MOVE || old == null) {
            return;
        }
        Optional<ChartGlide> next =
                ChartGlide.between(old, now, viewModel.cameraProperty().get());
        if (next.isPresent()) {
            glide = next;
            gliding.start();
        }
    }

    private void endGlide() {
        gliding.stop();
        glide = Optional.empty();
    }

    private ChartFrame frame() {
        ChartContent content = viewModel.content();
        double[] x = content.x();
        double[] y = content.y();
        Camera camera = viewModel.cameraProperty().get();
        if (glide.isPresent() && glide.get().x().length == x.length) {
            double share = glide.get().share();
            x = ChartGlide.mixed(glide.get().x(), x, share);
            y = ChartGlide.mixed(glide.get().y(), y, share);
            camera = glide.get().camera(camera, share);
        }
        BitSet lit = selectedNodes;
        if (hoverHeld && hoverNode >= 0 && lit.isEmpty() && selectedLinks.isEmpty()) {
            lit = new BitSet();
            lit.set(hoverNode);
        }
        return new ChartFrame(
                content.scene(),
                x,
                y,
                content.pinned(),
                content.columns(),
                groups(),
                camera,
                getWidth(),
                getHeight(),
                lit,
                selectedLinks,
                hoverNode < content.scene().nodeCount() ? hoverNode : -1,
                hoverLink < content.scene().linkCount() ? hoverLink : -1);
    }

    private void sized() {
        viewModel.resizeViewport(getWidth(), getHeight());
        if (fitWhenSized && getWidth() > 200) {
            fitWhenSized = false;
            // In a narrow panel the network comes first; L brings the legend.
            legendTool.setSelected(legendTool.isSelected() && getWidth() >= LEGEND_FROM_WIDTH);
            layout();
            viewModel.fit();
        }
        changed();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double margin = 12;
        focusRing.resizeRelocate(0, 0, width, height);
        double toolsWidth = snapSizeX(tools.prefWidth(-1));
        tools.resizeRelocate(
                snapPositionX(width - toolsWidth - margin), margin, toolsWidth, snapSizeY(tools.prefHeight(-1)));
        double statusWidth = snapSizeX(Math.min(status.prefWidth(-1), width - 2 * margin));
        double statusHeight = snapSizeY(status.prefHeight(-1));
        status.resizeRelocate(
                snapPositionX(width - statusWidth - margin),
                snapPositionY(height - statusHeight - margin),
                statusWidth,
                statusHeight);
        double legendWidth = snapSizeX(Math.min(280, legendView.prefWidth(-1) + 4));
        double legendHeight =
                snapSizeY(Math.min(Math.max(60, height - 2 * margin), legendView.prefHeight(legendWidth) + 4));
        legendCard.resizeRelocate(margin, snapPositionY(height - legendHeight - margin), legendWidth, legendHeight);
        empty.resizeRelocate(0, 0, width, height);
        viewModel.coverSides(legendCard.isVisible() ? legendWidth + margin : 0, toolsWidth + margin);
    }

    // Input.

    private void listenToInput() {
        hoverHolding.setOnFinished(event -> {
            hoverHeld = hoverNode >= 0 && gesture == Gesture.NONE;
            changed();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> unhover());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(ZoomEvent.ZOOM, event -> {
            viewModel.zoomAt(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                spaceDown = false;
                setCursor(Cursor.DEFAULT);
            }
        });
        focusedProperty().addListener((observable, old, now) -> {
            if (!now) {
                spaceDown = false;
            }
        });
    }

    private boolean overChart(MouseEvent event) {
        return !(event.getTarget() instanceof Node node && isOverlay(node));
    }

    private boolean isOverlay(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(tools) || at.equals(legendCard)) {
                return true;
            }
        }
        return false;
    }

    private void pressed(MouseEvent event) {
        if (!overChart(event)) {
            return;
        }
        requestFocus();
        menu.hide();
        hint.setVisible(false);
        endGlide();
        hoverHeld = false;
        hoverHolding.stop();
        pressX = event.getX();
        pressY = event.getY();
        lastX = pressX;
        lastY = pressY;
        travelled = false;
        gesture = Gesture.NONE;
        if (event.getButton() == MouseButton.MIDDLE || (event.getButton() == MouseButton.PRIMARY && spaceDown)) {
            gesture = Gesture.PAN;
        } else if (event.getButton() == MouseButton.PRIMARY) {
            pressedPrimary(event);
        }
        event.consume();
    }

    private void pressedPrimary(MouseEvent event) {
        ChartFrame frame = frame();
        int node = ChartPicking.nodeAt(frame, pressX, pressY);
        if (event.isShiftDown() && node < 0) {
            gesture = Gesture.BOX;
        } else if (node < 0 && (event.isAltDown() || lassoTool.isSelected())) {
            gesture = Gesture.LASSO;
            lassoArea = new Path2D.Double();
            lassoArea.moveTo(pressX, pressY);
        } else if (node >= 0) {
            String id = frame.scene().node(node).id();
            if (event.getClickCount() == 2) {
                expand(id);
                return;
            }
            boolean chosen = viewModel.selectedNodesProperty().get().contains(id);
            double radius = frame.scene().radius(node) * frame.camera().symbolScale();
            if (radius < DRAGGED_FROM_RADIUS && !chosen) {
                // Nobody means to drag a dot: far out, a drag pans wherever it begins.
                gesture = Gesture.CLICK;
                return;
            }
            gesture = Gesture.MOVE;
            if (event.isShortcutDown() || event.isShiftDown()) {
                viewModel.select(List.of(id), List.of(), SelectionMode.TOGGLE);
            } else if (!chosen) {
                viewModel.select(List.of(id), List.of(), SelectionMode.REPLACE);
            }
        } else {
            int link = ChartPicking.linkAt(frame, pressX, pressY);
            if (link >= 0) {
                String id = frame.scene().link(link).id();
                if (event.getClickCount() == 2) {
                    intents.open(new ChartTarget.OfLink(id));
                }
                gesture = Gesture.CLICK;
            } else {
                gesture = Gesture.PAN;
            }
        }
    }

    private void dragged(MouseEvent event) {
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        if (!travelled && Math.hypot(event.getX() - pressX, event.getY() - pressY) < CLICK_SLACK) {
            return;
        }
        travelled = true;
        lastX = event.getX();
        lastY = event.getY();
        switch (gesture) {
            case PAN, CLICK -> {
                setCursor(Cursor.CLOSED_HAND);
                viewModel.pan(dx, dy);
            }
            case MOVE -> {
                double zoom = viewModel.cameraProperty().get().zoom();
                viewModel.moveBy(viewModel.selectedNodesProperty().get(), dx / zoom, dy / zoom);
            }
            case BOX -> {
                box.setX(Math.min(pressX, lastX));
                box.setY(Math.min(pressY, lastY));
                box.setWidth(Math.abs(lastX - pressX));
                box.setHeight(Math.abs(lastY - pressY));
                box.setVisible(true);
            }
            case LASSO -> {
                lassoArea.lineTo(lastX, lastY);
                if (lasso.getElements().isEmpty()) {
                    lasso.getElements().add(new javafx.scene.shape.MoveTo(pressX, pressY));
                }
                lasso.getElements().add(new javafx.scene.shape.LineTo(lastX, lastY));
                lasso.setVisible(true);
            }
            case NONE -> {}
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        SelectionMode mode = event.isShortcutDown() ? SelectionMode.ADD : SelectionMode.REPLACE;
        switch (gesture) {
            case PAN -> {
                if (!travelled && event.getButton() == MouseButton.PRIMARY && !event.isShortcutDown()) {
                    viewModel.select(List.of(), List.of(), SelectionMode.REPLACE);
                }
            }
            case MOVE -> {
                viewModel.endMove();
                if (!travelled && !event.isShortcutDown() && !event.isShiftDown()) {
                    pick(event.getX(), event.getY());
                }
            }
            case BOX ->
                selectIn(
                        new Rectangle2D.Double(
                                Math.min(pressX, lastX),
                                Math.min(pressY, lastY),
                                Math.abs(lastX - pressX),
                                Math.abs(lastY - pressY)),
                        mode);
            case LASSO -> {
                if (travelled) {
                    lassoArea.closePath();
                    selectIn(lassoArea, mode);
                } else {
                    viewModel.select(List.of(), List.of(), SelectionMode.REPLACE);
                }
            }
            case CLICK -> {
                if (!travelled) {
                    click(event);
                }
            }
            case NONE -> {}
        }
        endGesture();
    }

    private void endGesture() {
        gesture = Gesture.NONE;
        box.setVisible(false);
        lasso.setVisible(false);
        lasso.getElements().clear();
        setCursor(spaceDown ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    /** A click on a dot or a link. */
    private void click(MouseEvent event) {
        ChartFrame frame = frame();
        SelectionMode mode = event.isShortcutDown() ? SelectionMode.TOGGLE : SelectionMode.REPLACE;
        int node = ChartPicking.nodeAt(frame, pressX, pressY);
        int link = node >= 0 ? -1 : ChartPicking.linkAt(frame, pressX, pressY);
        if (node >= 0) {
            viewModel.select(List.of(frame.scene().node(node).id()), List.of(), mode);
        } else if (link >= 0) {
            viewModel.select(List.of(), List.of(frame.scene().link(link).id()), mode);
        }
    }

    private void pick(double x, double y) {
        ChartFrame frame = frame();
        int node = ChartPicking.nodeAt(frame, x, y);
        if (node >= 0) {
            viewModel.select(List.of(frame.scene().node(node).id()), List.of(), SelectionMode.REPLACE);
        }
    }

    private void selectIn(java.awt.Shape area, SelectionMode mode) {
        ChartFrame frame = frame();
        viewModel.select(ids(frame.scene(), ChartPicking.nodesIn(frame, area)), List.of(), mode);
    }

    private static Collection<String> ids(ChartScene scene, BitSet nodes) {
        return nodes.stream().mapToObj(i -> scene.node(i).id()).toList();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getTarget() instanceof Node node && isOverlay(node)) {
            return;
        }
        if (event.getDeltaY() != 0) {
            endGlide();
            viewModel.zoomAt(Math.pow(1.0022, event.getDeltaY()), event.getX(), event.getY());
            event.consume();
        }
    }

    private void hover(double x, double y) {
        ChartFrame frame = frame();
        int node = ChartPicking.nodeAt(frame, x, y);
        int link = node >= 0 ? -1 : ChartPicking.linkAt(frame, x, y);
        if (node != hoverNode || link != hoverLink) {
            hoverNode = node;
            hoverLink = link;
            hoverHeld = false;
            if (node >= 0) {
                hoverHolding.playFromStart();
            } else {
                hoverHolding.stop();
            }
            changed();
        }
        showHint(frame, x, y);
    }

    private void unhover() {
        hint.setVisible(false);
        hoverHeld = false;
        hoverHolding.stop();
        if (hoverNode >= 0 || hoverLink >= 0) {
            hoverNode = -1;
            hoverLink = -1;
            changed();
        }
    }

    private void showHint(ChartFrame frame, double x, double y) {
        if (hoverNode >= 0) {
            ChartNode node = frame.scene().node(hoverNode);
            List<String> lines = new ArrayList<>();
            String roles = String.join(
                    ", ",
                    node.roles().stream().map(badge -> words.of(badge.role())).toList());
            lines.add(roles.isEmpty() ? words.of(node.kind()) : words.of(node.kind()) + "  \u00b7  " + roles);
            if (!node.detail().isEmpty() && !node.detail().equals(roles)) {
                lines.add(node.detail());
            }
            int more = frame.scene().hiddenNeighbours(hoverNode);
            if (more > 0) {
                lines.add(words.get("tooltip.more", more));
            }
            hintTitle.setText(node.label().isEmpty() ? words.of(node.kind()) : node.label());
            hintText.setText(String.join("\n", lines));
        } else if (hoverLink >= 0) {
            ChartLink link = frame.scene().link(hoverLink);
            String from = frame.scene().node(frame.scene().from(hoverLink)).label();
            String to = frame.scene().node(frame.scene().to(hoverLink)).label();
            String arrow =
                    switch (link.direction()) {
                        case FORWARD -> " \u2192 ";
                        case BACKWARD -> " \u2190 ";
                        case BOTH -> " \u2194 ";
                        case NONE -> " \u2013 ";
                    };
            hintTitle.setText(from + arrow + to);
            String kind = words.of(link.kind()) + "  \u00b7  " + words.of(link.certainty());
            hintText.setText(link.label().isEmpty() ? kind : link.label() + "\n" + kind);
        } else {
            hint.setVisible(false);
            return;
        }
        hint.setVisible(true);
        hint.applyCss();
        double width = Math.min(320, hint.prefWidth(-1));
        double height = hint.prefHeight(width);
        double left = x + 18 + width > getWidth() ? x - width - 12 : x + 18;
        double top = y + 18 + height > getHeight() ? y - height - 12 : y + 18;
        hint.resizeRelocate(snapPositionX(Math.max(4, left)), snapPositionY(Math.max(4, top)), width, height);
    }

    private void expand(String id) {
        viewModel.expand(id);
        intents.expanded(id);
    }

    private void hideSelection() {
        viewModel.hide(viewModel.selectedNodesProperty().get());
    }

    private void expandSelection() {
        Set.copyOf(viewModel.selectedNodesProperty().get()).forEach(this::expand);
    }

    private void togglePins() {
        Set<String> selected = viewModel.selectedNodesProperty().get();
        ChartContent content = viewModel.content();
        boolean all = selected.stream().allMatch(id -> {
            OptionalInt at = content.scene().indexOf(id);
            return at.isPresent() && content.pinned().get(at.getAsInt());
        });
        if (all) {
            viewModel.unpin(selected);
        } else {
            viewModel.pin(selected);
        }
    }

    private void selectLike(Legend.Entry entry) {
        ChartScene scene = viewModel.content().scene();
        Set<String> nodes = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        switch (entry) {
            case Legend.KindEntry kind -> {
                for (int i = 0; i < scene.nodeCount(); i++) {
                    if (scene.node(i).kind() == kind.kind()) {
                        nodes.add(scene.node(i).id());
                    }
                }
            }
            case Legend.RoleEntry role -> {
                for (int i = 0; i < scene.nodeCount(); i++) {
                    if (scene.node(i).roles().stream()
                            .anyMatch(badge -> badge.role() == role.badge().role())) {
                        nodes.add(scene.node(i).id());
                    }
                }
            }
            case Legend.LinkEntry kind -> {
                for (int l = 0; l < scene.linkCount(); l++) {
                    if (scene.link(l).kind() == kind.kind()) {
                        links.add(scene.link(l).id());
                    }
                }
            }
            case Legend.CertaintyEntry certainty -> {
                for (int l = 0; l < scene.linkCount(); l++) {
                    if (scene.link(l).certainty() == certainty.certainty()) {
                        links.add(scene.link(l).id());
                    }
                }
            }
        }
        viewModel.select(nodes, links, SelectionMode.REPLACE);
        requestFocus();
    }

    private void menuRequested(ContextMenuEvent event) {
        if (event.getTarget() instanceof Node node && isOverlay(node)) {
            return;
        }
        ChartFrame frame = frame();
        int node = event.isKeyboardTrigger()
                ? selectedNodes.nextSetBit(0)
                : ChartPicking.nodeAt(frame, event.getX(), event.getY());
        int link = node >= 0 || event.isKeyboardTrigger() ? -1 : ChartPicking.linkAt(frame, event.getX(), event.getY());
        ChartTarget target = new ChartTarget.OfChart();
        if (node >= 0) {
            String id = frame.scene().node(node).id();
            if (!viewModel.selectedNodesProperty().get().contains(id)) {
                viewModel.select(List.of(id), List.of(), SelectionMode.REPLACE);
            }
            target = new ChartTarget.OfNode(id);
        } else if (link >= 0) {
            String id = frame.scene().link(link).id();
            viewModel.select(List.of(), List.of(id), SelectionMode.REPLACE);
            target = new ChartTarget.OfLink(id);
        }
        menu.getItems().setAll(ownMenu(target));
        List<MenuItem> further = intents.menuFor(target);
        if (!further.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(further);
        }
        menu.show(this, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private List<MenuItem> ownMenu(ChartTarget target) {
        return switch (target) {
            case ChartTarget.OfNode node ->
                List.of(
                        item("menu.open", KeyCode.ENTER, () -> intents.open(node)),
                        item("menu.expand", KeyCode.E, this::expandSelection),
                        item(
                                "menu.around",
                                KeyCode.R,
                                () -> viewModel.arrange(ChartLayoutKind.RADIAL, Optional.of(node.id()))),
                        item("menu.neighbours", KeyCode.N, () -> selectNeighbours(node.id())),
                        item("menu.pin", KeyCode.P, this::togglePins),
                        item(
                                "menu.only",
                                KeyCode.O,
                                () -> viewModel.showOnly(
                                        viewModel.selectedNodesProperty().get())),
                        item("menu.hide", KeyCode.DELETE, this::hideSelection));
            case ChartTarget.OfLink link -> List.of(item("menu.open", KeyCode.ENTER, () -> intents.open(link)));
            case ChartTarget.OfChart chart ->
                List.of(
                        item("menu.fit", KeyCode.F, viewModel::fit),
                        item(
                                "menu.selectAll",
                                new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN),
                                viewModel::selectAll),
                        item("menu.showAll", KeyCode.S, viewModel::showAll));
        };
    }

    private void selectNeighbours(String id) {
        ChartScene scene = viewModel.content().scene();
        scene.indexOf(id).ifPresent(node -> {
            Set<String> ids = new LinkedHashSet<>();
            ids.add(id);
            for (int k = 0; k < scene.degree(node); k++) {
                ids.add(scene.node(scene.neighbour(node, k)).id());
            }
            viewModel.select(ids, List.of(), SelectionMode.REPLACE);
        });
    }

    private MenuItem item(String key, KeyCode pressed, Runnable action) {
        return item(key, new KeyCodeCombination(pressed), action);
    }

    /** An entry that shows by which key it can be had without the menu; {@link #keyPressed} answers the key. */
    private MenuItem item(String key, KeyCombination pressed, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setAccelerator(pressed);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void keyPressed(KeyEvent event) {
        if (!equals(event.getTarget())) {
            return;
        }
        boolean handled = event.isShortcutDown() ? shortcut(event) : plainKey(event);
        if (handled) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    viewModel.history().redo();
                } else {
                    viewModel.history().undo();
                }
            }
            case Y -> viewModel.history().redo();
            case A -> viewModel.selectAll();
            case LEFT -> viewModel.pan(60, 0);
            case RIGHT -> viewModel.pan(-60, 0);
            case UP -> viewModel.pan(0, 60);
            case DOWN -> viewModel.pan(0, -60);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plainKey(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> {
                spaceDown = true;
                setCursor(Cursor.OPEN_HAND);
            }
            case LEFT -> walk(-1, 0);
            case RIGHT -> walk(1, 0);
            case UP -> walk(0, -1);
            case DOWN -> walk(0, 1);
            case PAGE_DOWN -> step(1);
            case PAGE_UP -> step(-1);
            case ENTER ->
                focused()
                        .<ChartTarget>map(ChartTarget.OfNode::new)
                        .or(() -> viewModel.selectedLinksProperty().get().stream()
                                .findFirst()
                                .map(ChartTarget.OfLink::new))
                        .ifPresent(intents::open);
            case E -> expandSelection();
            case P -> togglePins();
            case R -> focused().ifPresent(id -> viewModel.arrange(ChartLayoutKind.RADIAL, Optional.of(id)));
            case N -> focused().ifPresent(this::selectNeighbours);
            case O -> {
                if (!selectedNodes.isEmpty()) {
                    viewModel.showOnly(viewModel.selectedNodesProperty().get());
                }
            }
            case S -> viewModel.showAll();
            case DELETE, BACK_SPACE, H -> hideSelection();
            case F, HOME, DIGIT0, NUMPAD0 -> viewModel.fit();
            case PLUS, EQUALS, ADD -> viewModel.zoom(ZOOM_STEP);
            case MINUS, SUBTRACT -> viewModel.zoom(1 / ZOOM_STEP);
            case L -> legendTool.setSelected(!legendTool.isSelected());
            case G -> groupsTool.fire();
            case ESCAPE -> {
                if (viewModel.arrangingProperty().get()) {
                    viewModel.stopArranging();
                } else {
                    endGesture();
                    viewModel.select(List.of(), List.of(), SelectionMode.REPLACE);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<String> focused() {
        return viewModel.selectedNodesProperty().get().stream().findFirst();
    }

    private void walk(int dx, int dy) {
        go(focused().isEmpty() ? viewModel.mostProminent() : focused().flatMap(id -> viewModel.next(id, dx, dy)));
    }

    private void step(int by) {
        go(focused().isEmpty() ? viewModel.mostProminent() : focused().flatMap(id -> viewModel.step(id, by)));
    }

    private void go(Optional<String> id) {
        id.ifPresent(to -> {
            viewModel.select(List.of(to), List.of(), SelectionMode.REPLACE);
            viewModel.bringIntoView(to);
        });
    }
}
