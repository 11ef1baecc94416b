package org.manumit.importers.calls;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that opens a message of a written-out chat.
 *
 * @param time as it stands
 * @param writer who wrote it; empty for what the messenger itself notes
 * @param text the message, or the note
 * @param marked whether the messenger marks the text as its own: a note, or a file sent
 */
record ChatLine(String time, String writer, String text, boolean marked) {

    private static final String CLOCK = "\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?\\p{L}\\.?\\s?\\p{L}\\.?)?";
    private static final String DAY = "\\d{1,4}[./-]\\s?\\d{1,2}[./-]\\s?\\d{1,4}\\.?";
    private static final Pattern BRACKETED = Pattern.compile("\\[(" + DAY + ",?\\s" + CLOCK + ")\\]\\s(.*)");
    /** "[10:15, 05/03/2024] Ana: ..." as messages are copied from the screen. */
    private static final Pattern CLOCK_FIRST = Pattern.compile("\\[(" + CLOCK + "),?\\s(" + DAY + ")\\]\\s(.*)");

    private static final Pattern DASHED = Pattern.compile("(" + DAY + ",?\\s" + CLOCK + ")\\s[-\u2013]\\s(.*)");
    /** "2025\ub144 3\uc6d4 12\uc77c \uc624\uc804 10:11, Ana : ..." as Korean telephones write, and the same in Japanese and Chinese. */
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "\\[?(\\d{4}[\ub144\u5e74]\\s?\\d{1,2}[\uc6d4\u6708]\\s?\\d{1,2}[\uc77c\u65e5],?\\s?\\p{IsL}{0,4}\\s?"
                    + CLOCK + ")(?:\\]|,|\\s[-\u2013])\\s(.*)");

    private static final Pattern NAMED = Pattern.compile("([^:]{1,60}?) ?: (.*)|([^:]{1,60}?) ?:");
    private static final int LONGEST_OPENING = 130;

    /** The line as the opening of a message; empty when it goes on with the one before. */
    static Optional<ChatLine> of(String line) {
        String plain = visible(line.length() > LONGEST_OPENING ? line.substring(0, LONGEST_OPENING) : line);
        if (plain.length() < 12 || (plain.charAt(0) != '[' && !Character.isDigit(plain.charAt(0)))) {
            return Optional.empty();
        }
        Matcher opening = plain.charAt(0) == '[' ? BRACKETED.matcher(plain) : DASHED.matcher(plain);
        if (!opening.matches()) {
            opening = EAST_ASIAN.matcher(plain);
        }
        String time;
        String rest;
        Matcher clockFirst = CLOCK_FIRST.matcher(plain);
        if (opening.matches()) {
            time = opening.group(1);
            rest = opening.group(2);
        } else if (clockFirst.matches()) {
            time = clockFirst.group(2) + " " + clockFirst.group(1);
            rest = clockFirst.group(3);
        } else {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(rest);
        if (!named.matches()) {
            return Optional.of(new ChatLine(time, "", rest, true));
        }
        String writer = named.group(1) == null ? named.group(3) : named.group(1);
        String text = named.group(2) == null ? "" : named.group(2);
        String beyond = line.length() > LONGEST_OPENING ? line.substring(LONGEST_OPENING) : "";
        // A tilde before whoever is not in the address book.
        return Optional.of(
                new ChatLine(time, writer.replaceFirst("^~\\s?", "").strip(), text + beyond, isMarked(line)));
    }

    /** Telephones of one maker put a mark of direction before what nobody typed. */
    private static boolean isMarked(String line) {
        int writer = line.indexOf("] ");
        int text = writer < 0 ? -1 : line.indexOf(": ", writer);
        return text >= 0 && line.startsWith("\u200e", text + 2);
    }

    /** The same with its further lines. */
    ChatLine with(String whole) {
        return new ChatLine(time, writer, whole, marked);
    }

    private static String visible(String line) {
        return visible(line, ' ');
    }

    /** Without marks of direction; blanks of any width as one kind, and tabs as {@code tab}. */
    static String visible(String line, char tab) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.getType(c) == Character.FORMAT || c == '\ufeff') {
                continue;
            }
            text.append(c == '\t' ? tab : Character.isSpaceChar(c) ? ' ' : c);
        }
        return text.toString().strip();
    }
}
