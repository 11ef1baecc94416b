package org.manumit.importers.tabular.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a written date and time apart without deciding yet which number is the day. Reused from cell to cell; not
 * thread-safe.
 */
final class MomentScanner {

    private static final List<String> ORDINALS = List.of("er", "st", "nd", "rd", "th", "\u00ba", "\u00aa", "\u00b0");

    private static final Set<String> JOINERS = Set.of(
            "at", "um", "u", "ob", "o", "v", "kl", "klo", "kell", "alle", "ore", "ora", "om", "la", "às", "as", "à",
            "a las", "saat", "г", "в", "г г", "р", "о", "στις", "g", "r", "rok", "год", "года", "plkst");

    private static final CalendarWords WORDS = new CalendarWords();

    private String text = "";
    private int at;

    /** The date's numbers in the order of writing, with how many digits each has; a named month counts as 0 digits. */
    final int[] part = new int[3];

    final int[] digits = new int[3];
    private int hour;
    private int minute;
    private int second;
    private int nano;
    private @Nullable ZoneOffset offset;
    private String country = "";
    private Moment.Precision precision = Moment.Precision.DAY;
    boolean halfDay;

    /** Whether the whole text is a date with or without a time; then the fields hold its parts. */
    boolean scan(String cell) {
        text = withoutOrdinal(plain(cell));
        at = 0;
        hour = 0;
        minute = 0;
        second = 0;
        nano = 0;
        offset = null;
        precision = Moment.Precision.DAY;
        halfDay = false;
        if (!date()) {
            return false;
        }
        if (at == text.length()) {
            return true;
        }
        return timeAfterDate() && (at == text.length() || (zone() && at == text.length()));
    }

    private static final Pattern EAST_ASIAN_DAY = Pattern.compile(
            "(\\d{2,4})\\s?[\u5e74\ub144]\\s?(\\d{1,2})\\s?[\u6708\uc6d4]\\s?(\\d{1,2})\\s?[\u65e5\uc77c]");
    private static final Pattern EAST_ASIAN_CLOCK = Pattern.compile(
            "(\\d{1,2})\\s?[\u65f6\u6642\uc2dc]\\s?(\\d{1,2})\\s?[\u5206\ubd84](?:\\s?(\\d{1,2})\\s?[\u79d2\ucd08])?");
    /** The half of the day before its hour, as Chinese, Japanese and Korean write. */
    private static final Pattern HALF_BEFORE = Pattern.compile(
            "(\u4e0a\u5348|\u5348\u524d|\uc624\uc804|\u4e0b\u5348|\u5348\u5f8c|\uc624\ud6c4)\\s?(\\d{1,2}:\\d{2}(?::\\d{2})?)");

    private static final Pattern ARABIC_HALF = Pattern.compile("(\\d)\\s?([\u0635\u0645])$");

