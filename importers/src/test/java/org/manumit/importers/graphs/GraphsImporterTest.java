package org.manumit.importers.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.Claim;
import org.manumit.graph.Part;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;

class GraphsImporterTest {

    private final GraphsImporter importer = new GraphsImporter();

    @TempDir
    Path folder;

    static Stream<Path> networks() throws IOException, URISyntaxException {
        return GoldenPairs.in("networks");
    }

    @ParameterizedTest
    @MethodSource("networks")
    void readsEachNetworkOfAnotherProgramAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(new NetworkFileImporter(), source);
    }

    static Stream<Path> pairs() throws IOException, URISyntaxException {
        return GoldenPairs.in("graphs");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readsEachLayoutAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    @Property(tries = 60)
    void aSymmetricMatrixGivesEachTieOnce(
            @ForAll @IntRange(min = 3, max = 12) int people, @ForAll @IntRange(min = 0, max = 1_000_000) int seed)
            throws IOException {
        java.util.Random random = new java.util.Random(seed);
        boolean[][] tied = new boolean[people][people];
        int ties = 0;
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < i; j++) {
                tied[i][j] = random.nextInt(3) == 0;
                tied[j][i] = tied[i][j];
                ties += tied[i][j] ? 1 : 0;
            }
        }
        List<String> lines = new ArrayList<>();
        StringBuilder top = new StringBuilder();
        for (int j = 0; j < people; j++) {
            top.append(",P").append(j * 3);
        }
        lines.add(top.toString());
        for (int i = 0; i < people; i++) {
            StringBuilder line = new StringBuilder("P" + i * 3);
            for (int j = 0; j < people; j++) {
                line.append(',').append(tied[i][j] ? '1' : '0');
            }
            lines.add(line.toString());
        }
        Path path = Files.createTempFile("matrix", ".csv");
        try {
            Files.write(path, lines);
            ImportDraft draft =
                    importer.read(SourceFile.of(path), ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
            assertThat(draft.entities()).hasSize(people);
            assertThat(draft.claims()).hasSize(ties);
            Set<Set<String>> pairs = new HashSet<>();
            for (Claim claim : draft.claims()) {
                pairs.add(Set.of(
                        claim.first(Part.WHO).orElseThrow().value(),
                        claim.first(Part.WHOM).orElseThrow().value()));
            }
            assertThat(pairs).hasSize(ties);
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void doesNotTakeAListOfKeysAndValuesForTies() throws IOException {
        SourceFile file =
                SourceFile.of(Files.writeString(folder.resolve("a.csv"), "key,value\nage,42\ngender,female\n"));
        assertThat(importer.detect(file, ImportOptions.NONE)).isEmpty();
        assertThatThrownBy(() -> importer.read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining("no ties recognised");
    }
}
