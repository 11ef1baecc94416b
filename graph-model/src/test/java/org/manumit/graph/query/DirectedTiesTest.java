package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.NetworkText;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class DirectedTiesTest {

    private static TieGraph ties(String text) {
        CaseGraph graph = NetworkText.network(text);
        return TieGraph.of(graph, Actors.of(graph), TieOptions.ACTORS, Progress.NONE, Cancellation.NEVER);
    }

    private static int node(TieGraph ties, String name) {
        return ties.node(ties.graph().indexOf(new EntityId("person:" + name)).orElseThrow())
                .orElseThrow();
    }

    @Test
    void aTieCountsAsOftenAsTheNetworkItCameFromSays() {
        TieGraph ties = ties("ana: unknown; ben: unknown; ana -tasks-> ben {weight=4}; ana -tasks-> ben");
        Digraph arcs = DirectedTies.of(ties);

        assertThat(DirectedTies.weights(ties)).containsExactly(5);
        assertThat(arcs.outStrength(node(ties, "ana"))).isEqualTo(5);
        assertThat(arcs.outStrength(node(ties, "ben"))).isZero();
    }

    @Test
    void aWeightByWhichNothingCanBeMeasuredCountsOnce() {
        assertThat(DirectedTies.weights(ties("ana: unknown; ben: unknown; ana -tasks-> ben {weight=-3}")))
                .containsExactly(1);
        assertThat(DirectedTies.weights(ties("ana: unknown; ben: unknown; ana -tasks-> ben {weight=0}")))
                .containsExactly(1);
        assertThat(DirectedTies.weights(ties("ana: unknown; ben: unknown; ana -tasks-> ben {weight=much}")))
                .containsExactly(1);
    }
}
