package org.manumit.importers.tabular.value;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.tabular.CellKind;

/**
 * Decides from all values of a column how its dates are to be read. Not thread-safe.
 *
 * <p>A first number above 12 proves day first, a second one month first. Where no value proves either, the order in
 * which the rows are more nearly sorted in time, onwards or backwards, is taken, then that in which days change faster
 * than months, then month first beside a 12-hour clock, then day first, the custom of most of Europe.
 */
public final class MomentLearner {

    private final MomentScanner scanner = new MomentScanner();
    private long filled;
    private long dates;
    private long typed;
    private long dayProofs;
    private long monthProofs;
    private long yearFirst;
    private long named;
    private long open;
    private long halfDays;
    private long seconds;
    private long millis;
    private long serials;
    private @Nullable LocalDateTime lastByDay;
    private @Nullable LocalDateTime lastByMonth;
    private long descentsByDay;
    private long descentsByMonth;
    private long ascentsByDay;
    private long ascentsByMonth;
    private int firstsOfPair;
    private int secondsOfPair;

    /** Takes note that a clock of twelve hours stands in a column beside. */
    public void besideTwelveHourClock() {
        halfDays++;
    }

    /** Takes in one cell. */
    public void add(String cell, CellKind kind) {
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        switch (kind) {
            case DATE, DATE_TIME -> {
                typed++;
                dates++;
            }
            case TIME, DURATION, BOOLEAN, ERROR -> {}
            case TEXT, NUMBER -> addText(cell);
        }
    }

    private void addText(String cell) {
        if (scanner.scan(cell)) {
            addWritten();
            return;
        }
        addNumber(cell);
    }

    private void addWritten() {
        if (scanner.isYearFirst() || scanner.hasMonthName()) {
            if (scanner.moment(DateOrder.YEAR_FIRST).isEmpty()) {
                return;
            }
            dates++;
            if (scanner.hasMonthName()) {
                named++;
            } else {
                yearFirst++;
            }
            return;
        }
        Optional<Moment> byDay = scanner.moment(DateOrder.DAY_FIRST);
        Optional<Moment> byMonth = scanner.moment(DateOrder.MONTH_FIRST);
        if (byDay.isEmpty() && byMonth.isEmpty()) {
            return;
        }
        dates++;
        if (scanner.halfDay) {
            halfDays++;
        }
        if (byMonth.isEmpty()) {
            dayProofs++;
        } else if (byDay.isEmpty()) {
            monthProofs++;
        } else {
            open++;
            if (lastByDay != null) {
                descentsByDay += byDay.get().local().isBefore(lastByDay) ? 1 : 0;
                ascentsByDay += byDay.get().local().isAfter(lastByDay) ? 1 : 0;
            }
            if (lastByMonth != null) {
                descentsByMonth += byMonth.get().local().isBefore(lastByMonth) ? 1 : 0;
                ascentsByMonth += byMonth.get().local().isAfter(lastByMonth) ? 1 : 0;
            }
            firstsOfPair |= 1 << scanner.part[0];
            secondsOfPair |= 1 << scanner.part[1];
            lastByDay = byDay.get().local();
            lastByMonth = byMonth.get().local();
        }
    }

    private void addNumber(String cell) {
        double value;
        try {
            value = Double.parseDouble(cell.replace(',', '.'));
        } catch (NumberFormatException e) {
            return;
        }
        if (value >= 315_532_800 && value < 4_102_444_800d) {
            seconds++;
        } else if (value >= 315_532_800_000d && value < 4_102_444_800_000d) {
            millis++;
        } else if (value >= 20_000 && value < 80_000) {
            serials++;
        }
    }

    /** Share of the filled cells that can be read as the reading says, from 0 to 1; 0 for an empty column. */
    public double share() {
        return filled == 0 ? 0 : (double) Math.max(dates, Math.max(seconds, Math.max(millis, serials))) / filled;
    }

    /** Share of the filled cells that are dates as people write them, or typed as dates by a workbook. */
    public double writtenShare() {
        return filled == 0 ? 0 : (double) dates / filled;
    }

    /** Whether reading further values could change how an ambiguous date is read. */
    public boolean isOrderOpen() {
        return open > 0 && dayProofs == 0 && monthProofs == 0;
    }

