package org.manumit.importers.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.DraftText;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;

class FtmImporterTest {

    private final FtmImporter importer = new FtmImporter();

    @TempDir
    Path folder;

    static Stream<Path> pairs() throws IOException, URISyntaxException {
        return GoldenPairs.in("ftm");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readsEntitiesAsWrittenBesideThem(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    private ImportDraft read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return importer.read(SourceFile.of(file), ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void readsAListOfEntitiesAsItReadsLines() throws IOException {
        String one = "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana\"]}}";
        String two = "{\"id\":\"b\",\"schema\":\"Call\",\"properties\":{\"callerNumber\":[\"+40722000001\"],"
                + "\"receiverNumber\":[\"+40722000002\"],\"date\":[\"2024-03-05T10:15:00Z\"]}}";

        List<String> lines = DraftText.lines(read("lines.json", one + "\n" + two + "\n"));
        List<String> list = DraftText.lines(read("list.json", "[\n" + one + ",\n" + two + "\n]"));

        // The file's own hash is part of what holds only within it.
        assertThat(list.stream().map(l -> l.replaceAll("[0-9a-f]{12}/", "#")).toList())
                .isEqualTo(lines.stream()
                        .map(l -> l.replaceAll("[0-9a-f]{12}/", "#"))
                        .toList());
    }

    @Test
    void saysInOneLineWhereAListIsCutOff() {
        assertThatThrownBy(() -> read("cut.json", "[{\"id\":\"a\",\"schema\":\"Person\",\n\"properties\":{\"name\""))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("cut.json: line 2 is not well-formed JSON")
                .hasMessageNotContaining("\n");
    }

    @Test
    void doesNotTakeOtherJsonForEntities() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"type\":\"FeatureCollection\",\"id\":\"x\"}");
        assertThat(importer.detect(SourceFile.of(file), ImportOptions.NONE)).isEmpty();
    }
}
