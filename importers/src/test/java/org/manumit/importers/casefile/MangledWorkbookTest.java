package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.manumit.importers.casefile.WorkbookOf.readFile;
import static org.manumit.importers.casefile.WorkbookOf.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.ClaimType;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;

class MangledWorkbookTest {

    @TempDir
    Path folder;

    @Test
    void rowsOfAKnownSheetWithoutHeaderAreKeptAsWritten() {
        ImportDraft draft = sheet("People", "P1 | Anna", "P2 | Otto")
                .and("Ties", "who | whom", "a | b")
                .read(folder);

        assertThat(draft.rowsAccepted()).isEqualTo(3);
        assertThat(draft.claims().getFirst().type()).isEqualTo(ClaimType.OTHER);
        assertThat(draft.claims().getFirst().values()).containsEntry("column 2", "Anna");
        assertThat(draft.issues()).anySatisfy(i -> {
            assertThat(i.severity()).isEqualTo(Severity.WARNING);
            assertThat(i.message()).contains("names its columns");
        });
    }

    @Test
    void aTitleAboveTheHeaderIsNotedAndRowsKeepTheirNumbers() {
        ImportDraft draft = sheet(
                        "People",
                        "People of interest | ",
                        " | ",
                        "id | name | status",
                        "P1 | Anna | suspect",
                        " | | ",
                        "P2 | Otto | victim")
                .read(folder);

        assertThat(draft.claims()).extracting(c -> c.provenance().row()).containsExactly(4L, 6L);
        assertThat(draft.issues()).extracting(ImportIssue::severity).containsExactly(Severity.NOTE);
    }

