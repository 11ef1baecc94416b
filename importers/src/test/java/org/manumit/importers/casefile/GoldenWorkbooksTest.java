package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.Entity;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Period;
import org.manumit.importers.draft.ImportDraft;

/**
 * Golden pairs: a folder of CSV files and, beside it, the text of what must come of it. A new case is the two. What
 * came of it instead is written to {@code target/golden} for comparison.
 */
class GoldenWorkbooksTest {

    static List<Path> workbooks() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(GoldenWorkbooksTest.class.getResource("golden"));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void readsAsExpected(Path workbook) throws IOException {
        ImportDraft draft = WorkbookOf.readFile(workbook);
        String text = inWords(draft);
        Path came = Path.of("target", "golden", workbook.getFileName() + ".txt");
        Files.createDirectories(came.getParent());
        Files.writeString(came, text);

        assertThat(text)
                .isEqualTo(Files.readString(workbook.resolveSibling(workbook.getFileName() + ".txt"))
                        .replace("\r\n", "\n"));
    }

    private static String inWords(ImportDraft draft) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%d rows: %d accepted, %d rejected, %d duplicate; country %s, zone %s%n",
                draft.rowsRead(),
                draft.rowsAccepted(),
                draft.rowsRejected(),
                draft.rowsDuplicate(),
                draft.country(),
                draft.zone()));
        text.append(String.format("%nEntities%n"));
        for (Entity entity : draft.entities()) {
            text.append(String.format(
                    "%s | %s | %s%n", withoutHash(entity.id().value(), draft), entity.label(), entity.standing()));
        }
        text.append(String.format("%nClaims%n"));
        for (Claim claim : draft.claims()) {
            text.append(String.format(
                    "%s %s%n  %s%n",
                    withoutHash(claim.id().value(), draft),
                    claim.type(),
                    Stream.of(
                                    claim.participants().stream()
                                            .map(p -> participant(p, draft))
                                            .collect(Collectors.joining(", ")),
                                    claim.values().toString(),
                                    period(claim.when()),
                                    claim.refersTo().isEmpty()
                                            ? ""
                                            : "refers to "
                                                    + claim.refersTo().stream()
                                                            .map(r -> withoutHash(r.value(), draft))
                                                            .toList(),
                                    claim.provenance().cites() + " "
                                            + claim.provenance().page(),
                                    claim.grades().source()
                                            + claim.grades().information()
                                            + claim.grades().handling())
                            .filter(s -> !s.isBlank())
                            .collect(Collectors.joining(System.lineSeparator() + "  "))));
        }
        text.append(String.format("%nIssues%n"));
        for (ImportIssue issue : draft.issues()) {
            text.append(String.format(
                    "%s %s!%d %s [%s] %s%n",
                    issue.severity(), issue.sheet(), issue.line(), issue.column(), issue.found(), issue.message()));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String participant(Participant participant, ImportDraft draft) {
        String label = draft.entities().stream()
                .filter(e -> e.id().equals(participant.entity()))
                .findFirst()
                .map(Entity::label)
                .orElse("?");
        return participant.part() + " " + label
                + switch (participant.certainty()) {
                    case STATED -> "";
                    case APPROXIMATE -> " (about)";
                    case PRESUMED -> " (presumed)";
                };
    }

    private static String period(Period period) {
        return period.isUnknown()
                ? ""
                : period.from().map(Object::toString).orElse("?") + " to "
                        + switch (period.end()) {
                            case UNKNOWN -> "?";
                            case OPEN -> "open";
                            case STATED -> period.to().orElseThrow().toString();
                        };
    }

    private static String withoutHash(String text, ImportDraft draft) {
        return text.replace(draft.file().id().abbreviated(), "HASH");
    }
}
