package org.manumit.graph.analysis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.graph.analysis.NetworkText.network;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.proof.VictimElements.Age;
import org.manumit.graph.analysis.proof.VictimElements.Element;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.Victims;

class ProofTest {

    private static VictimElements elementsOf(String file) {
        CaseGraph graph = network(file);
        return VictimElements.of(graph, Victims.of(graph)).getFirst();
    }

    private static List<String> words(VictimElements elements, Element element) {
        return elements.of(element).stream().map(VictimElements.Finding::what).toList();
    }

    @Test
    void findsActMeansAndPurposeOfAVictim() {
        VictimElements mira = elementsOf("""
                mira: victim
                anna -recruits-> mira
                boris -moves RO to GB-> mira
                viktor -exploits in GB-> mira {form=labour, control=debt}
                """);

        assertThat(words(mira, Element.ACT)).containsExactly("recruitment", "transport");
        assertThat(words(mira, Element.MEANS)).contains("debt");
        assertThat(words(mira, Element.PURPOSE)).containsExactly("labour exploitation");
        assertThat(mira.missing()).isEmpty();
    }

    @Test
    void saysWhichElementIsNotOnFile() {
        assertThat(elementsOf("mira: victim\nanna -recruits-> mira").missing())
                .containsExactly(Element.MEANS, Element.PURPOSE);
    }

    @Test
    void asksForNoMeansWhenTheVictimWasAChild() {
        VictimElements child = elementsOf("mira: victim, age=15\nanna -recruits-> mira");

        assertThat(child.age()).isEqualTo(Age.CHILD);
        assertThat(child.missing()).containsExactly(Element.PURPOSE);
    }

    @Test
    void countsTheRecordsThatTieAnActorToAVictimAsOneVoiceEach() {
        CaseGraph graph = network("""
                mira: victim
                anna -recruits-> mira
                anna -exploits-> mira
                anna -calls 5-> mira
                """);

        assertThat(Corroboration.of(graph, Victims.of(graph), TieGraph.of(graph, TieOptions.ACTORS)))
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.acts()).containsExactly("recruited", "exploited");
                    assertThat(c.calls()).isEqualTo(5);
                    assertThat(c.voices()).isEqualTo(2);
                });
    }

    @Test
    void findsNothingToDisagreeOnInAFileThatDoesNot() {
        assertThat(Contradiction.of(network("mira: victim\nanna -recruits-> mira")))
                .isEmpty();
    }
}
