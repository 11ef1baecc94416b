package org.manumit.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.manumit.graph.job.Progress;

/** Draws progress on one line of a terminal; says nothing where nobody watches. Safe for use from several threads. */
final class ProgressBar implements Progress, AutoCloseable {

    private static final int WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final boolean drawn;
    private final String subject;
    private long lastDrawn = Long.MIN_VALUE;
    private int lastLength;

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
        if (lastDrawn != Long.MIN_VALUE && now - lastDrawn < REDRAW_NANOS) {
            return;
        }
        lastDrawn = now;
        draw(line(done, total, step));
    }

    private String line(long done, long total, String step) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s  %s  %,d", subject, step, done);
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
    public void close() {
        clear();
    }

    /** Takes the line off the terminal, so that something else can be said. */
    synchronized void clear() {
        if (lastLength > 0) {
            err.print("\r" + " ".repeat(lastLength) + "\r");
            err.flush();
            lastLength = 0;
        }
    }
}
