package org.manumit.importers.tabular;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Known words of headers, by which the code page of a text of few words is told. */
final class HeaderWords {

    private static final List<String> LINES = ColumnVocabulary.lines(HeaderWords.class, "header-words.txt");

    /** Words of scripts that put blanks between words begin where one begins. */
    private static final List<String> BEGINNINGS = words(true);

    private static final List<String> ANYWHERE = words(false);

    private HeaderWords() {}

    private static List<String> words(boolean withBlanks) {
        List<String> words = new ArrayList<>();
        for (String line : LINES) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] parts = line.strip().split("\\s+", -1);
                boolean blanks =
                        !List.of("th", "zh-hans", "zh-hant", "ja", "ko").contains(parts[0]);
                for (String word : Arrays.asList(parts).subList(1, parts.length)) {
                    if (blanks == withBlanks && word.chars().anyMatch(c -> c >= 0x80)) {
                        words.add(word);
                    }
                }
            }
        }
        return List.copyOf(words);
    }

    /** Which share of the characters beyond ASCII stands in known words, when the bytes are read in a code page. */
    static double share(byte[] sample, Charset charset) {
        String text = Normalizer.normalize(new String(sample, charset), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        boolean[] known = new boolean[text.length()];
        for (String word : BEGINNINGS) {
            mark(text, word, true, known);
        }
        for (String word : ANYWHERE) {
            mark(text, word, false, known);
        }
        int all = 0;
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                all++;
                found += known[i] ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) found / all;
    }

    private static void mark(String text, String word, boolean begins, boolean[] known) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (!begins || at == 0 || !Character.isLetter(text.charAt(at - 1))) {
                int end = at + word.length();
                while (begins && end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                Arrays.fill(known, at, end, true);
            }
        }
    }
}
