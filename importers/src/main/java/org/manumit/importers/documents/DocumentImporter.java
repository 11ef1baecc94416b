package org.manumit.importers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
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
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.ProtectedPackage;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowReader;
import org.manumit.importers.tabular.TabularFile;

/**
 * Reads statements, reports and mail (DOCX, DOC, ODT, RTF, PDF, HTML, EML, MSG, XLSX, plain text) as text: the document becomes an entity, each paragraph a passage that
 * can be cited. Who and what a text speaks of enters the graph only when somebody accepts it. A passage that gives away
 * a victims' shelter is refused.
 */
public final class DocumentImporter implements SourceImporter {

    private static final String KIND = "document";
    private static final Set<String> TEXT_ENDINGS = Set.of(".txt", ".text", ".md");
    private static final int SHOWN = 400;
    private static final int HEAD = 16_384;
    private static final long LARGEST_RTF = 128L << 20;

    /** The formats that are read. */
    private enum Format {
        WORD("Word document"),
        OLD_WORD("Word document of before 2007"),
        OPEN_DOCUMENT("OpenDocument text"),
        RTF("rich text"),
        PDF("PDF document"),
        HTML("web page"),
        MAIL("mail"),
        OUTLOOK("mail of Outlook"),
        WORKBOOK("workbook, as text"),
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
            return format(file).map(f -> switch (f) {
                case WORD, OLD_WORD, OPEN_DOCUMENT, RTF, PDF, OUTLOOK -> new Detection(KIND, 0.95, f.words);
                case HTML, MAIL -> new Detection(KIND, 0.9, f.words);
                // Its rows are records for another reader, unless nobody knows them.
                case WORKBOOK -> new Detection(KIND, 0.01, f.words);
                // Any table may stand in a text file: its own readers know better.
                case TEXT -> new Detection(KIND, hasEnding(file.path(), TEXT_ENDINGS) ? 0.25 : 0.02, f.words);
            });
        } catch (PasswordException e) {
            throw e;
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

    private static Optional<Format> format(SourceFile source) throws IOException {
        Path file = source.path();
        if (Files.isDirectory(file)) {
            return Optional.empty();
        }
        if (startsWithZip(file)) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                if (zip.getEntry("[Content_Types].xml") == null) {
                    return OpenDocumentText.is(zip) ? Optional.of(Format.OPEN_DOCUMENT) : Optional.empty();
                }
                return zip.stream().anyMatch(e -> e.getName().startsWith("word/"))
                        ? Optional.of(Format.WORD)
                        : zip.stream().anyMatch(e -> e.getName().startsWith("xl/"))
                                ? Optional.of(Format.WORKBOOK)
                                : Optional.empty();
            } catch (ZipException e) {
                throw new ImportException(
                        file.getFileName() + ": the document or archive is cut off or damaged. Copy it again from where"
                                + " it came from.",
                        e);
            }
        }
        byte[] head = head(file);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.substring(0, Math.min(1024, text.length())).contains("%PDF-")) {
            return Optional.of(Format.PDF);
        }
        if (RtfText.is(text)) {
            return Optional.of(Format.RTF);
        }
        if (holds(file, head, "__properties_version1.0")) {
            return Optional.of(Format.OUTLOOK);
        }
        if (holds(file, head, "WordDocument")) {
            return Optional.of(Format.OLD_WORD);
        }
        if (ProtectedPackage.is(source) && ProtectedPackage.content(source) == ProtectedPackage.Content.DOCUMENT) {
            return Optional.of(Format.WORD);
        }
        if (HtmlText.is(text)) {
            return Optional.of(Format.HTML);
        }
        if (MailText.is(text)) {
            return Optional.of(Format.MAIL);
        }
        return TabularFile.inspectIfTable(source).map(table -> switch (table.format()) {
            case DELIMITED_TEXT -> Format.TEXT;
            case XLSX, XLS, JSON -> Format.WORKBOOK;
        });
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    /** Whether a file is a container of Microsoft's with something of a name in it. */
    private static boolean holds(Path file, byte[] head, String entry) {
        if (head.length < 4 || (head[0] & 0xFF) != 0xD0 || (head[1] & 0xFF) != 0xCF || (head[2] & 0xFF) != 0x11) {
            return false;
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntryCaseInsensitive(entry);
        } catch (IOException | RuntimeException e) {
            return false; // the reader of workbooks says what is wrong with it
        }
    }

    private static boolean startsWithZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    private record Text(Format format, List<Passage> passages, List<String> remarks) {}

    private static Text text(SourceFile file, Cancellation cancellation) {
        Path path = file.path();
        try {
            Format format = format(file)
                    .orElseThrow(
                            () -> new ImportException(
                                    file.fileName()
                                            + ": this is no text that can be read. Save it as DOCX, PDF or plain text and import that."));
            PassageCollector passages = new PassageCollector(path, cancellation);
            switch (format) {
                case WORD -> new WordText(file, passages).read();
                case OLD_WORD -> new OldWordText(file, passages).read();
                case OPEN_DOCUMENT -> new OpenDocumentText(path, passages).read();
                case RTF -> rtf(path, passages);
                case PDF -> new PdfText(file, passages).read();
                case HTML -> HtmlText.read(path, passages);
                case MAIL -> new MailText(path, passages).read();
                case OUTLOOK -> new OutlookText(path, passages).read();
                case WORKBOOK -> workbook(file, passages);
                case TEXT ->
                    new PlainText(path, TabularFile.inspect(file).encoding().orElseThrow(), passages).read();
            }
            return new Text(format, passages.passages(), passages.remarks());
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    private static void rtf(Path file, PassageCollector passages) throws IOException {
        if (Files.size(file) > LARGEST_RTF) {
            throw new ImportException(file.getFileName()
                    + ": the document is larger than any that people write. Save the part that matters, without"
                    + " pictures, and import that.");
        }
        RtfText.read(Files.readAllBytes(file), "", passages);
    }

    /** Each row a passage, its sheet the page. */
    private static void workbook(SourceFile file, PassageCollector passages) throws IOException {
        try (RowReader rows = TabularFile.inspect(file).open()) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                passages.add(
                        row.get().sheet().orElse(""),
                        String.join("\t", row.get().texts()).stripTrailing());
            }
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
        for (String remark : text.remarks()) {
            issues.add(new ImportIssue(Severity.WARNING, "", 0, "", "", "", remark));
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
