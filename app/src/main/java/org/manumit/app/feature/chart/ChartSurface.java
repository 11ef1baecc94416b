package org.manumit.app.feature.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.manumit.app.feature.chart.render.ChartFrame;
import org.manumit.app.feature.chart.render.ChartPainter;
import org.manumit.app.feature.chart.render.Detail;
import org.manumit.graph.job.OwnsThread;

/**
 * Shows what a {@link ChartPainter} paints. Painting happens on a thread of its own and never holds up the window; only
 * the finished picture is copied on the FX thread. While things move the picture may be a draft; 120 ms after the last
 * change it is painted with care, and that is given up as soon as something changes again.
 */
@OwnsThread("a picture is wanted within a frame and must not wait behind an import, nor be listed among the jobs")
final class ChartSurface {

    private static final long SETTLED_NANOS = 120_000_000L;
    private static final double SMOOTH_WHILE_MOVING_MS = 24;

    private final ImageView view = new ImageView();
    private final Supplier<ChartFrame> frames;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };

    private Optional<ExecutorService> thread = Optional.empty();
    private Optional<PixelBuffer<IntBuffer>> pixels = Optional.empty();
    private ChartPainter painter;
    private double scale = 1;
    private boolean dirty;
    private boolean careful = true;
    private boolean busy;
    private long lastChange;
    private double smoothMillis;
    private volatile boolean outdated;
    private long painted;

    ChartSurface(ChartPainter painter, Supplier<ChartFrame> frames) {
        this.painter = painter;
        this.frames = frames;
        view.setManaged(false);
        view.setMouseTransparent(true);
        view.setSmooth(false);
    }

    ImageView view() {
        return view;
    }

    void attach() {
        thread = Optional.of(Executors.newSingleThreadExecutor(task -> {
            Thread own = new Thread(task, "chart-painter");
            own.setDaemon(true);
            return own;
        }));
        busy = false;
        changed();
    }

    void detach() {
        timer.stop();
        outdated = true;
        thread.ifPresent(ExecutorService::shutdownNow);
        thread = Optional.empty();
    }

    void use(ChartPainter next) {
        painter = next;
        changed();
    }

    /** Device pixels per logical pixel of the window this is in. */
    void setScale(double outputScale) {
        if (scale != outputScale) {
            scale = outputScale;
            changed();
        }
    }

    /** Something looks different: paint soon. */
    void changed() {
        dirty = true;
        careful = true;
        outdated = true;
        lastChange = System.nanoTime();
        if (thread.isPresent()) {
            timer.start();
        }
    }

    /** Whether what is shown is the careful picture of what is there. */
    boolean atRest() {
        return painted > 0 && !dirty && !careful && !busy;
    }

    private void pulse() {
        if (busy) {
            return;
        }
        if (dirty) {
            dirty = false;
            boolean quick = smoothMillis > SMOOTH_WHILE_MOVING_MS;
            careful = quick;
            paint(quick ? Detail.DRAFT : Detail.SMOOTH);
        } else if (careful && System.nanoTime() - lastChange > SETTLED_NANOS) {
            careful = false;
            paint(Detail.SMOOTH);
        } else if (!careful) {
            timer.stop();
        }
    }

    private void paint(Detail detail) {
        ChartFrame frame = frames.get();
        int width = (int) Math.round(frame.width() * scale);
        int height = (int) Math.round(frame.height() * scale);
        if (width < 1 || height < 1 || thread.isEmpty()) {
            return;
        }
        busy = true;
        outdated = false;
        ChartPainter by = painter;
        double at = scale;
        thread.get().execute(() -> {
            BufferedImage image = back(width, height);
            long begin = System.nanoTime();
            boolean finished = false;
            try {
                Graphics2D g = image.createGraphics();
                g.scale(at, at);
                // A first picture is shown whatever happens meanwhile; a careful one only while it is still true.
                finished = by.paint(g, frame, detail, at, () -> detail == Detail.SMOOTH && tooLate(begin));
                g.dispose();
                opaque(image);
            } finally {
                boolean good = finished;
                double millis = (System.nanoTime() - begin) / 1e6;
                Platform.runLater(() -> present(image, at, detail, good, millis));
            }
        });
    }

    private boolean tooLate(long begin) {
        return outdated && System.nanoTime() - begin > 40_000_000L;
    }

    private Optional<BufferedImage> backImage = Optional.empty();

    private BufferedImage back(int width, int height) {
        if (backImage.isEmpty()
                || backImage.get().getWidth() != width
                || backImage.get().getHeight() != height) {
            backImage = Optional.of(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        }
        return backImage.get();
    }

    private static void opaque(BufferedImage image) {
        int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < data.length; i++) {
            data[i] |= 0xff000000;
        }
    }

    private void present(BufferedImage image, double at, Detail detail, boolean finished, double millis) {
        busy = false;
        if (thread.isEmpty()) {
            return;
        }
        if (detail == Detail.SMOOTH) {
            smoothMillis = finished ? millis : Math.max(millis, SMOOTH_WHILE_MOVING_MS + 1);
        }
        if (!finished) {
            dirty = true;
            timer.start();
            return;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        PixelBuffer<IntBuffer> buffer = pixels.filter(p -> p.getWidth() == width && p.getHeight() == height)
                .orElseGet(() -> {
                    PixelBuffer<IntBuffer> fresh = new PixelBuffer<>(
                            width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
                    view.setImage(new WritableImage(fresh));
                    return fresh;
                });
        pixels = Optional.of(buffer);
        buffer.updateBuffer(b -> {
            System.arraycopy(data, 0, b.getBuffer().array(), 0, data.length);
            return null;
        });
        view.setFitWidth(width / at);
        view.setFitHeight(height / at);
        painted++;
    }
}
