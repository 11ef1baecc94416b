package org.manumit.importers.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.Certainty;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;

/**
 * Reads dates as people write them in case workbooks, keeping exactly the precision that was written. A date whose day
 * and month could be exchanged is read to its year only: half a date is better than a wrong one.
 */
final class PartialDates {

    private static final Pattern ABOUT =
            Pattern.compile("(?i)^(?:~|\u2248|about |around |approx\\.? |circa |ca?\\. ?)\\s*");
    private static final Pattern DECADE = Pattern.compile("(\\d{3}0)'?s");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:\\.0+)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.](\\d{1,2})");
    private static final Pattern MONTH_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DAY_LAST = Pattern.compile("(\\d{1,2})([-/.])\\s?(\\d{1,2})[-/.]\\s?(\\d{4})");
    private static final Pattern NAMED =
            Pattern.compile("(?:(\\d{1,2})\\.?[ -])?(\\p{L}{3,10})\\.?,?[ -](?:(\\d{1,2}),? )?(\\d{4})");
    private static final Pattern TIME = Pattern.compile(
            "(.*?\\d)(?:[T ]\\s*)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(?:Z|[+-]\\d{2}:?\\d{2})?");

    private PartialDates() {}

    /** What became of a text. */
    sealed interface Reading {
        /** A date. */
        record Read(PartialDate date) implements Reading {}

        /** A date of which only part is certain. */
        record Doubtful(PartialDate date, String why) implements Reading {}

        /** No date. */
        record None() implements Reading {}
    }

    static Reading read(String text) {
        String t = Folding.spaced(text);
        Certainty certainty = Certainty.STATED;
        Matcher about = ABOUT.matcher(t);
        if (about.find()) {
            certainty = Certainty.APPROXIMATE;
            t = t.substring(about.end());
        }
        if (t.endsWith("?")) {
            certainty = Certainty.PRESUMED;
            t = t.substring(0, t.length() - 1).strip();
        }
        try {
            Matcher timed = TIME.matcher(t);
            if (timed.matches()) {
                return timed(timed, certainty);
            }
            return dated(t, certainty);
        } catch (DateTimeException e) {
            return new Reading.None();
        }
    }

    private static Reading timed(Matcher timed, Certainty certainty) {
        Reading date = dated(timed.group(1), certainty);
        if (!(date instanceof Reading.Read read) || read.date().precision() != Precision.DAY) {
            return date;
        }
        boolean seconds = timed.group(4) != null;
        LocalTime time = LocalTime.of(
                Integer.parseInt(timed.group(2)),
                Integer.parseInt(timed.group(3)),
                seconds ? Integer.parseInt(timed.group(4)) : 0);
        return new Reading.Read(new PartialDate(
                read.date().start().toLocalDate().atTime(time),
                seconds ? Precision.SECOND : Precision.MINUTE,
                certainty));
    }

    private static Reading dated(String t, Certainty certainty) {
        Matcher m = DECADE.matcher(t);
        if (m.matches()) {
            return read(number(m, 1), 1, 1, Precision.DECADE, certainty);
        }
        m = YEAR.matcher(t);
        if (m.matches()) {
            return read(number(m, 1), 1, 1, Precision.YEAR, certainty);
        }
        m = MONTH.matcher(t);
        if (m.matches()) {
            return read(number(m, 1), number(m, 2), 1, Precision.MONTH, certainty);
        }
        m = MONTH_LAST.matcher(t);
        if (m.matches()) {
            return read(number(m, 2), number(m, 1), 1, Precision.MONTH, certainty);
        }
        m = DAY.matcher(t);
        if (m.matches()) {
            return read(number(m, 1), number(m, 2), number(m, 3), Precision.DAY, certainty);
        }
        m = DAY_LAST.matcher(t);
        if (m.matches()) {
            return dayLast(m, certainty);
        }
        m = NAMED.matcher(t);
        if (m.matches()) {
            Optional<Integer> month = month(m.group(2));
            if (month.isPresent()) {
                String day = m.group(1) != null ? m.group(1) : m.group(3);
                return day == null
                        ? read(number(m, 4), month.get(), 1, Precision.MONTH, certainty)
                        : read(number(m, 4), month.get(), Integer.parseInt(day), Precision.DAY, certainty);
            }
        }
        return new Reading.None();
    }

    private static Reading dayLast(Matcher m, Certainty certainty) {
        int first = number(m, 1);
        int second = number(m, 3);
        int year = number(m, 4);
        // With points the day comes first wherever points are used.
        if (m.group(2).equals(".") || first > 12 || first == second) {
            return read(year, second, first, Precision.DAY, certainty);
        }
        if (second > 12) {
            return read(year, first, second, Precision.DAY, certainty);
        }
        return read(year, 1, 1, Precision.YEAR, certainty) instanceof Reading.Read read
                ? new Reading.Doubtful(read.date(), "day and month could be exchanged, so only the year was taken")
                : new Reading.None();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static Reading read(int year, int month, int day, Precision precision, Certainty certainty) {
        if (year < 1000 || year > 2999) {
            return new Reading.None();
        }
        LocalDateTime start = LocalDate.of(year, month, day).atStartOfDay();
        return new Reading.Read(new PartialDate(start, precision, certainty));
    }

    private static Optional<Integer> month(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
            if (w.equals(full) || w.equals(full.substring(0, 3)) || (month == Month.SEPTEMBER && w.equals("sept"))) {
                return Optional.of(month.getValue());
            }
        }
        return Optional.empty();
    }
}
