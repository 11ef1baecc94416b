package org.manumit.importers.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.ImportIssue;

class RowExtractTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatStandsAboveAndTheRowsAsTheyWere() throws IOException {
        Path file = Files.write(
                folder.resolve("calls.csv"),
                lines(
                                "\ufeffOperator: Albion",
                                "",
                                "A Party;B Party;Start",
                                "0711;0712;2025-01-06",
                                "0713;\"a note",
                                "over two lines\";2025-02-31",
                                "0714;0715;2025-01-07")
                        .getBytes(StandardCharsets.UTF_8));

        String extract = extract(file, issue("", 5, "Start"));

        assertThat(extract)
                .isEqualTo(lines(
                        "\ufeffOperator: Albion",
                        "",
                        "A Party;B Party;Start",
                        "0713;\"a note",
                        "over two lines\";2025-02-31"));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @Test
    void keepsTheEncoding() throws IOException {
        Path file = Files.write(
                folder.resolve("anrufe.csv"),
                "Anrufer;Straße;Dauer\n0711;Köln;12\n0712;Münster;fehlt".getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RowExtract.of(file, List.of(issue("", 3, "Dauer"))).orElseThrow().write(out);

        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo("Anrufer;Straße;Dauer\n0712;Münster;fehlt\n");
    }

    @Test
    void keepsTheSheetsOfAWorkbookAndWritesNoFormula() throws IOException {
        Path file = folder.resolve("case.xls.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var people = workbook.createSheet("People");
            for (String[] cells :
                    List.of(new String[] {"id", "born"}, new String[] {"P1", "1990"}, new String[] {"P2", "=1+1"})) {
                var row = people.createRow(people.getPhysicalNumberOfRows());
                row.createCell(0).setCellValue(cells[0]);
                row.createCell(1).setCellValue(cells[1]);
            }
            workbook.createSheet("Ties").createRow(0).createCell(0).setCellValue("id");
            workbook.write(out);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        RowExtract extract =
                RowExtract.of(file, List.of(issue("People", 3, "born"))).orElseThrow();
        extract.write(out);

        assertThat(extract.fileName()).isEqualTo("case.xls rejected.xlsx");
        Path written = Files.write(folder.resolve("out.xlsx"), out.toByteArray());
        TabularFile read = TabularFile.inspect(written);
        assertThat(read.sheets()).containsExactly("People");
        assertThat(read.sample(Optional.of("People"), 9))
                .extracting(Row::texts)
                .containsExactly(List.of("id", "born"), List.of("P2", "=1+1"));
    }

    @Test
    void thereIsNoneOfAFileThatIsNoTableOrHasNoSuchRow() throws IOException {
        Path text = Files.writeString(folder.resolve("a.csv"), "a;b\n1;2\n");
        Path picture = Files.write(folder.resolve("p.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

        assertThat(RowExtract.of(text, List.of(issue("", 0, "")))).isEmpty();
        assertThat(RowExtract.of(picture, List.of(issue("", 3, "")))).isEmpty();
    }

    private static String extract(Path file, ImportIssue issue) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowExtract.of(file, List.of(issue)).orElseThrow().write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ImportIssue issue(String sheet, long line, String column) {
        return new ImportIssue(ImportIssue.Severity.REJECTED, sheet, line, column, "", "", "wrong");
    }
}
