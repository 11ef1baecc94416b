package org.manumit.importers.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Grades;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;

class AnxImporterTest {

    private final AnxImporter importer = new AnxImporter();

    static Stream<Path> charts() throws IOException, URISyntaxException {
        return GoldenPairs.in("charts");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void readsEachChartAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    @Test
    void keepsGradesPlacesAndDoubtsOfCards() throws IOException, URISyntaxException {
        Path chart = charts().findFirst().orElseThrow();
        ImportDraft draft = importer.read(SourceFile.of(chart), ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);

        assertThat(draft.claims())
                .filteredOn(claim -> claim.type() == ClaimType.PERSON)
                .extracting(Claim::grades)
                .contains(new Grades("B", "1", "P"), new Grades("A", "2", ""));
        assertThat(draft.claims())
                .filteredOn(claim -> claim.value("kind").equals("Meets"))
                .hasSize(2)
                .allSatisfy(claim -> assertThat(claim.participants())
                        .extracting(Claim.Participant::certainty)
                        .containsOnly(Certainty.PRESUMED))
                .extracting(claim -> claim.provenance().page())
                .containsExactly("LOG-3", "LOG-4");
    }
}
