package org.manumit.graph.analysis.criticality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.graph.analysis.NetworkFactsText.facts;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CriticalLinkFinderTest {

    private static final String TWO_CREWS = """
            ana: suspect; ben: suspect; cem: suspect; dora: suspect; emil: suspect; fay: suspect
            v: victim
            ana -recruits-> v; dora -exploits-> v
            ana -partner-> ben; ben -partner-> cem; cem -partner-> ana
            dora -partner-> emil; emil -partner-> fay; fay -partner-> dora
            """;

    @Test
    void theOnlyLinkBetweenTwoCrewsIsTheMostCritical() {
        List<CriticalLink> links = new CriticalLinkFinder().find(facts(TWO_CREWS));

        assertThat(links.getFirst().label()).isEqualTo("ana – dora");
        assertThat(links.getFirst().redundancy()).isZero();
        assertThat(links.getFirst().importance()).isEqualTo(1);
        assertThat(links.getFirst().reasons().getFirst().text())
                .isEqualTo("Only through this link do 3 on one side reach 3 on the other.");
        assertThat(links.getFirst().reasons().getFirst().evidence()).isNotEmpty();
    }

    @Test
    void aSecondLinkMakesBothLessCritical() {
        List<CriticalLink> links = new CriticalLinkFinder().find(facts(TWO_CREWS + "cem -partner-> fay"));

        assertThat(links).allSatisfy(link -> assertThat(link.redundancy()).isGreaterThan(0.5));
        assertThat(links).allSatisfy(link -> assertThat(link.criticality()).isLessThan(0.5));
    }
}
