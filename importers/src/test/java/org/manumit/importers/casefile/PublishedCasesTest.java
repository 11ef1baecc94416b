package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.Entity;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;

/** The case workbooks that verdicts are tested on must themselves be in order. */
class PublishedCasesTest {

    static List<Path> cases() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(PublishedCasesTest.class.getResource("cases"));
        try (Stream<Path> cases = Files.list(Path.of(folder.toURI()))) {
            return cases.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyRowIsTakenWithoutDoubt(Path workbook) {
        assertThat(new CaseWorkbookImporter().detect(SourceFile.of(workbook), ImportOptions.NONE))
                .hasValueSatisfying(
                        d -> assertThat(d).extracting(Detection::confidence).isEqualTo(0.97));

        ImportDraft draft = WorkbookOf.readFile(workbook);

        assertThat(draft.issues())
                .filteredOn(i -> i.severity() != Severity.NOTE)
                .isEmpty();
        assertThat(draft.rowsAccepted()).isPositive().isEqualTo(draft.rowsRead());
        assertThat(draft.entities()).extracting(Entity::standing).containsOnly(Entity.Standing.DESCRIBED);
    }
}
