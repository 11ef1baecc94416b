package org.manumit.importers.resolve;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the words of names are compared: without case and accents, in Latin letters, by their sound where
 * transliterations differ, and with the endings that the languages of Europe put to names. Stateless.
 */
final class Spelling {

    /** How near a word of a text comes to a word of a name. */
    enum Nearness {
        /** The same but for case and accents. */
        SAME,
        /** With an ending of a case: {@code Popescului}, {@code Kowalskiego}, {@code Ivanovym}. */
        DECLINED,
        /** The same sound spelled otherwise: {@code Ivanov} and {@code Iwanow}. */
        OTHER_SPELLING,
        /** Another word. */
        NONE
    }

    private static final int SHORTEST_DECLINED = 4;
    private static final int SHORTEST_STEM = 3;
    private static final int SHORTEST_SOUND = 4;

    private static final Map<Character, String> LETTERS = letters();

    /** What stands after the bare stem of a name in a vowel. */
    private static final Set<String> AFTER_VOWEL_STEM = Set.of(
            "a", "e", "i", "u", "y", "ei", "ii", "iei", "ie", "oi", "oj", "oy", "oiu", "oyu", "oju", "ou", "om", "em",
            "am", "ami", "ej", "ey", "iej", "owi", "ovi", "oui", "ui", "aus", "ai", "es", "as");

    /** What is put to a whole name. */
    private static final Set<String> AFTER_WHOLE = Set.of(
            "a", "u", "i", "e", "y", "em", "om", "iem", "ie", "owi", "ovi", "ami", "ul", "ului", "lui", "ule", "ei",
            "ii", "s", "es", "nak", "nek", "val", "vel", "tol", "hoz", "hez", "nal", "nel", "rol", "t", "ot", "et",
            "at", "ym", "im", "oi", "oj", "oy", "ou", "iga", "ga", "lle", "lla", "lta");

    /** What follows -sk, -ck, -n and the like where the name is an adjective. */
    private static final Set<String> ADJECTIVE = Set.of(
            "e", "iego", "ego", "iemu", "emu", "im", "ym", "iej", "ej", "ich", "ych", "ogo", "oho", "omu", "oi", "oj",
            "oy", "ou", "oju", "u", "om", "eho", "imi", "ymi");

    /** After the stem of a Baltic name in -as, -is, -us, -e. */
    private static final Set<String> BALTIC =
            Set.of("o", "ui", "a", "u", "e", "io", "iui", "i", "iu", "aus", "es", "ei");

    private Spelling() {}

