package org.manumit.graph.analysis.calls;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.manumit.graph.CallTable;
import org.manumit.graph.query.TimeWindow;

/**
 * When in the week somebody's numbers are used: how many records fall into each hour of each weekday, in the case's
 * local time. Immutable; safe for use from several threads.
 */
public final class HourProfile {

    private static final int HOURS = 24;

    private final int[] counts = new int[7 * HOURS];
    private final int total;

    /**
     * An hour of the week.
     *
     * @param hour from 0 to 23
     */
    public record Hour(DayOfWeek day, int hour) {}

    private HourProfile(int[] counts) {
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            this.counts[i] = counts[i];
            sum += counts[i];
        }
        total = sum;
    }

    /**
     * The profile of some numbers together; a call between two of them counts once.
     *
     * @param numbers numbers of the index
     * @param zone in whose hours to count
     * @param window which records to count
     */
    public static HourProfile of(CallIndex index, Set<Integer> numbers, ZoneId zone, TimeWindow window) {
        int[] counts = new int[7 * HOURS];
        CallTable calls = index.graph().calls();
        for (int number : new TreeSet<>(numbers)) {
            for (int i = 0; i < index.count(number); i++) {
                int row = index.row(number, i);
                long start = calls.start(row);
                boolean seen = numbers.contains(index.other(number, row)) && !index.isCaller(number, row);
                if (window.contains(start) && !seen) {
                    ZonedDateTime local = Instant.ofEpochSecond(start).atZone(zone);
                    counts[(local.getDayOfWeek().getValue() - 1) * HOURS + local.getHour()]++;
                }
            }
        }
        return new HourProfile(counts);
    }

    /** How many records begin in an hour (0 to 23) of a weekday. */
    public int count(DayOfWeek day, int hour) {
        return counts[(day.getValue() - 1) * HOURS + hour];
    }

    /** The hour of the week in which most records begin, the first of those alike. */
    public Hour busiest() {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return new Hour(DayOfWeek.of(most / HOURS + 1), most % HOURS);
    }

    /** How many records in all. */
    public int total() {
        return total;
    }

    /** Which share of the records begins from 22 to 6 o'clock; 0 when there are none. */
    public double nightShare() {
        int night = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < HOURS; hour++) {
                night += hour >= 22 || hour < 6 ? count(day, hour) : 0;
            }
        }
        return total == 0 ? 0 : (double) night / total;
    }

    /** How alike two profiles are, from 0 to 1 (cosine); 0 when either is empty. */
    public double likeness(HourProfile other) {
        double dot = 0;
        double here = 0;
        double there = 0;
        for (int i = 0; i < counts.length; i++) {
            dot += (double) counts[i] * other.counts[i];
            here += (double) counts[i] * counts[i];
            there += (double) other.counts[i] * other.counts[i];
        }
        return here == 0 || there == 0 ? 0 : dot / Math.sqrt(here * there);
    }
}
