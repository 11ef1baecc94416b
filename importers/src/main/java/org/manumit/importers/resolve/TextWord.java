package org.manumit.importers.resolve;

/**
 * A word of a text: letters and digits, with apostrophes inside.
 *
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param folded in Latin letters, lower case, without accents
 * @param sound the same with spellings of one sound made one, for comparing transliterations
 * @param capital how it is written
 */
public record TextWord(int start, int end, String folded, String sound, Capital capital) {

    /** How a word begins. */
    public enum Capital {
        /** With a small letter or a digit. */
        SMALL,
        /** With a capital, as the first word of a sentence does anyway. */
        SENTENCE_START,
        /** With a capital where none is needed. */
        PROPER
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return folded.chars().allMatch(Character::isDigit);
    }
}
