package org.manumit.importers.graphs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.Certainty;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;

/** Dates as other programs' files write them: ISO 8601, cut off where nothing more is known. */
final class IsoDates {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s?"
                    + "(Z|[+-]\\d{2}:?\\d{2}|UTC)?)?)?)?");

    private IsoDates() {}

    /** What is written, as precisely as it is; a time with an offset is told in UTC. */
    static Optional<PartialDate> date(String text) {
        Matcher m = DATE.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(m.group(1));
            LocalDateTime start = LocalDate.of(
                            year,
                            m.group(2) == null ? 1 : Integer.parseInt(m.group(2)),
                            m.group(3) == null ? 1 : Integer.parseInt(m.group(3)))
                    .atTime(
                            m.group(4) == null ? 0 : Integer.parseInt(m.group(4)),
                            m.group(5) == null ? 0 : Integer.parseInt(m.group(5)),
                            m.group(6) == null ? 0 : Integer.parseInt(m.group(6)));
            Precision precision = m.group(2) == null
                    ? Precision.YEAR
                    : m.group(3) == null
                            ? Precision.MONTH
                            : m.group(4) == null
                                    ? Precision.DAY
                                    : m.group(6) == null ? Precision.MINUTE : Precision.SECOND;
            if (m.group(7) != null) {
                start = start.minusSeconds(offset(m.group(7)).getTotalSeconds());
            }
            return Optional.of(new PartialDate(start, precision, Certainty.STATED));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(String text) {
        return text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    /** Seconds since 1970 of a time that is given to the minute at least; those without an offset are of the zone. */
    static OptionalLong seconds(String text, ZoneId zone) {
        Matcher m = DATE.matcher(text.strip());
        if (!m.matches() || m.group(4) == null) {
            return OptionalLong.empty();
        }
        Optional<PartialDate> date = date(text);
        return date.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(date.get()
                        .start()
                        .atZone(m.group(7) == null ? zone : ZoneOffset.UTC)
                        .toEpochSecond());
    }
}
