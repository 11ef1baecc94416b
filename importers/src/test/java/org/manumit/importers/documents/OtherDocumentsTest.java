package org.manumit.importers.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;

class OtherDocumentsTest {

    private final DocumentImporter importer = new DocumentImporter();

    @TempDir
    Path folder;

    private ImportDraft read(Path file) {
        return importer.read(SourceFile.of(file), ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
    }

    private static List<String> texts(ImportDraft draft) {
        return draft.claims().stream()
                .map(claim -> claim.provenance().page() + "|" + claim.value("text"))
                .toList();
    }

    private double confidence(Path file) {
        return importer.detect(SourceFile.of(file), ImportOptions.NONE)
                .map(Detection::confidence)
                .orElse(0.0);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path pdf(String name, Optional<String> password, String... pages) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.beginText();
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            if (password.isPresent()) {
                document.protect(new StandardProtectionPolicy(password.get(), password.get(), new AccessPermission()));
            }
            document.save(file.toFile());
        }
        return file;
    }

    @Test
    void readsAPdfPageByPageAndNamesThoseWithoutText() throws IOException {
        Path file = pdf("statement.pdf", Optional.empty(), "She said he took her passport.", "", "He paid 450 EUR.");
        ImportDraft draft = read(file);
        assertThat(texts(draft)).containsExactly("1|She said he took her passport.", "3|He paid 450 EUR.");
        assertThat(draft.issues())
                .extracting(ImportIssue::message)
                .anyMatch(message -> message.startsWith("page 2 holds no text"));
        assertThat(confidence(file)).isGreaterThan(0.9);
    }

    @Test
    void saysInOneLineWhatIsWrongWithAPdf() throws IOException {
        Path locked = pdf("locked.pdf", Optional.of("secret"), "text");
        assertThatThrownBy(() -> read(locked))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("locked.pdf: the file is protected by a password");
        byte[] whole = Files.readAllBytes(pdf("whole.pdf", Optional.empty(), "text"));
        Path cut = Files.write(folder.resolve("cut.pdf"), java.util.Arrays.copyOf(whole, 40));
        assertThatThrownBy(() -> read(cut))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("cut.pdf: the PDF is cut off or damaged")
                .hasMessageNotContaining("\n");
    }

    @Test
    void readsAWebPageAsPeopleSeeIt() throws IOException {
        Path file = write(
                "page.html",
                "<!DOCTYPE html><html><head><title>Advert</title><style>p{}</style><script>alert('x')</script></head>"
                        + "<body><h1>Waitress&nbsp;wanted</h1><p>Call <b>0722</b> 111222<br>any time</p>"
                        + "<table><tr><td>Pay</td><td>1.500 €</td></tr></table><img src='http://127.0.0.1:1/x'></body></html>");
        assertThat(texts(read(file)))
                .containsExactly("|Advert", "|Waitress wanted", "|Call 0722 111222", "|any time", "|Pay\t1.500 €");
        assertThat(confidence(file)).isEqualTo(0.9);
    }

    @Test
    void readsAMailWithItsPartsAndAttachments() throws IOException {
        Path file = write("mail.eml", """
                From: =?utf-8?Q?J=C3=B3zef?= <jozef@example.org>
                To: Ana <ana@example.org>
                Date: Fri, 1 Mar 2024 10:00:00 +0100
                Subject: =?utf-8?B?UGFzemJvcnQ=?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=AA

                --AA
                Content-Type: multipart/alternative; boundary=BB

                --BB
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Send the pas=
                sport.

                Zg=C5=82o=C5=9B si=C4=99.
                --BB
                Content-Type: text/html

                <p>Send the passport (page).</p>
                --BB--
                --AA
                Content-Type: application/pdf; name="scan.pdf"
                Content-Disposition: attachment; filename="scan.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0=
                --AA
                Content-Type: message/rfc822

                From: dorin@example.org
                Subject: earlier

                The earlier one.
                --AA--
                """);
        assertThat(texts(read(file)))
                .containsExactly(
                        "|From: Józef <jozef@example.org>",
                        "|To: Ana <ana@example.org>",
                        "|Date: Fri, 1 Mar 2024 10:00:00 +0100",
                        "|Subject: Paszbort",
                        "|Send the passport.",
                        "|Zgłoś się.",
                        "|Attachment: scan.pdf (application/pdf)",
                        "attached mail|From: dorin@example.org",
                        "attached mail|Subject: earlier",
                        "attached mail|The earlier one.");
        assertThat(confidence(file)).isEqualTo(0.9);
    }

    @Test
    void readsAMailOfOutlook() throws IOException {
        Path file = folder.resolve("mail.msg");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(new byte[32]), "__properties_version1.0");
            property(container, "0037001F", "Papers");
            property(container, "0C1A001F", "Dorin");
            property(container, "0E04001F", "Ana");
            property(container, "1000001F", "Bring the papers.\r\n\r\nTomorrow.");
            container.writeFilesystem(out);
        }
        assertThat(texts(read(file)))
                .containsExactly("|From: Dorin", "|To: Ana", "|Subject: Papers", "|Bring the papers.", "|Tomorrow.");
        assertThat(confidence(file)).isGreaterThan(0.9);
    }

    private static void property(POIFSFileSystem container, String tag, String value) throws IOException {
        container.createDocument(
                new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_16LE)), "__substg1.0_" + tag);
    }

    @Test
    void readsAWorkbookAsTextWhereAsked() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var row = book.createSheet("Notes").createRow(2);
            row.createCell(0).setCellValue("flat 3");
            row.createCell(1).setCellValue("two women");
            book.write(out);
        }
        assertThat(texts(read(file))).containsExactly("Notes|flat 3\ttwo women");
        assertThat(confidence(file)).isLessThan(0.05);
    }
}
