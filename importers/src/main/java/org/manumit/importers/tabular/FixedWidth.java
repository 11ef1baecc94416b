package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where the columns begin of a text whose cells stand one below the other and are parted by blanks alone: what a
 * line of dashes below the headers says, or else the blank columns that all dated lines have in common.
 */
final class FixedWidth {

    private static final int LEAST_LINES = 3;
    private static final int LEAST_COLUMNS = 3;
    private static final int MOST_LINES = 2000;

    private static final Pattern DATED = Pattern.compile(
            "\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}|\\d{1,2}[-. ]?\\p{L}{3,4}[-. ]?\\d{2,4}|(?<!\\d)(?:19|20)\\d{6}(?:\\d{6})?(?!\\d)");
    private static final Pattern RULE = Pattern.compile("\\s*[-=_]{2,}(?:\\s+[-=_]{2,})+\\s*");

    private FixedWidth() {}

    /** Whether a line is drawn, with dashes or the like, and says nothing. */
    static boolean isDrawn(String line) {
        return line.chars().noneMatch(Character::isLetterOrDigit)
                && line.chars()
                                .filter(c -> c == '-' || c == '=' || c == '_' || c == '*')
                                .count()
                        >= 3;
    }

    /** Where the columns begin; empty when the text is not so. */
    static List<Integer> columnsOf(String sample) {
        List<String> lines = sample.lines().limit(MOST_LINES).toList();
        if (lines.stream().anyMatch(line -> line.indexOf('\t') >= 0)) {
            return List.of();
        }
        List<Integer> ruled = ruled(lines);
        if (!ruled.isEmpty()) {
            return ruled;
        }
        List<String> dated = dated(lines);
        if (dated.size() < LEAST_LINES || isDelimited(dated)) {
            return List.of();
        }
        List<Integer> starts = starts(dated, lines);
        return starts.size() >= LEAST_COLUMNS ? starts : List.of();
    }

