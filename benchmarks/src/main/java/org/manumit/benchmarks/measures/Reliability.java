package org.manumit.benchmarks.measures;

import java.io.PrintStream;
import java.util.Locale;

/** Whether scores mean what they say: of findings with a score of so much, which share is right. */
final class Reliability {

    private static final int BINS = 20;

    private final double[][] bins = new double[BINS][3];

    /** Remembers how well founded a finding was said to be, and whether it was right. */
    void add(double score, boolean right) {
        double[] bin = bins[Math.clamp((int) (score * BINS), 0, BINS - 1)];
        bin[0]++;
        bin[1] += score;
        bin[2] += right ? 1 : 0;
    }

    /** Prints all findings in one row. */
    void printAll(PrintStream out, String name) {
        double[] sum = new double[3];
        for (double[] bin : bins) {
            for (int i = 0; i < 3; i++) {
                sum[i] += bin[i];
            }
        }
        out.printf(Locale.ROOT, "| %s | %.0f | %.2f | %.2f |%n", name, sum[0], sum[1] / sum[0], sum[2] / sum[0]);
    }

    /** Prints the findings from some score on, in steps of a tenth. */
    void print(PrintStream out, double least) {
        out.println("| score | findings | mean score | right |");
        out.println("|---|---|---|---|");
        for (int bin = (int) Math.round(least * BINS); bin < BINS; bin += 2) {
            double[] sum = new double[3];
            for (int half = bin; half < bin + 2; half++) {
                for (int i = 0; i < 3; i++) {
                    sum[i] += bins[half][i];
                }
            }
            out.printf(Locale.ROOT, "| %.1f to %.1f | %.0f | ", (double) bin / BINS, (double) (bin + 2) / BINS, sum[0]);
            if (sum[0] == 0) {
                out.println("– | – |");
            } else {
                out.printf(Locale.ROOT, "%.2f | %.2f |%n", sum[1] / sum[0], sum[2] / sum[0]);
            }
        }
    }
}
