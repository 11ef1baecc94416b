package org.manumit.app.feature.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.manumit.app.feature.chart.layout.ColumnLayout;
import org.manumit.app.feature.chart.layout.ForceLayout;
import org.manumit.app.feature.chart.layout.LayoutProblem;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.layout.RadialLayout;
import org.manumit.app.feature.chart.model.ChartGraph;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.model.Phase;
import org.manumit.app.feature.chart.render.Camera;
import org.manumit.app.feature.chart.render.ChartBounds;
import org.manumit.app.feature.chart.render.ChartFonts;
import org.manumit.app.feature.chart.render.ChartWords;
import org.manumit.app.feature.chart.render.LabelText;
import org.manumit.app.session.UndoHistory;

/**
 * Everything a chart decides: what is shown, where it stands, what is selected, what can be undone. Knows no control and
 * needs no toolkit. Use it from one thread, the one the {@code ui} executor runs on; layouts run on the {@code background}
 * executor and come back immutable.
 *
 * <p>Undo covers what is shown, moved, pinned and arranged; never the camera and never the selection.
 */
public final class ChartViewModel {

    /** How many entities a chart opens with at most. */
    public static final int OPEN_WITH = 200;

    /** How many neighbours one expansion adds at most. */
    public static final int EXPAND_BY = 24;

    private static final double OPENING_ZOOM = 1.25;

    private final Executor background;
    private final Executor ui;
    private final ChartWords words;
    private final LabelText text = new LabelText(new ChartFonts());
    private final ChartGraph graph = new ChartGraph(this::restyle);
    private final ReadOnlyObjectWrapper<ChartContent> content;
    private final ReadOnlyObjectWrapper<Set<String>> selectedNodes = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<String>> selectedLinks = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<ChartLayoutKind> layout = new ReadOnlyObjectWrapper<>(ChartLayoutKind.FORCE);
    private final ObjectProperty<Camera> camera = new SimpleObjectProperty<>(Camera.HOME);
    private final UndoHistory history;
    /** Whether the user has changed what the chart opened with. */
    private boolean touched;
    /** Whether what the chart opened with has not been arranged to the end yet. */
    private boolean settling;

    private State state = State.empty();
    private Optional<State> beforeMove = Optional.empty();
    private String moving = "";
    private AtomicBoolean currentRun = new AtomicBoolean();
    private double viewWidth = 1000;
    private double viewHeight = 700;
    private double coveredLeft;
    private double coveredRight;

    /**
     * A chart of nothing.
     *
     * @param background runs layouts; may be the calling thread
     * @param ui runs on the thread that owns this object
     * @param locale of the words it hands out
     */
    public ChartViewModel(Executor background, Executor ui, Locale locale) {
        this(background, ui, locale, new UndoHistory());
    }

    /**
     * A chart of nothing whose changes are taken back together with the rest of what the user did.
     *
     * @param background runs layouts; may be the calling thread
     * @param ui runs on the thread that owns this object
     * @param locale of the words it hands out
     * @param history keeps its changes
     */
    public ChartViewModel(Executor background, Executor ui, Locale locale, UndoHistory history) {
        this.background = background;
        this.ui = ui;
        this.history = history;
        words = new ChartWords(locale);
        content = new ReadOnlyObjectWrapper<>(state.content(Map.of()));
    }

    /** What is on the chart and where. */
    public ReadOnlyObjectProperty<ChartContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** What is on the chart and where. */
    public ChartContent content() {
        return content.get();
    }

    /** Ids of the selected entities. */
    public ReadOnlyObjectProperty<Set<String>> selectedNodesProperty() {
        return selectedNodes.getReadOnlyProperty();
    }

    /** Ids of the selected links. */
    public ReadOnlyObjectProperty<Set<String>> selectedLinksProperty() {
        return selectedLinks.getReadOnlyProperty();
    }

    /** Whether a layout is running. */
    public ReadOnlyBooleanProperty arrangingProperty() {
        return arranging.getReadOnlyProperty();
    }

    /** What was done, on the chart and elsewhere, and can be taken back. */
    public UndoHistory history() {
        return history;
    }

