package org.manumit.importers.findings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.resolve.TextWord;
import org.manumit.importers.tabular.value.CalendarWords;

/** Days and months: 2024-03-05, 05.03.2024, 5 March 2024, March 2024, in the languages of Europe. */
final class Dates {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int CENTURY = 100;
    private static final int SHORT_YEARS_UP_TO = 60;
    private static final Pattern ISO =
            Pattern.compile("(?<![\\d./-])((?:19|20)\\d{2})([-./])\\s?(\\d{2})\\2\\s?(\\d{2})(?!\\d)(?![./-]\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![\\d./-])(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?((?:19|20)\\d{2}|\\d{2})(?!\\d)(?![./-]\\d)");

    private final CalendarWords calendar = new CalendarWords();

    private static final Pattern DAY_OF_MONTH = Pattern.compile(
            "(?i)(?<!\\p{N})(\\d{1,2})\\s+th\u00e1ng\\s+(\\d{1,2})[,\\s]+n\u0103m\\s+(\\d{4})(?!\\p{N})"
                    + "|(?<!\\p{N})(\\d{4})\\s?\u5e74\\s?(\\d{1,2})\\s?\u6708\\s?(\\d{1,2})\\s?\u65e5",
            Pattern.UNICODE_CASE);
    private static final Pattern MONTH_OF_YEAR = Pattern.compile(
            "(?i)(?<!\\p{L})th\u00e1ng\\s+(\\d{1,2})(?:[,\\s]+n\u0103m\\s+|\\s*/\\s*)(\\d{4})(?!\\p{N})"
                    + "|(?<!\\p{N})(\\d{4})\\s?\u5e74\\s?(\\d{1,2})\\s?\u6708",
            Pattern.UNICODE_CASE);

    /** Words after which digits are a date. */
    private static final Set<String> BEFORE = Set.of(
            "am", "vom", "zum", "bis", "on", "dated", "date", "since", "le", "du", "el", "il", "dal", "data", "din",
            "dnia", "od", "do", "dne", "ngay", "op", "den", "dia");

    void find(Spots spots) {
        Matcher iso = ISO.matcher(spots.unclaimed());
        while (iso.find()) {
            add(
                    spots,
                    iso.start(),
                    iso.end(),
                    number(iso.group(1)),
                    number(iso.group(3)),
                    number(iso.group(4)),
                    Sureness.SURE,
                    "a date, the year first");
        }
        Matcher dayFirst = DAY_FIRST.matcher(spots.unclaimed());
        while (dayFirst.find()) {
            numeric(spots, dayFirst);
        }
        numberedMonths(spots);
        List<TextWord> words = spots.words().words();
        for (int i = 0; i < words.size(); i++) {
            TextWord word = words.get(i);
            if (word.folded().length() >= 3 && Character.isLetter(word.folded().charAt(0))) {
                OptionalInt month = calendar.month(spots.text().substring(word.start(), word.end()));
                if (month.isPresent()) {
                    named(spots, words, i, month.getAsInt());
                }
            }
        }
    }

    /** Vietnamese, Chinese and Japanese count their months. */
    private static void numberedMonths(Spots spots) {
        Matcher day = DAY_OF_MONTH.matcher(spots.unclaimed());
        while (day.find()) {
            boolean yearFirst = day.group(4) != null;
            add(
                    spots,
                    day.start(),
                    day.end(),
                    number(yearFirst ? day.group(4) : day.group(3)),
                    number(yearFirst ? day.group(5) : day.group(2)),
                    number(yearFirst ? day.group(6) : day.group(1)),
                    Sureness.SURE,
                    "a date with day, month and year named");
        }
        Matcher month = MONTH_OF_YEAR.matcher(spots.unclaimed());
        while (month.find()) {
            int number = number(month.group(1) == null ? month.group(4) : month.group(1));
            int year = number(month.group(2) == null ? month.group(3) : month.group(2));
            if (number >= 1 && number <= 12 && year >= FIRST_YEAR && year <= LAST_YEAR) {
                spots.add(new Spots.Spot(
                        FindingKind.DATE,
                        month.start(),
                        month.end(),
                        String.format(Locale.ROOT, "%04d-%02d", year, number),
                        List.of(),
                        Sureness.LIKELY,
                        "a month of a year"));
            }
        }
    }

