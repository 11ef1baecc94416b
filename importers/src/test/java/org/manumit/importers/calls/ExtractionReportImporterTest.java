package org.manumit.importers.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;

class ExtractionReportImporterTest {

    private final ExtractionReportImporter importer = new ExtractionReportImporter();

    @TempDir
    Path folder;

    static Stream<Path> reports() throws IOException, URISyntaxException {
        return GoldenPairs.in("extractions");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsEachReportAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    @Test
    void readsAReportThatStandsInAnArchive() throws IOException, URISyntaxException {
        Path report = reports().findFirst().orElseThrow();
        Path archive = folder.resolve("handset.ufdr");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("files/../../escape.txt"));
            zip.putNextEntry(new ZipEntry("report.xml"));
            Files.copy(report, zip);
        }

        ImportDraft packed = read(archive);
        ImportDraft plain = read(report);

        assertThat(packed.rowsRead()).isEqualTo(plain.rowsRead());
        assertThat(packed.calls().size()).isEqualTo(plain.calls().size());
        assertThat(folder).isDirectoryNotContaining(p -> !p.equals(archive));
    }

    private ImportDraft read(Path file) {
        SourceFile source = SourceFile.of(file);
        assertThat(importer.detect(source, ImportOptions.NONE)).isPresent();
        return importer.read(source, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
    }
}