    @Test
    void readsDatesAndNumbersAsExcelKeepsThem() {
        ImportDraft draft = readFile(workbook(w -> {
            XSSFSheet sheet = w.createSheet("Payments");
            header(sheet, "payer", "payee", "amount", "date", "id number");
            CellStyle date = style(w, "dd.mm.yyyy");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue(17);
            row.createCell(1).setCellValue("Otto");
            row.createCell(2).setCellValue(1200.5);
            dated(row.createCell(3), LocalDate.of(2024, 3, 5).atStartOfDay(), date);
            row.createCell(4).setCellFormula("1+1");
            Row second = sheet.createRow(2);
            second.createCell(0).setCellValue(17);
            dated(second.createCell(3), LocalDateTime.of(2024, 3, 5, 14, 30), style(w, "yyyy-mm-dd hh:mm"));
            second.createCell(2).setCellValue("1200");
            Row third = sheet.createRow(3);
            third.createCell(0).setCellValue(17);
            dated(third.createCell(3), LocalDate.of(2024, 3, 6).atStartOfDay(), style(w, "yyyy-mm-dd hh:mm:ss"));
            Row fourth = sheet.createRow(4);
            fourth.createCell(0).setCellValue(17);
            fourth.createCell(3).setCellValue(2019);
            Row fifth = sheet.createRow(5);
            fifth.createCell(0).setCellValue(17);
            fifth.createCell(3).setCellValue(45356);
            w.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        assertThat(draft.claims())
                .extracting(c -> c.when().from().map(Object::toString).orElse("none"))
                .containsExactly("2024-03-05", "2024-03-05T14:30", "2024-03-06", "2019", "none");
        assertThat(draft.claims().getFirst().values())
                .containsEntry("amount", "1200.5")
                .containsEntry("id number", "2");
        assertThat(draft.entities()).extracting(e -> e.label()).contains("17");
        assertThat(draft.claims().getLast().value("date")).isEqualTo("45356");
        assertThat(draft.issues()).filteredOn(i -> i.line() == 6).isNotEmpty();
    }

    @Test
    void monthsAndPercentagesEnteredInExcelStayWhatWasMeant() {
        ImportDraft draft = readFile(workbook(w -> {
            XSSFSheet sheet = w.createSheet("Payments");
            header(sheet, "payer", "payee", "date", "share");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("Anna");
            dated(row.createCell(2), LocalDate.of(2024, 3, 1).atStartOfDay(), style(w, "mmm-yy"));
            row.createCell(3).setCellValue(0.1);
            row.getCell(3).setCellStyle(style(w, "0%"));
        }));

        assertThat(draft.claims().getFirst().when().from().map(Object::toString))
                .contains("2024-03");
        assertThat(draft.claims().getFirst().value("share")).isEqualTo("10");
    }

    @Test
    void datesOf1904WorkbooksAreNotFourYearsOff() {
        ImportDraft draft = readFile(workbook(w -> {
            w.getCTWorkbook().getWorkbookPr().setDate1904(true);
            XSSFSheet sheet = w.createSheet("Events");
            header(sheet, "kind", "date", "who");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("raid");
            Cell cell = row.createCell(1);
            cell.setCellValue(43894 - 1462 + 0.0);
            cell.setCellStyle(style(w, "yyyy-mm-dd"));
        }));

        assertThat(draft.claims().getFirst().when().from().map(Object::toString))
                .contains("2020-03-04");
    }

    @Test
    void failedFormulasAreEmptyCellsWithAWarning() {
        ImportDraft draft = readFile(workbook(w -> {
            XSSFSheet sheet = w.createSheet("Ties");
            header(sheet, "who", "whom", "kind");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("Anna");
            row.createCell(1).setCellFormula("1/0");
            row.createCell(2).setCellValue("kin");
            w.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        assertThat(draft.claims().getFirst().holders(Part.WHOM)).isEmpty();
        assertThat(draft.entities()).hasSize(1);
        assertThat(draft.issues()).anySatisfy(i -> assertThat(i.message()).contains("formula failed"));
    }

    @Test
    void formulasAreDataAndNeverRun() {
        ImportDraft draft = sheet("People", "name | note", "=HYPERLINK(1) | @SUM(1); +cmd!A1")
                .read(folder);

        assertThat(draft.entities().getFirst().label()).isEqualTo("=HYPERLINK(1)");
        assertThat(draft.claims().getFirst().value("note")).isEqualTo("@SUM(1); +cmd!A1");
    }

    @Test
    void hiddenSheetsRowsAndColumnsAreRead() {
        ImportDraft draft = readFile(workbook(w -> {
            XSSFSheet sheet = w.createSheet("People");
            header(sheet, "id", "name");
            row(sheet, 1, "P1", "Anna");
            row(sheet, 2, "P2", "Otto");
            sheet.getRow(2).setZeroHeight(true);
            XSSFSheet hidden = w.createSheet("Ties");
            header(hidden, "who", "whom");
            row(hidden, 1, "P1", "P2");
            hidden.setColumnHidden(1, true);
            w.setSheetHidden(1, true);
        }));

        assertThat(draft.rowsAccepted()).isEqualTo(3);
    }

    @Test
    void mergedCellsOfATitleDoNoHarm() {
        ImportDraft draft = readFile(workbook(w -> {
            XSSFSheet sheet = w.createSheet("People");
            row(sheet, 0, "Persons of the case", "");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            row(sheet, 1, "id", "name");
            row(sheet, 2, "P1", "Anna");
        }));

        assertThat(draft.rowsAccepted()).isEqualTo(1);
        assertThat(draft.entities().getFirst().label()).isEqualTo("Anna");
    }

    @Test
    void repeatedHeadersAndIdenticalRowsAreNotNewFacts() {
        ImportDraft draft = sheet("People", "id | name", "P1 | Anna", "id | name", "P1 | Anna", "P1 | Anna Berg")
                .and("Payments", "payer | payee | amount", "P1 | Otto | 50", "P1 | Otto | 50")
                .read(folder);

        assertThat(draft.rowsRead()).isEqualTo(5);
        assertThat(draft.rowsDuplicate()).isEqualTo(1);
        assertThat(draft.claims())
                .filteredOn(c -> c.type() == ClaimType.PAYMENT)
                .hasSize(2);
        assertThat(draft.entities())
                .filteredOn(e -> e.label().startsWith("Anna"))
                .hasSize(1);
    }

    @Test
    void oneIdForTwoDifferentPeopleNeverMergesThem() {
        ImportDraft draft = sheet("Case", "key | value", "reference | 1", "originator | U")
                .and("People", "id | name", "P1 | Anna Berg", "P1 | Otto Lind", "P2 | Mira Sol", "P2 | Mira Soll")
                .and("Ties", "who | whom", "P1 | P2")
                .read(folder);

        assertThat(draft.entities())
                .extracting(e -> e.label())
                .containsExactlyInAnyOrder("Anna Berg", "Otto Lind", "Mira Sol", "P1");
        assertThat(draft.issues()).anySatisfy(i -> assertThat(i.message()).contains("different names"));
    }

    @Test
    void semicolonCsvOfAGermanExcelReadsTheSame() throws IOException {
        Path csv = Files.createDirectories(folder.resolve("csv"));
        Files.write(
                csv.resolve("People.csv"),
                "sep=;\r\nid;name;status\r\nP1;J\u00f6rg M\u00fcller;suspect\r\nP2;\"Anna; Ania\";victim?\r\n"
                        .getBytes(Charset.forName("windows-1252")));
        Files.writeString(csv.resolve("readme.md"), "not a sheet");
        ImportDraft draft = readFile(csv);

        assertThat(draft.entities()).extracting(e -> e.label()).containsExactly("J\u00f6rg M\u00fcller", "Anna; Ania");
        assertThat(draft.claims()).extracting(c -> c.provenance().row()).containsExactly(2L, 3L);
    }

    @Test
    void aNameThatHoldsASemicolonIsFoundWhole() {
        ImportDraft draft = sheet("Organisations", "id | name", "O1 | Smith; Sons")
                .and("Members", "who | organisation", "O1 | Smith; Sons")
                .read(folder);

        assertThat(draft.entities()).hasSize(1);
    }

    @Test
    void encryptedDamagedAndForeignFilesAreRefusedInOneLine() throws Exception {
        Path good = sheet("People", "name", "Anna").xlsx(folder.resolve("good.xlsx"));
        Path locked = encrypted(good);
        assertThatThrownBy(() -> readFile(locked))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("locked.xlsx")
                .hasMessageContaining("password")
                .hasMessageNotContaining("\n");
        assertThat(new CaseWorkbookImporter().detect(SourceFile.of(locked), ImportOptions.NONE))
                .hasValueSatisfying(d -> assertThat(d.confidence()).isLessThan(0.1));

        byte[] bytes = Files.readAllBytes(good);
        refused(Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length / 2)));
        refused(Files.write(folder.resolve("noise.xlsx"), new byte[] {9, 8, 7, 0, 0, 1, 2, 3}));
        refused(Files.createDirectories(folder.resolve("empty")));
        refused(sheet("Cats", "name", "Tom").xlsx(folder.resolve("cats.xlsx")));
        assertThat(new CaseWorkbookImporter().detect(SourceFile.of(folder.resolve("cats.xlsx")), ImportOptions.NONE))
                .isEmpty();
    }

    @Test
    void aBombIsRefusedInOneLine() throws IOException {
        Path good = sheet("People", "name", "Anna").xlsx(folder.resolve("good.xlsx"));
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipFile in = new ZipFile(good.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    String xml = new String(content, StandardCharsets.UTF_8);
                    int at = xml.indexOf("</sheetData>");
                    out.write(xml.substring(0, at).getBytes(StandardCharsets.UTF_8));
                    byte[] blanks = new byte[1 << 20];
                    Arrays.fill(blanks, (byte) ' ');
                    for (int i = 0; i < 300; i++) {
                        out.write(blanks);
                    }
                    out.write(xml.substring(at).getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(content);
                }
                out.closeEntry();
            }
        }
        refused(bomb);
    }

    @Test
    void previewShowsEverySheetAndWhatEachRowBecomes() {
        Path file = sheet("People", "id | name | hat", "P1 | Anna | red", "P2 | Otto |", "P3 | Mira |")
                .and("Ties", "who | whom | kind", "P1 | P2 | kin")
                .xlsx(folder.resolve("p.xlsx"));
        Preview preview = new CaseWorkbookImporter().preview(SourceFile.of(file), ImportOptions.NONE, 3);

        assertThat(preview.rows()).hasSize(3).allSatisfy(r -> assertThat(r).hasSameSizeAs(preview.columns()));
        assertThat(preview.becomes()).contains("person: subject Anna", "tie: who Anna, whom Otto");
        assertThat(preview.columns())
                .filteredOn(c -> c.header().equals("hat"))
                .singleElement()
                .satisfies(c -> assertThat(c.meaning()).isEmpty());
    }

    @Test
    void aSheetsNameAloneDoesNotMakeACaseWorkbook() {
        Path bank = sheet("Payments", "Buchungstag | Betrag | Saldo", "1.3.2024 | 5 | 7")
                .xlsx(folder.resolve("b.xlsx"));
        Path ours = sheet("Payments", "payer | payee | amount", "A | B | 7").xlsx(folder.resolve("o.xlsx"));

        assertThat(confidence(bank)).isLessThan(0.5);
        assertThat(confidence(ours)).isGreaterThan(0.8);
    }

    private static double confidence(Path file) {
        return new CaseWorkbookImporter()
                .detect(SourceFile.of(file), ImportOptions.NONE)
                .orElseThrow()
                .confidence();
    }

    private static void refused(Path file) {
        assertThatThrownBy(() -> readFile(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(String.valueOf(file.getFileName()))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private Path encrypted(Path good) throws IOException, GeneralSecurityException, InvalidFormatException {
        Path locked = folder.resolve("locked.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage opened = OPCPackage.open(good.toFile());
                    OutputStream out = encryptor.getDataStream(container)) {
                opened.save(out);
            }
            try (OutputStream out = Files.newOutputStream(locked)) {
                container.writeFilesystem(out);
            }
        }
        return locked;
    }

    private Path workbook(Consumer<XSSFWorkbook> fill) {
        Path file = folder.resolve("made.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(workbook);
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(XSSFSheet sheet, String... names) {
        row(sheet, 0, names);
    }

    private static void row(XSSFSheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        List<String> values = List.of(cells);
        for (int c = 0; c < values.size(); c++) {
            row.createCell(c).setCellValue(values.get(c));
        }
    }

    private static void dated(Cell cell, LocalDateTime moment, CellStyle style) {
        cell.setCellValue(moment);
        cell.setCellStyle(style);
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
