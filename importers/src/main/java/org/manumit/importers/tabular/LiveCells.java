package org.manumit.importers.tabular;

import java.util.regex.Pattern;

/**
 * Takes the life out of cells that a spreadsheet program would run as formulas when it opens a text file: an apostrophe
 * goes before them. Telephone numbers, amounts with a sign and the {@code ="0722…"} by which programs keep leading zeros
 * run nothing and stay as they are. Stateless.
 */
final class LiveCells {

    private static final Pattern LIVE = Pattern.compile("\\s*(?:[=@]|[+-](?![\\d\\s().,/:-]*$)).*", Pattern.DOTALL);
    private static final Pattern KEPT_ZEROS = Pattern.compile("=\"[\\d +()/-]*\"");

    private LiveCells() {}

    /** Whether a spreadsheet program would run it. */
    static boolean isLive(String cell) {
        return LIVE.matcher(cell).matches() && !KEPT_ZEROS.matcher(cell.strip()).matches();
    }

    /**
     * The text of whole records, with an apostrophe before every live cell.
     *
     * @param records lines as they stand in a file, ends of lines included; quoted cells must be whole
     */
    static String defused(String records, char delimiter, char quote) {
        StringBuilder out = new StringBuilder(records.length() + 8);
        int at = 0;
        while (at < records.length()) {
            boolean quoted = records.charAt(at) == quote;
            int end = quoted ? closing(records, at + 1, quote) : at;
            while (end < records.length() && records.charAt(end) != delimiter && !isLineEnd(records.charAt(end))) {
                end++;
            }
            String cell = records.substring(at, end);
            String plain = quoted ? inner(cell, quote) : cell;
            if (isLive(plain)) {
                out.append(quoted ? quote + "'" + cell.substring(1) : "'" + cell);
            } else {
                out.append(cell);
            }
            if (end < records.length()) {
                out.append(records.charAt(end));
            }
            at = end + 1;
        }
        return out.toString();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Where a quoted cell ends, just after its closing quote; where it has none, where it began. */
    private static int closing(String text, int from, char quote) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == quote) {
                if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        return from;
    }

    private static String inner(String cell, char quote) {
        String mark = String.valueOf(quote);
        String open = cell.substring(1);
        String inside = open.endsWith(mark) ? open.substring(0, open.length() - 1) : open;
        return inside.replace(mark + mark, mark);
    }
}