    /** The same in plain digits, with the signs that East Asian and Arabic dates and times have, as others write them. */
    private static String plain(String cell) {
        boolean ascii = true;
        for (int i = 0; i < cell.length() && ascii; i++) {
            ascii = cell.charAt(i) < 0x600;
        }
        if (ascii) {
            return cell;
        }
        String plain = EAST_ASIAN_DAY.matcher(PlainDigits.of(cell)).replaceAll("$1-$2-$3 ");
        plain = EAST_ASIAN_CLOCK
                .matcher(plain)
                .replaceAll(clock -> clock.group(1) + ":" + two(clock.group(2))
                        + (clock.group(3) == null ? "" : ":" + two(clock.group(3))));
        plain = HALF_BEFORE
                .matcher(plain)
                .replaceAll(half -> half.group(2)
                        + ("\u4e0a\u5348\u5348\u524d\uc624\uc804".contains(half.group(1)) ? " am" : " pm"));
        plain = ARABIC_HALF
                .matcher(plain)
                .replaceAll(half -> half.group(1) + (half.group(2).equals("\u0635") ? " am" : " pm"));
        return plain.strip().replaceAll(" +", " ");
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** "1er avril", "3rd March", "1º de mayo": the number alone. */
    private static String withoutOrdinal(String cell) {
        int digits = 0;
        while (digits < cell.length() && digits < 3 && Character.isDigit(cell.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 2) {
            return cell;
        }
        for (String ordinal : ORDINALS) {
            int after = digits + ordinal.length();
            if (cell.startsWith(ordinal, digits)
                    && after < cell.length()
                    && !Character.isLetterOrDigit(cell.charAt(after))) {
                return cell.substring(0, digits) + cell.substring(after);
            }
        }
        return cell;
    }

    /** Reads abbreviations of zones that mean another one elsewhere as a country does. */
    void in(String code) {
        country = code;
    }

    /** Whether the whole text is a time of day. */
    boolean scanTime(String cell) {
        text = plain(cell);
        at = 0;
        hour = 0;
        minute = 0;
        second = 0;
        nano = 0;
        offset = null;
        halfDay = false;
        return time() && zone() && at == text.length();
    }

    /** The offset from UTC that the text names. */
    Optional<ZoneOffset> statedOffset() {
        return Optional.ofNullable(offset);
    }

    LocalTime timeOfDay() {
        return LocalTime.of(hour, minute, second, nano);
    }

    /** Whether a month stands as a name. */
    boolean hasMonthName() {
        return digits[0] == 0 || digits[1] == 0;
    }

    /** Whether the date starts with its year. */
    boolean isYearFirst() {
        return digits[0] == 4 || (digits[0] == 2 && part[0] > 31 && digits[2] == 2);
    }

    /** The moment, with the date's numbers in {@code order} where they do not tell by themselves. */
    Optional<Moment> moment(DateOrder order) {
        int year;
        int month;
        int day;
        if (isYearFirst()) {
            year = part[0];
            month = part[1];
            day = part[2];
        } else if (digits[0] == 0) {
            month = part[0];
            day = part[1];
            year = part[2];
        } else if (digits[1] == 0) {
            day = part[0];
            month = part[1];
            year = part[2];
        } else if (digits[2] == 4 || order != DateOrder.YEAR_FIRST) {
            year = part[2];
            month = order == DateOrder.MONTH_FIRST ? part[0] : part[1];
            day = order == DateOrder.MONTH_FIRST ? part[1] : part[0];
            if (digits[2] == 1 || digits[2] == 3) {
                return Optional.empty();
            }
        } else {
            year = part[0];
            month = part[1];
            day = part[2];
        }
        if (year < 100) {
            year += year < 70 ? 2000 : 1900;
        }
        if (year >= 2400 && year < 2700) {
            // The Buddhist era, as Thailand counts.
            year -= 543;
        }
        if (year < 1900 || year > 2200) {
            return Optional.empty();
        }
        try {
            LocalDateTime local =
                    LocalDateTime.of(LocalDate.of(year, month, day), LocalTime.of(hour, minute, second, nano));
            return Optional.of(new Moment(local, Optional.ofNullable(offset), precision));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean date() {
        skipWeekday();
        int start = at;
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            // March 5, 2024
            return monthName(0) && separators(" .,-/") && number(1) && separators(" ,.-/") && number(2);
        }
        if (!number(0)) {
            return false;
        }
        int length = at - start;
        if (length == 8 || length == 14 || length == 12) {
            return compact(start, length);
        }
        if (length > 4 || length == 3) {
            return false;
        }
        // "12APR2024" as mainframes write
        boolean runIn = at < text.length() && Character.isLetter(text.charAt(at));
        if (!runIn && !separators("-/. ")) {
            return false;
        }
        skipWord("de");
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            if (!monthName(1) || (!separators("-/. ,") && !runIn)) {
                return false;
            }
            skipWord("de");
        } else if (!number(1) || digits[1] > 2 || !separators("-/. ")) {
            return false;
        }
        if (!number(2) || digits[2] > 4) {
            return false;
        }
        if (digits[0] == 4 && digits[2] > 2) {
            return false;
        }
        // "2.3.2024." and "2024. 03. 05." end in a stop.
        if (at < text.length() && text.charAt(at) == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ')) {
            at++;
        }
        return true;
    }

    private boolean compact(int start, int length) {
        part[0] = digits(start, 4);
        digits[0] = 4;
        part[1] = digits(start + 4, 2);
        digits[1] = 2;
        part[2] = digits(start + 6, 2);
        digits[2] = 2;
        if (part[0] < 1900 || part[0] > 2200 || part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31) {
            return false;
        }
        if (length > 8) {
            hour = digits(start + 8, 2);
            minute = digits(start + 10, 2);
            second = length == 14 ? digits(start + 12, 2) : 0;
            precision = length == 14 ? Moment.Precision.SECOND : Moment.Precision.MINUTE;
        }
        return true;
    }

    private int digits(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private void skipWeekday() {
        int end = letters(at);
        if (end > at && end < text.length() && WORDS.isWeekday(text.substring(at, end))) {
            at = end;
            separators(" ,.");
        }
    }

    private void skipWord(String word) {
        if (text.regionMatches(true, at, word + " ", 0, word.length() + 1)) {
            at += word.length() + 1;
        }
    }

    private int letters(int from) {
        int end = from;
        while (end < text.length()
                && (Character.isLetter(text.charAt(end))
                        || Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK)) {
            end++;
        }
        return end;
    }

    private boolean monthName(int index) {
        int end = letters(at);
        OptionalInt month = WORDS.month(text.substring(at, end));
        if (month.isEmpty()) {
            return false;
        }
        part[index] = month.getAsInt();
        digits[index] = 0;
        at = end;
        return true;
    }

    private boolean number(int index) {
        int start = at;
        int value = 0;
        while (at < text.length() && isDigit(text.charAt(at)) && at - start < 15) {
            value = at - start < 9 ? value * 10 + (text.charAt(at) - '0') : value;
            at++;
        }
        part[index] = value;
        digits[index] = at - start;
        return at > start;
    }

    /** Between one and three separators: "2. 3. 2024", "5 - 3 - 2024". */
    private boolean separators(String allowed) {
        int start = at;
        while (at < text.length() && at - start < 3 && allowed.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > start;
    }

    private boolean timeAfterDate() {
        int start = at;
        while (at < text.length() && at - start < 3 && " T,-_:|".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == 't') {
            at++;
        }
        skipJoiner();
        if (at == text.length()) {
            return at > start;
        }
        if (at == start) {
            return text.charAt(at) == 'Z' || text.charAt(at) == 'z' || text.charAt(at) == '+';
        }
        return time();
    }

    /** "3 March 2024 at 14:05", "3.3.2024. u 14:05", "03.03.2024 г.". */
    private void skipJoiner() {
        int end = letters(at);
        if (end > at
                && end - at <= 4
                && JOINERS.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
            at = end;
            separators(" .,");
        }
    }

    private boolean time() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        int length = at - start;
        if (length == 6 || (length == 4 && (at == text.length() || text.charAt(at) == ' '))) {
            hour = digits(start, 2);
            minute = digits(start + 2, 2);
            second = length == 6 ? digits(start + 4, 2) : 0;
            precision = length == 6 ? Moment.Precision.SECOND : Moment.Precision.MINUTE;
        } else if (length == 1 || length == 2) {
            hour = digits(start, length);
            if (!timeSeparator() || !twoDigits()) {
                return false;
            }
            minute = digits(at - 2, 2);
            precision = Moment.Precision.MINUTE;
            if (timeSeparator()) {
                if (!twoDigits()) {
                    return false;
                }
                second = digits(at - 2, 2);
                precision = Moment.Precision.SECOND;
            }
        } else {
            return false;
        }
        fraction();
        amPm();
        return hour < 24 && minute < 60 && second < 60;
    }

    private boolean timeSeparator() {
        if (at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '.' || text.charAt(at) == 'h')) {
            at++;
            return true;
        }
        return false;
    }

    private boolean twoDigits() {
        if (at + 1 < text.length() && isDigit(text.charAt(at)) && isDigit(text.charAt(at + 1))) {
            at += 2;
            return true;
        }
        return false;
    }

    private void fraction() {
        if (precision == Moment.Precision.SECOND
                && at + 1 < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',' || text.charAt(at) == ':')
                && isDigit(text.charAt(at + 1))) {
            at++;
            int scale = 100_000_000;
            while (at < text.length() && isDigit(text.charAt(at))) {
                nano += (text.charAt(at) - '0') * scale;
                scale /= 10;
                at++;
            }
        }
    }

    private void amPm() {
        int mark = at;
        while (mark < text.length() && text.charAt(mark) == ' ') {
            mark++;
        }
        // am, a.m., a. m., πμ: two letters with or without stops.
        StringBuilder letters = new StringBuilder();
        int end = mark;
        while (end < text.length() && letters.length() < 2) {
            char c = text.charAt(end);
            if (Character.isLetter(c)) {
                letters.append(Character.toLowerCase(c));
            } else if (c != '.' && c != ' ' && c != '\u00a0' && c != '\u202f') {
                break;
            }
            end++;
        }
        String mark12 = letters.toString();
        boolean am = mark12.equals("am") || mark12.equals("\u03c0\u03bc");
        boolean pm = mark12.equals("pm") || mark12.equals("\u03bc\u03bc");
        if ((!am && !pm) || hour < 1 || hour > 12) {
            return;
        }
        hour = hour % 12 + (pm ? 12 : 0);
        halfDay = true;
        at = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
    }

    private boolean zone() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at == text.length()) {
            return true;
        }
        String rest = text.substring(at).strip();
        if (rest.startsWith("(") && rest.endsWith(")")) {
            // 05/03/2024 10:15:22(UTC+2)
            rest = rest.substring(1, rest.length() - 1);
        }
        int bracket = rest.indexOf('[');
        if (bracket > 0) {
            rest = rest.substring(0, bracket);
        }
        at = text.length();
        if (ZoneWords.isAmbiguous(rest)) {
            offset = ZoneWords.inCountry(rest, country).orElse(null);
            return true;
        }
        offset = ZoneWords.abbreviated(rest).or(offsetIn(rest)).orElse(null);
        return offset != null;
    }

    /** A Z, or hours with or without minutes, after UTC or without it. */
    private static Supplier<Optional<ZoneOffset>> offsetIn(String rest) {
        return () -> rest.isEmpty() ? Optional.empty() : ZoneWords.offset(rest);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