    /** As a line of dashes with a dash run for each column says, above dated lines. */
    private static List<Integer> ruled(List<String> lines) {
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (RULE.matcher(lines.get(i)).matches() && !lines.get(i - 1).isBlank()) {
                List<Integer> starts = areas(lines.get(i));
                if (starts.size() >= LEAST_COLUMNS) {
                    return starts;
                }
            }
        }
        return List.of();
    }

    private static List<Integer> areas(String line) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != ' ' && (i == 0 || line.charAt(i - 1) == ' ')) {
                starts.add(i);
            }
        }
        return starts;
    }

    /** The lines with a date in the place where most have one. */
    private static List<String> dated(List<String> lines) {
        Map<Integer, List<String>> byPlace = new HashMap<>();
        for (String line : lines) {
            Matcher date = DATED.matcher(line);
            if (date.find()) {
                byPlace.computeIfAbsent(date.end(), at -> new ArrayList<>()).add(line);
            }
        }
        List<String> most = List.of();
        for (List<String> group : byPlace.values()) {
            most = group.size() > most.size() ? group : most;
        }
        long all = byPlace.values().stream().mapToLong(List::size).sum();
        return most.size() * 10L >= all * 6 ? most : List.of();
    }

    /** Whether one of the usual delimiters stands in each line as often: then the blanks only fill the cells up. */
    private static boolean isDelimited(List<String> dated) {
        for (char delimiter : new char[] {';', '|', ','}) {
            int count = -1;
            boolean same = true;
            for (String line : dated) {
                int here = 0;
                for (int i = 0; i < line.length(); i++) {
                    boolean decimal = i > 0
                            && i + 1 < line.length()
                            && Character.isDigit(line.charAt(i - 1))
                            && Character.isDigit(line.charAt(i + 1));
                    here += line.charAt(i) == delimiter && !decimal ? 1 : 0;
                }
                same &= count < 0 || count == here;
                count = here;
            }
            if (same && count >= 2) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> starts(List<String> dated, List<String> lines) {
        int width = dated.stream().mapToInt(String::length).max().orElse(0);
        boolean[] filled = new boolean[width + 1];
        for (String line : dated) {
            for (int i = 0; i < line.length(); i++) {
                filled[i] |= !Character.isSpaceChar(line.charAt(i));
            }
        }
        String above = lines.subList(0, lines.indexOf(dated.getFirst())).stream()
                .filter(line -> !line.isBlank() && !isDrawn(line))
                .reduce("", (one, other) -> other);
        List<Integer> starts = new ArrayList<>();
        boolean wide = false;
        for (int i = 0; i < width; i++) {
            if (!filled[i] || (i > 0 && filled[i - 1])) {
                continue;
            }
            int gap = 0;
            while (i - gap - 1 >= 0 && !filled[i - gap - 1]) {
                gap++;
            }
            boolean first = starts.isEmpty();
            boolean parts = first || gap >= 2 || headed(above, starts, i, filled);
            if (parts) {
                starts.add(i);
                wide |= !first && gap >= 2;
            }
        }
        return wide ? starts : List.of();
    }

    /** Whether the line above has a word of its own on either side of one blank. */
    private static boolean headed(String above, List<Integer> starts, int at, boolean[] filled) {
        int before = starts.getLast();
        int end = at;
        while (end < filled.length && filled[end]) {
            end++;
        }
        boolean left = above.length() > before
                && !above.substring(before, Math.min(above.length(), at)).isBlank();
        boolean right = above.length() > at
                && !above.substring(at, Math.min(above.length(), end)).isBlank();
        boolean word = above.length() > at && at > 0 && above.charAt(at - 1) == ' ';
        return left && right && word;
    }

    /** A line in cells: each word where it stands; one that stands in two, as headers do, with those beside it. */
    static String[] cut(String line, List<Integer> starts) {
        StringBuilder[] cells = new StringBuilder[starts.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new StringBuilder();
        }
        int at = 0;
        while (at < line.length()) {
            if (isBlank(line.charAt(at))) {
                at++;
                continue;
            }
            int end = endOfWord(line, at);
            boolean whole = column(at, at + 1, starts) == column(end - 1, end, starts);
            int from = whole ? at : beginOfPhrase(line, at);
            int to = whole ? end : endOfPhrase(line, end);
            StringBuilder cell = cells[column(from, to, starts)];
            cell.append(cell.isEmpty() ? "" : " ").append(line, at, end);
            at = end;
        }
        String[] texts = new String[cells.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cells[i].toString();
        }
        return texts;
    }

    private static int endOfWord(String line, int from) {
        int end = from;
        while (end < line.length() && !isBlank(line.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Words with one blank between them are a phrase. */
    private static int beginOfPhrase(String line, int word) {
        int begin = word;
        while (begin >= 2 && isBlank(line.charAt(begin - 1)) && !isBlank(line.charAt(begin - 2))) {
            begin -= 2;
            while (begin > 0 && !isBlank(line.charAt(begin - 1))) {
                begin--;
            }
        }
        return begin;
    }

    private static int endOfPhrase(String line, int word) {
        int end = word;
        while (end + 1 < line.length() && !isBlank(line.charAt(end + 1))) {
            end = endOfWord(line, end + 1);
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == '\f' || Character.isSpaceChar(c) || Character.isWhitespace(c);
    }

    private static int column(int from, int to, List<Integer> starts) {
        int best = 0;
        int most = -1;
        for (int i = 0; i < starts.size(); i++) {
            int begins = i == 0 ? 0 : starts.get(i);
            int ends = i + 1 < starts.size() ? starts.get(i + 1) : Integer.MAX_VALUE;
            int overlap = Math.min(to, ends) - Math.max(from, begins);
            if (overlap > most) {
                best = i;
                most = overlap;
            }
        }
        return best;
    }
}
