package org.manumit.importers.tabular;

import java.time.ZoneId;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.tabular.value.Moment;

/** Points out times in the two hours of the year in which a clock alone does not tell the time. */
public final class ClockChange {

    private ClockChange() {}

    /** Notes it when the zone's clocks show the moment twice or never. */
    public static void remark(RowRemarks remarks, Row row, String header, String found, Moment moment, ZoneId zone) {
        switch (moment.occurrence(zone)) {
            case ONCE -> {}
            case TWICE ->
                remarks.add(
                        Severity.WARNING,
                        row,
                        header,
                        found,
                        "Times in the hour that clocks show twice when summer time ends, read as the first; they may be an"
                                + " hour later");
            case NEVER ->
                remarks.add(
                        Severity.WARNING,
                        row,
                        header,
                        found,
                        "Times in the hour that clocks leave out when summer time begins, read as an hour later; the zone"
                                + " may be wrong");
        }
    }
}
