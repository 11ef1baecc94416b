package org.manumit.app.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;

/**
 * A place where the words searched for stand.
 *
 * @param where what kind of place it is
 * @param entity whom or what it is about: the one whose name it is, the document, the claim's first participant
 * @param claim the passage or the claim; empty for a name
 * @param text the text that was searched, as written
 * @param sentenceStart where the sentence of the first mark begins in it
 * @param sentenceEnd where that sentence ends, exclusive
 * @param marks where the words stand in the text, in order, none overlapping another
 * @param score how well it fits, the higher the better
 */
public record TextHit(
        Where where,
        Optional<EntityId> entity,
        Optional<ClaimId> claim,
        String text,
        int sentenceStart,
        int sentenceEnd,
        List<Mark> marks,
        float score) {

    /** Kinds of place. */
    public enum Where {
        /** A name, an alias, a number. */
        NAME,
        /** A passage of a document. */
        PASSAGE,
        /** The words of a claim. */
        CLAIM
    }

    /**
     * A part of a text.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     */
    public record Mark(int start, int end) {}

    public TextHit {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(text, "text");
        marks = List.copyOf(marks);
    }

    /** The sentence as written. */
    public String sentence() {
        return text.substring(sentenceStart, sentenceEnd);
    }

    /** The marks that lie in the sentence, counted from its beginning. */
    public List<Mark> marksInSentence() {
        return marks.stream()
                .filter(mark -> mark.start() >= sentenceStart && mark.end() <= sentenceEnd)
                .map(mark -> new Mark(mark.start() - sentenceStart, mark.end() - sentenceStart))
                .toList();
    }
}
