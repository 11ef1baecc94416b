package org.manumit.importers.calls;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.value.ClockTime;
import org.manumit.importers.tabular.value.DateOrder;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.MomentLearner;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.tabular.value.ZoneWords;

/**
 * When the rows of a sheet were: in one column, or a day in one and a clock in another, where the second may hold the day
 * again. Not thread-safe.
 */
final class HandsetTimes {

    private static final Pattern WHOSE_CLOCK = Pattern.compile("\\s*\\(\\p{L}[\\p{L} ]{2,30}\\)$");

    private final int whole;
    private final int clock;
    private final MomentReading reading;
    private final ZoneId zone;
    private final Optional<ZoneOffset> inHeader;
    private final String header;
    private boolean sawLocalTime;

    HandsetTimes(HandsetSheet sheet, ZoneId zone) {
        int date = sheet.mapping().indexOf("date").orElse(-1);
        int time = sheet.mapping().indexOf("time").orElse(-1);
        MomentLearner inTime = learned(sheet, time);
        boolean alone = date < 0 || inTime.share() >= 0.5;
        this.whole = alone ? time : date;
        this.clock = alone ? -1 : time;
        this.reading = (alone ? inTime : learned(sheet, date)).reading();
        this.zone = zone;
        this.header = whole < 0 ? "" : sheet.mapping().columns().get(whole).header();
        this.inHeader = ZoneWords.inHeader(header);
    }

    private static MomentLearner learned(HandsetSheet sheet, int column) {
        MomentLearner learner = new MomentLearner();
        for (Row row : sheet.table().sample()) {
            if (column >= 0) {
                learner.add(plain(row.value(column)), row.kind(column));
            }
        }
        return learner;
    }

    /** Without whose clock it is: "(Device)", "(Network)". */
    private static String plain(String cell) {
        return cell.endsWith(")") ? WHOSE_CLOCK.matcher(cell).replaceFirst("") : cell;
    }

    /** The moment as a report in XML would write it, with its offset; as it stands where it is none. */
    String of(Row row) {
        String cell = whole < 0 ? "" : plain(row.value(whole));
        if (Blank.is(cell)) {
            return "";
        }
        if (!(reading.read(cell, row.kind(whole)) instanceof Parsed.Value<Moment>(Moment moment))) {
            return cell;
        }
        if (moment.precision() == Moment.Precision.DAY && clock >= 0) {
            if (reading.readClock(row.value(clock), row.kind(clock)) instanceof Parsed.Value<ClockTime>(ClockTime at)) {
                moment = new Moment(
                        LocalDateTime.of(moment.local().toLocalDate(), at.time()),
                        at.offset().isPresent() ? at.offset() : moment.offset(),
                        Moment.Precision.SECOND);
            }
        }
        sawLocalTime |= moment.offset().isEmpty() && inHeader.isEmpty();
        return moment.toInstant(inHeader.isPresent() ? inHeader.get() : zone).toString();
    }

    /** Whether some time carried no zone. */
    boolean sawLocalTime() {
        return sawLocalTime;
    }

    /** How dates are read, where more than one way was open. */
    List<ImportIssue> issues(String sheet) {
        boolean assumed = reading.assurance() == MomentReading.Assurance.ASSUMED;
        boolean plain =
                !assumed && reading.form() == MomentReading.Form.WRITTEN && reading.order() == DateOrder.YEAR_FIRST;
        return whole < 0 || plain
                ? List.of()
                : List.of(new ImportIssue(
                        assumed ? Severity.WARNING : Severity.NOTE,
                        sheet,
                        0,
                        header,
                        "",
                        "",
                        "Dates in '" + header + "' are read " + reading.reason() + "."));
    }
}
