package org.manumit.app.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;
import org.manumit.graph.Period;
import org.manumit.graph.TransferTable;
import org.manumit.graph.query.CaseExtract;
import org.manumit.graph.query.CaseZone;
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

    CaseGraph applyTo(CaseGraph graph) {
        if (from.isEmpty() && to.isEmpty()) {
            return graph;
        }
        Period period = Period.between(from, to);
        ZoneId zone = CaseZone.of(graph);
        LongPredicate moment = within(zone);
        LongPredicate day = within(ZoneOffset.UTC);
        CallTable calls = graph.callStatements();
        TransferTable transfers = graph.transferStatements();
        return CaseExtract.of(
                        graph,
                        claim -> claim.when().canOverlap(period),
                        i -> calls.start(i) == CallTable.NO_TIME || moment.test(calls.start(i)),
                        i -> switch (transfers.basis(i)) {
                            case INSTANT -> moment.test(transfers.time(i));
                            case DATE -> day.test(transfers.time(i));
                            case STEP, NONE -> true;
                        })
                .graph();
    }

    private LongPredicate within(ZoneId zone) {
        long first = from.map(d -> seconds(d.start(), zone)).orElse(Long.MIN_VALUE);
        long after = to.map(d -> seconds(d.end(), zone)).orElse(Long.MAX_VALUE);
        return second -> second >= first && second < after;
    }

    private static long seconds(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toEpochSecond();
    }
}
