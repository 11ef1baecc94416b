package org.manumit.importers.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;

class DocumentImporterTest {

    private static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml"
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>""";
    private static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Target="word/document.xml"
             Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
            </Relationships>""";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    @TempDir
    Path folder;

    @Test
    void eachParagraphOfAWordDocumentIsAPassageThatKnowsItsPage() throws IOException {
        Path file = folder.resolve("statement.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("He took my passport.");
            document.createParagraph();
            var second = document.createParagraph().createRun();
            second.addBreak(BreakType.PAGE);
            second.setText("I worked every night.");
            XWPFTable table = document.createTable(1, 2);
            table.getRow(0).getCell(0).setText("Friday");
            table.getRow(0).getCell(1).setText("400");
            document.write(out);
        }
        ImportDraft draft = read(file);

        assertThat(draft.entities())
                .singleElement()
                .extracting(Entity::kind, Entity::label)
                .containsExactly(EntityKind.DOCUMENT, "statement.docx");
        assertThat(draft.claims()).extracting(Claim::type).containsOnly(ClaimType.PASSAGE);
        assertThat(texts(draft)).containsExactly("He took my passport.", "I worked every night.", "Friday\t400");
        assertThat(draft.claims())
                .extracting(c -> c.provenance().row() + "/" + c.provenance().page())
                .containsExactly("1/", "2/2", "3/2");
        assertThat(new DocumentImporter()
                        .detect(SourceFile.of(file), ImportOptions.NONE)
                        .orElseThrow()
                        .confidence())
                .isGreaterThan(0.9);
    }

    @Test
    void leavesOutWhatChangeTrackingDeletedAndReadsTextBoxes() throws IOException {
        Path file = word("<w:p><w:r><w:t>kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>added</w:t></w:r></w:ins>"
                + "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
                + "<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>");

        assertThat(texts(read(file))).containsExactly("in a box", "kept added");
    }

    @Test
    void plainTextIsPartedByEmptyLinesWhateverItsEncoding() throws IOException {
        Path file = folder.resolve("report.txt");
        Files.write(
                file,
                "Die Frau z\u00f6gerte,\r\nals sie gefragt wurde.\r\n\r\nGr\u00fc\u00dfe aus K\u00f6ln\fSeite zwei"
                        .getBytes(Charset.forName("windows-1252")));

        ImportDraft draft = read(file);

        assertThat(texts(draft))
                .containsExactly(
                        "Die Frau z\u00f6gerte,\nals sie gefragt wurde.",
                        "Gr\u00fc\u00dfe aus K\u00f6ln",
                        "Seite zwei");
        assertThat(draft.claims().getLast().provenance().page()).isEqualTo("2");
    }

    @Test
    void withoutEmptyLinesEachLineIsAPassage() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "09:10 she left the flat\n09:40 a man came\n");

        assertThat(texts(read(file))).containsExactly("09:10 she left the flat", "09:40 a man came");
    }

    @Test
    void keepsNothingOfAPassageThatGivesAwayAShelter() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "She was taken to the women's shelter in Rose Street.\nShe was tired.\n");

        ImportDraft draft = read(file);

        assertThat(texts(draft)).containsExactly("She was tired.");
        assertThat(draft.rowsRejected()).isEqualTo(1);
        assertThat(draft.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.REJECTED))
                .satisfies(i -> assertThat(i.toString()).doesNotContain("Rose"));
        Preview preview = new DocumentImporter().preview(SourceFile.of(file), ImportOptions.NONE, 10);
        assertThat(preview.toString()).doesNotContain("Rose");
    }

    @Test
    void aBombIsRefusedInOneLine() throws IOException {
        Path file = folder.resolve("bomb.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document " + W + "><w:body><w:p><w:r><w:t>").getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < 300; i++) {
                zip.write(block);
            }
            zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        refused(file, "bomb.docx");
    }

    @Test
    void externalEntitiesAreNeverResolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP SECRET");
        Path file = folder.resolve("xxe.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(
                    zip,
                    "word/document.xml",
                    "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><w:document " + W
                            + "><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>");
        }
        try {
            assertThat(texts(read(file))).noneMatch(t -> t.contains("SECRET"));
        } catch (ImportException e) {
            assertThat(e).hasMessageContaining("xxe.docx").hasMessageNotContaining("SECRET");
        }
    }

    @Test
    void wrongAndDamagedFilesAreRefusedInOneLine() throws IOException {
        Path whole = word("<w:p><w:r><w:t>text</w:t></w:r></w:p>");
        byte[] bytes = Files.readAllBytes(whole);
        refused(Files.write(folder.resolve("cut.docx"), Arrays.copyOf(bytes, bytes.length / 2)), "cut.docx");
        refused(
                Files.write(folder.resolve("binary.txt"), new byte[] {1, 2, 3, 0, 0, 7, 9, 0, 1, 2, 0, 0}),
                "binary.txt");
        refused(word("<w:p><w:r><w:t>no end"), "made.docx");
        refused(Files.write(folder.resolve("empty.docx"), new byte[0]), "empty.docx");
    }

    @Test
    void aDocumentWithoutTextSaysSo() throws IOException {
        assertThat(read(word("<w:p/>")).issues()).singleElement().satisfies(i -> assertThat(i.message())
                .contains("scan"));
    }

    private void refused(Path file, String name) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(name)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private Path word(String body) throws IOException {
        Path file = folder.resolve("made.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(zip, "word/document.xml", "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<String> texts(ImportDraft draft) {
        return draft.claims().stream().map(c -> c.value("text")).toList();
    }

    private static ImportDraft read(Path file) {
        return new DocumentImporter().read(SourceFile.of(file), ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
    }
}
