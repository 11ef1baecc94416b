package org.manumit.importers.tabular;

/** White space as people's exports have it: also no-break spaces, zero-width marks and the byte order mark. */
public final class Whitespace {

    private Whitespace() {}

    /** {@code text} without white space and invisible marks at either end. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    /** Whether the character is a space of any kind or invisible. */
    public static boolean isSpace(char c) {
        if (c <= ' ') {
            return true;
        }
        if (c < 0x80) {
            return false;
        }
        return c == '\u00a0'
                || c == '\ufeff'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u2069')
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c);
    }
}
