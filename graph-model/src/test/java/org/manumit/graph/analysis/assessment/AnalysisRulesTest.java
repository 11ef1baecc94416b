package org.manumit.graph.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.graph.analysis.NetworkText.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinder;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.roles.RoleIndicator;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** What must hold of every analysis, whatever the case. */
final class AnalysisRulesTest {

    static final List<String> CASES = List.of(
            PublishedCases.TWO_MEN_AND_FIVE_DANCERS,
            PublishedCases.SPONSOR_AND_THREE_RINGS,
            PublishedCases.CENTRE_BETWEEN_DEMAND_AND_SUPPLY);

    private static CaseAnalysis analyse(String text) {
        return new CaseAnalyser().analyse(network(text), AnalysisParameters.ALL, Progress.NONE, Cancellation.NEVER);
    }

    private static List<RoleFinding> rolesOf(CaseAnalysis analysis, String label) {
        return analysis.networks().stream()
                .flatMap(n -> n.roles().stream())
                .filter(r -> r.label().equals(label))
                .toList();
    }

    @Test
    void originAndGenderChangeNothing() {
        String plain = """
                ana: victim; boss: suspect, country=DE; aide: suspect, country=RO
                aide -recruits-> ana {country=RO}; aide -moves RO to DE-> ana; boss -exploits in DE-> ana
                aide -reports to-> boss
                """;
        String described = """
                ana: victim, origin=NG, ethnicity=Edo, gender=f
                boss: suspect, country=DE, origin=AL, nationality=AL, gender=m
                aide: suspect, country=RO, origin=VN, ethnicity=Hoa, gender=f
                aide -recruits-> ana {country=RO}; aide -moves RO to DE-> ana; boss -exploits in DE-> ana
                aide -reports to-> boss
                """;

        CaseAnalysis one = analyse(plain);
        CaseAnalysis other = analyse(described);

        assertThat(other.networks()).isEqualTo(one.networks());
    }

