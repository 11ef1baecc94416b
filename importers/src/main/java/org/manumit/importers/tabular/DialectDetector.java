package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the delimiter and the quote character of a delimited text from a sample of its lines: the pair under which
 * most rows have the same number of cells. Decimal commas make every row of a semicolon-separated file look
 * comma-separated too; the header, which has none, and the order of preference tell them apart.
 */
final class DialectDetector {

    /** In order of preference where two fit equally well. */
    private static final char[] USUAL = {'\t', ';', '|', ','};

    private static final char[] UNUSUAL = {'\u001f', '\u0001', '\u00a6', '^', '~', '#', '!', '*', '$', '&', ':'};
    private static final int MAX_ROWS = 500;

    private DialectDetector() {}

    private record Fit(char delimiter, char quote, int columns, double share, int firstFullRow) {}

    /** @param sample the start of the text; a last, possibly cut line is ignored unless it is the only one */
    static Dialect detect(String sample, boolean complete) {
        char declared = declaredDelimiter(sample);
        char quote = quoteOf(sample);
        if (declared != 0) {
            String rest = sample.substring(endOfLine(sample, 0));
            return new Dialect(declared, quote, Math.max(1, fit(rest, declared, quote, complete).columns));
        }
        List<Integer> starts = FixedWidth.columnsOf(sample);
        if (!starts.isEmpty()) {
            return Dialect.ofColumns(starts);
        }
        Fit best = choose(sample, complete, quote, USUAL, 0.4);
        if (best == null) {
            best = choose(sample, complete, quote, UNUSUAL, 0.95);
        }
        if (best == null) {
            Fit space = fit(sample, ' ', quote, complete);
            if (space.columns >= 2 && space.columns <= 4 && space.share >= 0.95) {
                best = space;
            }
        }
        if (best == null) {
            // Ragged throughout: the delimiter that occurs at all, or a single column.
            best = choose(sample, complete, quote, USUAL, 0.0);
        }
        return best == null ? new Dialect(',', quote, 1) : new Dialect(best.delimiter, best.quote, best.columns);
    }

    private static @Nullable Fit choose(String sample, boolean complete, char quote, char[] delimiters, double least) {
        Fit best = null;
        for (char delimiter : delimiters) {
            Fit fit = fit(sample, delimiter, quote, complete);
            if (fit.columns < 2 || fit.share < least || (delimiter == ',' && areDecimals(sample, quote))) {
                continue;
            }
            if (best == null || better(fit, best)) {
                best = fit;
            }
        }
        return best;
    }

    /** Whether nearly all commas stand within numbers, two digits behind them, and another mark parts the cells. */
    private static boolean areDecimals(String sample, char quote) {
        int commas = 0;
        int decimals = 0;
        int others = 0;
        for (int i = 1; i < sample.length() - 2; i++) {
            char c = sample.charAt(i);
            others += c == ';' || c == '\t' || c == '|' ? 1 : 0;
            if (c == ',') {
                commas++;
                boolean ends = i + 3 >= sample.length() || !Character.isDigit(sample.charAt(i + 3));
                decimals += Character.isDigit(sample.charAt(i - 1))
                                && Character.isDigit(sample.charAt(i + 1))
                                && Character.isDigit(sample.charAt(i + 2))
                                && ends
                        ? 1
                        : 0;
            }
        }
        return commas > 0 && decimals * 10 >= commas * 9 && others > commas && sample.indexOf(quote + ",") < 0;
    }

    private static boolean better(Fit fit, Fit than) {
        if (Math.abs(fit.share - than.share) > 0.25) {
            return fit.share > than.share;
        }
        // That many cells stand in row after row by chance for one delimiter only: 1234,56 has one comma each time.
        if (fit.columns >= 4 && fit.columns >= 2 * than.columns) {
            return true;
        }
        if (than.columns >= 4 && than.columns >= 2 * fit.columns) {
            return false;
        }
        return fit.firstFullRow < than.firstFullRow;
    }

