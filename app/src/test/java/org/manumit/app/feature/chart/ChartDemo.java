package org.manumit.app.feature.chart;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.render.ChartTheme;

/**
 * Shows the chart in a real window, to look at. Arguments, in any order: {@code dark}, {@code hairball}, {@code select},
 * {@code groups}, and a layout's name.
 */
public final class ChartDemo {

    private ChartDemo() {}

    public static void main(String[] arguments) {
        Application.launch(DemoWindow.class, arguments);
    }

    /** The window; apart from the main class, as JavaFX on the class path wants it. */
    public static final class DemoWindow extends Application {

        private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "layout");
            thread.setDaemon(true);
            return thread;
        });

        @Override
        public void start(Stage stage) {
            List<String> wanted = getParameters().getRaw();
            setUserAgentStylesheet(
                    wanted.contains("dark")
                            ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
                            : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
            ChartViewModel viewModel = new ChartViewModel(background, Platform::runLater, Locale.UK);
            ChartView view = new ChartView(viewModel);
            view.setTheme(wanted.contains("dark") ? ChartTheme.DARK : ChartTheme.LIGHT);
            stage.setScene(new Scene(view, 1280, 800));
            stage.setTitle("Chart");
            stage.show();
            ChartModel model =
                    wanted.contains("hairball") ? InventedCase.hairball(5000, 20_000, 7) : InventedCase.sixtyActors();
            viewModel.open(model);
            if (wanted.contains("all")) {
                viewModel.showAll();
            }
            for (ChartLayoutKind kind : ChartLayoutKind.values()) {
                if (wanted.contains(kind.name().toLowerCase(Locale.ROOT))) {
                    viewModel.arrange(kind);
                }
            }
            if (wanted.contains("select")) {
                viewModel.select(List.of("dragan"), List.of(), SelectionMode.REPLACE);
            }
            if (wanted.contains("groups")) {
                ((ToggleButton) view.lookup("#chart-groups")).fire();
            }
            PauseTransition look = new PauseTransition(Duration.seconds(2));
            look.setOnFinished(event -> {
                if (viewModel.arrangingProperty().get() || !view.atRest()) {
                    look.playFromStart();
                } else {
                    System.out.println("READY");
                }
            });
            look.play();
        }
    }
}
