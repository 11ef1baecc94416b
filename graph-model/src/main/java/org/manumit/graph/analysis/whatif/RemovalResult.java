package org.manumit.graph.analysis.whatif;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.Role;

/**
 * What is left of a network when some of its people and firms are gone.
 *
 * @param removed who is gone
 * @param before the network as the file knows it
 * @param after what is left
 * @param slots the roles that those removed held: who is left in them and who could step in
 * @param fragments what is left, piece by piece, the largest first
 */
public record RemovalResult(
        List<EntityId> removed, Standing before, Standing after, List<Slot> slots, List<Fragment> fragments) {

    /**
     * What a network can do.
     *
     * @param actors how many perpetrators it has
     * @param routes how many ways that share nobody lead from recruitment to exploitation
     * @param reached who exploits and can still be supplied by who recruits
     * @param pieces into how many pieces it falls
     */
    public record Standing(int actors, long routes, List<EntityId> reached, int pieces) {
        public Standing {
            reached = List.copyOf(reached);
        }
    }

    /**
     * A role that somebody removed held.
     *
     * @param left who is left in it; it is empty when nobody is
     * @param standIns who is left and deals with most of those the removed dealt with, the best placed first
     */
    public record Slot(Role role, List<EntityId> left, List<EntityId> standIns) {
        public Slot {
            Objects.requireNonNull(role, "role");
            left = List.copyOf(left);
            standIns = List.copyOf(standIns);
        }

        /** Whether nobody holds the role any more. */
        public boolean isEmpty() {
            return left.isEmpty();
        }
    }

    /**
     * One piece of what is left.
     *
     * @param countries where its people live or act
     * @param roles which required slots it fills
     */
    public record Fragment(List<EntityId> actors, Set<String> countries, Set<Role> roles) {
        public Fragment {
            actors = List.copyOf(actors);
            countries = Set.copyOf(countries);
            roles = Set.copyOf(roles);
        }

        /** Whether it can go on by itself: it exploits, and recruits or moves people. */
        public boolean canGoOn() {
            return roles.contains(Role.EXPLOITER)
                    && (roles.contains(Role.RECRUITER) || roles.contains(Role.TRANSPORTER));
        }
    }

    public RemovalResult {
        removed = List.copyOf(removed);
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        slots = List.copyOf(slots);
        fragments = List.copyOf(fragments);
    }

    /** Whether nobody recruited can reach who exploits any more, though they could before. */
    public boolean stopsTheFlow() {
        return before.routes() > 0 && after.routes() == 0;
    }
}