    /** The layout last asked for. */
    public ReadOnlyObjectProperty<ChartLayoutKind> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    /** What part of the chart is in view; free to set. */
    public ObjectProperty<Camera> cameraProperty() {
        return camera;
    }

    /** The GraphStream graph that carries what is shown; its event stream tells of changes. */
    public ChartGraph graph() {
        return graph;
    }

    /** The model shown in part. */
    public ChartModel model() {
        return state.model();
    }

    /** The words this chart uses. */
    public ChartWords words() {
        return words;
    }

    /** Measures labels the way they are drawn. */
    public LabelText text() {
        return text;
    }

    /**
     * Shows a model. The first one opens on its best {@value #OPEN_WITH} entities ({@link ChartModel#opening}), freshly arranged. Any later
     * one is taken for a new state of the same case: what was shown stays shown, nothing placed moves, and newcomers come
     * on when everything was shown before.
     */
    public void show(ChartModel model) {
        stopArranging();
        if (state.model().nodeCount() == 0) {
            open(model, model.opening(OPEN_WITH));
            return;
        }
        if (!touched && (settling || (!state.model().isJudged() && model.isJudged()))) {
            // Nobody has touched the chart yet, and it has no arrangement, or only now is it known who matters.
            open(model, model.opening(OPEN_WITH));
            return;
        }
        boolean everything = state.shown().cardinality() == state.model().nodeCount();
        State moved = state.on(model);
        BitSet shown = (BitSet) moved.shown().clone();
        if (everything && model.nodeCount() <= OPEN_WITH) {
            shown.set(0, model.nodeCount());
        }
        if (shown.isEmpty()) {
            open(model, model.opening(OPEN_WITH));
            return;
        }
        become(seated(moved.showing(shown)));
        keepSelectionShown();
    }

    /** Shows a model afresh: forgets places and selection. */
    public void open(ChartModel model) {
        stopArranging();
        open(model, model.opening(OPEN_WITH));
    }

    private void open(ChartModel model, BitSet shown) {
        touched = false;
        settling = true;
        select(List.of(), List.of(), SelectionMode.REPLACE);
        become(State.of(model, shown));
        layout.set(ChartLayoutKind.FORCE);
        run(ChartLayoutKind.FORCE, Optional.empty(), Undoing.NOT_UNDOABLE);
    }

    /**
     * Puts entities on the chart because they are looked at elsewhere, near what they are linked to; unknown ids are
     * ignored. Looking is no act: nothing to undo.
     */
    public void reveal(Collection<String> ids) {
        BitSet shown = with(ids);
        if (!shown.equals(state.shown())) {
            stopArranging();
            become(seated(state.showing(shown)));
        }
    }

    /** What is shown with these besides. */
    private BitSet with(Collection<String> ids) {
        BitSet shown = (BitSet) state.shown().clone();
        shown.or(numbers(ids));
        return shown;
    }

    /** Shows exactly these entities. One undo step. */
    public void showOnly(Collection<String> ids) {
        BitSet shown = numbers(ids);
        if (!shown.equals(state.shown())) {
            stopArranging();
            edit(act("only", ids), seated(state.showing(shown)));
            keepSelectionShown();
        }
    }

    /** Shows everything there is. One undo step. */
    public void showAll() {
        BitSet shown = new BitSet();
        shown.set(0, state.model().nodeCount());
        if (!shown.equals(state.shown())) {
            boolean most = state.shown().cardinality() * 2 > state.model().nodeCount();
            stopArranging();
            if (most) {
                edit(words.get("act.showAll"), seated(state.showing(shown)));
            } else {
                push(words.get("act.showAll"), state);
                become(state.showing(shown));
                run(layout.get(), Optional.empty(), Undoing.NOT_UNDOABLE);
            }
        }
    }

    /** Takes entities off the chart; their places are kept. One undo step. */
    public void hide(Collection<String> ids) {
        BitSet shown = (BitSet) state.shown().clone();
        shown.andNot(numbers(ids));
        if (!shown.equals(state.shown())) {
            stopArranging();
            edit(act("hide", ids), state.showing(shown));
            keepSelectionShown();
        }
    }

