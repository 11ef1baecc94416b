package org.manumit.graph.analysis.assessment;

import java.util.List;
import org.manumit.graph.EntityId;

/**
 * How firm the class of a network stands when evidence is withheld: a tenth of the claims at a time, then everything
 * said of one person at a time.
 *
 * @param trials how often a tenth was withheld; 0 when it was not tried
 * @param same how often the class stayed the same
 * @param people of how many people everything said was withheld, one at a time
 * @param decisive whose absence changes the class, in the order of their ids
 */
public record VerdictStability(int trials, int same, int people, List<EntityId> decisive) {

    /** Not tried. */
    public static final VerdictStability NOT_TRIED = new VerdictStability(0, 0, 0, List.of());

    public VerdictStability {
        decisive = List.copyOf(decisive);
        if (same < 0 || same > trials) {
            throw new IllegalArgumentException("of " + trials + " trials, " + same + " cannot be the same");
        }
    }
}
