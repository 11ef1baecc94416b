package org.manumit.graph.analysis.calls;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * A number of which nobody knows the user and which deserves an inquiry (Williams, ch. 10, in Friesendorf 2009; 003, l.
 * 16471-16476).
 *
 * @param number the number
 * @param knownContacts how many persons and organisations of the case it is in touch with, victims among them
 * @param victims how many of them are victims
 * @param otherContacts with how many other numbers it is in touch
 * @param calls how many records name it
 * @param score how well founded, from 0 to 1
 * @param reasons why
 */
public record UnknownNumber(
        EntityId number,
        int knownContacts,
        int victims,
        int otherContacts,
        int calls,
        double score,
        List<Reason> reasons) {
    public UnknownNumber {
        Objects.requireNonNull(number, "number");
        reasons = List.copyOf(reasons);
    }
}
