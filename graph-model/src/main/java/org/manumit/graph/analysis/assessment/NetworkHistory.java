package org.manumit.graph.analysis.assessment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.history.NetworkChange;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;

/**
 * How a network changed with time: class and shape before the first change, between changes, and after the last (003, l.
 * 16177-16183). Empty when nothing dated shows a change: the verdicts on the whole then hold throughout.
 *
 * @param stretches one more than there are changes, the earliest first; empty when there are none
 * @param changes the changes between them
 */
public record NetworkHistory(List<Stretch> stretches, List<NetworkChange> changes) {

    /** No change shown. */
    public static final NetworkHistory UNCHANGED = new NetworkHistory(List.of(), List.of());

    /**
     * A time without a change.
     *
     * @param when from when to when
     * @param networkClass the class, from what tells of that time
     * @param shape the shape, likewise
     * @param holders who played which role then; no victims
     */
    public record Stretch(
            Period when,
            Verdict<NetworkClass> networkClass,
            Verdict<NetworkShape> shape,
            Map<Role, List<EntityId>> holders) {
        public Stretch {
            Objects.requireNonNull(when, "when");
            Objects.requireNonNull(networkClass, "networkClass");
            Objects.requireNonNull(shape, "shape");
            Map<Role, List<EntityId>> copy = new EnumMap<>(Role.class);
            holders.forEach((role, who) -> copy.put(role, List.copyOf(who)));
            holders = Collections.unmodifiableMap(copy);
        }
    }

    public NetworkHistory {
        stretches = List.copyOf(stretches);
        changes = List.copyOf(changes);
        if (!stretches.isEmpty() && stretches.size() != changes.size() + 1) {
            throw new IllegalArgumentException(
                    changes.size() + " changes do not part " + stretches.size() + " stretches");
        }
    }
}
