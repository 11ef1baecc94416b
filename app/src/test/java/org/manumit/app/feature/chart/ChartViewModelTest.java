package org.manumit.app.feature.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.graphstream.stream.SinkAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.render.Camera;

class ChartViewModelTest {

    private final ChartViewModel chart = new ChartViewModel(Runnable::run, Runnable::run, Locale.UK);

    @Test
    void opensOnTheBestConnectedFewRatherThanOnEverything() {
        chart.open(InventedCase.hairball(3000, 9000, 4));

        assertThat(chart.content().scene().nodeCount()).isEqualTo(ChartViewModel.OPEN_WITH);
        assertThat(allPlaced()).isTrue();
        assertThat(isolated()).isLessThan(20);
    }

    @Test
    void showsASmallCaseWhole() {
        chart.open(InventedCase.sixtyActors());

        assertThat(chart.content().scene().nodeCount()).isEqualTo(chart.model().nodeCount());
        assertThat(allPlaced()).isTrue();
    }

    @Test
    void undoBringsBackMovesAndHidesAndRedoMakesThemAgain() {
        chart.open(InventedCase.sixtyActors());
        double[] before = chart.content().x().clone();
        chart.moveBy(List.of("baran"), 50, 10);
        chart.moveBy(List.of("baran"), 25, 0);
        chart.endMove();
        double[] moved = chart.content().x().clone();
        chart.hide(List.of("lupu", "rusu"));

        chart.history().undo();
        assertThat(chart.content().scene().indexOf("lupu")).isPresent();
        assertThat(chart.content().x()).containsExactly(moved);
        chart.history().undo();
        assertThat(chart.content().x()).containsExactly(before);
        assertThat(chart.content().pinned().isEmpty()).isTrue();
        assertThat(chart.history().nextUndoProperty().get()).isEmpty();

        chart.history().redo();
        chart.history().redo();
        assertThat(chart.content().scene().indexOf("lupu")).isEmpty();
        assertThat(chart.history().nextRedoProperty().get()).isEmpty();
    }

    @Test
    void cameraAndSelectionAreNotUndone() {
        chart.open(InventedCase.sixtyActors());
        chart.hide(List.of("lupu"));
        chart.zoom(2);
        chart.select(List.of("baran"), List.of(), SelectionMode.REPLACE);
        Camera camera = chart.cameraProperty().get();

        chart.history().undo();

        assertThat(chart.cameraProperty().get()).isEqualTo(camera);
        assertThat(chart.selectedNodesProperty().get()).containsExactly("baran");
    }

    @Test
    void arrangingLeavesWhatWasPlacedByHand() {
        chart.open(InventedCase.sixtyActors());
        chart.moveBy(List.of("baran"), 500, 300);
        chart.endMove();
        int baran = chart.content().scene().indexOf("baran").orElseThrow();
        double x = chart.content().x()[baran];
        double y = chart.content().y()[baran];

        for (ChartLayoutKind kind : ChartLayoutKind.values()) {
            chart.arrange(kind, Optional.of("dragan"));
            assertThat(chart.content().x()[baran]).isEqualTo(x);
            assertThat(chart.content().y()[baran]).isEqualTo(y);
            assertThat(allPlaced()).isTrue();
        }
        chart.history().undo();
        assertThat(chart.content().x()[baran]).isEqualTo(x);
    }

    @Test
    void aNewStateOfTheCaseMovesNothing() {
        ChartModel model = InventedCase.sixtyActors();
        chart.open(model);
        double[] before = chart.content().x().clone();
        List<ChartNode> nodes = new ArrayList<>(model.nodes());
        List<ChartLink> links = new ArrayList<>(model.links());
        nodes.add(ChartNode.of("new", "New suspect", NodeKind.PERSON));
        links.add(ChartLink.of("new-link", "new", "baran", LinkKind.CALL));

        chart.show(ChartModel.of(nodes, links));

        assertThat(Arrays.copyOf(chart.content().x(), before.length)).containsExactly(before);
        int added = chart.content().scene().indexOf("new").orElseThrow();
        int baran = chart.content().scene().indexOf("baran").orElseThrow();
        assertThat(Math.hypot(
                        chart.content().x()[added] - chart.content().x()[baran],
                        chart.content().y()[added] - chart.content().y()[baran]))
                .isLessThan(600);
    }

    @Test
    void expandingAddsHiddenNeighboursAndUndoTakesThemOff() {
        chart.open(InventedCase.hairball(3000, 9000, 4));
        String hub = expandable();
        int shown = chart.content().scene().nodeCount();
        int i = chart.content().scene().indexOf(hub).orElseThrow();
        int hidden = chart.content().scene().hiddenNeighbours(i);

        int added = chart.expand(hub);

        assertThat(added).isEqualTo(Math.min(hidden, ChartViewModel.EXPAND_BY)).isPositive();
        assertThat(chart.content().scene().nodeCount()).isEqualTo(shown + added);
        chart.history().undo();
        assertThat(chart.content().scene().nodeCount()).isEqualTo(shown);
    }

    @Test
    void hidingTakesTheSelectionWithIt() {
        chart.open(InventedCase.sixtyActors());
        chart.select(List.of("baran", "lupu"), List.of("rusu-munteanu-1"), SelectionMode.REPLACE);

        chart.hide(List.of("baran", "rusu"));

        assertThat(chart.selectedNodesProperty().get()).containsExactly("lupu");
        assertThat(chart.selectedLinksProperty().get()).isEmpty();
    }

