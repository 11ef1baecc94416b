package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.Claim;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

class CaseWorkbookTemplateTest {

    @TempDir
    Path folder;

    @Test
    void hasEverySheetWithEveryColumnOfTheContract() throws IOException {
        try (XSSFWorkbook workbook = open(template())) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Instructions");
            for (CaseSheet sheet : CaseSheet.values()) {
                Row header = workbook.getSheet(sheet.title()).getRow(0);
                List<String> columns =
                        sheet.allColumns().stream().map(CaseColumn::name).toList();
                assertThat(header.getLastCellNum()).isEqualTo((short) columns.size());
                for (int c = 0; c < columns.size(); c++) {
                    assertThat(header.getCell(c).getStringCellValue()).isEqualTo(columns.get(c));
                }
            }
        }
    }

    @Test
    void offersPickListsThatForbidNothing() throws IOException {
        try (XSSFWorkbook workbook = open(template())) {
            for (CaseSheet sheet : CaseSheet.values()) {
                long lists = sheet.allColumns().stream()
                        .filter(c -> !c.words().isEmpty())
                        .count();
                List<? extends DataValidation> validations =
                        workbook.getSheet(sheet.title()).getDataValidations();
                assertThat(validations).hasSize((int) lists).allSatisfy(v -> {
                    assertThat(v.getShowErrorBox()).isFalse();
                    assertThat(v.getValidationConstraint().getValidationType())
                            .isEqualTo(DataValidationConstraint.ValidationType.LIST);
                });
            }
        }
    }

    @Test
    void leftAsItIsHoldsNothing() throws IOException {
        Path template = template();
        ImportDraft draft = WorkbookOf.readFile(template);

        assertThat(draft.rowsRead()).isZero();
        assertThat(draft.claims()).isEmpty();
        assertThat(draft.entities()).isEmpty();
        assertThat(draft.issues()).extracting(ImportIssue::severity).containsOnly(Severity.NOTE);
        assertThat(new CaseWorkbookImporter().detect(SourceFile.of(template), ImportOptions.NONE))
                .isPresent();
    }

    @Test
    void examplesUseOnlyWhatTheContractKnows() {
        for (CaseSheet sheet : CaseSheet.values()) {
            Map<String, String> example = CaseExamples.of(sheet);
            assertThat(example).as(sheet.title()).isNotEmpty();
            assertThat(sheet.allColumns()).extracting(CaseColumn::name).containsAll(example.keySet());
        }
    }

    @Test
    void anExampleThatWasChangedIsData() throws IOException {
        Path file = template();
        Path filled = folder.resolve("filled.xlsx");
        try (XSSFWorkbook workbook = open(file);
                OutputStream out = Files.newOutputStream(filled)) {
            workbook.getSheet("People").getRow(1).getCell(1).setCellValue("Vera Stone");
            workbook.write(out);
        }
        ImportDraft draft = WorkbookOf.readFile(filled);

        assertThat(draft.rowsRead()).isEqualTo(1);
        assertThat(draft.entities().getFirst().label()).isEqualTo("Vera Stone");
    }

    @Test
    void readingAFilledTemplateGivesExactlyWhatWasPutIn() throws IOException {
        Path file = template();
        Path filled = folder.resolve("filled.xlsx");
        Map<String, Map<String, String>> put = new LinkedHashMap<>();
        try (XSSFWorkbook workbook = open(file);
                OutputStream out = Files.newOutputStream(filled)) {
            for (CaseSheet sheet : CaseSheet.values()) {
                // The example with another note is a row that exercises every column.
                Map<String, String> row = new LinkedHashMap<>(CaseExamples.of(sheet));
                row.replaceAll((k, v) -> v.replace("example-", "x-"));
                row.put("note", "0041 = not a formula; 2024-03 not a date");
                put.put(sheet.title(), row);
                Sheet target = workbook.getSheet(sheet.title());
                Row cells = target.createRow(2);
                for (int c = 0; c < sheet.allColumns().size(); c++) {
                    cells.createCell(c)
                            .setCellValue(
                                    row.getOrDefault(sheet.allColumns().get(c).name(), ""));
                }
            }
            workbook.write(out);
        }
        ImportDraft draft = WorkbookOf.readFile(filled);

        assertThat(draft.rowsRead()).isEqualTo(CaseSheet.values().length);
        for (CaseSheet sheet : CaseSheet.values()) {
            Claim claim = draft.claims().stream()
                    .filter(c -> c.provenance().sheet().equals(sheet.title()))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> row = put.getOrDefault(sheet.title(), Map.of());
            assertThat(claim.type()).isEqualTo(sheet.type());
            assertThat(claim.provenance().row()).isEqualTo(3);
            assertThat(claim.value("note")).isEqualTo(row.get("note"));
            for (CaseColumn column : sheet.columns()) {
                String value = row.getOrDefault(column.name(), "");
                switch (column.content()) {
                    case ID, TEXT, DATE_VALUE, QUANTITY, SHARE, CURRENCY -> {
                        String kept =
                                claim.values().getOrDefault(column.name() + " as written", claim.value(column.name()));
                        assertThat(kept).as(sheet.title() + "." + column.name()).isEqualTo(value);
                    }
                    case REFERENCE ->
                        assertThat(claim.holders(column.part().orElseThrow()).count())
                                .as(sheet.title() + "." + column.name())
                                .isEqualTo(value.isEmpty() ? 0 : value.split(";", -1).length);
                    case FROM ->
                        assertThat(claim.when().from().map(Object::toString).orElse(""))
                                .isEqualTo(value);
                    case TO ->
                        assertThat(claim.when().to().map(Object::toString).orElse(value.equals("open") ? "open" : ""))
                                .isEqualTo(value);
                    case DATE ->
                        assertThat(claim.when().from().map(Object::toString).orElse(""))
                                .isEqualTo(value);
                    case COUNTRY, REFERENCE_OR_ROW, ROW ->
                        assertThat(claim.values().containsKey(column.name())
                                        || value.isEmpty()
                                        || !claim.participants().isEmpty())
                                .isTrue();
                    case SOURCE, PAGE, SOURCE_GRADE, INFORMATION_GRADE, HANDLING -> {}
                }
            }
        }
        assertThat(draft.rowsRejected()).isZero();
    }

    @Test
    void replacesAnExistingFileAndLeavesNothingElseBehind() throws IOException {
        Path file = folder.resolve("case.xlsx");
        Files.writeString(file, "old");
        new CaseWorkbookTemplate().write(file);

        assertThat(WorkbookOf.readFile(file).rowsRead()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private Path template() throws IOException {
        Path file = folder.resolve("template.xlsx");
        new CaseWorkbookTemplate().write(file);
        return file;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }
}