    /** A word in Latin letters, lower case, without accents and apostrophes. */
    static String latin(String word) {
        boolean plain = true;
        for (int i = 0; i < word.length() && plain; i++) {
            char c = word.charAt(i);
            plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        }
        if (plain) {
            return word;
        }
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(decomposed.length() + 4);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c < 0x80) {
                if (c != '\'') {
                    latin.append(c);
                }
                continue;
            }
            String letters = LETTERS.get(c);
            if (letters != null) {
                latin.append(letters);
                continue;
            }
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
            for (int p = 0; p < parts.length(); p++) {
                char part = parts.charAt(p);
                int type = Character.getType(part);
                if (type != Character.NON_SPACING_MARK && part != '\u2019') {
                    latin.append(LETTERS.getOrDefault(part, String.valueOf(part)));
                }
            }
        }
        return latin.toString();
    }

    private static final List<String[]> SOUNDS = List.of(
            new String[] {"shch", "s"},
            new String[] {"tsch", "c"},
            new String[] {"sch", "s"},
            new String[] {"sh", "s"},
            new String[] {"sz", "s"},
            new String[] {"cz", "c"},
            new String[] {"ch", "c"},
            new String[] {"tz", "c"},
            new String[] {"ts", "c"},
            new String[] {"zh", "z"},
            new String[] {"rz", "z"},
            new String[] {"kh", "h"},
            new String[] {"gh", "g"},
            new String[] {"th", "t"},
            new String[] {"ph", "f"},
            new String[] {"dj", "d"},
            new String[] {"ck", "k"},
            new String[] {"ks", "x"},
            new String[] {"ue", "u"},
            new String[] {"oe", "o"},
            new String[] {"ae", "a"},
            new String[] {"ea", "ia"},
            new String[] {"ou", "u"},
            new String[] {"w", "v"},
            new String[] {"y", "i"},
            new String[] {"j", "i"},
            new String[] {"q", "k"});

    /** A folded word with spellings of one sound made one. */
    static String sound(String folded) {
        StringBuilder sound = new StringBuilder(folded.length());
        int i = 0;
        while (i < folded.length()) {
            String to = "";
            int length = 0;
            for (String[] pair : SOUNDS) {
                if (folded.startsWith(pair[0], i)) {
                    to = pair[1];
                    length = pair[0].length();
                    break;
                }
            }
            if (length == 0) {
                to = folded.substring(i, i + 1);
                length = 1;
            }
            if (sound.isEmpty() || !to.equals(sound.substring(sound.length() - 1))) {
                sound.append(to);
            }
            i += length;
        }
        return sound.toString();
    }

    /**
     * How near a word of a text comes to one of a name.
     *
     * @param name the name's word, folded
     * @param nameSound its sound
     */
    static Nearness nearness(String name, String nameSound, TextWord word) {
        String folded = word.folded();
        if (folded.equals(name)) {
            return Nearness.SAME;
        }
        if (folded.endsWith("s") && folded.length() == name.length() + 1 && folded.startsWith(name)) {
            return name.length() >= SHORTEST_STEM ? Nearness.DECLINED : Nearness.NONE;
        }
        if (name.length() >= SHORTEST_DECLINED && isDeclined(name, folded)) {
            return Nearness.DECLINED;
        }
        if (nameSound.length() >= SHORTEST_SOUND) {
            if (nameSound.equals(word.sound())) {
                return Nearness.OTHER_SPELLING;
            }
            if (isDeclined(nameSound, word.sound())) {
                return Nearness.DECLINED;
            }
        }
        return Nearness.NONE;
    }

    private static boolean isDeclined(String name, String word) {
        int n = name.length();
        char last = name.charAt(n - 1);
        boolean vowel = isVowel(last);
        if (word.length() > n && word.startsWith(name) && AFTER_WHOLE.contains(word.substring(n))) {
            return true;
        }
        String stem = name.substring(0, n - 1);
        if (vowel && (stem.endsWith("sk") || stem.endsWith("ck"))) {
            // Kowalska is not Kowalski declined, but another person
            return stem.length() >= SHORTEST_DECLINED && hasEnding(word, stem, ADJECTIVE);
        }
        if (vowel && stem.length() >= SHORTEST_STEM && hasEnding(word, stem, AFTER_VOWEL_STEM)) {
            return true;
        }
        if (last == 's' && n > SHORTEST_DECLINED && isVowel(name.charAt(n - 2))) {
            if (hasEnding(word, name.substring(0, n - 2), BALTIC)) {
                return true;
            }
        }
        // the vowel that comes and goes: Marek, Marka; Pavel, Pavla; Kupiec, Kupca
        if ((last == 'k' || last == 'l' || last == 'c') && n > SHORTEST_DECLINED && name.charAt(n - 2) == 'e') {
            int cut = name.charAt(n - 3) == 'i' ? 3 : 2;
            String without = name.substring(0, n - cut) + last;
            return without.length() >= SHORTEST_STEM + 1 && hasEnding(word, without, AFTER_WHOLE);
        }
        return false;
    }

    private static boolean hasEnding(String word, String stem, Set<String> endings) {
        return word.length() > stem.length()
                && word.startsWith(stem)
                && endings.contains(word.substring(stem.length()));
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    /** Letters that do not come apart into a Latin one and a mark; Cyrillic as in passports, Greek as it is read. */
    private static Map<Character, String> letters() {
        Map<Character, String> letters = new HashMap<>();
        String[] pairs = {
            "\u0142", "l", "\u0111", "d", "\u00f0", "d", "\u00f8", "o", "\u00df", "ss", "\u0131", "i", "\u00e6", "ae",
            "\u0153", "oe", "\u00fe", "th", "\u0127", "h", "\u0138", "k", "\u0259", "e", "\u0430", "a", "\u0431", "b",
            "\u0432", "v", "\u0433", "g", "\u0491", "g", "\u0434", "d", "\u0435", "e", "\u0451", "e", "\u0454", "ie",
            "\u0436", "zh", "\u0437", "z", "\u0438", "i", "\u0456", "i", "\u0457", "i", "\u0439", "i", "\u0458", "j",
            "\u043a", "k", "\u043b", "l", "\u0459", "lj", "\u043c", "m", "\u043d", "n", "\u045a", "nj", "\u043e", "o",
            "\u043f", "p", "\u0440", "r", "\u0441", "s", "\u0442", "t", "\u0452", "dj", "\u045b", "c", "\u0443", "u",
            "\u045e", "u", "\u0444", "f", "\u0445", "h", "\u0446", "ts", "\u0447", "ch", "\u045f", "dz", "\u0448", "sh",
            "\u0449", "shch", "\u044a", "", "\u044b", "y", "\u044c", "", "\u044d", "e", "\u044e", "iu", "\u044f", "ia",
            "\u0453", "g", "\u045c", "k", "\u0455", "dz", "\u03b1", "a", "\u03b2", "v", "\u03b3", "g", "\u03b4", "d",
            "\u03b5", "e", "\u03b6", "z", "\u03b7", "i", "\u03b8", "th", "\u03b9", "i", "\u03ba", "k", "\u03bb", "l",
            "\u03bc", "m", "\u03bd", "n", "\u03be", "x", "\u03bf", "o", "\u03c0", "p", "\u03c1", "r", "\u03c2", "s",
            "\u03c3", "s", "\u03c4", "t", "\u03c5", "y", "\u03c6", "f", "\u03c7", "ch", "\u03c8", "ps", "\u03c9", "o",
            "\u2019", ""
        };
        for (int i = 0; i < pairs.length; i += 2) {
            letters.put(pairs[i].charAt(0), pairs[i + 1]);
        }
        return Map.copyOf(letters);
    }
}
