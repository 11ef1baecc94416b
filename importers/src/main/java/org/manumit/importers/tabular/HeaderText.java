package org.manumit.importers.tabular;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings headers to a form in which those of different programs and languages can be compared: lower case, no accents,
 * words split at punctuation and inside {@code camelCase}, articles left out, and the many words for <i>number</i> made
 * one.
 */
public final class HeaderText {

    /** French and Italian articles before a vowel: d'appel, l'heure. */
    private static final Pattern ELISION = Pattern.compile("\\b[dDlL]['\u2019]");

    private static final Set<String> LEFT_OUT = Set.of(
            "the", "of", "de", "del", "della", "dello", "des", "du", "der", "die", "das", "la", "le", "les", "el", "il",
            "do", "van", "het", "dei", "al", "lo", "του", "τησ", "το");

    private static final Set<String> NUMBER = Set.of(
            "number",
            "no",
            "nr",
            "num",
            "nro",
            "nummer",
            "rufnummer",
            "rufnr",
            "telefonnummer",
            "telnr",
            "telefon",
            "telefono",
            "telephone",
            "telefone",
            "telefoon",
            "telefoonnummer",
            "phone",
            "phonenumber",
            "tel",
            "numero",
            "numer",
            "numar",
            "numarul",
            "cislo",
            "szam",
            "szama",
            "telefonszam",
            "номер",
            "телефон",
            "αριθμοσ",
            "τηλεφωνο",
            "\u2116",
            "nº");

    private static final Map<Character, String> LETTERS = Map.of(
            'ł', "l", 'đ', "d", 'ß', "ss", 'ø', "o", 'æ', "ae", 'œ', "oe", 'ı', "i", 'ð', "d", 'þ', "th", 'ς', "σ");

    private HeaderText() {}

    /** The comparable form: words with one blank between them; empty when the header has no letters or digits. */
    public static String comparable(String header) {
        return String.join(" ", words(header));
    }

    /** The words of the comparable form. */
    public static List<String> words(String header) {
        List<String> words = new ArrayList<>();
        for (String word : plain(ELISION.matcher(header).replaceAll(" ")).split(" ", -1)) {
            if (word.isEmpty() || LEFT_OUT.contains(word)) {
                continue;
            }
            String comparable = NUMBER.contains(word) ? "number" : word;
            // "A-Rufnummer Nr." says number twice.
            if (!comparable.equals("number")
                    || words.isEmpty()
                    || !words.getLast().equals("number")) {
                words.add(comparable);
            }
        }
        return words;
    }

    /** Lower case, without accents, everything but letters and digits a blank. */
    public static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length() + 8);
        char before = ' ';
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (!Character.isLetterOrDigit(c) && c != '\u2116') {
                blank(plain);
                before = c;
                continue;
            }
            boolean hump = Character.isUpperCase(c)
                    && (Character.isLowerCase(before)
                            || (Character.isUpperCase(before)
                                    && i + 1 < decomposed.length()
                                    && Character.isLowerCase(decomposed.charAt(i + 1))));
            if (hump) {
                blank(plain);
            }
            char lower = Character.toLowerCase(c);
            String spelled = LETTERS.get(lower);
            if (spelled == null) {
                plain.append(lower);
            } else {
                plain.append(spelled);
            }
            before = c;
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static void blank(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }
}
