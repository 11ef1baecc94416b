package org.manumit.graph.analysis.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.NetworkText;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.whatif.EventEffect.Course;
import org.manumit.graph.analysis.whatif.EventEffect.OrderChange;
import org.manumit.graph.analysis.whatif.EventEffect.SlotChange;
import org.manumit.graph.analysis.whatif.EventEffect.StepIn;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class EventComparisonTest {

    private static final String CASE = """
            boss: suspect, country=DE; rita: suspect, country=RO; dan: suspect, country=RO; eva: suspect, country=DE
            nina: suspect, country=RO; pen: suspect, country=RO; purse: suspect, country=DE
            v1: victim; v2: victim; v3: victim
            boss -tasks-> rita {from=2023-01, to=2023-08}; boss -tasks-> dan {date=2023-02-01}
            rita -recruits-> v1 {date=2023-03-01}; dan -moves RO to DE-> v1 {date=2023-03-05}
            eva -exploits in DE-> v1 {from=2023-03-06, to=2024-06-01}
            pen -papers-> v1 {date=2023-03-02}; rita -partner-> nina; nina -acquaintance-> dan
            eva -pays proceeds-> boss {date=2023-05-01, amount=1000, currency=EUR}
            police -event arrest-> rita, boss {date=2023-09-01}
            nina -recruits-> v2, v3 {date=2023-11-01}; dan -moves RO to DE-> v2, v3 {date=2023-11-04}
            eva -exploits in DE-> v2, v3 {from=2023-11-05}
            eva -tasks-> nina {date=2023-11-01}
            eva -pays proceeds-> purse {date=2023-12-01, amount=1500, currency=EUR}
            """;

    private static List<EventEffect> around(String text) {
        CaseGraph graph = NetworkText.network(text);
        CaseAnalyser analyser = new CaseAnalyser();
        CaseEvent event = analyser.events(graph).getFirst();
        return analyser.around(
                graph, AnalysisParameters.ALL, event, Duration.ofDays(60), Progress.NONE, Cancellation.NEVER);
    }

    private static SlotChange slot(EventEffect effect, Role role) {
        return effect.slots().stream().filter(s -> s.role() == role).findFirst().orElseThrow();
    }

    private static EntityId person(String name) {
        return new EntityId("person:" + name);
    }

    @Test
    void saysWhoSteppedInAndWhichRolesFellEmpty() {
        EventEffect effect = around(CASE).getFirst();

        assertThat(effect.befell()).containsExactlyInAnyOrder(person("rita"), person("boss"));
        assertThat(slot(effect, Role.RECRUITER)).satisfies(s -> {
            assertThat(s.course()).isEqualTo(Course.REFILLED);
            assertThat(s.heldBefore()).containsExactly(person("rita"));
            assertThat(s.steppedIn()).extracting(StepIn::who).containsExactly(person("nina"));
            assertThat(s.steppedIn().getFirst().evidence()).isNotEmpty();
        });
        assertThat(slot(effect, Role.TRANSPORTER).course()).isEqualTo(Course.GOES_ON);
        assertThat(slot(effect, Role.EXPLOITER).course()).isEqualTo(Course.GOES_ON);
        assertThat(slot(effect, Role.DOCUMENT_FORGER).course()).isEqualTo(Course.STOPPED);
    }

    @Test
    void saysWhoseOrdersAndPaymentsStoppedOrBegan() {
        EventEffect effect = around(CASE).getFirst();

        assertThat(effect.orders())
                .extracting(OrderChange::from, OrderChange::to, OrderChange::course)
                .containsExactlyInAnyOrder(
                        tuple(person("boss"), person("rita"), Course.STOPPED),
                        tuple(person("boss"), person("dan"), Course.STOPPED),
                        tuple(person("eva"), person("nina"), Course.BEGAN));
        assertThat(effect.money()).hasSize(2).anySatisfy(m -> {
            assertThat(m.payee()).isEqualTo(person("boss"));
            assertThat(m.course()).isEqualTo(Course.STOPPED);
            assertThat(m.before()).isEqualByComparingTo("1000");
        });
        assertThat(effect.money()).anySatisfy(m -> {
            assertThat(m.payee()).isEqualTo(person("purse"));
            assertThat(m.course()).isEqualTo(Course.BEGAN);
            assertThat(m.after()).isEqualByComparingTo("1500");
        });
    }

    @Test
    void theFlowGoesOnOverWhoeverIsSeenSince() {
        EventEffect effect = around(CASE).getFirst();

        assertThat(effect.before().routes()).isEqualTo(1);
        assertThat(effect.after().routes()).isEqualTo(1);
        assertThat(effect.after().reached()).containsExactly(person("eva"));
    }

    @Test
    void withNothingSeenSinceEverythingStopped() {
        EventEffect effect = around("""
                rita: suspect; dan: suspect; eva: suspect; v1: victim
                rita -recruits-> v1; dan -moves RO to DE-> v1; eva -exploits in DE-> v1
                police -event raid-> rita, dan, eva {date=2023-09-01}
                """).getFirst();

        assertThat(effect.slots()).isNotEmpty().allMatch(s -> s.course() == Course.STOPPED);
        assertThat(effect.after().routes()).isZero();
        assertThat(effect.undated()).isEqualTo(3);
    }

    @Test
    void whoeverMeetsIsNotTakenOut() {
        EventEffect effect = around("""
                rita: suspect; dan: suspect; eva: suspect; v1: victim
                rita -recruits-> v1; dan -moves RO to DE-> v1; eva -exploits in DE-> v1
                rita -event meeting-> dan, eva {date=2023-09-01}
                """).getFirst();

        assertThat(effect.befell()).isEmpty();
        assertThat(effect.slots()).isNotEmpty();
    }

    @Test
    void anEventThatBefellNobodyOfANetworkChangesNoneOfIt() {
        assertThat(around("""
                rita: suspect; dan: suspect; eva: suspect; v1: victim; lone: unknown
                rita -recruits-> v1; dan -moves RO to DE-> v1; eva -exploits in DE-> v1
                xan: suspect; v2: victim; xan -recruits-> v2; xan -exploits in FR-> v2
                police -event arrest-> lone {date=2023-09-01}
                """)).isEmpty();
    }
}
