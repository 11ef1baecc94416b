package org.manumit.importers.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.graph.Claim;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.PasswordException.Reason;
import org.manumit.importers.draft.ReadAs;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.TabularFile;

class ProtectedFilesTest {

    private static final String PASSWORD = "Žofie 1897";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"agile", "standard"})
    void readsAWorkbookWithItsPassword(EncryptionMode mode) throws Exception {
        Path file = protectedBy(mode, bytes(filled(new XSSFWorkbook())), "calls.xlsx");

        assertThat(firstRow(with(file, PASSWORD))).containsExactly("caller", "called");
        assertThatThrownBy(() -> firstRow(SourceFile.of(file)))
                .isInstanceOfSatisfying(
                        PasswordException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING))
                .hasMessage("calls.xlsx: the file is protected by a password; give the password, or save it"
                        + " without one and import that");
        assertThatThrownBy(() -> firstRow(with(file, "guess")))
                .isInstanceOfSatisfying(
                        PasswordException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG))
                .hasMessage("calls.xlsx: the password does not open the file; try again");
    }

    @Test
    void readsAWorkbookOfTheOldKindWithItsPassword() throws IOException {
        Path file = folder.resolve("calls.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (Workbook workbook = filled(new HSSFWorkbook());
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertThat(firstRow(with(file, "secret"))).containsExactly("caller", "called");
        assertThatThrownBy(() -> firstRow(with(file, "guess"))).isInstanceOf(PasswordException.class);
        assertThatThrownBy(() -> firstRow(SourceFile.of(file))).isInstanceOf(PasswordException.class);
    }

    @Test
    void readsADocumentWithItsPassword() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("She was collected at the station.");
            document.write(plain);
        }
        Path file = protectedBy(EncryptionMode.agile, plain.toByteArray(), "statement.docx");

        assertThat(passages(with(file, PASSWORD))).containsExactly("She was collected at the station.");
        assertThatThrownBy(() -> new DocumentImporter().detect(SourceFile.of(file), ImportOptions.NONE))
                .isInstanceOf(PasswordException.class);
        assertThatThrownBy(() -> passages(with(file, "guess"))).isInstanceOf(PasswordException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void readsAPdfWithItsPassword(int bits) throws IOException {
        Path file = folder.resolve("statement.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(72, 700);
                text.showText("She was collected at the station.");
                text.endText();
            }
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "secret", new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            document.protect(policy);
            document.save(file.toFile());
        }

        assertThat(passages(with(file, "secret"))).containsExactly("She was collected at the station.");
        assertThatThrownBy(() -> passages(with(file, "guess"))).isInstanceOf(PasswordException.class);
        assertThatThrownBy(() -> passages(SourceFile.of(file))).isInstanceOf(PasswordException.class);
    }

    @Test
    void aPasswordIsNeverPutIntoWords() {
        ReadAs readAs = ReadAs.IT_STANDS.withPassword(new Password(PASSWORD));

        assertThat(readAs.toString()).doesNotContain(PASSWORD);
        assertThat(ImportOptions.NONE.withReadAs(readAs).toString()).doesNotContain(PASSWORD);
    }

    private static SourceFile with(Path file, String password) {
        return SourceFile.of(file).readAs(ReadAs.IT_STANDS.withPassword(new Password(password)));
    }

    private static List<String> firstRow(SourceFile file) throws IOException {
        return TabularFile.inspect(file).sample(Optional.of("Calls"), 1).stream()
                .map(Row::texts)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> passages(SourceFile file) {
        return new DocumentImporter()
                .read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER).claims().stream()
                        .map((Claim claim) -> claim.value("text"))
                        .toList();
    }

    private static Workbook filled(Workbook workbook) {
        var row = workbook.createSheet("Calls").createRow(0);
        row.createCell(0).setCellValue("caller");
        row.createCell(1).setCellValue("called");
        return workbook;
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        try (workbook) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private Path protectedBy(EncryptionMode mode, byte[] content, String name)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(content);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        return file;
    }
}
