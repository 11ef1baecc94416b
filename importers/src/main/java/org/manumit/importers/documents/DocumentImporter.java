package org.manumit.importers.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.TabularFile;

/**
 * Reads statements and reports (DOCX, plain text) as text: the document becomes an entity, each paragraph a passage that
 * can be cited. Who and what a text speaks of enters the graph only when somebody accepts it. A passage that gives away
 * a victims' shelter is refused.
 */
public final class DocumentImporter implements SourceImporter {

    private static final String KIND = "document";
    private static final Set<String> TEXT_ENDINGS = Set.of(".txt", ".text", ".md");
    private static final int SHOWN = 400;

    /** The formats that are read. */
    private enum Format {
        WORD("Word document"),
        TEXT("plain text");

        private final String words;

        Format(String words) {
            this.words = words;
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            return format(file.path()).map(f -> switch (f) {
                case WORD -> new Detection(KIND, 0.95, f.words);
                // Any table may stand in a text file: its own readers know better.
                case TEXT -> new Detection(KIND, hasEnding(file.path(), TEXT_ENDINGS) ? 0.25 : 0.02, f.words);
            });
        } catch (ImportException e) {
            return hasEnding(file.path(), Set.copyOf(WordText.endings()))
                    ? Optional.of(new Detection(KIND, 0.01, "a document that cannot be opened"))
                    : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static boolean hasEnding(Path file, Set<String> endings) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static Optional<Format> format(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return Optional.empty();
        }
        if (startsWithZip(file)) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return zip.getEntry("[Content_Types].xml") != null
                                && zip.stream().anyMatch(e -> e.getName().startsWith("word/"))
                        ? Optional.of(Format.WORD)
                        : Optional.empty();
            } catch (ZipException e) {
                throw new ImportException(
                        file.getFileName() + ": the document or archive is cut off or damaged. Copy it again from where"
                                + " it came from.",
                        e);
            }
        }
        return switch (TabularFile.inspect(file).format()) {
            case DELIMITED_TEXT -> Optional.of(Format.TEXT);
            case XLSX, XLS -> Optional.empty();
        };
    }

    private static boolean startsWithZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    private record Text(Format format, List<Passage> passages) {}

    private static Text text(SourceFile file, Cancellation cancellation) {
        Path path = file.path();
        try {
            Format format = format(path)
                    .orElseThrow(() -> new ImportException(file.fileName()
                            + ": this is no text that can be read. Save it as DOCX or plain text and import that."));
            PassageCollector passages = new PassageCollector(path, cancellation);
            switch (format) {
                case WORD -> new WordText(path, passages).read();
                case TEXT ->
                    new PlainText(path, TabularFile.inspect(path).encoding().orElseThrow(), passages).read();
            }
            return new Text(format, passages.passages());
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        progress.report(0, -1, "reading " + file.fileName());
        Text text = text(file, cancellation);
        Entity document = new Entity(
                EntityId.of(EntityKind.DOCUMENT, file.id().sha256()),
                EntityKind.DOCUMENT,
                file.fileName(),
                Entity.Standing.DESCRIBED);
        List<Claim> claims = new ArrayList<>();
        List<ImportIssue> issues = new ArrayList<>();
        for (Passage passage : text.passages()) {
            if (ShelterGuard.givesAway(passage.text(), ShelterGuard.Text.NARRATIVE)) {
                issues.add(new ImportIssue(
                        Severity.REJECTED,
                        "",
                        passage.number(),
                        "",
                        "",
                        "no victims' shelter",
                        "the paragraph may give away a victims' shelter, which is never entered, so nothing of it was"
                                + " kept; strike it out of a copy of the document and import that if the rest of the"
                                + " paragraph is needed"));
                continue;
            }
            claims.add(new Claim(
                    ClaimId.of(file.id(), "", passage.number()),
                    ClaimType.PASSAGE,
                    List.of(Participant.stated(Part.SUBJECT, document.id())),
                    Map.of("text", passage.text()),
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(file.id(), "", passage.number(), passage.page(), ""),
                    Grades.NONE));
        }
        if (text.passages().isEmpty()) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    "",
                    0,
                    "",
                    "",
                    "text",
                    "the document holds no text; if it is a scan, import its recognised text"));
        }
        return new ImportDraft(
                file,
                KIND,
                text.format().words,
                options.zone().map(Object::toString).orElse(""),
                options.country().orElse(""),
                text.passages().size(),
                claims.size(),
                text.passages().size() - claims.size(),
                0,
                List.of(document),
                claims,
                CallTable.EMPTY,
                TransferTable.EMPTY,
                issues,
                Grades.NONE);
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        List<List<String>> shown = new ArrayList<>();
        List<String> becomes = new ArrayList<>();
        for (Claim passage : draft.claims().stream().limit(rows).toList()) {
            String text = passage.value("text");
            shown.add(List.of(
                    Long.toString(passage.provenance().row()),
                    passage.provenance().page(),
                    text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text));
            becomes.add("a passage that can be cited; names and numbers in it are offered for acceptance");
        }
        return new Preview(
                new Detection(KIND, 1, draft.profile()),
                List.of(
                        new Preview.Column("paragraph", "row", "counted through the document"),
                        new Preview.Column("page", "page", "as the document was last laid out"),
                        new Preview.Column("text", "text", "as it stands")),
                shown,
                becomes,
                draft.issues());
    }
}
