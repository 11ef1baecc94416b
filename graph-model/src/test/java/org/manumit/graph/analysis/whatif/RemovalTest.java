package org.manumit.graph.analysis.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.manumit.graph.analysis.NetworkFactsText.facts;
import static org.manumit.graph.analysis.NetworkFactsText.named;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.whatif.RemovalResult.Fragment;
import org.manumit.graph.analysis.whatif.RemovalResult.Slot;

final class RemovalTest {

    /** One driver takes those whom two recruit to three who exploit. */
    private static final NetworkFacts ONE_DRIVER = facts("""
            rita: suspect, country=RO; radu: suspect, country=RO
            dan: suspect, country=HU
            eva: suspect, country=DE; ede: suspect, country=AT; elin: suspect, country=SE
            v1: victim; v2: victim; v3: victim
            rita -recruits-> v1, v2; radu -recruits-> v3
            dan -moves RO to DE-> v1; dan -moves RO to AT-> v2; dan -moves RO to SE-> v3
            eva -exploits in DE-> v1; ede -exploits in AT-> v2; elin -exploits in SE-> v3
            rita -acquaintance-> radu
            eva -acquaintance-> ede
            """);

    private static List<String> labels(NetworkFacts facts, Collection<EntityId> ids) {
        return ids.stream().map(facts.reading()::label).sorted().toList();
    }

    @Test
    void theSmallestStopIsTheOneManAllPassThrough() {
        assertThat(Removal.from(ONE_DRIVER).smallestStop())
                .hasValueSatisfying(stop -> assertThat(labels(ONE_DRIVER, stop)).containsExactly("dan"));
    }

    @Test
    void withoutTheOnlyDriverNothingFlowsAndThePiecesCannotGoOn() {
        RemovalResult result = Removal.from(ONE_DRIVER).without(List.of(named(ONE_DRIVER, "dan")));

        assertThat(result.stopsTheFlow()).isTrue();
        assertThat(result.before().routes()).isEqualTo(1);
        assertThat(result.before().reached()).hasSize(3);
        assertThat(result.after().reached()).isEmpty();
        assertThat(result.fragments())
                .extracting(f -> labels(ONE_DRIVER, f.actors()))
                .containsExactly(List.of("ede", "eva"), List.of("radu", "rita"), List.of("elin"));
        assertThat(result.fragments()).noneMatch(Fragment::canGoOn);
        assertThat(result.fragments().getFirst().countries()).containsExactlyInAnyOrder("DE", "AT");
        assertThat(result.slots())
                .filteredOn(Slot::isEmpty)
                .extracting(Slot::role)
                .contains(Role.TRANSPORTER);
    }

    @Test
    void whoDealtWithTheSamePeopleCouldStepIn() {
        RemovalResult result = Removal.from(ONE_DRIVER).without(List.of(named(ONE_DRIVER, "rita")));

        assertThat(result.stopsTheFlow()).isFalse();
        Slot recruiting = result.slots().stream()
                .filter(s -> s.role() == Role.RECRUITER)
                .findFirst()
                .orElseThrow();
        assertThat(labels(ONE_DRIVER, recruiting.left())).containsExactly("radu");
        assertThat(labels(ONE_DRIVER, recruiting.standIns())).containsExactly("dan");
    }

    @Test
    void twoWaysThatShareNobodyTakeTwoToStop() {
        NetworkFacts facts = facts("""
                rita: suspect; radu: suspect; dan: suspect; dov: suspect; eva: suspect; ede: suspect
                v1: victim; v2: victim
                rita -recruits-> v1; radu -recruits-> v2
                dan -moves RO to DE-> v1; dov -moves RO to DE-> v2
                eva -exploits in DE-> v1; ede -exploits in DE-> v2
                rita -partner-> radu; eva -partner-> ede
                """);
        Removal removal = Removal.from(facts);

        List<EntityId> stop = removal.smallestStop().orElseThrow();

        assertThat(stop).hasSize(2);
        assertThat(removal.without(stop).stopsTheFlow()).isTrue();
        assertThat(stop)
                .allSatisfy(one ->
                        assertThat(removal.without(List.of(one)).stopsTheFlow()).isFalse());
    }

    @Test
    void aGroupCostsAsManyArrestsAsItHasPeople() {
        NetworkFacts facts = facts("""
                clan: crime group, count=20
                rita: suspect; dan: suspect; eva: suspect
                v1: victim; v2: victim
                rita -recruits-> v1; clan -recruits-> v2
                clan -moves RO to DE-> v1, v2
                eva -exploits in DE-> v1, v2
                """);

        assertThat(Removal.from(facts).smallestStop())
                .hasValueSatisfying(stop -> assertThat(labels(facts, stop)).containsExactly("eva"));
    }

    @Test
    void aVictimMadeToTakePartIsNeverRemoved() {
        NetworkFacts facts = facts("""
                boss: suspect; mia: victim
                v1: victim; v2: victim
                mia -recruits-> v1, v2
                boss -moves RO to DE-> v1, v2
                boss -exploits in DE-> v1, v2, mia
                """);
        Removal removal = Removal.from(facts);

        assertThat(labels(facts, removal.candidates())).doesNotContain("mia", "v1", "v2");
        assertThatIllegalArgumentException().isThrownBy(() -> removal.without(List.of(named(facts, "mia"))));
    }

    @Test
    void removingNobodyChangesNothing() {
        RemovalResult result = Removal.from(ONE_DRIVER).without(List.of());

        assertThat(result.after()).isEqualTo(result.before());
        assertThat(result.slots()).isEmpty();
        assertThat(result.fragments()).hasSize(1);
        assertThat(result.fragments().getFirst().canGoOn()).isTrue();
    }
}