    @Test
    void formOfExploitationChangesNoClass() {
        String text = PublishedCases.TWO_MEN_AND_FIVE_DANCERS;

        assertThat(analyse(text.replace("form=sexual", "form=begging"))
                        .networks()
                        .getFirst()
                        .networkClass())
                .isEqualTo(analyse(text).networks().getFirst().networkClass());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void supportAddsToOne(String text) {
        for (CaseAnalysis.Network n : analyse(text).networks()) {
            assertThat(n.networkClass().support().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isBetween(0.999999, 1.000001);
            assertThat(n.shape().support().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isBetween(0.999999, 1.000001);
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void noVictimIsCriticalAndNoneNamesTheNetwork(String text) {
        CaseAnalysis analysis = analyse(text);
        for (CaseAnalysis.Network n : analysis.networks()) {
            Set<EntityId> victims = new HashSet<>();
            n.roles().stream().filter(r -> r.role() == Role.VICTIM).forEach(r -> {
                victims.add(r.entity());
                assertThat(n.name()).doesNotContain(r.label());
            });
            assertThat(victims).isNotEmpty();
            assertThat(n.critical())
                    .noneMatch(c -> victims.contains(c.target()))
                    .allMatch(c -> c.substitutes().stream().noneMatch(victims::contains));
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void everyReasonCitesAPublicationAndItsLines(String text) {
        for (CaseAnalysis.Network n : analyse(text).networks()) {
            Stream<Reason> reasons = Stream.of(
                            n.networkClass().reasonsFor().stream(),
                            n.networkClass().reasonsAgainst().stream(),
                            n.shape().reasonsFor().stream(),
                            n.roles().stream().flatMap(r -> r.reasonsFor().stream()),
                            n.critical().stream().flatMap(c -> c.reasons().stream()))
                    .flatMap(s -> s);
            assertThat(reasons).isNotEmpty().allSatisfy(r -> assertThat(r.source())
                    .containsPattern("\\((00[0-4]), l\\. [0-9, -]+\\)"));
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void sameCaseGivesTheSameAnswer(String text) {
        assertThat(analyse(text)).isEqualTo(analyse(text));
    }

    @Test
    void noSignDecidesARoleAlone() {
        for (RoleIndicator sign : RoleIndicator.signs()) {
            assertThat(sign.weight()).as(sign.key()).isLessThan(-RoleFinder.PRIOR);
        }
    }

    @Test
    void victimWhoRecruitsStaysAVictimFirst() {
        CaseAnalysis analysis = analyse("""
                vera: victim; nina: victim; boss: suspect
                boss -recruits-> vera; boss -exploits in IT-> vera, nina
                vera -recruits-> nina
                """);

        assertThat(rolesOf(analysis, "vera")).extracting(RoleFinding::role).contains(Role.VICTIM, Role.RECRUITER);
        assertThat(rolesOf(analysis, "vera"))
                .filteredOn(r -> r.role() == Role.RECRUITER)
                .allSatisfy(
                        r -> assertThat(r.reasonsAgainst().getFirst().text()).contains("non-punishment"));
        assertThat(analysis.networks().getFirst().critical())
                .noneMatch(c -> c.label().equals("vera"));
    }

    @Test
    void nameOnATransferAccusesNobody() {
        CaseAnalysis analysis = analyse("""
                vera: victim; boss: suspect; lena: unknown
                boss -recruits-> vera; boss -exploits in IT-> vera
                boss -pays family-> home {in the name of=vera}
                boss -pays laundering-> home {in the name of=lena}
                """);

        assertThat(rolesOf(analysis, "vera")).extracting(RoleFinding::role).containsExactly(Role.VICTIM);
        assertThat(rolesOf(analysis, "lena")).isEmpty();
    }

    @Test
    void whoeverDidNotKnowIsNotAccused() {
        CaseAnalysis analysis = analyse("""
                vera: victim; boss: suspect; pilot: unknown
                boss -recruits-> vera; boss -exploits in IT-> vera; pilot -moves RO to IT-> vera
                pilot is transporter {knowledge=unaware}
                """);

        assertThat(rolesOf(analysis, "pilot")).isEmpty();
        assertThat(analysis.networks().getFirst().members()).doesNotContain(new EntityId("person:pilot"));
    }

    @Test
    void separateGroupsStayTwoNetworksAndBystandersStayOut() {
        CaseAnalysis analysis = analyse("""
                ada: suspect; bob: suspect; vera: victim; xan: suspect; yul: suspect; nina: victim
                cab: bystander; zoe: unknown
                ada -recruits-> vera; bob -exploits in DE-> vera; ada -partner-> bob
                xan -recruits-> nina; yul -exploits in FR-> nina; xan -kin-> yul
                ada -calls 30-> xan; ada -calls 50-> cab; xan -calls 50-> cab; zoe -calls 40-> ada
                """);

        assertThat(analysis.networks()).hasSize(2);
        assertThat(analysis.networks()).allSatisfy(n -> assertThat(n.members())
                .doesNotContain(new EntityId("person:cab"), new EntityId("person:zoe")));
    }

    @Test
    void sharedForgerJoinsNoTwoNetworksButIsTheBridgeBetweenThem() {
        CaseAnalysis analysis = analyse("""
                ada: suspect; bob: suspect; vera: victim; xan: suspect; yul: suspect; nina: victim
                ink: suspect; aide: suspect; aide -kin-> ink
                ada -recruits-> vera; bob -exploits in DE-> vera; ada -partner-> bob
                xan -recruits-> nina; yul -exploits in FR-> nina; xan -kin-> yul
                ink -papers-> vera, nina; ada -hires-> ink; xan -hires-> ink
                """);

        assertThat(analysis.networks()).hasSize(2).allSatisfy(n -> {
            assertThat(n.members()).contains(new EntityId("person:ink"));
            assertThat(n.belonging().get(new EntityId("person:ink")))
                    .satisfies(reason -> assertThat(reason.criterion()).isEqualTo("bridge"));
        });
        assertThat(analysis.networks())
                .filteredOn(n -> n.members().contains(new EntityId("person:ada")))
                .singleElement()
                .satisfies(n -> assertThat(n.members()).doesNotContain(new EntityId("person:xan")));
    }

    @Test
    void crewsWhoShareAProfitTakerStayOneNetwork() {
        CaseAnalysis analysis = analyse("""
                top: crime group; ada: suspect; bob: suspect; vera: victim; xan: suspect; yul: suspect; nina: victim
                ada -recruits-> vera; bob -exploits in DE-> vera; ada -partner-> bob
                xan -recruits-> nina; yul -exploits in FR-> nina; xan -kin-> yul
                bob -pays 10%-> top {every=week}; yul -pays 10%-> top {every=week}
                """);

        assertThat(analysis.networks()).hasSize(1);
    }

    @Test
    void uncertainCasesStayUncertainForTheRightReason() {
        assertUncertain("""
                owner: convicted, country=AS; workers: victim, count=~200
                owner -recruits-> workers {country=VN}; owner -moves VN to AS-> workers
                owner -exploits in AS-> workers {form=labour}
                """, "size-against-volume");
        assertUncertain("""
                elk: charged, country=BE; cor: charged, country=BE; firm: company; tenants: victim, count=120
                elk -kin-> cor; elk -owner-> firm; firm -owns-> house
                elk, cor -exploits in BE-> tenants {at=house, from=1995, to=2001}
                """, "truncated-by-policing");
        assertUncertain("""
                one: official, suspect, country=PL; two: official, suspect, country=PL; third: suspect, country=PL
                buyer: suspect, country=AT; women: victim, count=440
                one, two, third -recruits-> women {country=PL}; one -moves PL to AT-> women
                buyer -pays purchase of person-> one; buyer -exploits in AT-> women
                """, "size-against-volume");
        assertUncertain("""
                agent: suspect; host: suspect; reza: smuggled migrant
                agent -moves IR to TR-> reza {entry=forged papers}; host -receives TR to BG-> reza
                agent -holds papers of-> reza; reza -pays fee per person-> agent
                """, "between-smuggling-and-trafficking");
    }

    private static void assertUncertain(String text, String criterion) {
        assertThat(analyse(text).networks()).singleElement().satisfies(n -> {
            assertThat(n.networkClass().answer()).isEqualTo(NetworkClass.INSUFFICIENT);
            assertThat(n.networkClass().reasonsFor())
                    .extracting(Reason::criterion)
                    .contains(criterion);
        });
    }
}
