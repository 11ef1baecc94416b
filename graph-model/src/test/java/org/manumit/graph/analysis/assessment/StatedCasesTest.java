package org.manumit.graph.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.graph.analysis.NetworkText.network;

import org.junit.jupiter.api.Test;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** The cases whose author says what they are (PublishedCases) must come out as he says. */
final class StatedCasesTest {

    private static CaseAnalysis.Network only(String text) {
        CaseAnalysis analysis =
                new CaseAnalyser().analyse(network(text), AnalysisParameters.ALL, Progress.NONE, Cancellation.NEVER);
        assertThat(analysis.networks()).hasSize(1);
        return analysis.networks().getFirst();
    }

    @Test
    void twoMenWhoRecruitMoveAndExploitAreEntrepreneurial() {
        assertThat(only(PublishedCases.TWO_MEN_AND_FIVE_DANCERS).networkClass().answer())
                .isEqualTo(NetworkClass.ENTREPRENEURIAL);
    }

    @Test
    void localRingsThatRemitAShareAreHybridHoweverSmallAndAHubInShape() {
        CaseAnalysis.Network network = only(PublishedCases.SPONSOR_AND_THREE_RINGS);
        assertThat(network.networkClass().answer()).isEqualTo(NetworkClass.HYBRID);
        assertThat(network.shape().answer()).isEqualTo(NetworkShape.HUB);
    }

    @Test
    void separateOwnersUnderOneCentreAreTransnational() {
        assertThat(only(PublishedCases.CENTRE_BETWEEN_DEMAND_AND_SUPPLY)
                        .networkClass()
                        .answer())
                .isEqualTo(NetworkClass.TRANSNATIONAL);
    }
}
