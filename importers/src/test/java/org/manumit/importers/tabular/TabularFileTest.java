package org.manumit.importers.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.importers.draft.ImportException;

class TabularFileTest {

    @TempDir
    Path folder;

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private static List<Row> rows(Path file) throws IOException {
        return rows(TabularFile.inspect(file));
    }

    private static List<Row> rows(TabularFile file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = file.open()) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static List<List<String>> texts(Path file) throws IOException {
        return rows(file).stream().map(Row::texts).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineBreakAndCountsPhysicalLines(String lineBreak) throws IOException {
        Path file =
                write("a.csv", String.join(lineBreak, "a,b,c", "1,\"two", "lines\",3", "", "4,\"say \"\"hi\"\"\",6"));
        List<Row> rows = rows(file);
        assertThat(rows.stream().map(Row::texts))
                .containsExactly(
                        List.of("a", "b", "c"),
                        List.of("1", "two" + lineBreak + "lines", "3"),
                        List.of("4", "say \"hi\"", "6"));
        assertThat(rows.stream().map(Row::number)).containsExactly(1L, 2L, 5L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b,c~1,2,3~4,5,6|comma|3",
                "a;b;c~1,5;2,5;3,5~4,5;5,5;6,5|semicolon|3",
                "1;11;770;771;0,5~1;22;770;772;1,5|semicolon|5",
                "a\tb~x, y\tz, w~1,2\t3,4|tab|2",
                "a,note,c~1,x;y,2~2,u;v,3~3,w;z,4|comma|3",
                "Report of May~Subscriber: 1~~a;b;c~1;2;3~1;2;3~1;2;3|semicolon|3",
                "sep=;~a;b~1;2,5|semicolon|2",
                "a^b^c~1^2^3~4^5^6|'^'|3",
                "1 2~2 3~3 1|space|2",
                "'a','b'~'1,5','2'~'2','it''s'|comma|2"
            })
    void findsTheDelimiter(String text, String name, int columns) throws IOException {
        Dialect dialect = TabularFile.inspect(
                        write("a.txt", text.replace('~', '\n').replace("\\t", "\t")))
                .dialect()
                .orElseThrow();
        assertThat(dialect.delimiterName()).isEqualTo(name);
        assertThat(dialect.columns()).isEqualTo(columns);
    }

    @Test
    void leavesOutTheDelimiterDeclarationOfExcel() throws IOException {
        assertThat(texts(write("a.csv", "sep=;\r\na;b\r\n1;2\r\n")))
                .containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Jürgen Müßig zahlt für Façade à Besançon señora José",
        "windows-1250, Łukasz Święcicki wpłacił złotówkę za żółtą łódkę Jiří Dvořák dlužník Žďár Őrség tűzoltó",
        "windows-1250, Ștefănescu plătește înapoi mâine șase sute",
        "windows-1251, Иван Петров звонил в Киев и перевёл деньги матери",
        "windows-1253, Παπαδόπουλος κλήση προς Αθήνα διάρκεια",
        "x-MacRoman, Jürgen Müßig zahlt für Façade à Besançon señora José",
        "UTF-8, Łukasz Иван Müller Παπαδόπουλος",
        "UTF-16LE, Łukasz Иван Müller",
        "UTF-16BE, Łukasz Иван Müller",
    })
    void findsTheEncoding(String charset, String text) throws IOException {
        String spelling = charset.equals("windows-1250")
                ? text.replace('Ș', 'Ş').replace('ș', 'ş').replace('ț', 'ţ')
                : text;
        Path file = write("a.csv", "name,number\n" + spelling + ",12345\nx,1\n", Charset.forName(charset));
        assertThat(texts(file)).contains(List.of(spelling, "12345"));
    }