    /**
     * Adds the most prominent neighbours of an entity that are not shown, at most {@value #EXPAND_BY}, near it. One undo
     * step.
     *
     * @return how many were added
     */
    public int expand(String id) {
        OptionalInt node = state.model().indexOf(id);
        if (node.isEmpty()) {
            return 0;
        }
        double[] prominence = state.model().prominence();
        List<Integer> candidates = new ArrayList<>(state.model()
                .neighbours(node.getAsInt())
                .filter(other -> !state.shown().get(other))
                .boxed()
                .toList());
        candidates.sort((a, b) -> Double.compare(prominence[b], prominence[a]));
        List<String> ids = candidates.stream()
                .limit(EXPAND_BY)
                .map(other -> state.model().node(other).id())
                .toList();
        if (!ids.isEmpty()) {
            stopArranging();
            edit(act("expand", List.of(id)), seated(state.showing(with(ids))));
        }
        return ids.size();
    }

    /** Selects entities and links; unknown or hidden ones are left out. */
    public void select(Collection<String> nodes, Collection<String> links, SelectionMode mode) {
        selectedNodes.set(combined(selectedNodes.get(), nodes, mode));
        selectedLinks.set(combined(selectedLinks.get(), links, mode));
    }

    /** Selects everything shown. */
    public void selectAll() {
        select(content().scene().nodeIds(), List.of(), SelectionMode.REPLACE);
    }

    private static Set<String> combined(Set<String> old, Collection<String> ids, SelectionMode mode) {
        Set<String> result = new LinkedHashSet<>(mode == SelectionMode.REPLACE ? Set.of() : old);
        for (String id : ids) {
            if (mode == SelectionMode.TOGGLE && old.contains(id)) {
                result.remove(id);
            } else {
                result.add(id);
            }
        }
        return result.equals(old) ? old : java.util.Collections.unmodifiableSet(result);
    }

    private void keepSelectionShown() {
        ChartScene scene = content().scene();
        Set<String> nodes = new LinkedHashSet<>(selectedNodes.get());
        nodes.removeIf(id -> scene.indexOf(id).isEmpty());
        if (nodes.size() != selectedNodes.get().size()) {
            selectedNodes.set(java.util.Collections.unmodifiableSet(nodes));
        }
        if (!selectedLinks.get().isEmpty()) {
            Set<String> present = new LinkedHashSet<>();
            for (int l = 0; l < scene.linkCount(); l++) {
                if (selectedLinks.get().contains(scene.link(l).id())) {
                    present.add(scene.link(l).id());
                }
            }
            selectedLinks.set(java.util.Collections.unmodifiableSet(present));
        }
    }

    /** Moves entities by a distance in chart units and pins them. All moves until {@link #endMove} are one undo step. */
    public void moveBy(Collection<String> ids, double deltaX, double deltaY) {
        if (beforeMove.isEmpty()) {
            stopArranging();
            beforeMove = Optional.of(state);
            moving = act("move", ids);
        }
        BitSet moved = numbers(ids);
        double[] x = state.x().clone();
        double[] y = state.y().clone();
        for (int i = moved.nextSetBit(0); i >= 0; i = moved.nextSetBit(i + 1)) {
            x[i] += deltaX;
            y[i] += deltaY;
        }
        BitSet pinned = (BitSet) state.pinned().clone();
        pinned.or(moved);
        state = new State(state.model(), state.shown(), x, y, pinned, state.columns());
        content.set(state.contentFor(content().scene()));
    }

    /** Ends a movement and makes it one undo step. */
    public void endMove() {
        beforeMove.ifPresent(before -> {
            beforeMove = Optional.empty();
            push(moving, before);
            graph.place(content().x(), content().y());
        });
    }

    /** Pins entities where they are, so that arranging leaves them there. One undo step. */
    public void pin(Collection<String> ids) {
        BitSet pinned = (BitSet) state.pinned().clone();
        pinned.or(numbers(ids));
        if (!pinned.equals(state.pinned())) {
            edit(act("pin", ids), state.pinning(pinned));
        }
    }

