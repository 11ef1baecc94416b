package org.manumit.graph.analysis.network;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * Those whom the evidence ties into one network.
 *
 * @param name its name, from its organisation or its best-placed member; never a victim's
 * @param members persons and organisations, victims included, each with the reason
 * @param perpetrators those of them whose acts may be held against them
 * @param victims those of them whom any source presents as victims
 * @param tiedByFileOnly whether some are in it only because the file names them beside the others
 */
public record ProposedNetwork(
        String name,
        List<Member> members,
        List<EntityId> perpetrators,
        List<EntityId> victims,
        boolean tiedByFileOnly) {

    /** One member and why. */
    public record Member(EntityId id, Reason reason) {
        public Member {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public ProposedNetwork {
        Objects.requireNonNull(name, "name");
        members = List.copyOf(members);
        perpetrators = List.copyOf(perpetrators);
        victims = List.copyOf(victims);
    }
}
