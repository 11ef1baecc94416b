package org.manumit.importers.tabular.value;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the offset from UTC that a text names. */
public final class ZoneWords {

    private static final Pattern OFFSET = Pattern.compile("([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?");
    private static final Pattern UNIVERSAL = Pattern.compile(
            "\\b(?:UTC|GMT|Z|ZULU)\\b\\s?(?:([+-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?!\\d))?", Pattern.CASE_INSENSITIVE);

    private ZoneWords() {}

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
