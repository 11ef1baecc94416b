package org.manumit.importers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manumit.graph.SourceId;

class NamelessListTest {
    private static final SourceId ID = new SourceId("0123456789abcdef".repeat(4));

    @Test
    void aNameOfItsOwnStandsForWhoeversListItIs() {
        assertThat(NamelessList.name("Ana's calls", ID)).isEqualTo("Ana's calls");
        assertThat(NamelessList.name("calls 7731", ID)).isEqualTo("calls 7731");
    }

    @Test
    void aNameThatOnlySaysWhatItIsStandsForNobodyElse() {
        assertThat(NamelessList.name("calls", ID)).isEqualTo("calls 0123456789ab");
        assertThat(NamelessList.name("Call_Log-2024 (1)", ID)).isEqualTo("Call_Log-2024 (1) 0123456789ab");
        assertThat(NamelessList.name("Relevé de compte", ID)).isEqualTo("Relevé de compte 0123456789ab");
        assertThat(NamelessList.name("выписка_20240131", ID)).isEqualTo("выписка_20240131 0123456789ab");
    }
}