    private static Fit fit(String sample, char delimiter, char quote, boolean complete) {
        List<Integer> counts = counts(sample, delimiter, quote, complete);
        Map<Integer, Integer> byCount = new HashMap<>();
        int total = 0;
        for (int count : counts) {
            byCount.merge(count, 1, Integer::sum);
            total++;
        }
        int columns = 1;
        int rows = 0;
        for (Map.Entry<Integer, Integer> entry : byCount.entrySet()) {
            if (entry.getKey() > 1
                    && (entry.getValue() > rows || (entry.getValue() == rows && entry.getKey() > columns))) {
                columns = entry.getKey();
                rows = entry.getValue();
            }
        }
        if (total == 0 || rows == 0) {
            return new Fit(delimiter, quote, 1, 0, Integer.MAX_VALUE);
        }
        return new Fit(delimiter, quote, columns, (double) rows / total, counts.indexOf(columns));
    }

    private static List<Integer> counts(String sample, char delimiter, char quote, boolean complete) {
        List<Integer> counts = new ArrayList<>();
        int cells = 1;
        boolean quoted = false;
        boolean cellStart = true;
        boolean any = false;
        for (int i = 0; i < sample.length() && counts.size() < MAX_ROWS; i++) {
            char c = sample.charAt(i);
            boolean lineStart = i == 0 || sample.charAt(i - 1) == '\n' || sample.charAt(i - 1) == '\r';
            if (!quoted && lineStart && (c == '#' || c == '%')) {
                // A comment, as graph programs write them, has no cells.
                i = endOfLine(sample, i) - 1;
                continue;
            }
            if (quoted) {
                if (c == quote) {
                    if (i + 1 < sample.length() && sample.charAt(i + 1) == quote) {
                        i++;
                    } else {
                        quoted = false;
                    }
                }
            } else if (c == quote && cellStart && closes(sample, i, quote, delimiter)) {
                quoted = true;
                any = true;
                cellStart = false;
            } else if (c == delimiter && !isPadding(sample, i)) {
                cells++;
                cellStart = true;
                any = true;
            } else if (c == '\n' || c == '\r') {
                if (any) {
                    counts.add(cells);
                }
                cells = 1;
                cellStart = true;
                any = false;
            } else {
                cellStart = false;
                any |= !Whitespace.isSpace(c);
            }
        }
        if (any && !quoted && (complete || counts.isEmpty())) {
            counts.add(cells);
        }
        return counts;
    }

    /** Whether the quote at {@code at} finds a closing one that ends a cell. */
    private static boolean closes(String sample, int at, char quote, char delimiter) {
        for (int i = at + 1; i < sample.length(); i++) {
            if (sample.charAt(i) == quote) {
                if (i + 1 >= sample.length()) {
                    return true;
                }
                char next = sample.charAt(i + 1);
                if (next == quote) {
                    i++;
                } else {
                    int after = i + 1;
                    while (after < sample.length() - 1
                            && sample.charAt(after) != delimiter
                            && (sample.charAt(after) == ' ' || sample.charAt(after) == '\t')) {
                        after++;
                    }
                    char ends = sample.charAt(after);
                    return ends == delimiter || ends == '\n' || ends == '\r';
                }
            }
        }
        return false;
    }

    /** A tab before a comma: put behind a number so that a spreadsheet keeps its digits. */
    private static boolean isPadding(String sample, int at) {
        int after = at + 1 < sample.length() && sample.charAt(at + 1) == '"' ? at + 2 : at + 1;
        return sample.charAt(at) == '\t'
                && after < sample.length()
                && (sample.charAt(after) == ',' || sample.charAt(after) == ';');
    }

    private static char declaredDelimiter(String sample) {
        if (sample.length() > 5
                && sample.regionMatches(true, 0, "sep=", 0, 4)
                && (sample.charAt(5) == '\n' || sample.charAt(5) == '\r')) {
            return sample.charAt(4);
        }
        return 0;
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** The double quote, unless cells are wrapped in single ones and none in double ones. */
    private static char quoteOf(String sample) {
        int doubles = 0;
        int singles = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (c != '"' && c != '\'') {
                continue;
            }
            char before = i == 0 ? '\n' : sample.charAt(i - 1);
            if (before != '\n' && before != '\r' && before != ',' && before != ';' && before != '\t' && before != '|') {
                continue;
            }
            int close = sample.indexOf(c, i + 1);
            if (close < 0 || close - i > 1000) {
                continue;
            }
            char after = close + 1 >= sample.length() ? '\n' : sample.charAt(close + 1);
            if (after == '\n' || after == '\r' || after == ',' || after == ';' || after == '\t' || after == '|') {
                if (c == '"') {
                    doubles++;
                } else {
                    singles++;
                }
            }
        }
        return singles > doubles ? '\'' : '"';
    }
}
