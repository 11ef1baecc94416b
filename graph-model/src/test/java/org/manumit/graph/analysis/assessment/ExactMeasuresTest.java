package org.manumit.graph.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.NetworkText;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class ExactMeasuresTest {

    private final CaseGraph graph = NetworkText.network("""
            rita: suspect; dan: suspect; eva: suspect; v1: victim
            rita -recruits-> v1; dan -moves RO to DE-> v1; eva -exploits in DE-> v1; rita -tasks-> dan; dan -tasks-> eva
            """);
    private final CaseAnalysis analysis =
            new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, Progress.NONE, Cancellation.NEVER);

    @Test
    void estimatesBecomeExactAndNothingElseChanges() {
        CaseAnalysis estimated = new CaseAnalysis(
                analysis.caseName(),
                analysis.networks(),
                analysis.calls(),
                analysis.moneyFindings(),
                analysis.profits(),
                analysis.centrality().stream().map(score -> score.exactly(99)).toList(),
                new Exactness(Exactness.Kind.SAMPLED, 2, analysis.betweenness().nodes(), 0.9));

        assertThat(ExactMeasures.of(graph, estimated, Progress.NONE, Cancellation.NEVER))
                .isEqualTo(analysis);
    }

    @Test
    void whatIsExactIsLeftAsItIs() {
        assertThat(ExactMeasures.of(graph, analysis, Progress.NONE, Cancellation.NEVER))
                .isSameAs(analysis);
    }
}
