package org.manumit.graph.analysis.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.job.Cancellation;

/**
 * Finds silences and bursts of numbers, each judged against the number's own days: a run of days without a record that
 * the share of days with one makes unlikely, and days with far more records than a Poisson count of the number's usual
 * day, spread as its usual days are, would have. Time linear in the records and in the days that they span.
 */
public final class HabitBreaks {

    private static final int FEWEST_RECORDS = 20;
    private static final int FEWEST_DAYS = 14;
    private static final int SHORTEST_SILENCE = 3;
    /** A silence is told when chance would give one so long less often than this in all the time a number is seen. */
    private static final double BY_CHANCE = 0.001;

    private static final int FEWEST_IN_BURST = 10;
    private static final double TIMES_USUAL = 3;
    private static final double LEAST_SURPRISE = 10;
    /** One in so many days. */
    private static final int LEFT_OUT = 20;

    private static final int MOST_EVIDENCE = 20;
    /** Beyond a century of days a clock was wrong. */
    private static final long MOST_DAYS = 36_600;

    private final CallIndex index;
    private final int number;
    private final ZoneId zone;
    private final long firstDay;
    private final int[] byDay;
    /** For each day how many records there are before it. */
    private final int[] before;

    private final int daysInUse;
    private final List<HabitBreak> found;

    private HabitBreaks(CallIndex index, int number, ZoneId zone, int days, List<HabitBreak> found) {
        this.index = index;
        this.number = number;
        this.zone = zone;
        this.found = found;
        firstDay = day(index.first(number));
        byDay = new int[days];
        for (int i = 0; i < index.count(number); i++) {
            byDay[(int) (day(index.time(number, i)) - firstDay)]++;
        }
        before = new int[days + 1];
        for (int day = 0; day < days; day++) {
            before[day + 1] = before[day] + byDay[day];
        }
        daysInUse = (int) (day(index.last(number)) - firstDay) + 1;
    }

    /**
     * Finds them, the earliest first.
     *
     * @param numbers whose, as numbers of the index
     * @param zone in whose days to count
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<HabitBreak> find(
            CallIndex index, Collection<Integer> numbers, ZoneId zone, Cancellation cancellation) {
        List<HabitBreak> found = new ArrayList<>();
        for (int number : new TreeSet<>(numbers)) {
            cancellation.check();
            long days = epochDay(index.coveredUntil(number), zone) - epochDay(index.first(number), zone) + 1;
            if (index.count(number) >= FEWEST_RECORDS && days >= FEWEST_DAYS && days <= MOST_DAYS) {
                HabitBreaks breaks = new HabitBreaks(index, number, zone, (int) days, found);
                breaks.silences();
                breaks.bursts();
            }
        }
        found.sort(Comparator.comparing(HabitBreak::from)
                .thenComparing(HabitBreak::number)
                .thenComparing(HabitBreak::kind));
        return List.copyOf(found);
    }

    private static long epochDay(long epochSecond, ZoneId zone) {
        return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate().toEpochDay();
    }

    private long day(long epochSecond) {
        return epochDay(epochSecond, zone);
    }

    private void silences() {
        int active = 0;
        for (int day = 0; day < daysInUse; day++) {
            active += byDay[day] > 0 ? 1 : 0;
        }
        // one day more than were seen, so that a number used every day is not sure to be used for ever
        double quiet = 1 - active / (daysInUse + 1.0);
        double usual = index.count(number) / (double) daysInUse;
        for (int from = 0; from < byDay.length; from++) {
            if (byDay[from] > 0) {
                continue;
            }
            int to = from;
            while (to + 1 < byDay.length && byDay[to + 1] == 0) {
                to++;
            }
            int length = to - from + 1;
            if (length >= SHORTEST_SILENCE && byDay.length * Math.pow(quiet, length) < BY_CHANCE) {
                found.add(new HabitBreak(
                        index.graph().entity(index.entity(number)).id(),
                        to == byDay.length - 1 ? HabitBreak.Kind.SILENT_SINCE : HabitBreak.Kind.SILENCE,
                        LocalDate.ofEpochDay(firstDay + from),
                        LocalDate.ofEpochDay(firstDay + to),
                        0,
                        usual * length,
                        around(from, to)));
            }
            from = to;
        }
    }

    private void bursts() {
        // the busiest days are left out of what is usual: a burst must not hide itself
        int[] usual = Arrays.copyOf(byDay, daysInUse);
        Arrays.sort(usual);
        int days = daysInUse - daysInUse / LEFT_OUT;
        double mean = Math.max(1.0, IntStream.of(usual).limit(days).sum()) / days;
        double squares = 0;
        for (int day = 0; day < days; day++) {
            squares += (usual[day] - mean) * (usual[day] - mean);
        }
        // people call in spells: their days are spread wider than chance alone would have it
        double spread = Math.max(1, squares / days / mean);
        for (int from = 0; from < daysInUse; from++) {
            int to = from;
            int records = 0;
            while (to < daysInUse && isBurst(byDay[to], mean, spread)) {
                records += byDay[to++];
            }
            if (to > from) {
                found.add(new HabitBreak(
                        index.graph().entity(index.entity(number)).id(),
                        HabitBreak.Kind.BURST,
                        LocalDate.ofEpochDay(firstDay + from),
                        LocalDate.ofEpochDay(firstDay + to - 1L),
                        records,
                        mean * (to - from),
                        within(from, to - 1)));
                from = to;
            }
        }
    }

    private static boolean isBurst(int records, double mean, double spread) {
        return records >= FEWEST_IN_BURST
                && records >= TIMES_USUAL * mean
                && (records * Math.log(records / mean) - (records - mean)) / spread >= LEAST_SURPRISE;
    }

    /** The last record before and the first after. */
    private List<ClaimId> around(int from, int to) {
        List<ClaimId> evidence = new ArrayList<>();
        if (before[from] > 0) {
            evidence.add(claim(before[from] - 1));
        }
        if (before[to + 1] < index.count(number)) {
            evidence.add(claim(before[to + 1]));
        }
        return evidence;
    }

    private List<ClaimId> within(int from, int to) {
        return IntStream.range(before[from], before[to + 1])
                .limit(MOST_EVIDENCE)
                .mapToObj(this::claim)
                .toList();
    }

    private ClaimId claim(int i) {
        return index.graph().calls().claim(index.row(number, i));
    }
}
