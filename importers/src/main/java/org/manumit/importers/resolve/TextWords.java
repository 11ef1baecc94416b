package org.manumit.importers.resolve;

import java.util.ArrayList;
import java.util.List;
import org.manumit.importers.resolve.TextWord.Capital;

/** A text taken apart into words and sentences, in one pass. Immutable. */
public final class TextWords {

    private static final int LONGEST_ABBREVIATION = 4;
    private static final int LONGEST_SENTENCE = 600;

    private final String text;
    private final List<TextWord> words;
    private final int[] sentenceStarts;

    private TextWords(String text, List<TextWord> words, int[] sentenceStarts) {
        this.text = text;
        this.words = words;
        this.sentenceStarts = sentenceStarts;
    }

    /** Takes a text apart. */
    public static TextWords of(String text) {
        List<Integer> starts = new ArrayList<>();
        List<TextWord> words = new ArrayList<>();
        starts.add(0);
        int sentence = 0;
        boolean begins = true;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                int end = wordEnd(text, i);
                words.add(word(text, i, end, begins));
                begins = false;
                i = end;
                continue;
            }
            boolean ends = c == '\n'
                    || ((c == '.' || c == '!' || c == '?' || c == '\u2026') && endsSentence(text, i, words))
                    || (i - sentence > LONGEST_SENTENCE && (c == ';' || Character.isWhitespace(c)));
            i += width;
            if (ends) {
                int next = i;
                while (next < text.length()
                        && !Character.isLetterOrDigit(text.charAt(next))
                        && text.charAt(next) <= ' ') {
                    next++;
                }
                if (next < text.length() && next > sentence) {
                    starts.add(next);
                    sentence = next;
                    begins = true;
                    i = next;
                }
            }
        }
        return new TextWords(
                text,
                List.copyOf(words),
                starts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** After a short word or a number a full stop rather abbreviates or counts: "Str.", "nr.", "05.03.". */
    private static boolean endsSentence(String text, int at, List<TextWord> words) {
        if (at + 1 >= text.length() || !Character.isWhitespace(text.charAt(at + 1))) {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && Character.isLowerCase(text.codePointAt(next))) {
            return false;
        }
        if (text.charAt(at) != '.' || words.isEmpty()) {
            return true;
        }
        TextWord last = words.getLast();
        if (last.end() != at) {
            return true;
        }
        if (next < text.length() && !Character.isLetter(text.codePointAt(next))) {
            return last.folded().length() > LONGEST_ABBREVIATION && !last.isNumber();
        }
        boolean counts = last.isNumber() && last.folded().length() <= 2;
        return !counts && last.folded().length() > 1 && !Abbreviations.WORDS.contains(last.folded());
    }

    private static int wordEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean inside = Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || ((c == '\'' || c == '\u2019')
                            && i + 1 < text.length()
                            && Character.isLetter(text.codePointAt(i + 1)));
            if (!inside) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static TextWord word(String text, int start, int end, boolean begins) {
        String folded = Spelling.latin(text.substring(start, end));
        int first = text.codePointAt(start);
        Capital capital = Character.isUpperCase(first) || Character.isTitleCase(first)
                ? begins ? Capital.SENTENCE_START : Capital.PROPER
                : Capital.SMALL;
        return new TextWord(start, end, folded, Spelling.sound(folded), capital);
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** Its words, in order. */
    public List<TextWord> words() {
        return words;
    }

    /** Where the sentence that holds a position begins. */
    public int sentenceStart(int at) {
        int index = java.util.Arrays.binarySearch(sentenceStarts, at);
        return sentenceStarts[index >= 0 ? index : -index - 2];
    }

    /** Where the sentence that holds a position ends, exclusive, without the space after it. */
    public int sentenceEnd(int at) {
        int index = java.util.Arrays.binarySearch(sentenceStarts, at);
        int next = (index >= 0 ? index : -index - 2) + 1;
        int end = next < sentenceStarts.length ? sentenceStarts[next] : text.length();
        while (end > at + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The index of the first word that begins at a position or after it. */
    public int wordFrom(int at) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).start() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