    /** How the column is to be read. */
    public MomentReading reading() {
        if (dates == 0 && seconds + millis + serials > 0) {
            if (seconds >= millis && seconds >= serials) {
                return certain(MomentReading.Form.EPOCH_SECONDS, DateOrder.YEAR_FIRST, "seconds since 1970");
            }
            return millis >= serials
                    ? certain(MomentReading.Form.EPOCH_MILLIS, DateOrder.YEAR_FIRST, "milliseconds since 1970")
                    : certain(
                            MomentReading.Form.SPREADSHEET_SERIAL, DateOrder.YEAR_FIRST, "a spreadsheet's day numbers");
        }
        if (dayProofs > monthProofs || (dayProofs > 0 && dayProofs == monthProofs && halfDays == 0)) {
            String reason = "day first: " + count(dayProofs) + " a first number above 12"
                    + (monthProofs > 0 ? ", against " + count(monthProofs) + " a second number above 12" : "");
            return new MomentReading(
                    MomentReading.Form.WRITTEN,
                    DateOrder.DAY_FIRST,
                    monthProofs > 0 ? MomentReading.Assurance.ASSUMED : MomentReading.Assurance.CERTAIN,
                    reason);
        }
        if (monthProofs > 0) {
            String reason = "month first: " + count(monthProofs) + " a second number above 12"
                    + (dayProofs > 0 ? ", against " + count(dayProofs) + " a first number above 12" : "");
            return new MomentReading(
                    MomentReading.Form.WRITTEN,
                    DateOrder.MONTH_FIRST,
                    dayProofs > 0 ? MomentReading.Assurance.ASSUMED : MomentReading.Assurance.CERTAIN,
                    reason);
        }
        if (open > 0) {
            return openOrder();
        }
        if (yearFirst > 0) {
            return certain(MomentReading.Form.WRITTEN, DateOrder.YEAR_FIRST, "year first");
        }
        if (named > 0) {
            return certain(MomentReading.Form.WRITTEN, DateOrder.DAY_FIRST, "months written as names");
        }
        return certain(
                MomentReading.Form.WRITTEN,
                typed > 0 ? DateOrder.YEAR_FIRST : DateOrder.DAY_FIRST,
                typed > 0 ? "the workbook marks them as dates" : "no dates to judge by");
    }

    private MomentReading openOrder() {
        // Newest first is an order too: what counts is how often the rows turn against the way they run.
        long byDay = Math.min(descentsByDay, ascentsByDay);
        long byMonth = Math.min(descentsByMonth, ascentsByMonth);
        if (open >= 5 && byDay != byMonth) {
            boolean day = byDay < byMonth;
            return assumed(
                    day ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST,
                    (day ? "day first" : "month first")
                            + ": no number tells day from month, but so the rows stand in better time order ("
                            + Math.min(byDay, byMonth) + " steps back against "
                            + Math.max(byDay, byMonth) + ")");
        }
        int varyFirst = Integer.bitCount(firstsOfPair);
        int varySecond = Integer.bitCount(secondsOfPair);
        if (open >= 5 && Math.max(varyFirst, varySecond) > 2 * Math.min(varyFirst, varySecond)) {
            boolean day = varyFirst > varySecond;
            return assumed(
                    day ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST,
                    (day ? "day first" : "month first") + ": no number tells day from month, but the "
                            + (day ? "first" : "second") + " takes " + Math.max(varyFirst, varySecond)
                            + " values and the other " + Math.min(varyFirst, varySecond)
                            + ", and days change faster than months");
        }
        if (halfDays > 0) {
            return assumed(
                    DateOrder.MONTH_FIRST,
                    "month first: no number tells day from month, and a 12-hour clock is used with that order");
        }
        return assumed(DateOrder.DAY_FIRST, "day first: assumed, as no number tells day from month");
    }

    private static String count(long values) {
        return values == 1 ? "1 value has" : values + " values have";
    }

    private static MomentReading certain(MomentReading.Form form, DateOrder order, String reason) {
        return new MomentReading(form, order, MomentReading.Assurance.CERTAIN, reason);
    }

    private static MomentReading assumed(DateOrder order, String reason) {
        return new MomentReading(MomentReading.Form.WRITTEN, order, MomentReading.Assurance.ASSUMED, reason);
    }
}
