package org.manumit.app.search;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.manumit.importers.resolve.TextWord;
import org.manumit.importers.resolve.TextWords;

/**
 * Takes texts apart as the finding in documents does: words without case and accents, in Latin letters. A number that is
 * written in groups is one word more, known by its last digits, so that it is found however it is spaced and whatever its
 * prefix.
 */
final class FoldingAnalyzer extends Analyzer {

    /** What the word for a whole number begins with; no folded word does. */
    static final char NUMBER = '#';

    private static final int LAST_DIGITS = 8;
    private static final int FEWEST_DIGITS = 6;
    private static final int WIDEST_GAP = 3;
    private static final int LONGEST_WORD = 255;

    /** A word of the index. */
    private record Token(String term, int start, int end, int step) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Words());
    }

    /** The word by which a whole number is known; empty for too few digits. */
    static String number(String digits) {
        return digits.length() < FEWEST_DIGITS
                ? ""
                : NUMBER + digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        List<TextWord> words = TextWords.of(text).words();
        int step = 1;
        for (int i = 0; i < words.size(); i++) {
            TextWord word = words.get(i);
            if (word.folded().isEmpty() || word.folded().length() > LONGEST_WORD) {
                step++;
                continue;
            }
            tokens.add(new Token(word.folded(), word.start(), word.end(), step));
            step = 1;
            if (word.isNumber() && (i == 0 || !isJoined(text, words, i - 1))) {
                StringBuilder digits = new StringBuilder(word.folded());
                int last = i;
                while (last + 1 < words.size() && isJoined(text, words, last)) {
                    last++;
                    digits.append(words.get(last).folded());
                }
                String number = number(digits.toString());
                if (!number.isEmpty()) {
                    tokens.add(new Token(number, word.start(), words.get(last).end(), 0));
                }
            }
        }
        return tokens;
    }

    private static boolean isJoined(String text, List<TextWord> words, int at) {
        TextWord one = words.get(at);
        TextWord next = words.get(at + 1);
        return one.isNumber()
                && next.isNumber()
                && next.start() - one.end() <= WIDEST_GAP
                && text.substring(one.end(), next.start()).chars().allMatch(c -> " ()-./\u00a0".indexOf(c) >= 0);
    }

    private static final class Words extends Tokenizer {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
        private List<Token> tokens = List.of();
        private int at;
        private int length;

        @Override
        public void reset() throws IOException {
            super.reset();
            StringWriter text = new StringWriter();
            input.transferTo(text);
            length = text.getBuffer().length();
            tokens = tokens(text.toString());
            at = 0;
        }

        @Override
        public boolean incrementToken() {
            if (at >= tokens.size()) {
                return false;
            }
            Token token = tokens.get(at++);
            clearAttributes();
            term.append(token.term());
            offset.setOffset(correctOffset(token.start()), correctOffset(token.end()));
            position.setPositionIncrement(token.step());
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            offset.setOffset(correctOffset(length), correctOffset(length));
        }
    }
}
