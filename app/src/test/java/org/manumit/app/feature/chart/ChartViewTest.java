package org.manumit.app.feature.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manumit.app.feature.chart.render.Camera;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The journeys an analyst makes over the chart, in a window without a display. */
@ExtendWith(ApplicationExtension.class)
class ChartViewTest {

    private final ChartViewModel viewModel = new ChartViewModel(Runnable::run, Platform::runLater, Locale.UK);
    private final StackPane root = new StackPane();
    private @org.jspecify.annotations.Nullable ChartView made;

    @Start
    void start(Stage stage) {
        ChartView view = new ChartView(viewModel);
        made = view;
        view.setLegendVisible(false);
        root.getChildren().setAll(view);
        stage.setScene(new Scene(root, 1000, 700));
        stage.show();
        viewModel.open(InventedCase.sixtyActors());
    }

    @Test
    void aClickSelectsAnEntityAndOneOnTheBackgroundLetsGo(FxRobot robot) {
        robot.clickOn(onScreen("baran"));
        assertThat(selected()).containsExactly("baran");

        robot.clickOn(background());
        assertThat(selected()).isEmpty();
    }

    @Test
    void draggingAnEntityMovesAndPinsItAndUndoPutsItBack(FxRobot robot) {
        int baran = viewModel.content().scene().indexOf("baran").orElseThrow();
        double before = viewModel.content().x()[baran];
        double zoom = viewModel.cameraProperty().get().zoom();

        robot.drag(onScreen("baran"), MouseButton.PRIMARY)
                .moveBy(60, 20)
                .moveBy(20, 0)
                .drop();
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(viewModel.content().x()[baran] - before).isBetween(70 / zoom, 90 / zoom);
        assertThat(viewModel.content().pinned().get(baran)).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(viewModel.content().x()[baran]).isEqualTo(before);
    }

    @Test
    void draggingTheBackgroundPansAndTheWheelZoomsAtThePointer(FxRobot robot) {
        Camera before = viewModel.cameraProperty().get();

        robot.drag(background(), MouseButton.PRIMARY)
                .moveBy(30, 0)
                .moveBy(30, 40)
                .drop();
        WaitForAsyncUtils.waitForFxEvents();
        Camera panned = viewModel.cameraProperty().get();
        robot.moveTo(background());
        robot.scroll(3, javafx.geometry.VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(panned.centreX()).isLessThan(before.centreX());
        assertThat(panned.zoom()).isEqualTo(before.zoom());
        assertThat(viewModel.cameraProperty().get().zoom()).isNotEqualTo(panned.zoom());
        assertThat(viewModel.history().nextUndoProperty().get()).isEmpty();
    }

    @Test
    void aLassoSelectsWhatItEnclosesAndDeleteHidesIt(FxRobot robot) {
        int shown = viewModel.content().scene().nodeCount();
        robot.clickOn("#chart-lasso");
        robot.drag(view().localToScreen(3, 3), MouseButton.PRIMARY)
                .moveTo(view().localToScreen(930, 3))
                .moveTo(view().localToScreen(930, 690))
                .moveTo(view().localToScreen(3, 690))
                .drop();
        WaitForAsyncUtils.waitForFxEvents();
        int selected = selected().size();
        assertThat(selected).isGreaterThan(20);

        robot.type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(viewModel.content().scene().nodeCount()).isEqualTo(shown - selected);
    }

    @Test
    void theKeyboardWalksFromEntityToEntity(FxRobot robot) {
        robot.interact(view()::requestFocus);
        robot.type(KeyCode.RIGHT);
        String first = selected().iterator().next();
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(selected()).hasSize(1).doesNotContain(first);
    }

    @Test
    void paintsSomethingAndStopsWhenTakenOutOfTheWindow(FxRobot robot) throws Exception {
        ImageView canvas = (ImageView) view().getChildrenUnmodifiable().getFirst();
        await(() -> canvas.getImage() != null);
        assertThat(painterThreads()).isEqualTo(1);

        robot.interact(() -> root.getChildren().clear());
        await(() -> painterThreads() == 0);
        Image last = canvas.getImage();
        robot.interact(() -> viewModel.hide(List.of("baran")));
        assertThat(canvas.getImage()).isSameAs(last);

        robot.interact(() -> root.getChildren().setAll(view()));
        await(view()::atRest);
        assertThat(painterThreads()).isEqualTo(1);
    }

    private static void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> condition.getAsBoolean());
    }

    private static long painterThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("chart-painter"))
                .count();
    }

    private Set<String> selected() {
        return viewModel.selectedNodesProperty().get();
    }

    private Point2D onScreen(String id) {
        int i = viewModel.content().scene().indexOf(id).orElseThrow();
        Camera camera = viewModel.cameraProperty().get();
        return view().localToScreen(
                        camera.toViewX(viewModel.content().x()[i], view().getWidth()),
                        camera.toViewY(viewModel.content().y()[i], view().getHeight()));
    }

    private Point2D background() {
        return view().localToScreen(6, 6);
    }

    private ChartView view() {
        return java.util.Objects.requireNonNull(made);
    }
}
