package org.manumit.importers.tabular.value;

/**
 * The digits of other scripts (Arabic, Persian, Devanagari, full width, ...) as those that numbers, dates and telephone
 * numbers are read from, with the marks that stand between them; marks of the direction of writing left out.
 */
public final class PlainDigits {

    private PlainDigits() {}

    /** The text with plain digits; the same text where it has no others. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (plain(text.charAt(i)) != text.charAt(i)) {
                return rewritten(text);
            }
        }
        return text;
    }

    private static String rewritten(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = plain(text.charAt(i));
            if (c != LEFT_OUT) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static final char LEFT_OUT = '\uffff';

    private static char plain(char c) {
        if (c < 0x600) {
            return c;
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (Character.getType(c) == Character.FORMAT) {
            return LEFT_OUT;
        }
        return switch (c) {
            case '\u066b' -> '.';
            case '\u066c', '\u060c', '\uff0c' -> ',';
            case '\uff0e' -> '.';
            case '\uff1a' -> ':';
            case '\uff0f' -> '/';
            case '\uff0d' -> '-';
            case '\uff0b' -> '+';
            default -> c;
        };
    }
}
