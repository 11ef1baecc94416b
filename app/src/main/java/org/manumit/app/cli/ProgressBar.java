package org.manumit.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.job.OwnsThread;
import org.manumit.graph.job.Progress;

/**
 * Draws progress on one line of a terminal; says nothing where nobody watches. Where no news comes for more than a second
 * the line counts the seconds, so that whoever watches sees that work goes on. Safe for use from several threads.
 */
@OwnsThread("whoever works has no time to say that nothing new has happened")
final class ProgressBar implements Progress, AutoCloseable {

    private static final int WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long TICK_MILLIS = 250;
    private static final long NO_NEWS_NANOS = 1_000_000_000L;

    private final PrintWriter err;
    private final boolean drawn;
    private final String subject;
    private long lastDrawn = Long.MIN_VALUE;
    private int lastLength;
    private @Nullable News news;
    private boolean newsDrawn;
    private @Nullable Thread ticker;

    /** What was reported last. */
    private record News(long done, long total, String step, long since) {}

    ProgressBar(Terminal terminal, String subject) {
        this.err = terminal.err();
        this.drawn = terminal.errKind() == Terminal.ErrKind.SCREEN;
        this.subject = subject;
    }

    @Override
    public synchronized void report(long done, long total, String step) {
        if (!drawn) {
            return;
        }
        long now = System.nanoTime();
        boolean otherStep = news == null || !news.step.equals(step);
        news = new News(done, total, step, now);
        newsDrawn = otherStep || now - lastDrawn >= REDRAW_NANOS;
        if (newsDrawn) {
            lastDrawn = now;
            draw(line(done, total, step));
        }
        if (ticker == null) {
            ticker = Thread.ofVirtual().name("progress").start(this::tick);
        }
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                showAgain();
            }
        } catch (InterruptedException e) {
            // closed
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void showAgain() {
        News last = news;
        if (last == null) {
            return;
        }
        long silent = System.nanoTime() - last.since;
        if (silent >= NO_NEWS_NANOS) {
            draw(line(last.done, last.total, last.step) + "  " + silent / NO_NEWS_NANOS + " s");
        } else if (!newsDrawn) {
            newsDrawn = true;
            draw(line(last.done, last.total, last.step));
        }
    }

    private String line(long done, long total, String step) {
        if (total <= 0) {
            return done == 0 ? subject + "  " + step : String.format(Locale.ROOT, "%s  %s  %,d", subject, step, done);
        }
        int filled = (int) Math.min(WIDTH, done * WIDTH / total);
        return String.format(
                Locale.ROOT,
                "%s  [%s%s] %3d %%  %s",
                subject,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                Math.min(100, done * 100 / total),
                step);
    }

    private void draw(String line) {
        String shown = line.length() > 110 ? line.substring(0, 110) : line;
        err.print("\r" + shown + " ".repeat(Math.max(0, lastLength - shown.length())));
        err.flush();
        lastLength = shown.length();
    }

    @Override
    public synchronized void close() {
        clear();
        if (ticker != null) {
            ticker.interrupt();
            ticker = null;
        }
    }

    /** Takes the line off the terminal, so that something else can be said. */
    synchronized void clear() {
        news = null;
        if (lastLength > 0) {
            err.print("\r" + " ".repeat(lastLength) + "\r");
            err.flush();
            lastLength = 0;
        }
    }
}
