package org.manumit.app.feature.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manumit.graph.CallTable;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/** Reads lines {@code caller,called}; a line of another form is rejected. The smallest importer there can be. */
public final class LineImporter implements SourceImporter {

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        return file.fileName().endsWith(".csv")
                ? Optional.of(new Detection(kind(), 0.9, "caller and called"))
                : Optional.empty();
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        List<List<String>> cells = lines(file).stream()
                .limit(rows)
                .map(l -> List.of(l.split(",", -1)))
                .toList();
        return new Preview(
                new Detection(kind(), 0.9, "caller and called"),
                List.of(new Preview.Column("column 1", "caller", "comes first")),
                cells,
                cells.stream()
                        .map(c -> c.size() == 2 ? "a call" : "rejected: two numbers expected")
                        .toList(),
                List.of());
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        EntityRegister entities = new EntityRegister();
        CallTable.Builder calls = new CallTable.Builder();
        List<ImportIssue> issues = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            cancellation.check();
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length == 2) {
                calls.add(
                        entities.index(EntityKind.PHONE, cells[0]),
                        entities.index(EntityKind.PHONE, cells[1]),
                        CallTable.Kind.CALL,
                        CallTable.NO_TIME,
                        CallTable.NO_DURATION,
                        file.id(),
                        "",
                        i + 1);
            } else {
                issues.add(new ImportIssue(
                        ImportIssue.Severity.REJECTED,
                        "",
                        i + 1,
                        "",
                        lines.get(i),
                        "two numbers",
                        "correct the line and import the file again"));
            }
        }
        return new ImportDraft(
                file,
                kind(),
                "lines",
                "",
                "",
                lines.size(),
                calls.size(),
                issues.size(),
                0,
                entities.toList(),
                List.of(),
                calls.build(),
                TransferTable.EMPTY,
                issues,
                Grades.NONE);
    }

    private static List<String> lines(SourceFile file) {
        try {
            return Files.readAllLines(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
