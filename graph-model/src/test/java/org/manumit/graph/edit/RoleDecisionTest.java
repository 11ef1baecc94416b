package org.manumit.graph.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.manumit.graph.analysis.NetworkText.network;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.Grades;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class RoleDecisionTest {

    private static final Instant MORNING = Instant.parse("2026-03-01T09:00:00Z");
    private static final String CASE = """
            ana: victim; boss: suspect, country=DE; aide: suspect, country=RO; clerk: suspect, country=RO
            aide -recruits-> ana {country=RO}; aide -moves RO to DE-> ana; boss -exploits in DE-> ana
            aide -reports to-> boss; clerk -friend-> aide
            """;

    private final CaseGraph file = network(CASE);

    @Test
    void overrulingARoleTakesItAwayAndLeavesTheOthers() {
        assertThat(roles("aide")).extracting(RoleFinding::role).contains(Role.RECRUITER, Role.TRANSPORTER);

        assertThat(roles("aide", decision("aide", Role.RECRUITER, Ruling.OVERRULED, MORNING)))
                .extracting(RoleFinding::role)
                .contains(Role.TRANSPORTER)
                .doesNotContain(Role.RECRUITER);
    }

    @Test
    void confirmingGivesARoleThatTheFileDoesNotAndSaysWhoAndWhy() {
        assertThat(roles("clerk")).isEmpty();

        List<RoleFinding> confirmed = roles("clerk", decision("clerk", Role.MONEY_HANDLER, Ruling.CONFIRMED, MORNING));

        assertThat(confirmed).extracting(RoleFinding::role).containsExactly(Role.MONEY_HANDLER);
        assertThat(confirmed.getFirst().basis()).isEqualTo(RoleFinding.Basis.STATED);
        assertThat(confirmed.getFirst().reasonsFor().getFirst().text()).contains("vera", "seen in court");
        assertThat(confirmed.getFirst().reasonsFor().getFirst().evidence()).hasSize(1);
    }

    @Test
    void theLatestDecisionHolds() {
        RoleDecision no = decision("aide", Role.RECRUITER, Ruling.OVERRULED, MORNING);
        RoleDecision yes = decision("aide", Role.RECRUITER, Ruling.CONFIRMED, MORNING.plusSeconds(60));

        assertThat(roles("aide", yes, no)).extracting(RoleFinding::role).contains(Role.RECRUITER);
        assertThat(roles("aide", decision("aide", Role.RECRUITER, Ruling.OVERRULED, MORNING.plusSeconds(90)), yes))
                .extracting(RoleFinding::role)
                .doesNotContain(Role.RECRUITER);
    }

    private static final String GANG = """
            ana: victim; nina: victim; boss: suspect, country=DE; aide: suspect, country=RO; ted: suspect, country=RO
            thug: suspect, country=DE; purse: suspect, country=DE
            aide -recruits-> ana, nina {country=RO}; ted -moves RO to DE-> ana, nina
            thug -exploits in DE-> ana, nina; boss -tasks-> aide, ted, thug; boss -funds-> aide
            thug -protects-> boss; thug -pays laundering-> purse
            """;

    @Test
    void whatWasOverruledSpeaksForNoVerdict() {
        CaseGraph gang = network(GANG);
        CaseAnalysis.Network before = analysed(gang).networks().getFirst();
        assertThat(criteria(before)).contains("tasking-from-a-centre", "officials-or-firms", "laundering");
        assertThat(before.shape().reasonsFor()).extracting(Reason::criterion).contains("core-directs");

        CaseAnalysis.Network after = analysed(
                        gang,
                        ruled(gang, "boss", Role.COORDINATOR),
                        ruled(gang, "boss", Role.SPONSOR),
                        ruled(gang, "thug", Role.PROTECTOR),
                        ruled(gang, "purse", Role.MONEY_HANDLER))
                .networks()
                .getFirst();

        assertThat(criteria(after)).doesNotContain("tasking-from-a-centre", "officials-or-firms", "laundering");
        assertThat(Stream.concat(after.shape().reasonsFor().stream(), after.shape().reasonsAgainst().stream()))
                .extracting(Reason::criterion)
                .doesNotContain("core-directs", "core-coordinates");
        assertThat(after.critical())
                .noneMatch(c ->
                        c.kind() == CriticalElement.Kind.LEADERSHIP && c.label().equals("boss"));
        assertThat(after.roles()).noneMatch(r -> r.role() == Role.PROTECTOR || r.role() == Role.MONEY_HANDLER);
    }

    @Test
    void whoeverDidNotRecruitIsNoPlaceToStopRecruitment() {
        CaseGraph gang = network(GANG);
        assertThat(analysed(gang).networks().getFirst().smallestStop()).hasSize(1);

        CaseAnalysis.Network after =
                analysed(gang, ruled(gang, "aide", Role.RECRUITER)).networks().getFirst();

        assertThat(after.smallestStop()).isEmpty();
        assertThat(Stream.concat(
                        after.networkClass().reasonsFor().stream(), after.networkClass().reasonsAgainst().stream()))
                .noneMatch(r -> r.text().contains("aide") && r.text().contains("recruit"));
        assertThat(after.critical())
                .noneMatch(
                        c -> c.kind() == CriticalElement.Kind.TASK && c.label().equals("aide"));
    }

    private static List<String> criteria(CaseAnalysis.Network network) {
        return Stream.concat(
                        network.networkClass().reasonsFor().stream(), network.networkClass().reasonsAgainst().stream())
                .map(Reason::criterion)
                .toList();
    }

    private static RoleDecision ruled(CaseGraph file, String who, Role role) {
        return new RoleDecision(actor(file, who), role.name(), Ruling.OVERRULED, "seen in court", "vera", MORNING);
    }

    @Test
    void nobodyDecidesThatAVictimIsNone() {
        assertThat(roles("ana", decision("ana", Role.VICTIM, Ruling.OVERRULED, MORNING)))
                .extracting(RoleFinding::role)
                .contains(Role.VICTIM);
    }

    @Test
    void aDecisionReadsBackFromItsClaim() {
        RoleDecision made = decision("aide", Role.RECRUITER, Ruling.OVERRULED, MORNING);
        Claim claim = made.toAddition().claims().getFirst();

        assertThat(RoleDecision.of(claim, actor("aide"))).isEqualTo(Optional.of(made));
        assertThat(new String(made.note(), StandardCharsets.UTF_8))
                .contains("aide", "overruled", "seen in court", "vera");
        assertThat(made.toAddition().source().id()).isEqualTo(made.noteId());
    }

    @Test
    void aDecisionMustSayWhy() {
        Entity aide = actor("aide");
        assertThatThrownBy(() -> new RoleDecision(aide, "RECRUITER", Ruling.CONFIRMED, "  ", "vera", MORNING))
                .hasMessageContaining("why");
    }

    private RoleDecision decision(String who, Role role, Ruling ruling, Instant at) {
        return new RoleDecision(actor(who), role.name(), ruling, "seen in court", "vera", at);
    }

    private Entity actor(String label) {
        return actor(file, label);
    }

    private static Entity actor(CaseGraph file, String label) {
        return file.entities().stream()
                .filter(entity -> entity.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private List<RoleFinding> roles(String label, RoleDecision... decisions) {
        return analysed(file, decisions).networks().stream()
                .flatMap(network -> network.roles().stream())
                .filter(finding -> finding.label().equals(label))
                .toList();
    }

    private static CaseAnalysis analysed(CaseGraph file, RoleDecision... decisions) {
        List<CaseAddition> additions = new ArrayList<>();
        Source source = new Source(
                new SourceId("a".repeat(64)), "case", 1, "case", "", "", "", MORNING, "vera", 0, 0, 0, 0, Grades.NONE);
        additions.add(
                new CaseAddition(source, file.entities(), file.claims(), file.calls(), file.transfers(), List.of()));
        for (RoleDecision decision : decisions) {
            additions.add(decision.toAddition());
        }
        return new CaseAnalyser()
                .analyse(CaseGraph.of("case", additions), AnalysisParameters.ALL, Progress.NONE, Cancellation.NEVER);
    }
}