    /** Lets pinned entities move again. One undo step. */
    public void unpin(Collection<String> ids) {
        BitSet pinned = (BitSet) state.pinned().clone();
        pinned.andNot(numbers(ids));
        if (!pinned.equals(state.pinned())) {
            edit(act("unpin", ids), state.pinning(pinned));
        }
    }

    /** Arranges everything that is not pinned; the radial layout goes around the selected or the most prominent entity. */
    public void arrange(ChartLayoutKind kind) {
        arrange(kind, selectedNodes.get().stream().findFirst());
    }

    /** Arranges everything that is not pinned, the radial layout around this entity. */
    public void arrange(ChartLayoutKind kind, Optional<String> around) {
        stopArranging();
        layout.set(kind);
        run(kind, around, Undoing.UNDOABLE);
    }

    /** Stops a running layout; places stay as they were before it. */
    public void stopArranging() {
        currentRun.set(true);
        arranging.set(false);
        endMove();
    }

    /** What is arranged now, for saving. */
    public ChartArrangement arrangement() {
        Map<String, ChartArrangement.Spot> spots = new HashMap<>();
        for (int i = 0; i < state.model().nodeCount(); i++) {
            if (Double.isFinite(state.x()[i])) {
                spots.put(
                        state.model().node(i).id(),
                        new ChartArrangement.Spot(
                                state.x()[i],
                                state.y()[i],
                                state.shown().get(i) ? ChartArrangement.Showing.SHOWN : ChartArrangement.Showing.HIDDEN,
                                state.pinned().get(i) ? ChartArrangement.Hold.PINNED : ChartArrangement.Hold.FREE));
            }
        }
        return new ChartArrangement(spots, camera.get());
    }

    /** Lays a saved arrangement over what is there now; ids that no longer exist are ignored. One undo step. */
    public void restore(ChartArrangement arrangement) {
        stopArranging();
        int n = state.model().nodeCount();
        BitSet shown = new BitSet(n);
        BitSet pinned = new BitSet(n);
        double[] x = new double[n];
        double[] y = new double[n];
        Arrays.fill(x, Double.NaN);
        Arrays.fill(y, Double.NaN);
        for (int i = 0; i < n; i++) {
            ChartArrangement.Spot spot =
                    arrangement.spots().get(state.model().node(i).id());
            if (spot != null) {
                x[i] = spot.x();
                y[i] = spot.y();
                shown.set(i, spot.showing() == ChartArrangement.Showing.SHOWN);
                pinned.set(i, spot.hold() == ChartArrangement.Hold.PINNED);
            }
        }
        edit(words.get("act.view"), seated(new State(state.model(), shown, x, y, pinned, List.of())));
        keepSelectionShown();
        camera.set(arrangement.camera());
    }

    /** Tells how large the viewport is, logical pixels. */
    public void resizeViewport(double width, double height) {
        viewWidth = Math.max(1, width);
        viewHeight = Math.max(1, height);
    }

    /** Tells how much of the viewport's sides lies under panels, logical pixels; fitting keeps clear of it. */
    public void coverSides(double left, double right) {
        coveredLeft = left;
        coveredRight = right;
    }

    /** Brings everything shown into view. */
    public void fit() {
        ChartContent now = content();
        boolean wide = viewWidth > 2.2 * (coveredLeft + coveredRight);
        double left = wide ? coveredLeft : 0;
        double right = wide ? coveredRight : 0;
        Camera fitted = ChartBounds.fit(
                now.scene(), now.x(), now.y(), text, viewWidth - left - right, viewHeight, OPENING_ZOOM);
        camera.set(fitted.panned((left - right) / 2, 0));
    }

    /** Zooms about a viewport's point. */
    public void zoomAt(double factor, double viewX, double viewY) {
        camera.set(camera.get().zoomedAt(factor, viewX, viewY, viewWidth, viewHeight));
    }

    /** Zooms about the middle. */
    public void zoom(double factor) {
        zoomAt(factor, viewWidth / 2, viewHeight / 2);
    }