    @Test
    void leavesOutByteOrderMarks() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = write("a.csv", "\ufeffa,b\n1,ż\n", charset);
            assertThat(texts(file)).as(charset.name()).containsExactly(List.of("a", "b"), List.of("1", "ż"));
        }
    }

    @Test
    void keepsRowsAfterAStrayQuoteAndSaysWhere() throws IOException {
        StringBuilder text = new StringBuilder("from,place,amount\n");
        for (int i = 2; i <= 3000; i++) {
            text.append(i)
                    .append(i == 17 ? ",\"Cafe Luna," : i == 40 ? ",\"Bar \"Sol\"\"," : ",Bar,")
                    .append("5\n");
        }
        try (RowReader reader =
                TabularFile.inspect(write("a.csv", text.toString())).open()) {
            int count = 0;
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                count++;
                assertThat(row.get().number()).isEqualTo(count);
                assertThat(row.get().size()).isEqualTo(3);
                if (count == 17) {
                    assertThat(row.get().text(1)).isEqualTo("\"Cafe Luna");
                }
            }
            assertThat(count).isEqualTo(3000);
            assertThat(reader.repairs()).extracting(RowReader.Repair::line).containsExactly(17L, 40L);
        }
    }

    @Test
    void keepsRowsOfDifferentLengths() throws IOException {
        assertThat(texts(write("a.csv", "a,b,c\n1\n1,2,3,4\n,,\n5,6,7\n")))
                .containsExactly(
                        List.of("a", "b", "c"), List.of("1"), List.of("1", "2", "3", "4"), List.of("5", "6", "7"));
    }

    @Test
    void readsAWorkbookInTheNeutralSpelling() throws IOException {
        Path xlsx = folder.resolve("book.xlsx");
        Path xls = folder.resolve("book.xls");
        for (Path file : List.of(xlsx, xls)) {
            try (Workbook book = file.equals(xlsx) ? new XSSFWorkbook() : new HSSFWorkbook();
                    OutputStream out = Files.newOutputStream(file)) {
                Sheet sheet = book.createSheet("Calls");
                org.apache.poi.ss.usermodel.Row header = sheet.createRow(2);
                header.createCell(0).setCellValue("Start");
                header.createCell(3).setCellValue("Number");
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(4);
                cell(book, row, 0, 45356.94428240741, "dd/mm/yyyy hh:mm:ss");
                cell(book, row, 1, 45356, "dd.mm.yyyy");
                cell(book, row, 2, 0.5, "hh:mm");
                cell(book, row, 3, 40722123456d, "General");
                cell(book, row, 4, 1.25, "[h]:mm:ss");
                cell(book, row, 5, 0.1 + 0.2, "0.00");
                cell(book, row, 6, 722123456, "0000000000");
                row.createCell(7).setCellValue(true);
                row.createCell(8).setCellFormula("1+1");
                row.createCell(9).setCellValue(" Ana ");
                cell(book, row, 10, -1234567.89, "#,##0.00");
                book.createSheet("Empty");
                book.createSheet("Other").createRow(0).createCell(0).setCellValue("x");
                book.write(out);
            }
            List<Row> rows = rows(file);
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).number()).isEqualTo(3);
            Row row = rows.get(1);
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.sheet()).contains("Calls");
            assertThat(row.text(0)).isEqualTo("2024-03-05T22:39:46");
            assertThat(row.kind(0)).isEqualTo(CellKind.DATE_TIME);
            assertThat(row.text(1)).isEqualTo("2024-03-05");
            assertThat(row.kind(1)).isEqualTo(CellKind.DATE);
            assertThat(row.text(2)).isEqualTo("12:00:00");
            assertThat(row.kind(2)).isEqualTo(CellKind.TIME);
            assertThat(row.text(3)).isEqualTo("40722123456");
            assertThat(row.kind(3)).isEqualTo(CellKind.NUMBER);
            assertThat(row.text(4)).isEqualTo("30:00:00");
            assertThat(row.kind(4)).isEqualTo(CellKind.DURATION);
            assertThat(row.text(5)).isEqualTo("0.3");
            assertThat(row.text(6)).isEqualTo("0722123456");
            assertThat(row.text(7)).isEqualTo("true");
            assertThat(row.value(9)).isEqualTo("Ana");
            assertThat(row.text(10)).isEqualTo("-1234567.89");
            assertThat(rows.get(2).sheet()).contains("Other");
            assertThat(TabularFile.inspect(file).sheets()).containsExactly("Calls", "Empty", "Other");
        }
    }

    private static void cell(
            Workbook book, org.apache.poi.ss.usermodel.Row row, int column, double value, String format) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    private void refuses(Path file, String... words) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(String.valueOf(file.getFileName()))
                .message()
                .doesNotContain("\n")
                .contains(words);
    }

    @Test
    void saysWhatAFileIsThatHoldsNoTable() throws Exception {
        refuses(Files.createFile(folder.resolve("empty.csv")), "empty");
        refuses(write("blank.csv", " \r\n\t\n"), "blanks");
        refuses(folder.resolve("missing.csv"), "no such file");
        refuses(Files.createDirectory(folder.resolve("sub")), "folder");
        refuses(write("photo.csv", "\u0089PNG\r\n\u001a\n\u0000", StandardCharsets.ISO_8859_1), "picture");
        refuses(write("a.pdf", "%PDF-1.7\n"), "PDF");
        refuses(write("web.xls", "<html><body><table>"), "web page", "XLSX");
        refuses(write("setup.csv", "MZ\u0000\u0001", StandardCharsets.ISO_8859_1), "program");
        byte[] noise = new byte[4000];
        new java.util.Random(1).nextBytes(noise);
        noise[0] = 'x';
        refuses(Files.write(folder.resolve("noise.csv"), noise), "no text");

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("calls.csv"));
            zip.write("a,b".getBytes(StandardCharsets.UTF_8));
        }
        refuses(Files.write(folder.resolve("calls.csv"), bytes.toByteArray()), "ZIP", "Unpack");
    }

    @Test
    void refusesACutOffWorkbook() throws IOException {
        Path file = folder.resolve("cut.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            book.createSheet("A").createRow(0).createCell(0).setCellValue("x");
            book.write(out);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refuses(file, "cut off or damaged", "Copy it again");
    }

    @Test
    void refusesAProtectedWorkbookAndSaysHowToOpenIt() throws Exception {
        Path file = folder.resolve("secret.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                Workbook book = new XSSFWorkbook()) {
            book.createSheet("A");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                book.write(out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        refuses(file, "protected by a password", "save it without one");
    }

    @Test
    void refusesAWorkbookThatUnpacksToFarTooMuch() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        Path plain = folder.resolve("plain.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(plain)) {
            book.createSheet("A").createRow(0).createCell(0).setCellValue("x");
            book.write(out);
        }
        try (java.util.zip.ZipFile source = new java.util.zip.ZipFile(plain.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : java.util.Collections.list(source.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    String start = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                            + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
                    zip.write(start.getBytes(StandardCharsets.UTF_8));
                    byte[] zeros = "0".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 2000; i++) {
                        zip.write(zeros);
                    }
                } else {
                    source.getInputStream(entry).transferTo(zip);
                }
            }
        }
        refuses(file, "sheet 'A'");
    }

    @Test
    void refusesALineWithoutEndAndARowWithoutEnd() throws IOException {
        Path line = folder.resolve("line.csv");
        try (BufferedWriter out = Files.newBufferedWriter(line)) {
            out.write("a,b\n");
            out.write("x".repeat(3_000_000));
        }
        refuses(line, "line 2 is longer than 1,000,000 characters");
        refuses(write("wide.csv", "a,".repeat(16_000) + "\n"), "more than 10,000 columns");
    }
}
