package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** The published cases, read from their workbooks, get the class and shape their authors give them, and no other. */
class PublishedVerdictsTest {

    private static List<CaseAnalysis.Network> networks(String name) {
        try {
            URL folder = Objects.requireNonNull(PublishedVerdictsTest.class.getResource("cases/" + name));
            CaseGraph graph = CaseGraph.of(
                    name, List.of(WorkbookOf.readFile(Path.of(folder.toURI())).toAddition(Instant.EPOCH, "test")));
            return new CaseAnalyser()
                    .analyse(graph, AnalysisParameters.ALL, Progress.NONE, Cancellation.NEVER)
                    .networks();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoMenAndTheirAccomplicesAreEntrepreneurial() {
        assertThat(networks("entrepreneurial-dancers"))
                .singleElement()
                .extracting(n -> n.networkClass().answer())
                .isEqualTo(NetworkClass.ENTREPRENEURIAL);
    }

    @Test
    void sponsorAndItsCrewsAreHybridInClassAndHubInShape() {
        assertThat(networks("hybrid-franchise")).singleElement().satisfies(n -> {
            assertThat(n.networkClass().answer()).isEqualTo(NetworkClass.HYBRID);
            assertThat(n.shape().answer()).isEqualTo(NetworkShape.HUB);
        });
    }

    @Test
    void oneGroupThatTakesDemandAndOrdersPeopleIsTransnational() {
        assertThat(networks("transnational-coordinator"))
                .singleElement()
                .extracting(n -> n.networkClass().answer())
                .isEqualTo(NetworkClass.TRANSNATIONAL);
    }

    @Test
    void pureSmugglingGetsNoClass() {
        assertThat(networks("smuggling-only")).singleElement().satisfies(n -> {
            assertThat(n.networkClass().answer()).isEqualTo(NetworkClass.INSUFFICIENT);
            assertThat(n.networkClass().reasonsFor())
                    .anySatisfy(r -> assertThat(r.criterion()).isEqualTo("reads-as-smuggling"));
        });
    }

    @Test
    void friendsAndLawfulAgenciesAreNoNetwork() {
        assertThat(networks("friends-and-family")).isEmpty();
        assertThat(networks("lawful-agency")).isEmpty();
    }
}
