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

    /** Abbreviations that stand for one offset: those of RFC 5322, 4.3, and of Europe and beyond where only one is meant. */
    private static final Map<String, Integer> ABBREVIATIONS = Map.ofEntries(
            entry("Z", 0),
            entry("UTC", 0),
            entry("GMT", 0),
            entry("WET", 0),
            entry("WEST", 1),
            entry("CET", 1),
            entry("MEZ", 1),
            entry("WAT", 1),
            entry("CEST", 2),
            entry("MESZ", 2),
            entry("EET", 2),
            entry("CAT", 2),
            entry("SAST", 2),
            entry("EEST", 3),
            entry("MSK", 3),
            entry("TRT", 3),
            entry("EAT", 3),
            entry("PKT", 5),
            entry("JST", 9),
            entry("KST", 9),
            entry("EST", -5),
            entry("EDT", -4),
            entry("CST", -6),
            entry("CDT", -5),
            entry("MST", -7),
            entry("MDT", -6),
            entry("PST", -8),
            entry("PDT", -7),
            entry("BRT", -3));

    private ZoneWords() {}

    /** The offset of an abbreviation alone: {@code CEST}; empty for one that stands for several, such as IST. */
    static Optional<ZoneOffset> abbreviated(String text) {
        return Optional.ofNullable(ABBREVIATIONS.get(text.toUpperCase(Locale.ROOT)))
                .map(ZoneOffset::ofHours);
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
        return universal.find() ? of(universal) : Optional.empty();
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
