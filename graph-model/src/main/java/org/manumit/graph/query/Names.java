package org.manumit.graph.query;

import java.text.Normalizer;
import java.util.Locale;

/** Spellings of names, brought to one form so that they can be compared. */
public final class Names {

    private Names() {}

    /**
     * A name without case, accents, punctuation and double spaces; {@code "Popescu, Ana"} becomes {@code "ana popescu"}.
     * Two names that fold alike are spelled alike, which does not make them one person.
     */
    public static String fold(String name) {
        int comma = name.indexOf(',');
        String straight = comma > 0 && comma == name.lastIndexOf(',') && comma < name.length() - 1
                ? name.substring(comma + 1) + " " + name.substring(0, comma)
                : name;
        return foldLetters(straight);
    }

    /** Folds letters as {@link #fold} does and turns everything else into single spaces, keeping the order. */
    static String foldLetters(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                switch (c) {
                    case '\u0142' -> folded.append('l');
                    case '\u0111', '\u00f0' -> folded.append('d');
                    case '\u00f8' -> folded.append('o');
                    case '\u00df' -> folded.append("ss");
                    case '\u0131' -> folded.append('i');
                    case '\u00e6' -> folded.append("ae");
                    case '\u0153' -> folded.append("oe");
                    case '\u00fe' -> folded.append("th");
                    default -> folded.appendCodePoint(c);
                }
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != '\u2019') {
                gap = true;
            }
        }
        return folded.toString();
    }
}
