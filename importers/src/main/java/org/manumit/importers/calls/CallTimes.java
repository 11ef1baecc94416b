package org.manumit.importers.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.manumit.graph.CallTable;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.tabular.ClockChange;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.ClockTime;
import org.manumit.importers.tabular.value.DateOrder;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.ZoneWords;

/** When the records of one table begin and how long they last. Not thread-safe. */
final class CallTimes {

    private static final long LONGEST_SECONDS = 31L * 86_400;

    private final ColumnMapping mapping;
    private final CallPlaces at;
    private final ColumnReadings readings;
    private final ZoneId zone;
    private final RowRemarks remarks;
    private final Optional<ZoneOffset> startZone;
    private final Optional<ZoneOffset> endZone;
    private boolean sawLocalTime;

    CallTimes(ColumnMapping mapping, CallPlaces at, ColumnReadings readings, ZoneId zone, RowRemarks remarks) {
        this.mapping = mapping;
        this.at = at;
        this.readings = readings;
        this.zone = zone;
        this.remarks = remarks;
        Optional<ZoneOffset> inTime = at.time() < 0 ? Optional.empty() : readings.zoneInHeader(CallColumns.TIME);
        this.startZone = readings.zoneInHeader(startKey()).or(() -> inTime);
        this.endZone = at.end() < 0 ? Optional.empty() : readings.zoneInHeader(CallColumns.END);
    }

    private String startKey() {
        return at.start() >= 0 ? CallColumns.START : CallColumns.DATE;
    }

    int startColumn() {
        return at.start() >= 0 ? at.start() : at.date();
    }

    /** Whether some time carried no zone. */
    boolean sawLocalTime() {
        return sawLocalTime;
    }

    /** When the row begins, in seconds since 1970. */
    Parsed<Long> start(Row row) {
        int column = startColumn();
        MomentReading reading = readings.moment(startKey());
        Parsed<Moment> parsed = reading.read(row.value(column), row.kind(column));
        if (!(parsed instanceof Parsed.Value<Moment>(Moment moment))) {
            return parsed instanceof Parsed.Malformed<Moment>(String found, String expected)
                    ? Parsed.malformed(found, expected)
                    : Parsed.absent();
        }
        if (moment.precision() == Moment.Precision.DAY && at.time() >= 0) {
            switch (reading.readClock(row.value(at.time()), row.kind(at.time()))) {
                case Parsed.Value<ClockTime>(ClockTime clock) ->
                    moment = new Moment(
                            LocalDateTime.of(moment.local().toLocalDate(), clock.time()),
                            clock.offset().isPresent() ? clock.offset() : moment.offset(),
                            Moment.Precision.SECOND);
                case Parsed.Absent<ClockTime> absent -> {}
                case Parsed.Malformed<ClockTime>(String found, String expected) -> {
                    return Parsed.malformed(found, expected);
                }
            }
        }
        if (moment.precision() == Moment.Precision.DAY) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    header(column),
                    row.value(column),
                    "Records with a date but no time of day, taken at midnight");
        }
        Optional<ZoneId> stated = stated(row, moment);
        sawLocalTime |= moment.offset().isEmpty() && stated.isEmpty();
        if (stated.isEmpty()) {
            ClockChange.remark(remarks, row, header(column), row.value(column), moment, zone);
        }
        return Parsed.of(
                moment.toInstant(stated.isPresent() ? stated.get() : zone).getEpochSecond());
    }

    /** The zone that the row's own column names, or else the header of the time. */
    private Optional<ZoneId> stated(Row row, Moment moment) {
        String cell = at.offset() < 0 ? "" : row.value(at.offset());
        if (!Blank.is(cell)) {
            Optional<ZoneId> named = ZoneWords.inColumn(cell);
            if (named.isPresent()) {
                return named;
            }
            if (moment.offset().isEmpty()) {
                remarks.add(
                        Severity.WARNING,
                        row,
                        header(at.offset()),
                        cell,
                        "Records whose zone is not understood, read in that of the file");
            }
        }
        return startZone.map(offset -> offset);
    }

    /**
     * How long the row lasts, in seconds: the time spoken where a column gives it, otherwise the length, otherwise until
     * the end.
     */
    Parsed<Integer> length(Row row, long start) {
        int column = at.talkTime() >= 0 ? at.talkTime() : at.duration();
        if (column >= 0) {
            String key = at.talkTime() >= 0 ? CallColumns.TALK_TIME : CallColumns.DURATION;
            switch (readings.duration(key).read(row.value(column), row.kind(column))) {
                case Parsed.Value<Duration>(Duration length) -> {
                    return Parsed.of((int) ((length.toMillis() + 500) / 1000));
                }
                case Parsed.Absent<Duration> absent -> {}
                case Parsed.Malformed<Duration>(String found, String expected) -> {
                    return Parsed.malformed(found, expected);
                }
            }
        }
        return Parsed.of(
                start != CallTable.NO_TIME && (at.end() >= 0 || at.endTime() >= 0)
                        ? untilEnd(row, start)
                        : CallTable.NO_DURATION);
    }

    int lengthColumn() {
        return at.talkTime() >= 0 ? at.talkTime() : at.duration();
    }

    private int untilEnd(Row row, long start) {
        Optional<LocalTime> clock = Optional.empty();
        if (at.endTime() >= 0) {
            MomentReading times = MomentReading.written(DateOrder.YEAR_FIRST);
            clock = times.readTime(row.value(at.endTime()), row.kind(at.endTime()))
                            instanceof Parsed.Value<LocalTime>(LocalTime time)
                    ? Optional.of(time)
                    : Optional.empty();
        }
        int column = at.end() >= 0 ? at.end() : at.endTime();
        String cell = row.value(column);
        Optional<Moment> end = Optional.empty();
        if (at.end() >= 0) {
            end = readings.moment(CallColumns.END).read(cell, row.kind(at.end()))
                            instanceof Parsed.Value<Moment>(Moment moment)
                    ? Optional.of(moment)
                    : Optional.empty();
        } else if (clock.isPresent()) {
            // A clock alone: the same day, or after midnight.
            LocalDateTime began = LocalDateTime.ofInstant(Instant.ofEpochSecond(start), zone);
            LocalDateTime ended = LocalDateTime.of(began.toLocalDate(), clock.get());
            end = Optional.of(new Moment(
                    ended.isBefore(began) ? ended.plusDays(1) : ended, Optional.empty(), Moment.Precision.SECOND));
        }
        if (end.isPresent() && end.get().precision() == Moment.Precision.DAY) {
            Moment day = end.get();
            end = clock.map(time -> new Moment(
                    LocalDateTime.of(day.local().toLocalDate(), time), day.offset(), Moment.Precision.SECOND));
        }
        if (end.isEmpty()) {
            return CallTable.NO_DURATION;
        }
        long seconds =
                end.get().toInstant(endZone.isPresent() ? endZone.get() : zone).getEpochSecond() - start;
        if (seconds < 0 || seconds > LONGEST_SECONDS) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    header(column),
                    cell,
                    "Records that end before they start or more than 31 days later, kept without a duration");
            return CallTable.NO_DURATION;
        }
        return (int) seconds;
    }

    private String header(int column) {
        return column < 0 ? "" : mapping.columns().get(column).header();
    }
}
