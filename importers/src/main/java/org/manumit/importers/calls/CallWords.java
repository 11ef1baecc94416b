package org.manumit.importers.calls;

import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CallTable;
import org.manumit.importers.tabular.WordConcepts;

/** The words that operators use for what passed and which way, in the languages of Europe and beyond. */
final class CallWords {

    /** Which way a record goes, seen from the subscriber. */
    enum Direction {
        OUT,
        IN
    }

    private static final WordConcepts WORDS = WordConcepts.ofCells(CallWords.class, "words.txt");

    private CallWords() {}

    /** What passed, by the words in the cell. */
    static Optional<CallTable.Kind> kind(String cell) {
        Set<String> speaks = WORDS.in(cell);
        if (speaks.contains("message")) {
            return Optional.of(CallTable.Kind.MESSAGE);
        }
        if (speaks.contains("data")) {
            return Optional.of(CallTable.Kind.DATA);
        }
        return speaks.contains("call") ? Optional.of(CallTable.Kind.CALL) : Optional.empty();
    }

    /** Whether a header names both ways: "Sent/received". */
    static boolean namesBothWays(String header) {
        Set<String> speaks = WORDS.in(header);
        return speaks.contains("in") && speaks.contains("out");
    }

    /** Whether a call was passed on, by the words in the cell. */
    static boolean isForwarded(String cell) {
        return WORDS.in(cell).contains("forward");
    }

    /** Whether a call was ended before anybody took it, as only the caller can. */
    static boolean isCancelled(String cell) {
        return WORDS.in(cell).contains("cancelled");
    }

    /** Whether the words say how a call ended: missed, refused, not answered. */
    static boolean tellsOutcome(String cell) {
        return WORDS.in(cell).contains("outcome");
    }

    /** Which way it went, by the words in the cell. */
    static Optional<Direction> direction(String cell) {
        Set<String> speaks = WORDS.in(cell);
        boolean in = speaks.contains("in");
        if (in == speaks.contains("out")) {
            return Optional.empty();
        }
        return Optional.of(in ? Direction.IN : Direction.OUT);
    }
}