    /** Moves the view by logical pixels. */
    public void pan(double deltaX, double deltaY) {
        camera.set(camera.get().panned(deltaX, deltaY));
    }

    /** Moves the view as little as needed to have an entity well inside it. */
    public void bringIntoView(String id) {
        ChartContent now = content();
        now.scene().indexOf(id).ifPresent(i -> {
            double x = camera.get().toViewX(now.x()[i], viewWidth);
            double y = camera.get().toViewY(now.y()[i], viewHeight);
            double marginX = Math.min(80, viewWidth / 4);
            double marginY = Math.min(80, viewHeight / 4);
            pan(Math.clamp(x, marginX, viewWidth - marginX) - x, Math.clamp(y, marginY, viewHeight - marginY) - y);
        });
    }

    /**
     * The shown entity next to another in a direction, for the arrow keys: the one nearest to straight that way, near ones
     * first.
     *
     * @param deltaX -1, 0 or 1
     * @param deltaY -1, 0 or 1, growing downwards
     */
    public Optional<String> next(String id, int deltaX, int deltaY) {
        ChartContent now = content();
        OptionalInt at = now.scene().indexOf(id);
        if (at.isEmpty()) {
            return mostProminent();
        }
        int from = at.getAsInt();
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < now.scene().nodeCount(); i++) {
            double dx = now.x()[i] - now.x()[from];
            double dy = now.y()[i] - now.y()[from];
            double along = dx * deltaX + dy * deltaY;
            double across = Math.abs(dx * deltaY) + Math.abs(dy * deltaX);
            double cost = along + 2.2 * across;
            if (i != from && along > 1e-6 && across < 2 * along && cost < bestCost) {
                bestCost = cost;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(now.scene().node(best).id());
    }

    /** The most prominent shown entity. */
    public Optional<String> mostProminent() {
        ChartScene scene = content().scene();
        return scene.nodeCount() == 0
                ? Optional.empty()
                : Optional.of(scene.node(scene.byProminence(0)).id());
    }

    /** The shown entity before or after another in order of prominence, for the Tab key. */
    public Optional<String> step(String id, int by) {
        ChartScene scene = content().scene();
        int n = scene.nodeCount();
        for (int k = 0; k < n; k++) {
            if (scene.node(scene.byProminence(k)).id().equals(id)) {
                return Optional.of(
                        scene.node(scene.byProminence(Math.floorMod(k + by, n))).id());
            }
        }
        return mostProminent();
    }

    private enum Undoing {
        UNDOABLE,
        NOT_UNDOABLE
    }

    private void run(ChartLayoutKind kind, Optional<String> around, Undoing undoing) {
        AtomicBoolean stopped = new AtomicBoolean();
        currentRun = stopped;
        ChartScene scene = content().scene();
        if (scene.nodeCount() == 0) {
            return;
        }
        State base = state;
        LayoutProblem problem = problem(base, scene, base.pinned());
        int centre = around.flatMap(id -> scene.indexOf(id).stream().boxed().findFirst())
                .orElse(scene.byProminence(0));
        arranging.set(true);
        background.execute(() -> {
            try {
                long[] lastShown = {System.nanoTime()};
                LayoutResult result = solve(kind, scene, problem, centre, stopped::get, (x, y) -> {
                    if (System.nanoTime() - lastShown[0] > 120_000_000) {
                        lastShown[0] = System.nanoTime();
                        LayoutResult glimpse = new LayoutResult(x.clone(), y.clone(), List.of());
                        ui.execute(() -> glimpse(stopped, scene, glimpse));
                    }
                });
                ui.execute(() -> arranged(stopped, base, scene, result, kind, undoing));
            } catch (CancellationException e) {
                // The result is no longer wanted; whoever cancelled has set the state already.
            } catch (RuntimeException e) {
                ui.execute(() -> {
                    if (!stopped.get()) {
                        arranging.set(false);
                    }
                });
                throw e;
            }
        });
    }

    private void glimpse(AtomicBoolean stopped, ChartScene scene, LayoutResult result) {
        if (!stopped.get()) {
            content.set(
                    new ChartContent(scene, result.x(), result.y(), content().pinned(), result.columns()));
            fit();
        }
    }

    private void arranged(
            AtomicBoolean stopped,
            State base,
            ChartScene scene,
            LayoutResult result,
            ChartLayoutKind kind,
            Undoing undoing) {
        if (stopped.get()) {
            return;
        }
        arranging.set(false);
        settling = false;
        State next = base.placed(scene, result);
        if (undoing == Undoing.UNDOABLE) {
            push(words.get("act.arrange", words.get("layout." + kind.name())), base);
        }
        state = next;
        content.set(next.contentFor(scene));
        graph.place(content().x(), content().y());
        fit();
    }

    private LayoutResult solve(
            ChartLayoutKind kind,
            ChartScene scene,
            LayoutProblem problem,
            int centre,
            BooleanSupplier cancelled,
            BiConsumer<double[], double[]> progress) {
        return switch (kind) {
            case FORCE -> new ForceLayout().arrange(problem, cancelled, progress);
            case RADIAL -> new RadialLayout().arrange(problem, centre, cancelled);
            case PHASES -> byPhase(scene, problem, cancelled);
            case COUNTRIES -> byName(scene, problem, ChartNode::country, "column.noCountry", cancelled);
            case GROUPS -> byName(scene, problem, ChartNode::group, "column.noGroup", cancelled);
        };
    }

    private LayoutResult byPhase(ChartScene scene, LayoutProblem problem, BooleanSupplier cancelled) {
        List<Phase> order = List.of(
                Phase.DIRECTION,
                Phase.RECRUITMENT,
                Phase.MOVEMENT,
                Phase.EXPLOITATION,
                Phase.PROTECTED,
                Phase.PROCEEDS);
        int[] column = IntStream.range(0, scene.nodeCount())
                .map(i -> scene.node(i).phase().map(order::indexOf).orElse(-1))
                .toArray();
        List<String> titles = order.stream().map(words::of).toList();
        return new ColumnLayout().arrange(problem, titles, column, words.get("column.rest"), cancelled);
    }

    private LayoutResult byName(
            ChartScene scene,
            LayoutProblem problem,
            Function<ChartNode, Optional<String>> name,
            String restKey,
            BooleanSupplier cancelled) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < scene.nodeCount(); i++) {
            name.apply(scene.node(i)).ifPresent(names::add);
        }
        List<String> titles = List.copyOf(names);
        int[] column = IntStream.range(0, scene.nodeCount())
                .map(i -> name.apply(scene.node(i)).map(titles::indexOf).orElse(-1))
                .toArray();
        return new ColumnLayout().arrange(problem, titles, column, words.get(restKey), cancelled);
    }

    private LayoutProblem problem(State from, ChartScene scene, BitSet fixed) {
        int n = scene.nodeCount();
        double[] x = new double[n];
        double[] y = new double[n];
        BitSet staying = new BitSet(n);
        for (int i = 0; i < n; i++) {
            x[i] = from.x()[scene.modelNode(i)];
            y[i] = from.y()[scene.modelNode(i)];
            staying.set(i, fixed.get(scene.modelNode(i)) && Double.isFinite(x[i]));
        }
        return ChartBounds.problem(scene, x, y, staying, text);
    }

    /** The state with a place for every shown entity; those that have one keep it. */
    private State seated(State wanted) {
        boolean complete = wanted.shown().stream().allMatch(i -> Double.isFinite(wanted.x()[i]));
        if (complete) {
            return wanted;
        }
        ChartScene scene = ChartScene.of(wanted.model(), wanted.shown());
        LayoutResult result =
                new ForceLayout().place(problem(wanted, scene, new BitSet()), LayoutProblem.NEVER_CANCELLED);
        return wanted.placed(scene, result).withColumns(wanted.columns());
    }

    private BitSet numbers(Collection<String> ids) {
        BitSet numbers = new BitSet();
        ids.forEach(id -> state.model().indexOf(id).ifPresent(numbers::set));
        return numbers;
    }

    private void edit(String name, State next) {
        push(name, state);
        become(next);
    }

    /** Keeps a change of which only the state before it has to be known: taking it back and making it again swap states. */
    private void push(String name, State before) {
        touched = true;
        Swap swap = new Swap(before);
        history.add(new UndoHistory.Edit(name, swap, swap));
    }

    private final class Swap implements Runnable {
        private State other;

        Swap(State other) {
            this.other = other;
        }

        @Override
        public void run() {
            stopArranging();
            State now = state;
            become(seated(other.on(now.model())));
            other = now;
            keepSelectionShown();
        }
    }

    /** What was done to whom: by name where it is one, by number where they are several. */
    private String act(String key, Collection<String> ids) {
        List<String> known =
                ids.stream().filter(id -> state.model().indexOf(id).isPresent()).toList();
        return known.size() == 1
                ? words.get(
                        "act.one." + key,
                        state.model()
                                .node(state.model().indexOf(known.getFirst()).getAsInt())
                                .label())
                : words.get("act.many." + key, known.size());
    }

    private void become(State next) {
        state = next;
        ChartContent now = next.content(graph.classOverrides());
        graph.show(now.scene());
        content.set(now);
        if (IntStream.range(0, now.x().length).allMatch(i -> Double.isFinite(now.x()[i]))) {
            graph.place(now.x(), now.y());
        }
    }

    private void restyle() {
        content.set(state.content(graph.classOverrides()));
    }

    /** All that undo brings back. */
    // Arrays are the point: kept and handed on as they are, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record State(
            ChartModel model, BitSet shown, double[] x, double[] y, BitSet pinned, List<LayoutResult.Column> columns) {

        static State empty() {
            return of(ChartModel.empty(), new BitSet());
        }

        static State of(ChartModel model, BitSet shown) {
            double[] nowhere = new double[model.nodeCount()];
            Arrays.fill(nowhere, Double.NaN);
            return new State(model, shown, nowhere, nowhere, new BitSet(), List.of());
        }

        State showing(BitSet nextShown) {
            return new State(model, nextShown, x, y, pinned, columns);
        }

        State pinning(BitSet nextPinned) {
            return new State(model, shown, x, y, nextPinned, columns);
        }

        State withColumns(List<LayoutResult.Column> nextColumns) {
            return new State(model, shown, x, y, pinned, nextColumns);
        }

        State placed(ChartScene scene, LayoutResult result) {
            double[] nextX = x.clone();
            double[] nextY = y.clone();
            for (int i = 0; i < scene.nodeCount(); i++) {
                nextX[scene.modelNode(i)] = result.x()[i];
                nextY[scene.modelNode(i)] = result.y()[i];
            }
            return new State(model, shown, nextX, nextY, pinned, result.columns());
        }

        /** The same on another model, entity by entity as the ids say. */
        State on(ChartModel other) {
            if (other.equals(model)) {
                return this;
            }
            State result = of(other, new BitSet());
            double[] nextX = result.x.clone();
            double[] nextY = result.y.clone();
            BitSet nextPinned = new BitSet();
            for (int i = 0; i < other.nodeCount(); i++) {
                OptionalInt old = model.indexOf(other.node(i).id());
                if (old.isPresent()) {
                    nextX[i] = x[old.getAsInt()];
                    nextY[i] = y[old.getAsInt()];
                    result.shown.set(i, shown.get(old.getAsInt()));
                    nextPinned.set(i, pinned.get(old.getAsInt()));
                }
            }
            return new State(other, result.shown, nextX, nextY, nextPinned, columns);
        }

        ChartContent content(Map<String, String> classOverrides) {
            return contentFor(ChartScene.of(model, shown, classOverrides));
        }

        ChartContent contentFor(ChartScene scene) {
            int n = scene.nodeCount();
            double[] sceneX = new double[n];
            double[] sceneY = new double[n];
            BitSet scenePinned = new BitSet();
            for (int i = 0; i < n; i++) {
                int m = scene.modelNode(i);
                sceneX[i] = x[m];
                sceneY[i] = y[m];
                scenePinned.set(i, pinned.get(m));
            }
            return new ChartContent(scene, sceneX, sceneY, scenePinned, columns);
        }
    }
}
