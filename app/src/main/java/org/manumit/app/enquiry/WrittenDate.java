package org.manumit.app.enquiry;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.manumit.graph.Certainty;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;

/** Reads the dates by which a user bounds a period: {@code 2024}, {@code 2024-03} or {@code 2024-03-05}. */
public final class WrittenDate {

    private WrittenDate() {}

    /** The date that a text says; empty when it is none. */
    public static Optional<PartialDate> read(String text) {
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 -> on(Year.parse(text).atDay(1), Precision.YEAR);
                        case 7 -> on(YearMonth.parse(text).atDay(1), Precision.MONTH);
                        default -> on(LocalDate.parse(text), Precision.DAY);
                    });
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static PartialDate on(LocalDate day, Precision precision) {
        return new PartialDate(day.atStartOfDay(), precision, Certainty.STATED);
    }

    /** Whether one date lies wholly after another, so that nothing can be from the one to the other. */
    public static boolean isLater(PartialDate from, PartialDate to) {
        return !from.start().isBefore(to.end());
    }
}
