package org.manumit.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.manumit.app.control.Dialogs;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.styles.Theme;

/**
 * Pictures of the window without a display, for the documentation: start Java with {@code -Dglass.platform=Headless
 * -Dprism.order=sw}. Starts the toolkit when it is not running yet, and leaves it running.
 */
public final class WindowPicture {
    private static final long PATIENCE_SECONDS = 60;
    /** Frames that must pass with nothing under way, so that layout and the chart's painter have caught up. */
    private static final int QUIET_FRAMES = 90;

    /**
     * How the window is to look.
     *
     * @param width in points
     * @param height in points
     * @param scale pixels per point
     */
    public record Frame(int width, int height, double scale, Theme theme) {}

    private WindowPicture() {}

    /**
     * Draws the window with a case open in it.
     *
     * @param prepare selects, goes to another view or the like, on the window's thread
     * @throws IOException when the file cannot be written
     */
    public static void write(
            WorkstationParts parts,
            Dialogs dialogs,
            CaseSnapshot snapshot,
            Frame frame,
            Consumer<Workstation> prepare,
            Path png)
            throws IOException {
        startToolkit();
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        Platform.runLater(() -> draw(parts, dialogs, snapshot, frame, prepare, picture));
        try {
            WritableImage image = picture.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Path folder = png.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png.toFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(png + ": interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(png + ": the window could not be drawn", e);
        }
    }

    private static void startToolkit() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException e) {
            // It runs already.
        }
    }

    private static void draw(
            WorkstationParts parts,
            Dialogs dialogs,
            CaseSnapshot snapshot,
            Frame frame,
            Consumer<Workstation> prepare,
            CompletableFuture<WritableImage> picture) {
        JobRunner jobs = JobRunner.background(Platform::runLater);
        Workstation workstation = new Workstation(parts, jobs, Platform::runLater, dialogs);
        workstation.shell().systemLooks(frame.theme());
        Scene scene = new Scene(workstation.root(), frame.width(), frame.height());
        WorkstationApplication.dress(scene, workstation.shell());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        if (!snapshot.isEmpty()) {
            workstation.session().display(snapshot);
        }
        prepare.accept(workstation);
        new AnimationTimer() {
            private int quiet;

            @Override
            public void handle(long now) {
                quiet = jobs.running().isEmpty() ? quiet + 1 : 0;
                if (quiet > QUIET_FRAMES) {
                    stop();
                    SnapshotParameters parameters = new SnapshotParameters();
                    parameters.setTransform(new Scale(frame.scale(), frame.scale()));
                    WritableImage image = new WritableImage(
                            (int) (frame.width() * frame.scale()), (int) (frame.height() * frame.scale()));
                    workstation.root().snapshot(parameters, image);
                    stage.hide();
                    jobs.close();
                    picture.complete(image);
                }
            }
        }.start();
    }
}
