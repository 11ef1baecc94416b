package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.session.ImportRequest.Effect;
import org.manumit.app.session.ImportRequest.OnRejects;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Source;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.edit.FindingReview.Ruling;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.casefile.CaseWorkbookImporter;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.documents.DocumentImporter;
import org.manumit.importers.findings.CaseFindings;
import org.manumit.importers.findings.Finding;
import org.manumit.importers.spi.ImportOptions;

class DocumentWithdrawalTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T10:00:00Z"), ZoneOffset.UTC);

    private final MemoryStore store = new MemoryStore("case");
    private final OpenedCase opened = new OpenedCase(store, Optional.empty());
    private final CaseImporter importer = new CaseImporter(
            opened, new ImporterCatalog(List.of(new CaseWorkbookImporter(), new DocumentImporter())), CLOCK, "tester");

    @TempDir
    Path folder;

    private Source people() throws IOException {
        Path workbook = Files.createDirectory(folder.resolve("case"));
        Files.writeString(workbook.resolve("People.csv"), "name,status\nDan Rusu,suspect\n");
        return imported(workbook);
    }

    private Source read(String name, String text) throws IOException {
        return imported(Files.writeString(folder.resolve(name), text));
    }

    private Source imported(Path file) {
        ImportReport report = importer.importFile(
                file,
                new ImportRequest(
                        Optional.empty(),
                        ImportOptions.NONE.withCountry("RO"),
                        OnRejects.KEEP_GOOD_ROWS,
                        Effect.COMMIT),
                Progress.NONE,
                Cancellation.NEVER);
        return store.source(report.id()).orElseThrow();
    }

    private CaseGraph graph() {
        return store.load(Progress.NONE, Cancellation.NEVER);
    }

    private List<Finding> findings() {
        return CaseFindings.of(graph()).all(Progress.NONE, Cancellation.NEVER);
    }

    private void review(Ruling ruling, List<Finding> findings, Optional<EntityId> whose) {
        new CaseDecisions(opened, CLOCK, "tester")
                .keep(FindingChoice.review(
                        graph(),
                        ruling,
                        findings.stream()
                                .map(finding -> new FindingChoice(
                                        finding, finding.matches().stream().findFirst(), whose))
                                .toList(),
                        "tester",
                        CLOCK.instant()));
    }

    private List<String> accepted() {
        return graph().claims(ClaimType.PASSAGE).stream()
                .filter(claim -> FindingReview.findingOf(claim).isPresent())
                .map(claim -> claim.value("value"))
                .toList();
    }

    @Test
    void takesWhatWasAcceptedAndDismissedOfADocumentWithIt() throws IOException {
        people();
        int before = graph().claims().size();
        Source statement = read("statement.txt", "He called me from +40722111222 and +40733444555.");
        EntityId dan = graph().entities().stream()
                .filter(entity -> entity.kind() == EntityKind.PERSON)
                .findFirst()
                .orElseThrow()
                .id();
        review(Ruling.ACCEPTED, findings().subList(0, 1), Optional.of(dan));
        review(Ruling.DISMISSED, findings(), Optional.empty());
        assertThat(findings()).isEmpty();

        importer.withdraw(statement, "wrong case", Progress.NONE);

        assertThat(graph().claims()).hasSize(before);
        assertThat(store.sources()).extracting(Source::fileName).containsExactly("case");
    }

    @Test
    void keepsWhatTheSameReviewDecidedOfOtherDocuments() throws IOException {
        Source first = read("first.txt", "He called me from +40722111222.");
        read("second.txt", "She called me from +40733444555.");
        review(Ruling.ACCEPTED, findings(), Optional.empty());
        assertThat(accepted()).containsExactlyInAnyOrder("+40722111222", "+40733444555");

        importer.withdraw(first, "wrong case", Progress.NONE);

        assertThat(accepted()).containsExactly("+40733444555");
        assertThat(findings()).isEmpty();
        Claim kept = graph().claims(ClaimType.PASSAGE).stream()
                .filter(claim -> FindingReview.findingOf(claim).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(kept.value("by")).isEqualTo("tester");
        assertThat(kept.value("text")).isEqualTo("She called me from +40733444555.");
    }

    @Test
    void readsReviewsBackAsTheyWereKept() throws IOException {
        people();
        read("statement.txt", "He called me from +40722111222 on 4 May 2024.");
        EntityId dan = graph().entities().stream()
                .filter(entity -> entity.kind() == EntityKind.PERSON)
                .findFirst()
                .orElseThrow()
                .id();
        review(
                Ruling.ACCEPTED,
                findings().stream().filter(f -> f.value().startsWith("+40")).toList(),
                Optional.of(dan));
        assertThat(FindingReview.of(graph())).hasSize(1).allSatisfy((note, review) -> assertThat(review.noteId())
                .isEqualTo(note));
    }
}
