package org.manumit.graph.analysis;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.manumit.graph.ClaimId;

/**
 * Why a verdict leans one way: one criterion of the field, met by evidence of this case.
 *
 * @param criterion short stable name of the criterion, for example {@code tasking-from-a-centre}
 * @param weight how much it counts; never negative (what speaks against stands in another list)
 * @param text one sentence for the user, naming who and what
 * @param source where the criterion comes from: publication and chapter, then the line pointer in brackets
 * @param evidence the claims it rests on
 */
public record Reason(String criterion, double weight, String text, String source, List<ClaimId> evidence) {

    private static final Pattern POINTER = Pattern.compile("\\s*\\(\\d{3}, l\\. [^)]*\\)");

    public Reason {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        evidence = List.copyOf(evidence);
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("a weight must be a number and not negative: " + weight);
        }
    }

    /** The source as readers know it: publication and chapter, without pointers into files that they do not have. */
    public String citation() {
        return POINTER.matcher(source).replaceAll("").strip();
    }
}
