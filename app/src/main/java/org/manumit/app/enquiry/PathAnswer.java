package org.manumit.app.enquiry;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Entity;
import org.manumit.graph.query.SmallestNetwork;

/**
 * How people, firms and numbers are joined.
 *
 * @param ways the best first; none when nothing joins them
 * @param size of a network, whether it is the smallest
 */
public record PathAnswer(Kind kind, List<Way> ways, Optional<SmallestNetwork.Size> size) {

    /** What was asked. */
    public enum Kind {
        /** The shortest ways between two. */
        WAYS,
        /** The smallest network that joins several. */
        NETWORK,
        /** Calls that come one after the other. */
        IN_TIME
    }

    /**
     * One tie on the way.
     *
     * @param when when the call began, on a way in time
     */
    public record Step(
            Entity one,
            Entity other,
            int claims,
            int calls,
            int transfers,
            Optional<OffsetDateTime> when,
            List<ClaimId> evidence) {
        public Step {
            evidence = List.copyOf(evidence);
        }
    }

    /** A way, or a network. */
    public record Way(List<Entity> entities, List<Step> steps, double length) {
        public Way {
            entities = List.copyOf(entities);
            steps = List.copyOf(steps);
        }
    }

    public PathAnswer {
        ways = List.copyOf(ways);
    }

    /** Nothing joins them. */
    static PathAnswer nothing(Kind kind) {
        return new PathAnswer(kind, List.of(), Optional.empty());
    }
}
