package org.manumit.graph.analysis.assessment;

import java.util.List;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.centrality.Betweenness;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.TimeWindow;

/** Reckons exactly what an analysis of a large case estimated, however long it takes. */
public final class ExactMeasures {

    private ExactMeasures() {}

    /**
     * The same analysis with exact measures; itself where they are exact already.
     *
     * @param whole the snapshot that was analysed
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static CaseAnalysis of(
            CaseGraph whole, CaseAnalysis analysis, Progress progress, Cancellation cancellation) {
        if (analysis.betweenness().kind() == Exactness.Kind.EXACT) {
            return analysis;
        }
        return new CaseAnalysis(
                analysis.caseName(),
                analysis.networks(),
                analysis.calls(),
                analysis.moneyFindings(),
                analysis.profits(),
                of(whole, analysis.centrality(), progress, cancellation),
                Exactness.exact(analysis.betweenness().nodes()));
    }

    /**
     * The same figures with exact betweenness, on the ties of all time.
     *
     * @param whole the snapshot that was analysed
     * @param estimated what the analysis said
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<CentralityScore> of(
            CaseGraph whole, List<CentralityScore> estimated, Progress progress, Cancellation cancellation) {
        TimeWindow always = TimeWindow.of(Period.UNKNOWN, CaseZone.of(whole));
        TieGraph ties =
                TieGraph.of(whole, Actors.of(whole), TieOptions.ACTORS.within(always), Progress.NONE, cancellation);
        Betweenness exact = Betweenness.exact(ties.topology(), Betweenness.Ties.SKIP, progress, cancellation);
        return estimated.stream()
                .map(score -> score.exactly(exact.score(
                        ties.node(whole.indexOf(score.entity()).orElseThrow()).orElseThrow())))
                .toList();
    }
}
