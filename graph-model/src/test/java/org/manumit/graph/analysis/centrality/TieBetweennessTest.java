package org.manumit.graph.analysis.centrality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.EdgeBetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.analysis.centrality.SampleGraphs.Sample;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CompactGraph;

class TieBetweennessTest {

    static List<Sample> samples() {
        return SampleGraphs.all().filter(s -> s.graph().nodeCount() <= 300).toList();
    }

    @Test
    void theMiddleTieOfAChainCarriesTheWaysOfBothHalves() {
        CompactGraph chain = SampleGraphs.of(4, 0, 1, 1, 2, 2, 3);

        TieBetweenness betweenness = TieBetweenness.exact(chain, Cancellation.NEVER);

        assertThat(betweenness.score(0)).isEqualTo(3);
        assertThat(betweenness.score(1)).isEqualTo(4);
        assertThat(betweenness.score(2)).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void agreesWithAnotherLibrary(Sample sample) {
        CompactGraph graph = sample.graph();
        Graph<Integer, DefaultEdge> copy = new SimpleGraph<>(DefaultEdge.class);
        for (int v = 0; v < graph.nodeCount(); v++) {
            copy.addVertex(v);
        }
        DefaultEdge[] edges = new DefaultEdge[graph.tieCount()];
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int place = graph.start(v); place < graph.start(v + 1); place++) {
                if (v < graph.target(place)) {
                    edges[graph.tie(place)] = copy.addEdge(v, graph.target(place));
                }
            }
        }
        EdgeBetweennessCentrality<Integer, DefaultEdge> oracle = new EdgeBetweennessCentrality<>(copy);

        TieBetweenness betweenness = TieBetweenness.exact(graph, Cancellation.NEVER);

        for (int tie = 0; tie < graph.tieCount(); tie++) {
            assertThat(betweenness.score(tie))
                    .isCloseTo(oracle.getEdgeScore(edges[tie]), within(1e-9 * Math.max(1, betweenness.score(tie))));
        }
    }
}
