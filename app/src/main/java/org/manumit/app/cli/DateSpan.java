package org.manumit.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.app.enquiry.WrittenDate;
import org.manumit.graph.PartialDate;
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
        if (span.from.isPresent() && span.to.isPresent() && WrittenDate.isLater(span.from.get(), span.to.get())) {
            throw new ParameterException(line, "--from " + from + " is later than --to " + to);
        }
        return span;
    }

    private static PartialDate date(CommandLine line, String option, String text) {
        return WrittenDate.read(text)
                .orElseThrow(() ->
                        new ParameterException(line, option + " " + text + ": not a date; write it like 2024-03-05"));
    }

    /** The same as a period; unknown when neither end was given. */
    Period period() {
        return Period.between(from, to);
    }
}
