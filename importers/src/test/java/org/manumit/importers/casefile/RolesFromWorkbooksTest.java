package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** Who is said to play which role, from what a workbook states and what it does not. */
final class RolesFromWorkbooksTest {

    @TempDir
    Path folder;

    private List<RoleFinding> roles(WorkbookOf workbook) {
        return new CaseAnalyser()
                        .analyse(
                                CaseGraph.of(
                                        "case", List.of(workbook.read(folder).toAddition(Instant.EPOCH, "test"))),
                                new AnalysisParameters(
                                        Optional.empty(), Period.UNKNOWN, AnalysisParameters.Stability.SKIP),
                                Progress.NONE,
                                Cancellation.NEVER)
                        .networks()
                        .stream()
                        .map(CaseAnalysis.Network::roles)
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<Role> of(List<RoleFinding> roles, String label) {
        return roles.stream()
                .filter(r -> r.label().equals(label))
                .map(RoleFinding::role)
                .toList();
    }

    @Test
    void whoBuysPeopleAndSellsThemOnIsNoExploiterForIt() {
        List<RoleFinding> roles = roles(WorkbookOf.sheet(
                        "People",
                        "id | name | status",
                        "a | Anna | suspect",
                        "b | Boris | suspect",
                        "c | Cyril | suspect",
                        "v | Vera | victim")
                .and("Recruitment", "victim | by", "v | a")
                .and(
                        "Journeys",
                        "who | moved by | received by | from country | to country",
                        "v | a | b | UA | PL",
                        "v | b | c | PL | DE")
                .and("Payments", "payer | payee | purpose", "b | a | purchase of person", "c | b | purchase of person")
                .and("Exploitation", "victim | by", "v | c"));
        assertThat(of(roles, "Boris")).contains(Role.TRANSPORTER).doesNotContain(Role.EXPLOITER);
        assertThat(of(roles, "Cyril")).contains(Role.EXPLOITER);
    }

    @Test
    void whoSellsPapersIsPaidForNobody() {
        List<RoleFinding> roles = roles(WorkbookOf.sheet(
                        "People",
                        "id | name | status",
                        "a | Anna | suspect",
                        "f | Filip | suspect",
                        "v | Vera | victim")
                .and("Roles", "who | role", "f | DOCUMENT_FORGER", "a | RECRUITER")
                .and("Ties", "who | whom | kind", "a | f | buys from")
                .and("Exploitation", "victim | by", "v | a"));
        assertThat(roles)
                .filteredOn(r -> r.label().equals("Filip") || r.label().equals("Anna"))
                .flatExtracting(RoleFinding::reasonsFor)
                .extracting(Reason::criterion)
                .doesNotContain("paid-per-person", "pays-per-person");
    }

    @Test
    void victimIsToldToBeOneBeforeAnyForcedRole() {
        List<RoleFinding> roles = roles(WorkbookOf.sheet(
                        "People",
                        "id | name | status",
                        "a | Anna | suspect",
                        "m | Mila | victim; suspect",
                        "v | Vera | victim")
                .and("Roles", "who | role | victims", "m | RECRUITER | v", "m | CONTROLLER | v")
                .and("Exploitation", "victim | by", "m; v | a")
                .and(
                        "Payments",
                        "payer | payee | in the name of | amount | currency | purpose",
                        "a | a's kin | m | 900 | EUR | proceeds"));
        assertThat(of(roles, "Mila"))
                .startsWith(Role.VICTIM)
                .containsExactlyInAnyOrder(Role.VICTIM, Role.RECRUITER, Role.CONTROLLER);
        assertThat(roles)
                .filteredOn(r -> r.label().equals("Mila") && r.role() != Role.VICTIM)
                .allSatisfy(r -> assertThat(r.reasonsAgainst())
                        .extracting(Reason::criterion)
                        .contains("victim-first"));
    }

    @Test
    void statementThatContradictsARowSpeaksAgainstTheRoleItStates() {
        List<RoleFinding> roles = roles(WorkbookOf.sheet(
                        "People",
                        "id | name | status",
                        "a | Anna | suspect",
                        "b | Boris | suspect",
                        "n | Nora | witness",
                        "v | Vera | victim")
                .and("Exploitation", "victim | by", "v | a", "v | b")
                .and("Statements", "who | says | contradicts", "n | He was abroad all year | Exploitation!3"));
        RoleFinding doubted = roles.stream()
                .filter(r -> r.label().equals("Boris") && r.role() == Role.EXPLOITER)
                .findFirst()
                .orElseThrow();
        RoleFinding firm = roles.stream()
                .filter(r -> r.label().equals("Anna") && r.role() == Role.EXPLOITER)
                .findFirst()
                .orElseThrow();
        assertThat(doubted.score()).isLessThan(firm.score());
        assertThat(doubted.reasonsAgainst()).singleElement().satisfies(r -> {
            assertThat(r.criterion()).isEqualTo("contradicted");
            assertThat(r.evidence()).hasSize(1);
        });
        assertThat(firm.reasonsAgainst()).isEmpty();
    }
}
