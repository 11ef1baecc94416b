package org.manumit.app.shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.manumit.app.control.FxDialogs;
import org.manumit.app.job.JobRunner;
import org.manumit.graph.job.OwnsThread;
import org.manumit.graph.store.StoreException;
import org.manumit.styles.Theme;

/** Starts the toolkit, shows the window, and ends when the window is closed. */
@OwnsThread("ends the program after the runner of jobs itself has been closed")
public final class WorkstationApplication {
    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;

    private final WorkstationParts parts;
    private final CountDownLatch closed = new CountDownLatch(1);

    private WorkstationApplication(WorkstationParts parts) {
        this.parts = parts;
    }

    /**
     * Shows the window and waits until the user closes it and the open case is closed. May be called once in a process.
     *
     * @param location the case to open; empty for the first screen
     * @throws StoreException when no window can be shown here; the message says what is missing
     */
    public static void launch(WorkstationParts parts, Optional<String> location) {
        DisplayCheck.whatIsMissing().ifPresent(missing -> {
            throw new StoreException("the window cannot be shown: " + missing);
        });
        WorkstationApplication application = new WorkstationApplication(parts);
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                application.show(location);
                shown.complete(true);
            } catch (RuntimeException e) {
                shown.completeExceptionally(e);
            }
        });
        shown.join();
        try {
            application.closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private void show(Optional<String> location) {
        Stage stage = new Stage();
        JobRunner jobs = JobRunner.background(Platform::runLater);
        Workstation workstation =
                new Workstation(parts, jobs, Platform::runLater, new FxDialogs(() -> stage, parts.words()));
        Scene scene = new Scene(workstation.root(), width(), height());
        dress(scene, workstation.shell());
        followSystem(workstation.shell());
        stage.setScene(scene);
        stage.titleProperty()
                .bind(workstation
                        .shell()
                        .caseNameProperty()
                        .map(name -> name.isEmpty()
                                ? parts.words().text("app.name")
                                : parts.words().text("app.title", name)));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnHidden(event -> end(workstation, jobs));
        stage.show();
        location.ifPresent(workstation::open);
    }

    /** Stops the jobs and closes the case off the window's thread, so that the window is gone at once. */
    private void end(Workstation workstation, JobRunner jobs) {
        workstation.session().close();
        Thread.ofPlatform().name("closing").start(() -> {
            try {
                jobs.close();
            } finally {
                closed.countDown();
            }
        });
    }

    private static double width() {
        return Math.min(USUAL_WIDTH, Screen.getPrimary().getVisualBounds().getWidth());
    }

    private static double height() {
        return Math.min(USUAL_HEIGHT, Screen.getPrimary().getVisualBounds().getHeight());
    }

    private static void followSystem(ShellViewModel shell) {
        var preferences = Platform.getPreferences();
        shell.systemLooks(themeOf(preferences.getColorScheme()));
        preferences.colorSchemeProperty().addListener((observable, before, now) -> shell.systemLooks(themeOf(now)));
    }

    private static Theme themeOf(ColorScheme scheme) {
        return switch (scheme) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    /** Gives a scene the look that the user chose, now and whenever it changes. */
    static void dress(Scene scene, ShellViewModel shell) {
        Optional<String> family = Typeface.best();
        shell.themeProperty().addListener((observable, before, now) -> dress(scene, now, family));
        dress(scene, shell.themeProperty().get(), family);
    }

    private static void dress(Scene scene, Theme theme, Optional<String> family) {
        scene.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
        family.map(Theme::typeface).ifPresent(sheet -> scene.getStylesheets().addFirst(sheet));
    }
}
