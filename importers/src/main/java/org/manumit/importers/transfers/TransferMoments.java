package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.importers.tabular.ClockChange;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.ZoneWords;

/** Reads when the transfers of a table were made: a day, a moment, or a step of a simulation. Not thread-safe. */
final class TransferMoments {

    /**
     * When.
     *
     * @param time as {@code basis} says
     */
    record When(long time, TransferTable.TimeBasis basis) {

        static final When UNKNOWN = new When(0, TransferTable.TimeBasis.NONE);
    }

    private final TransferPlaces places;
    private final ColumnReadings readings;
    private final ZoneId zone;
    private final RowRemarks remarks;
    private final Map<String, Optional<ZoneId>> zones = new HashMap<>();
    private final Optional<String> country;
    private boolean sawLocalTime;

    TransferMoments(
            TransferPlaces places, ColumnReadings readings, ZoneId zone, Optional<String> country, RowRemarks remarks) {
        this.country = country.or(() -> american(places));
        this.places = places;
        this.readings = readings;
        this.zone = zone;
        this.remarks = remarks;
    }

    boolean sawLocalTime() {
        return sawLocalTime;
    }

    /** PST beside PDT is that of America: the summer time has no other meaning. */
    private static Optional<String> american(TransferPlaces places) {
        return places.mapped().table().sample().stream()
                        .map(row -> places.value(row, TransferColumns.ZONE))
                        .anyMatch(Set.of("EDT", "CDT", "MDT", "PDT")::contains)
                ? Optional.of("US")
                : Optional.empty();
    }

    /** The part whose column says when, and is at fault where it cannot be read. */
    String key() {
        return places.has(TransferColumns.DATE)
                ? TransferColumns.DATE
                : places.has(TransferColumns.VALUE_DATE) ? TransferColumns.VALUE_DATE : TransferColumns.STEP;
    }

    Parsed<When> read(Row row) {
        for (String key : List.of(TransferColumns.DATE, TransferColumns.VALUE_DATE)) {
            if (places.value(row, key).isEmpty()) {
                continue;
            }
            int column = places.column(key);
            MomentReading reading = readings.moment(key);
            return switch (reading.read(row.value(column), row.kind(column))) {
                case Parsed.Absent<Moment> absent -> Parsed.absent();
                case Parsed.Malformed<Moment>(String found, String expected) -> Parsed.malformed(found, expected);
                case Parsed.Value<Moment>(Moment moment) -> at(row, key, reading, moment);
            };
        }
        if (places.has(TransferColumns.DATE) || !places.has(TransferColumns.STEP)) {
            return Parsed.absent();
        }
        int column = places.column(TransferColumns.STEP);
        return switch (readings.decimal(TransferColumns.STEP).read(row.value(column), row.kind(column))) {
            case Parsed.Value<BigDecimal>(BigDecimal step)
            when step.stripTrailingZeros().scale() <= 0 && step.abs().precision() < 18 ->
                Parsed.of(new When(step.longValue(), TransferTable.TimeBasis.STEP));
            case Parsed.Absent<BigDecimal> absent -> Parsed.absent();
            default -> Parsed.malformed(row.value(column), "a whole number, the step in time");
        };
    }

    private Parsed<When> at(Row row, String key, MomentReading reading, Moment moment) {
        if (moment.precision() != Moment.Precision.DAY) {
            Optional<ZoneOffset> stated = readings.zoneInHeader(key);
            sawLocalTime |= moment.offset().isEmpty() && stated.isEmpty();
            if (stated.isEmpty()) {
                ClockChange.remark(remarks, row, "", moment.local().toString(), moment, zone);
            }
            return Parsed.of(new When(
                    moment.toInstant(stated.isPresent() ? stated.get() : zone).getEpochSecond(),
                    TransferTable.TimeBasis.INSTANT));
        }
        int time = places.column(TransferColumns.TIME);
        if (time >= 0 && !row.isBlank(time)) {
            return switch (reading.readTime(row.value(time), row.kind(time))) {
                case Parsed.Value<LocalTime>(LocalTime clock) -> {
                    Optional<ZoneId> said = zoneOf(row);
                    sawLocalTime |= said.isEmpty();
                    yield Parsed.of(new When(
                            moment.local()
                                    .toLocalDate()
                                    .atTime(clock)
                                    .atZone(said.isPresent() ? said.get() : zone)
                                    .toEpochSecond(),
                            TransferTable.TimeBasis.INSTANT));
                }
                case Parsed.Absent<LocalTime> absent -> day(moment);
                case Parsed.Malformed<LocalTime>(String found, String expected) -> {
                    remarks.add(
                            Severity.WARNING,
                            row,
                            places.header(TransferColumns.TIME),
                            found,
                            "Times of day that cannot be read; the day is kept");
                    yield day(moment);
                }
            };
        }
        return day(moment);
    }

    /** The zone that the row itself names. */
    private Optional<ZoneId> zoneOf(Row row) {
        String named = places.value(row, TransferColumns.ZONE);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Optional<ZoneId> zoneNamed = zones.computeIfAbsent(named, word -> ZoneWords.inColumn(word)
                .or(() -> country.flatMap(code -> ZoneWords.inCountry(word, code))));
        if (zoneNamed.isEmpty()) {
            remarks.add(
                    Severity.WARNING,
                    row,
                    places.header(TransferColumns.ZONE),
                    named,
                    "Times whose zone is not understood, read in that of the file");
        }
        return zoneNamed;
    }

    private static Parsed<When> day(Moment moment) {
        return Parsed.of(new When(moment.local().toEpochSecond(ZoneOffset.UTC), TransferTable.TimeBasis.DATE));
    }
}
