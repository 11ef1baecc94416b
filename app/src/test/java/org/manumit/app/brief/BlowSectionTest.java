package org.manumit.app.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.manumit.app.brief.BriefDocument.Block;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Heading;
import org.manumit.app.brief.BriefDocument.Paragraph;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.graph.analysis.NetworkText;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class BlowSectionTest {

    private static final String NETWORK = """
            boss: suspect; rita: suspect; dan: suspect; eva: suspect; nina: suspect; pen: suspect
            v1: victim; v2: victim
            boss -tasks-> rita {from=2023-01, to=2023-08}
            rita -recruits-> v1 {date=2023-03-01}; dan -moves RO to DE-> v1 {date=2023-03-05}
            eva -exploits in DE-> v1 {from=2023-03-06, to=2024-06-01}
            pen -papers-> v1 {date=2023-03-02}; rita -partner-> nina; nina -acquaintance-> dan
            eva -pays proceeds-> boss {date=2023-08-01, amount=1000, currency=EUR}
            v1 -acquaintance-> nina
            nina -recruits-> v2 {date=2023-11-01}; dan -moves RO to DE-> v2 {date=2023-11-04}
            eva -exploits in DE-> v2 {from=2023-11-05}
            """;

    /** What a brief says under the heading of blows. */
    private static String told(String text) {
        BriefDocument brief = new BriefWriter(
                        (graph, progress, cancellation) ->
                                new CaseAnalyser().analyse(graph, AnalysisParameters.ALL, progress, cancellation),
                        new ChartPictures(),
                        Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC),
                        "tester",
                        "1.0")
                .compose(NetworkText.network(text), ReleaseOptions.USUAL, Progress.NONE, Cancellation.NEVER);
        StringBuilder told = new StringBuilder();
        boolean blows = false;
        for (Block block : brief.blocks()) {
            if (block instanceof Heading heading) {
                blows = heading.text().equals("What blows to it changed");
            } else if (blows && block instanceof Paragraph paragraph) {
                told.append(line(paragraph.runs())).append('\n');
            } else if (blows && block instanceof Table table) {
                table.rows()
                        .forEach(row -> told.append(row.stream()
                                .limit(3)
                                .map((Cell cell) -> line(cell.runs()))
                                .collect(Collectors.joining(" | ", "", "\n"))));
            }
        }
        return told.toString();
    }

    private static String line(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    @Test
    void tellsWhoSteppedInAndWhatStopped() {
        assertThat(told(NETWORK + "police -event arrest-> rita, boss {date=2023-09-01}"))
                .contains(
                        "Arrest, 2023\u201109\u201101. It befell",
                        "Recruiter | rita | nina",
                        "stepped in",
                        "Document forger | pen | Nobody seen",
                        "Orders of boss to rita | Given | None seen",
                        "eva paid boss | 1,000 EUR in 1 payment | Nothing seen");
    }

    @Test
    void saysNothingWhereNoBlowIsStated() {
        assertThat(told(NETWORK + "police -event meeting-> rita, boss {date=2023-09-01}"))
                .isEmpty();
    }

    @Test
    void tellsTheHardestBlowsInTheOrderOfTime() {
        String told = told(NETWORK + """
                police -event search-> dan {date=2023-04-01}
                police -event raid-> rita, boss {date=2023-05-01}
                police -event seizure-> dan {date=2023-06-01}
                police -event arrest-> eva {date=2023-09-01}
                """);

        assertThat(told).containsSubsequence("Raid, 2023", "Seizure, 2023", "Arrest, 2023", "At most 3 blows");
        assertThat(told).doesNotContain("Search, 2023");
    }

    @Test
    void namesNoVictim() {
        assertThat(told(NETWORK
                        + "v1 -recruits-> v2 {date=2023-12-01}\n"
                        + "police -event arrest-> rita {date=2023-09-01}"))
                .contains("stepped in")
                .doesNotContain("v1")
                .doesNotContain("v2");
    }
}