    @Test
    void aSavedArrangementComesBackOverALaterStateOfTheCase() {
        chart.open(InventedCase.sixtyActors());
        chart.moveBy(List.of("lupu"), 77, -12);
        chart.endMove();
        chart.hide(List.of("szabo"));
        ChartArrangement saved = chart.arrangement();
        ChartContent then = chart.content();
        ChartViewModel later = new ChartViewModel(Runnable::run, Runnable::run, Locale.UK);
        later.open(InventedCase.sixtyActors());

        later.restore(saved);

        assertThat(later.content().scene().nodeIds()).isEqualTo(then.scene().nodeIds());
        assertThat(later.content().x()).containsExactly(then.x());
        assertThat(later.content().pinned()).isEqualTo(then.pinned());
    }

    @Test
    void viewsAreKeptUnderTheirNamesAndComeBackAsTheyWere(@TempDir Path folder) {
        chart.open(InventedCase.sixtyActors());
        chart.hide(List.of("szabo"));
        SavedViews views = new SavedViews(folder);

        views.save("Before/after 12.3.?", chart.arrangement());
        views.save("another", chart.arrangement());

        assertThat(views.names()).containsExactly("another", "Before/after 12.3.?");
        assertThat(views.read("Before/after 12.3.?")).isEqualTo(chart.arrangement());
        views.delete("another");
        assertThat(new SavedViews(folder).names()).containsExactly("Before/after 12.3.?");
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        chart.resizeViewport(800, 600);
        chart.cameraProperty().set(new Camera(40, -30, 0.8));
        var before = chart.cameraProperty().get().toChart(650, 90, 800, 600);

        chart.zoomAt(1.7, 650, 90);

        var after = chart.cameraProperty().get().toChart(650, 90, 800, 600);
        assertThat(after.getX()).isCloseTo(before.getX(), within(1e-9));
        assertThat(after.getY()).isCloseTo(before.getY(), within(1e-9));
    }

    @Test
    void arrowKeysFindTheNearestInTheirDirectionAndComeBack() {
        chart.open(InventedCase.sixtyActors());
        chart.arrange(ChartLayoutKind.PHASES);
        String start = chart.mostProminent().orElseThrow();

        String right = chart.next(start, 1, 0).orElseThrow();

        int from = chart.content().scene().indexOf(start).orElseThrow();
        int to = chart.content().scene().indexOf(right).orElseThrow();
        assertThat(chart.content().x()[to]).isGreaterThan(chart.content().x()[from]);
    }

    @Test
    void theGraphStreamGraphTellsOfComingAndGoingAndRestyles() {
        chart.open(InventedCase.sixtyActors());
        List<String> events = new ArrayList<>();
        chart.graph().graph().addElementSink(new SinkAdapter() {
            @Override
            public void nodeRemoved(String sourceId, long timeId, String nodeId) {
                events.add("-" + nodeId);
            }

            @Override
            public void nodeAdded(String sourceId, long timeId, String nodeId) {
                events.add("+" + nodeId);
            }
        });

        chart.hide(List.of("szabo"));
        chart.history().undo();

        assertThat(events).containsExactly("-szabo", "+szabo");
        assertThat(chart.graph().graph().getNode("szabo").getAttribute("ui.class"))
                .isEqualTo("person,phase_movement,document_forger");
        chart.graph().graph().getNode("szabo").setAttribute("ui.class", "person,phase_proceeds");
        int szabo = chart.content().scene().indexOf("szabo").orElseThrow();
        assertThat(chart.content().scene().nodeClasses(szabo)).isEqualTo("person,phase_proceeds");
    }

    @Test
    void aCancelledArrangementChangesNothing() {
        List<Runnable> waiting = new ArrayList<>();
        ChartViewModel slow = new ChartViewModel(waiting::add, Runnable::run, Locale.UK);
        slow.open(InventedCase.sixtyActors());
        waiting.removeFirst().run();
        double[] before = slow.content().x().clone();
        slow.arrange(ChartLayoutKind.RADIAL);
        assertThat(slow.arrangingProperty().get()).isTrue();

        slow.stopArranging();
        waiting.removeFirst().run();

        assertThat(slow.arrangingProperty().get()).isFalse();
        assertThat(slow.content().x()).containsExactly(before);
        assertThat(slow.history().nextUndoProperty().get()).isEmpty();
    }

    @Test
    void selectionAddsAndToggles() {
        chart.open(InventedCase.sixtyActors());
        chart.select(List.of("baran"), List.of(), SelectionMode.REPLACE);
        chart.select(List.of("lupu"), List.of(), SelectionMode.ADD);
        chart.select(List.of("baran"), List.of(), SelectionMode.TOGGLE);

        assertThat(chart.selectedNodesProperty().get()).isEqualTo(Set.of("lupu"));
    }

    private boolean allPlaced() {
        return Arrays.stream(chart.content().x()).allMatch(Double::isFinite)
                && Arrays.stream(chart.content().y()).allMatch(Double::isFinite);
    }

    private long isolated() {
        var scene = chart.content().scene();
        return java.util.stream.IntStream.range(0, scene.nodeCount())
                .filter(i -> scene.degree(i) == 0)
                .count();
    }

    private String expandable() {
        var scene = chart.content().scene();
        for (int k = 0; k < scene.nodeCount(); k++) {
            if (scene.hiddenNeighbours(scene.byProminence(k)) > 2) {
                return scene.node(scene.byProminence(k)).id();
            }
        }
        throw new AssertionError("nothing to expand");
    }
}
