package org.manumit.graph.analysis.roles;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;

/**
 * A pick-list word of a case file, in one spelling.
 *
 * @param text lower case, single spaces
 * @param certainty presumed where the source put a {@code ?}
 */
public record Word(String text, Certainty certainty) {
    public Word {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(certainty, "certainty");
    }

    /** The words of a list value. */
    public static List<Word> in(Claim claim, String value) {
        return claim.list(value).stream()
                .map(Word::of)
                .filter(w -> !w.text().isEmpty())
                .toList();
    }

    /** Brings one word to its spelling. */
    public static Word of(String raw) {
        String text = raw.strip();
        Certainty certainty = Certainty.STATED;
        if (text.endsWith("?")) {
            certainty = Certainty.PRESUMED;
            text = text.substring(0, text.length() - 1);
        }
        return new Word(
                text.toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .replace('-', ' ')
                        .strip()
                        .replaceAll("\\s+", " "),
                certainty);
    }

    /** Whether a list value contains a word. */
    public static boolean has(Claim claim, String value, String word) {
        return in(claim, value).stream().anyMatch(w -> w.text().equals(word));
    }
}
