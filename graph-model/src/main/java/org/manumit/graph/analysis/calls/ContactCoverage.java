package org.manumit.graph.analysis.calls;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * How many of the victims' numbers somebody holds: who holds them all, while the victims lack one another's, watches
 * over them (ICMPD Background Reader, ch. 4.9.1; 001, l. 2788-2797).
 *
 * @param holder the person, or the number of an unknown user
 * @param standing whether the holder is a victim too; a victim made to watch over others stays a victim (001, l.
 *     2291-2294) and is never ranked with the others
 * @param group whose numbers these are: all victims of the case, or those held together at one place or by one exploiter
 * @param held how many of the victims' numbers stand in the holder's handsets
 * @param called how many of the victims' numbers the holder's numbers were in touch with
 * @param known how many numbers of victims are known, the holder's own not counted
 * @param score how well founded, from 0 to 1
 * @param reasonsFor what speaks for it
 * @param reasonsAgainst what speaks against it
 */
public record ContactCoverage(
        EntityId holder,
        Standing standing,
        String group,
        int held,
        int called,
        int known,
        double score,
        List<Reason> reasonsFor,
        List<Reason> reasonsAgainst) {

    /** Whether the holder is a victim too. */
    public enum Standing {
        NOT_KNOWN_AS_VICTIM,
        VICTIM_TOO
    }

    public ContactCoverage {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(group, "group");
        reasonsFor = List.copyOf(reasonsFor);
        reasonsAgainst = List.copyOf(reasonsAgainst);
    }
}
