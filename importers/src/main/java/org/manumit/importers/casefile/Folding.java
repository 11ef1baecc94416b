package org.manumit.importers.casefile;

import java.text.Normalizer;
import java.util.Locale;
import org.manumit.importers.tabular.Whitespace;

/** How names and headers are compared. */
final class Folding {

    private Folding() {}

    /** A header or a pick-list word without case, spaces, hyphens and underscores. */
    static String heading(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!Whitespace.isSpace(c) && c != '_' && c != '-') {
                folded.append(c == '\u2019' || c == '\u2018' || c == '\u00b4' || c == '`' ? '\'' : c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** A name without case and repeated spaces; accents and all other signs stay. */
    static String name(String text) {
        return spaced(Normalizer.normalize(text, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
    }

    /** Text with single plain spaces, none at the ends. */
    static String spaced(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Whitespace.isSpace(c)) {
                space = plain.length() > 0;
            } else {
                if (space) {
                    plain.append(' ');
                }
                plain.append(c);
                space = false;
            }
        }
        return plain.toString();
    }

    /** A number, plate or account: letters and digits only, in capitals. */
    static String number(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString().toUpperCase(Locale.ROOT);
    }
}
