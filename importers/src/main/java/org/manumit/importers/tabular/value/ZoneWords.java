package org.manumit.importers.tabular.value;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the offset from UTC that a text names. */
public final class ZoneWords {

    private static final Pattern OFFSET = Pattern.compile("([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern UNIVERSAL = Pattern.compile(
            "\\b(?:UTC|GMT|Z|ZULU)\\b\\s?(?:([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?!\\d))?(?!\\s?/)",
            Pattern.CASE_INSENSITIVE);

    /** Abbreviations that stand for one offset: those of RFC 5322, 4.3, and others where only one is meant. */
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            entry("Z", "Z"),
            entry("UTC", "Z"),
            entry("GMT", "Z"),
            entry("WET", "Z"),
            entry("WEST", "+1"),
            entry("CET", "+1"),
            entry("MEZ", "+1"),
            entry("WAT", "+1"),
            entry("CEST", "+2"),
            entry("MESZ", "+2"),
            entry("EET", "+2"),
            entry("CAT", "+2"),
            entry("SAST", "+2"),
            entry("EEST", "+3"),
            entry("MSK", "+3"),
            entry("TRT", "+3"),
            entry("EAT", "+3"),
            entry("GET", "+4"),
            entry("AZT", "+4"),
            entry("GST", "+4"),
            entry("AFT", "+04:30"),
            entry("PKT", "+5"),
            entry("UZT", "+5"),
            entry("TMT", "+5"),
            entry("TJT", "+5"),
            entry("YEKT", "+5"),
            entry("NPT", "+05:45"),
            entry("KGT", "+6"),
            entry("OMST", "+6"),
            entry("MMT", "+06:30"),
            entry("ICT", "+7"),
            entry("WIB", "+7"),
            entry("NOVT", "+7"),
            entry("KRAT", "+7"),
            entry("WITA", "+8"),
            entry("HKT", "+8"),
            entry("SGT", "+8"),
            entry("MYT", "+8"),
            entry("PHT", "+8"),
            entry("AWST", "+8"),
            entry("IRKT", "+8"),
            entry("WIT", "+9"),
            entry("JST", "+9"),
            entry("KST", "+9"),
            entry("AEST", "+10"),
            entry("VLAT", "+10"),
            entry("AEDT", "+11"),
            entry("NZST", "+12"),
            entry("NZDT", "+13"),
            entry("EDT", "-4"),
            entry("CDT", "-5"),
            entry("MDT", "-6"),
            entry("PDT", "-7"),
            entry("AKDT", "-8"),
            entry("AKST", "-9"),
            entry("HST", "-10"),
            entry("BRT", "-3"),
            entry("ART", "-3"),
            entry("UYT", "-3"),
            entry("CLT", "-4"),
            entry("BOT", "-4"),
            entry("VET", "-4"),
            entry("COT", "-5"),
            entry("PET", "-5"),
            entry("IRST", "+03:30"),
            entry("EST", "-5"),
            entry("MST", "-7"));

    /** Abbreviations that mean another offset in another country. */
    private static final Map<String, Map<String, String>> OF_COUNTRIES = Map.ofEntries(
            entry(
                    "CST",
                    Map.ofEntries(
                            entry("CN", "+8"),
                            entry("HK", "+8"),
                            entry("MO", "+8"),
                            entry("TW", "+8"),
                            entry("US", "-6"),
                            entry("MX", "-6"),
                            entry("CA", "-6"),
                            entry("GT", "-6"),
                            entry("CR", "-6"),
                            entry("SV", "-6"),
                            entry("HN", "-6"),
                            entry("NI", "-6"),
                            entry("BZ", "-6"),
                            entry("CU", "-5"))),
            entry(
                    "IST",
                    Map.ofEntries(entry("IN", "+05:30"), entry("LK", "+05:30"), entry("IE", "+1"), entry("IL", "+2"))),
            entry("BST", Map.ofEntries(entry("GB", "+1"), entry("BD", "+6"))),
            entry(
                    "AST",
                    Map.ofEntries(
                            entry("CA", "-4"),
                            entry("PR", "-4"),
                            entry("DO", "-4"),
                            entry("TT", "-4"),
                            entry("BB", "-4"),
                            entry("SA", "+3"),
                            entry("KW", "+3"),
                            entry("BH", "+3"),
                            entry("QA", "+3"),
                            entry("IQ", "+3"),
                            entry("YE", "+3"))),
            entry("PST", Map.ofEntries(entry("US", "-8"), entry("CA", "-8"), entry("MX", "-8"), entry("PH", "+8"))),
            entry("AMT", Map.ofEntries(entry("AM", "+4"), entry("BR", "-4"))));

    private static final Pattern LAST_WORD = Pattern.compile("[ (]([A-Z]{3})\\)?$");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([A-Z]{3,4})[)\\]]");

    private ZoneWords() {}

    /** The offset of an abbreviation alone: {@code CEST}; empty for one that stands for several, such as IST. */
    static Optional<ZoneOffset> abbreviated(String text) {
        return Optional.ofNullable(ABBREVIATIONS.get(text.toUpperCase(Locale.ROOT)))
                .map(ZoneOffset::of);
    }

    /** Whether an abbreviation alone stands for different offsets in different countries: CST, IST. */
    static boolean isAmbiguous(String text) {
        return OF_COUNTRIES.containsKey(text.toUpperCase(Locale.ROOT));
    }

    /** The offset of such an abbreviation in a country; empty when it is not used there. */
    public static Optional<ZoneOffset> inCountry(String text, String country) {
        return Optional.ofNullable(OF_COUNTRIES
                        .getOrDefault(text.toUpperCase(Locale.ROOT), Map.of())
                        .get(country.toUpperCase(Locale.ROOT)))
                .map(ZoneOffset::of);
    }

    /** The abbreviation of several meanings that a text ends with: {@code 2025-03-01 10:00 CST}. */
    public static Optional<String> ambiguousAtEnd(String text) {
        Matcher word = LAST_WORD.matcher(text);
        return word.find() && isAmbiguous(word.group(1)) ? Optional.of(word.group(1)) : Optional.empty();
    }

    /** The same in the brackets of a header: {@code Start (CST)}. */
    public static Optional<String> ambiguousInHeader(String header) {
        Matcher word = IN_BRACKETS.matcher(header);
        return word.find() && isAmbiguous(word.group(1)) ? Optional.of(word.group(1)) : Optional.empty();
    }

    /** The offset that the whole text is: {@code +02:00}, {@code +2}, {@code UTC-3}, {@code Z}. */
    public static Optional<ZoneOffset> offset(String text) {
        Matcher universal = UNIVERSAL.matcher(text);
        if (universal.matches()) {
            return of(universal);
        }
        Matcher offset = OFFSET.matcher(text);
        return offset.matches() ? of(offset) : Optional.empty();
    }

    /** The offset that a header names besides other words: {@code Start (UTC)}, {@code Begin [GMT+1]}. */
    public static Optional<ZoneOffset> inHeader(String header) {
        Matcher universal = UNIVERSAL.matcher(header.replace('_', ' '));
        if (universal.find()) {
            return of(universal);
        }
        Matcher word = IN_BRACKETS.matcher(header);
        return word.find() ? abbreviated(word.group(1)) : Optional.empty();
    }

    /**
     * The zone that a cell of a column of zones names: an offset, hours or minutes without a sign, an abbreviation that
     * stands for one offset, or a name such as {@code Europe/Berlin}.
     */
    public static Optional<ZoneId> inColumn(String cell) {
        String text = cell.strip();
        if (text.matches("[+-]?\\d{1,3}")) {
            int number = Integer.parseInt(text);
            int minutes = Math.abs(number) <= 14 ? number * 60 : number;
            return Math.abs(minutes) <= 14 * 60 && minutes % 15 == 0
                    ? Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60))
                    : Optional.empty();
        }
        Optional<ZoneOffset> abbreviated = abbreviated(text);
        return abbreviated.isPresent() ? Optional.of(abbreviated.get()) : zone(text);
    }

    /** The zone that the whole text names, as an offset or as {@code Europe/Berlin}. */
    public static Optional<ZoneId> zone(String text) {
        Optional<ZoneOffset> offset = offset(text.strip());
        if (offset.isPresent()) {
            return Optional.of(offset.get());
        }
        try {
            return text.indexOf('/') > 0 ? Optional.of(ZoneId.of(text.strip())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> of(Matcher found) {
        if (found.group(2) == null) {
            return Optional.of(ZoneOffset.UTC);
        }
        int sign = found.group(1).equals("-") ? -1 : 1;
        int minutes = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        try {
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(found.group(2)), sign * minutes));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