    private static void numeric(Spots spots, Matcher m) {
        int one = number(m.group(1));
        int two = number(m.group(3));
        int year = number(m.group(4));
        boolean shortYear = year < CENTURY;
        if (shortYear) {
            // 1.2.24 may be a clause; with two digits each it is a date
            if ((m.group(1).length() < 2 || m.group(3).length() < 2) && !isAfterWordOfTime(spots, m.start())) {
                return;
            }
            year += year <= SHORT_YEARS_UP_TO ? 2000 : FIRST_YEAR;
        }
        boolean monthFirst = two > 12 && one <= 12;
        boolean either = one <= 12 && two <= 12 && one != two && m.group(2).equals("/");
        Sureness sureness = shortYear || either || monthFirst ? Sureness.LIKELY : Sureness.SURE;
        String why = monthFirst
                ? "a date, the month first"
                : either ? "a date; the day was taken to come first, it could be the month" : "a date, the day first";
        add(spots, m.start(), m.end(), year, monthFirst ? one : two, monthFirst ? two : one, sureness, why);
    }

    /** On the 4.9.23, am 4.9.23. */
    private static boolean isAfterWordOfTime(Spots spots, int at) {
        int before = spots.words().wordFrom(at) - 1;
        return before >= 0
                && at - spots.words().words().get(before).end() <= 2
                && BEFORE.contains(spots.words().words().get(before).folded());
    }

    /** Round the name of a month: day before it or after it, year after it. */
    private static void named(Spots spots, List<TextWord> words, int month, int number) {
        int year = next(words, month, 2, FIRST_YEAR, LAST_YEAR, spots.text());
        int before = previousDay(words, month);
        if (year >= 0 && before >= 0) {
            add(
                    spots,
                    words.get(before).start(),
                    words.get(year).end(),
                    value(words.get(year)),
                    number,
                    day(words.get(before)),
                    Sureness.SURE,
                    "a date with the month in words");
            return;
        }
        int after = next(words, month, 1, 1, 31, spots.text());
        // 2024. február 10.
        if (after >= 0
                && month > 0
                && isYear(words.get(month - 1))
                && words.get(month).start() - words.get(month - 1).end() <= 2) {
            add(
                    spots,
                    words.get(month - 1).start(),
                    words.get(after).end(),
                    value(words.get(month - 1)),
                    number,
                    value(words.get(after)),
                    Sureness.SURE,
                    "a date with the month in words");
            return;
        }
        int yearAfter = after < 0 ? -1 : next(words, after, 1, FIRST_YEAR, LAST_YEAR, spots.text());
        if (yearAfter >= 0) {
            add(
                    spots,
                    words.get(month).start(),
                    words.get(yearAfter).end(),
                    value(words.get(yearAfter)),
                    number,
                    value(words.get(after)),
                    Sureness.SURE,
                    "a date with the month in words");
        } else if (year >= 0
                && spots.isFree(words.get(month).start(), words.get(year).end())) {
            spots.add(new Spots.Spot(
                    FindingKind.DATE,
                    words.get(month).start(),
                    words.get(year).end(),
                    String.format(Locale.ROOT, "%04d-%02d", value(words.get(year)), number),
                    List.of(),
                    Sureness.LIKELY,
                    "a month of a year"));
        }
    }

    private static int previousDay(List<TextWord> words, int month) {
        for (int i = month - 1; i >= Math.max(0, month - 2); i--) {
            int day = day(words.get(i));
            if (day >= 1 && day <= 31) {
                return words.get(month).start() - words.get(i).end() <= 6 ? i : -1;
            }
            if (words.get(i).folded().length() > 3) {
                return -1;
            }
        }
        return -1;
    }

    /** 5, 5th, 1er. */
    private static int day(TextWord word) {
        String folded = word.folded();
        int digits = 0;
        while (digits < folded.length() && folded.charAt(digits) >= '0' && folded.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0 || digits > 2 || folded.length() - digits > 2 ? -1 : number(folded.substring(0, digits));
    }

    private static int next(List<TextWord> words, int from, int within, int least, int most, String text) {
        for (int i = from + 1; i <= from + within && i < words.size(); i++) {
            TextWord word = words.get(i);
            if (word.start() - words.get(from).end() > 8
                    || text.substring(words.get(from).end(), word.start()).indexOf(';') >= 0) {
                return -1;
            }
            int value = value(word);
            if (value >= least && value <= most) {
                return i;
            }
            if (word.folded().length() > 3) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isYear(TextWord word) {
        int value = value(word);
        return value >= FIRST_YEAR && value <= LAST_YEAR;
    }

    private static int value(TextWord word) {
        return word.isNumber() && word.folded().length() <= 4 && !word.folded().isEmpty() ? number(word.folded()) : -1;
    }

    /** Digits of any script count; what is no number is none. */
    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void add(
            Spots spots, int start, int end, int year, int month, int day, Sureness sureness, String why) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            spots.add(new Spots.Spot(FindingKind.DATE, start, end, date.toString(), List.of(), sureness, why));
        } catch (DateTimeException e) {
            // the 31st of February is no date, whatever it is
            return;
        }
    }
}
