package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the words in texts of scripts that put no blanks between them (Chinese, Japanese): of the known words the
 * longest that stands next, again and again; what no word begins with is passed over. Stateless.
 */
final class Unspaced {

    private static final int LONGEST = 16;

    private Unspaced() {}

    /**
     * The words of a text.
     *
     * @param text without blanks
     * @param known the words that are known
     * @return the text itself where its script has blanks; what is not known between known words as words of its own
     */
    static List<String> words(String text, Set<String> known) {
        if (text.codePoints().noneMatch(Unspaced::isUnspaced)) {
            return List.of(text);
        }
        List<String> words = new ArrayList<>();
        StringBuilder unknown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int taken = 0;
            for (int length = Math.min(LONGEST, text.length() - at); length > 0 && taken == 0; length--) {
                taken = known.contains(text.substring(at, at + length)) ? length : 0;
            }
            if (taken == 0) {
                unknown.append(text.charAt(at));
                at++;
                continue;
            }
            add(words, unknown);
            words.add(text.substring(at, at + taken));
            at += taken;
        }
        add(words, unknown);
        return words;
    }

    private static void add(List<String> words, StringBuilder unknown) {
        if (!unknown.isEmpty()) {
            words.add(unknown.toString());
            unknown.setLength(0);
        }
    }

    private static boolean isUnspaced(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
