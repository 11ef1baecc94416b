package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.Reason;
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

    @ParameterizedTest
    @CsvSource({"athens-mesh, MESH", "dutch-chain, CHAIN", "parlour-brokers, BROKER", "hybrid-franchise, HUB"})
    void shapesAreThoseThatTheirAuthorsDescribe(String name, NetworkShape shape) {
        assertThat(networks(name))
                .singleElement()
                .extracting(n -> n.shape().answer())
                .isEqualTo(shape);
    }

    @Test
    void loneOperatorsInShiftingPairsAreFlux() {
        assertThat(networks("flux-fiances"))
                .hasSizeGreaterThan(2)
                .allSatisfy(n -> assertThat(n.shape().answer()).isEqualTo(NetworkShape.FLUX));
    }

    @ParameterizedTest
    @CsvSource({
        "island-sweatshop, size-against-volume",
        "tenant-brothers, truncated-by-policing",
        "two-policemen, size-against-volume",
        "crossover-van, between-smuggling-and-trafficking"
    })
    void doubtfulCasesGetNoClassAndTheReasonWhy(String name, String criterion) {
        assertThat(networks(name)).singleElement().satisfies(n -> {
            assertThat(n.networkClass().answer()).isEqualTo(NetworkClass.INSUFFICIENT);
            assertThat(n.networkClass().reasonsFor())
                    .extracting(Reason::criterion)
                    .contains(criterion);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"aunt-and-husband", "landlord-employer", "scholarship-website"})
    void nobodyOrganisedIsNeitherHybridNorTransnational(String name) {
        assertThat(networks(name)).singleElement().satisfies(n -> assertThat(
                        n.networkClass().answer())
                .isNotIn(NetworkClass.HYBRID, NetworkClass.TRANSNATIONAL));
    }
}
