package org.manumit.graph.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manumit.graph.analysis.NetworkText;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.NetworkHistory;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class NetworkChangesTest {

    /** A core that gives orders for two years; after its arrest others go on, each dealing once with another. */
    private static String handedOver(String event) {
        StringBuilder text = new StringBuilder("""
                boss: suspect, country=DE; ada: suspect, country=RO; bob: suspect, country=RO; cid: suspect, country=DE
                dora: suspect, country=RO; emil: suspect, country=HU; fay: suspect, country=DE; gus: suspect, country=DE
                """);
        for (int month = 1; month <= 24; month++) {
            String date = (2001 + (month - 1) / 12) + "-" + String.format("%02d", (month - 1) % 12 + 1);
            text.append("v").append(month).append(": victim\n");
            if (month <= 12) {
                text.append("boss -tasks-> ada {date=%s}; boss -tasks-> bob {date=%s}; boss -tasks-> cid {date=%s}\n"
                        .formatted(date, date, date));
                text.append("ada -recruits-> v%d {date=%s}; bob -moves RO to DE-> v%d {date=%s}\n"
                        .formatted(month, date, month, date));
                text.append("cid -exploits in DE-> v%d {date=%s}\n".formatted(month, date));
            } else {
                text.append(
                        "dora -sells to-> %s {date=%s, every=once}\n".formatted(month % 2 == 0 ? "fay" : "gus", date));
                text.append("emil -hands over to-> %s {date=%s, every=once}\n"
                        .formatted(month % 2 == 0 ? "gus" : "fay", date));
                text.append("dora -recruits-> v%d {date=%s}; emil -moves RO to DE-> v%d {date=%s}\n"
                        .formatted(month, date, month, date));
                text.append(
                        "%s -exploits in DE-> v%d {date=%s}\n".formatted(month % 2 == 0 ? "fay" : "gus", month, date));
            }
        }
        return text + "ada -kin-> dora\n" + event;
    }

    private static CaseAnalysis.Network only(String text) {
        List<CaseAnalysis.Network> networks = new CaseAnalyser()
                .analyse(NetworkText.network(text), AnalysisParameters.ALL, Progress.NONE, Cancellation.NEVER)
                .networks();
        assertThat(networks).hasSize(1);
        return networks.getFirst();
    }

    @Test
    void aNetworkThatChangedHandsHasOneChangeAndTwoShapes() {
        NetworkHistory history = only(handedOver("")).history();

        assertThat(history.changes()).hasSize(1);
        assertThat(history.changes().getFirst().at()).hasToString("2002-01");
        assertThat(history.changes().getFirst().reasons())
                .extracting(Reason::criterion)
                .contains("people-come", "people-go");
        assertThat(history.stretches()).hasSize(2);
        NetworkHistory.Stretch first = history.stretches().getFirst();
        NetworkHistory.Stretch second = history.stretches().getLast();
        assertThat(first.shape().answer()).isEqualTo(NetworkShape.HUB);
        assertThat(second.shape().answer()).isNotEqualTo(NetworkShape.HUB);
        assertThat(first.holders().get(Role.RECRUITER))
                .extracting(Object::toString)
                .containsExactly("person:ada");
        assertThat(second.holders().get(Role.RECRUITER))
                .extracting(Object::toString)
                .containsExactly("person:dora");
    }

    @Test
    void theArrestBesideAChangeIsNamedAsItsReason() {
        NetworkHistory history = only(handedOver("police -event arrest-> boss {date=2001-12-20}"))
                .history();

        assertThat(history.changes()).singleElement().satisfies(change -> {
            assertThat(change.event()).isPresent();
            assertThat(change.reasons().getFirst().criterion()).isEqualTo("after-an-event");
            assertThat(change.reasons().getFirst().text()).contains("arrest", "2001-12-20", "boss");
        });
    }

    @Test
    void whatHasNoDateShowsNoChange() {
        assertThat(only("""
                boss: suspect; ada: suspect; vera: victim
                boss -tasks-> ada; ada -recruits-> vera; boss -exploits in DE-> vera
                """).history()).isEqualTo(NetworkHistory.UNCHANGED);
    }

    @Test
    void steadyWorkWithChanceGapsIsHardlyEverTakenForAChange() {
        int changed = 0;
        for (int seed = 0; seed < 40; seed++) {
            changed += only(steady(new Random(seed))).history().changes().isEmpty() ? 0 : 1;
        }
        assertThat(changed).isLessThanOrEqualTo(2);
    }

    private static String steady(Random random) {
        List<String> people = List.of("ada", "bob", "cid", "dan", "eve", "fay", "gus", "hal");
        StringBuilder text = new StringBuilder("v1: victim; v2: victim\n");
        people.forEach(p -> text.append(p).append(": suspect\n"));
        text.append("ada -recruits-> v1, v2; bob -exploits in DE-> v1, v2\n");
        people.forEach(p -> text.append("ada -partner-> ")
                .append(p.equals("ada") ? "bob" : p)
                .append('\n'));
        List<String> rows = new ArrayList<>();
        for (int month = 0; month < 36; month++) {
            String date = (2001 + month / 12) + "-" + String.format("%02d", month % 12 + 1);
            for (int i = 0; i < people.size(); i++) {
                for (int j = i + 1; j < people.size(); j++) {
                    if (random.nextDouble() < 0.12) {
                        rows.add(people.get(i) + " -hands over to-> " + people.get(j) + " {date=" + date + "}");
                    }
                }
            }
        }
        return text + String.join("\n", rows);
    }

    @Test
    void recordsThatBeginLateAreNoChange() {
        StringBuilder text = new StringBuilder("""
                boss: suspect; ada: suspect; bob: suspect; v1: victim
                ada -recruits-> v1; boss -exploits in DE-> v1
                """);
        for (int month = 1; month <= 12; month++) {
            text.append("boss -tasks-> ada {date=2023-%02d-01}; boss -tasks-> bob {date=2023-%02d-02}\n"
                    .formatted(month, month));
        }
        // the records of calls begin with November 2023
        text.append("boss -calls 40-> ada; boss -calls 40-> bob\n");

        assertThat(only(text.toString()).history().changes()).isEmpty();
    }
}
