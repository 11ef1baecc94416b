package org.manumit.importers.tabular.value;

import java.util.Locale;
import org.manumit.importers.tabular.CellKind;

/** Decides from the header and all values of a column how its durations are to be read. Not thread-safe. */
public final class DurationLearner {

    private final String header;
    private long filled;
    private long fits;
    private long twoParts;
    private long bareNumbers;
    private int largestFirst;

    /** @param header the column's header, which may name the unit */
    public DurationLearner(String header) {
        this.header = header.toLowerCase(Locale.ROOT);
    }

    /** Takes in one cell. */
    public void add(String cell, CellKind kind) {
        if (cell.isEmpty() || cell.equals("-")) {
            return;
        }
        filled++;
        if (DurationReading.SECONDS.read(cell, kind) instanceof Parsed.Value) {
            fits++;
        }
        int colon = cell.indexOf(':');
        if (colon > 0 && colon < 5 && cell.indexOf(':', colon + 1) < 0) {
            twoParts++;
            try {
                largestFirst = Math.max(largestFirst, Integer.parseInt(cell.substring(0, colon)));
            } catch (NumberFormatException e) {
                // Not a duration at all; the reading says so for the row.
            }
        } else if (colon < 0) {
            bareNumbers++;
        }
    }

    /** Share of the filled cells that are durations in any spelling. */
    public double share() {
        return filled == 0 ? 0 : (double) fits / filled;
    }

    /** How the column is to be read. */
    public DurationReading reading() {
        DurationReading.Unit unit = unit();
        boolean hours = (header.contains("hh:mm") && !header.contains("hh:mm:ss")) || header.contains("h:mm)");
        StringBuilder reason = new StringBuilder();
        if (bareNumbers > 0 || twoParts == 0) {
            reason.append(
                    switch (unit) {
                        case MILLISECONDS -> "milliseconds, as the header says";
                        case SECONDS -> "seconds";
                        case MINUTES -> "minutes, as the header says";
                    });
        }
        if (twoParts > 0) {
            reason.append(reason.isEmpty() ? "" : "; ")
                    .append(
                            hours
                                    ? "12:34 is hours and minutes, as the header says"
                                    : "12:34 is minutes and seconds" + (largestFirst > 23 ? "" : " (assumed)"));
        }
        return new DurationReading(
                unit,
                hours ? DurationReading.TwoParts.HOURS_AND_MINUTES : DurationReading.TwoParts.MINUTES_AND_SECONDS,
                reason.toString());
    }

    private DurationReading.Unit unit() {
        String words = " " + header.replaceAll("[^\\p{L}]+", " ") + " ";
        if (words.contains(" ms ") || words.contains(" msec ") || words.contains("milli")) {
            return DurationReading.Unit.MILLISECONDS;
        }
        boolean seconds =
                words.contains(" s ") || words.contains(" sec") || words.contains(" sek") || words.contains(" ss ");
        boolean minutes = words.contains(" min ")
                || words.contains(" mins ")
                || words.contains(" minutes ")
                || words.contains(" minuten ")
                || words.contains(" minute ")
                || words.contains(" minutos ")
                || words.contains(" minuti ");
        return minutes && !seconds ? DurationReading.Unit.MINUTES : DurationReading.Unit.SECONDS;
    }
}
