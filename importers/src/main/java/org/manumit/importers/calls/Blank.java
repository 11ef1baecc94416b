package org.manumit.importers.calls;

import java.util.Locale;
import java.util.Set;

/** Tells cells that only say that there is nothing: dashes, noughts, words for it. */
final class Blank {

    private static final Set<String> WORDS =
            Set.of("null", "none", "nan", "na", "n/a", "nil", "unknown", "undefined", "#n/a", "not available");

    private Blank() {}

    /** Whether a cell holds nothing but a sign for nothing. */
    static boolean is(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '-' && c != '.' && c != '*' && c != '_' && c != ' ') {
                return WORDS.contains(cell.toLowerCase(Locale.ROOT));
            }
        }
        return true;
    }

    /** Whether a number of a handset, SIM card or antenna is none: also noughts alone. */
    static boolean isNoNumber(String cell) {
        return is(cell) || cell.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
    }
}
