package org.manumit.importers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

class WordProcessorFilesTest {

    private final DocumentImporter importer = new DocumentImporter();

    @TempDir
    Path folder;

    private ImportDraft read(Path file) {
        assertThat(importer.detect(SourceFile.of(file), ImportOptions.NONE)).isPresent();
        return importer.read(SourceFile.of(file), ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
    }

    private List<String> texts(Path file) {
        return read(file).claims().stream()
                .map(claim -> claim.provenance().page() + "|" + claim.value("text"))
                .toList();
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    @Test
    void readsRichTextInTheAlphabetOfEachFontWithoutWhatIsNoText() throws IOException {
        Path file = write("statement.rtf", """
                {\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil Arial;}{\\f1\\fnil\\fcharset238 Arial CE;}}
                {\\colortbl;\\red1\\green2\\blue3;}{\\*\\generator Nobody;}{\\info{\\author Clerk}}
                {\\header Case 14/24\\par}
                \\pard\\f0 He said \\ldblquote now\\rdblquote\\par
                {\\f1 \\'b3\\'f3d\\'9f}, {\\uc1\\u1078?\\u1080?}\\par
                {\\pict\\pngblip 89504e47}
                \\trowd\\intbl Anna\\cell 450 EUR\\cell\\row
                \\pard last\\~word}
                """, StandardCharsets.US_ASCII);
        assertThat(texts(file))
                .containsExactly(
                        "|Case 14/24",
                        "|He said \u201cnow\u201d",
                        "|\u0142\u00f3d\u017a, \u0436\u0438",
                        "|Anna\t450 EUR",
                        "|last word");
    }

    @Test
    void readsTheTextOfAWebPageKeptInRichText() throws IOException {
        Path file = write(
                "mail.rtf",
                "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Send the passport.\\htmlrtf\\par}\\htmlrtf0"
                        + "{\\*\\htmltag72 </p>}\\par And the money.}",
                StandardCharsets.US_ASCII);
        assertThat(texts(file)).containsExactly("|Send the passport.", "|And the money.");
    }

    @Test
    void readsParagraphsTablesAndNotesOfAnOpenDocumentText() throws IOException {
        Path file = folder.resolve("statement.odt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            entry(zip, "content.xml", """
                    <o:document-content xmlns:o="urn:o" xmlns:t="urn:t" xmlns:b="urn:b"><o:body><o:text>
                    <t:tracked-changes><t:p>struck out</t:p></t:tracked-changes>
                    <t:h>Statement</t:h>
                    <t:p>She paid<t:s/>450 EUR<t:note><t:note-body><t:p>in cash</t:p></t:note-body></t:note> to him.</t:p>
                    <b:table><b:table-row><b:table-cell><t:p>Anna</t:p></b:table-cell><b:table-cell><t:p>Bo</t:p></b:table-cell></b:table-row></b:table>
                    </o:text></o:body></o:document-content>
                    """);
        }
        assertThat(texts(file)).contains("|Statement", "|She paid 450 EUR to him.", "|Anna \tBo");
        assertThat(texts(file))
                .anyMatch(text -> text.endsWith("|in cash"))
                .noneMatch(text -> text.contains("struck out"));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void readsAWebPageThatBeginsWithRemarks() throws IOException {
        assertThat(texts(write(
                        "saved.htm",
                        "<!-- saved from somewhere -->\n<?xml version=\"1.0\"?>\n<HTML lang='en'><body><p>Waitress wanted</p></body></HTML>",
                        StandardCharsets.UTF_8)))
                .containsExactly("|Waitress wanted");
        assertThat(texts(write("wide.html", "\ufeff<html><body><p>Fată</p></body></html>", StandardCharsets.UTF_16LE)))
                .containsExactly("|Fată");
    }

    @Test
    void readsColumnsOfAPdfOneAfterTheOtherAndTablesRowByRow() throws IOException {
        Path columns = folder.resolve("columns.pdf");
        page(columns, content -> {
            line(content, 60, 740, "Report on the inquiry into the transport of workers across the border in spring");
            for (int i = 0; i < 20; i++) {
                line(content, 60, 700 - 14 * i, "left column, line number " + (100 + i) + " of the text");
                line(content, 330, 700 - 14 * i, "right column, line number " + (100 + i) + " of text");
            }
        });
        String text = String.join("\n", texts(columns));
        assertThat(text.indexOf("left column, line number 119"))
                .isPositive()
                .isLessThan(text.indexOf("right column, line number 100"));
        assertThat(text.indexOf("Report on the inquiry")).isLessThan(text.indexOf("left column"));

        Path table = folder.resolve("table.pdf");
        page(table, content -> {
            for (int i = 0; i < 20; i++) {
                line(content, 60, 700 - 14 * i, "Name " + i);
                line(content, 330, 700 - 14 * i, "value " + i);
            }
        });
        assertThat(String.join("\n", texts(table))).contains("Name 7 value 7");
    }

    @Test
    void readsHeadersFootersAndCommentsOfAWordDocumentAfterItsText() throws IOException {
        Path file = folder.resolve("report.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("He took my passport.");
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Case 14/24");
            document.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Copy 2");
            document.write(out);
        }
        assertThat(texts(file)).containsExactly("|He took my passport.", "|Case 14/24", "|Copy 2");
    }

    private interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    private static void page(Path file, Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawing.on(content);
            }
            document.save(file.toFile());
        }
    }

    private static void line(PDPageContentStream content, float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    @Test
    void readsEachMailOfAFolderAndTextsThatHangOnIt() throws IOException {
        Path file = write("inbox.mbox", """
                From ana@example.org Fri Mar  1 10:00:00 2024
                From: ana@example.org
                To: bo@example.org
                Subject: first
                Content-Type: text/plain; charset=us-ascii

                Tonight at ten, caf\u00e9 Roza.

                From here it is not far.

                From bo@example.org Fri Mar  1 11:00:00 2024
                From: bo@example.org
                To: ana@example.org
                Subject: second
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=AA

                --AA
                Content-Type: text/plain; name=list.txt

                Mira, Ada
                --AA
                Content-Type: application/pdf; name=ticket.pdf

                x
                --AA--
                """.replace("\nFrom here", "\n>From here"), Charset.forName("windows-1252"));
        ImportDraft draft = read(file);
        assertThat(draft.claims())
                .extracting(claim -> claim.provenance().page() + "|" + claim.value("text"))
                .contains("mail 1|Tonight at ten, caf\u00e9 Roza.", "mail 2|Subject: second", "mail 2|Mira, Ada");
        assertThat(draft.issues())
                .extracting(ImportIssue::message)
                .containsExactly("not read, because they are files of their own: ticket.pdf; save these attachments and"
                        + " import them too");
    }
}
