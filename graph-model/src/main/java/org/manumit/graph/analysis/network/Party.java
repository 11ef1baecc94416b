package org.manumit.graph.analysis.network;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.EntityId;

/**
 * Those who act as one: an organisation with its members, kin in one business, people who act together. A role may be
 * held by a person, a small group, a firm or a crime group (003, l. 4890-4897).
 *
 * @param number its number in the network, from 0
 * @param label what to call it
 * @param members persons and organisations, sorted
 * @param people at least how many people it has, as far as the file knows them
 * @param groups at least how many like it there are: a row may stand for several groups
 * @param formal whether it holds a formal crime group
 * @param group whether it is more than one person
 * @param legalWorld whether it belongs to the legal world: a lawful firm, an office, an official
 * @param countries where it lives, is seated or acts
 */
public record Party(
        int number,
        String label,
        List<EntityId> members,
        double people,
        double groups,
        boolean formal,
        boolean group,
        boolean legalWorld,
        Set<String> countries) {
    public Party {
        members = List.copyOf(members);
        countries = Set.copyOf(countries);
    }

    /** Parties of one network are told apart by their number. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Party party && party.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
