package org.manumit.app.cli;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.Certainty;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;
import org.manumit.graph.Period;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * From a date to a date, both included, as the user gave them. Claims without a date stay in: they say who people are.
 * Records without a time, and transfers that have only a place in a sequence, stay in too, because nothing shows that
 * they lie outside.
 *
 * @param from the first day, where given
 * @param to the last day, where given
 */
record DateSpan(Optional<PartialDate> from, Optional<PartialDate> to) {

    static DateSpan parse(CommandLine line, @Nullable String from, @Nullable String to) {
        DateSpan span = new DateSpan(
                Optional.ofNullable(from).map(text -> date(line, "--from", text)),
                Optional.ofNullable(to).map(text -> date(line, "--to", text)));
        if (span.from.isPresent()
                && span.to.isPresent()
                && !span.from.get().start().isBefore(span.to.get().end())) {
            throw new ParameterException(line, "--from " + from + " is later than --to " + to);
        }
        return span;
    }

    private static PartialDate date(CommandLine line, String option, String text) {
        try {
            return switch (text.length()) {
                case 4 -> on(Year.parse(text).atDay(1), Precision.YEAR);
                case 7 -> on(YearMonth.parse(text).atDay(1), Precision.MONTH);
                default -> on(LocalDate.parse(text), Precision.DAY);
            };
        } catch (DateTimeParseException e) {
            throw new ParameterException(line, option + " " + text + ": not a date; write it like 2024-03-05", e);
        }
    }

    private static PartialDate on(LocalDate day, Precision precision) {
        return new PartialDate(day.atStartOfDay(), precision, Certainty.STATED);
    }

    /** The same as a period; unknown when neither end was given. */
    Period period() {
        return Period.between(from, to);
    }
}
