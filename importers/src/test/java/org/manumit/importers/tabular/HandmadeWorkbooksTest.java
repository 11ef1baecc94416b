package org.manumit.importers.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as other programs than Excel write them: allowed, or tolerated by Excel, but not what one expects. */
class HandmadeWorkbooksTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    @TempDir
    Path folder;

    private Path workbook(String main, String relations, String separator, String rows) throws IOException {
        Path file = folder.resolve("export.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", "<Types/>");
            part(
                    zip,
                    "_rels" + separator + ".rels",
                    "<Relationships>" + relation(relations, "officeDocument", "/xl/workbook.xml") + "</Relationships>");
            part(
                    zip,
                    "xl" + separator + "workbook.xml",
                    "<x:workbook xmlns:x=\"" + main + "\" xmlns:r=\"" + relations
                            + "\"><x:workbookPr date1904=\"1\"/><x:sheets>"
                            + "<x:sheet name=\"Calls\" sheetId=\"1\" r:id=\"worksheet\"/>"
                            + "<x:sheet name=\"Chart\" sheetId=\"2\" r:id=\"chartsheet\"/></x:sheets></x:workbook>");
            part(
                    zip,
                    "xl" + separator + "_rels" + separator + "workbook.xml.rels",
                    "<Relationships>" + relation(relations, "worksheet", "./Worksheets/../Worksheets/Sheet1.xml")
                            + relation(relations, "chartsheet", "chartsheets/sheet1.xml")
                            + relation(relations, "sharedStrings", "sharedStrings.xml")
                            + relation(relations, "styles", "styles.xml") + "</Relationships>");
            part(
                    zip,
                    "xl" + separator + "worksheets" + separator + "sheet1.xml",
                    "<x:worksheet xmlns:x=\"" + main + "\"><x:sheetData>" + rows + "</x:sheetData></x:worksheet>");
            part(
                    zip,
                    "xl" + separator + "sharedStrings.xml",
                    "<sst xmlns=\"" + main + "\"><si><r><t>Ana </t></r><r><t>Pop</t></r>"
                            + "<rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si>"
                            + "<si><t>a_x000D_b _x0ZZ_ _x00e9_</t></si></sst>");
            part(
                    zip,
                    "xl" + separator + "styles.xml",
                    "<styleSheet xmlns=\"" + main + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"000000\"/>"
                            + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                            + "<xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        }
        return file;
    }

    private static String relation(String relations, String kind, String target) {
        return "<Relationship Id=\"" + kind + "\" Type=\"" + relations + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\"?>" + text).getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> rows(String main, String relations, String separator, String rows) throws IOException {
        TabularFile file = TabularFile.inspect(workbook(main, relations, separator, rows));
        assertThat(file.sheets()).containsExactly("Calls");
        List<Row> read = new ArrayList<>();
        try (RowReader reader = file.open()) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                read.add(row.get());
            }
        }
        return read;
    }

    @Test
    void readsCellsAndRowsThatDoNotSayWhereTheyStand() throws IOException {
        List<Row> rows = rows(
                MAIN,
                RELATIONS,
                "/",
                "<x:row><x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"s\"><x:v>1</x:v></x:c></x:row><x:row/>"
                        + "<x:row><x:c><x:v>12</x:v></x:c><x:c r=\"D3\" s=\"1\"><x:v>42</x:v></x:c><x:c><x:v>1</x:v></x:c>"
                        + "</x:row><x:row r=\"9\"><x:c r=\"B9\" t=\"inlineStr\"><x:is><x:t>last</x:t></x:is></x:c></x:row>");

        assertThat(rows).extracting(Row::number).containsExactly(1L, 3L, 9L);
        assertThat(rows.get(0).text(0)).isEqualTo("Ana Pop");
        assertThat(rows.get(0).text(1)).isEqualTo("a\rb _x0ZZ_ \u00e9");
        assertThat(rows.get(1).text(0)).isEqualTo("12");
        assertThat(rows.get(1).text(3)).isEqualTo("000042");
        assertThat(rows.get(1).text(4)).isEqualTo("1");
        assertThat(rows.get(2).text(1)).isEqualTo("last");
    }

    @Test
    void readsTheStrictKindWithPartsNamedAsWindowsPaths() throws IOException {
        List<Row> rows = rows(
                STRICT_MAIN,
                STRICT_RELATIONS,
                "\\",
                "<x:row r=\"1\"><x:c r=\"A1\" t=\"d\"><x:v>2024-03-05T22:39:46</x:v></x:c>"
                        + "<x:c r=\"B1\" t=\"d\"><x:v>2024-03-05</x:v></x:c><x:c r=\"C1\" s=\"2\"><x:v>0</x:v></x:c>"
                        + "<x:c r=\"D1\" t=\"e\"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c>"
                        + "<x:c r=\"E1\" t=\"b\"><x:v>1</x:v></x:c><x:c r=\"F1\" t=\"str\"><x:f>A1</x:f><x:v>x_x0041_</x:v>"
                        + "</x:c><x:c r=\"G1\"><x:v>said to be a number</x:v></x:c><x:c r=\"H1\"><x:f>1+1</x:f></x:c>"
                        + "<x:c r=\"I1\"><x:v>4.0722123456E10</x:v></x:c></x:row>");

        Row row = rows.getFirst();
        assertThat(row.text(0)).isEqualTo("2024-03-05T22:39:46");
        assertThat(row.kind(0)).isEqualTo(CellKind.DATE_TIME);
        assertThat(row.text(1)).isEqualTo("2024-03-05");
        assertThat(row.kind(1)).isEqualTo(CellKind.DATE);
        assertThat(row.text(2)).isEqualTo("1904-01-01");
        assertThat(row.text(3)).isEqualTo("#DIV/0!");
        assertThat(row.kind(3)).isEqualTo(CellKind.ERROR);
        assertThat(row.text(4)).isEqualTo("true");
        assertThat(row.text(5)).isEqualTo("xA");
        assertThat(row.text(6)).isEqualTo("said to be a number");
        assertThat(row.kind(6)).isEqualTo(CellKind.TEXT);
        assertThat(row.text(7)).isEmpty();
        assertThat(row.text(8)).isEqualTo("40722123456");
        assertThat(row.kind(8)).isEqualTo(CellKind.NUMBER);
    }

    @Test
    void keepsTextsThatRunAcrossTheBlocksTheyArePackedIn() {
        SharedTexts texts = new SharedTexts();
        String long1 = "\u017E".repeat(400_000);
        String long2 = "x".repeat(900_000);
        texts.add(long1);
        texts.add("");
        texts.add(long2);
        texts.add("end");

        assertThat(texts.get(0)).isEqualTo(long1);
        assertThat(texts.get(1)).isEmpty();
        assertThat(texts.get(2)).isEqualTo(long2);
        assertThat(texts.get(3)).isEqualTo("end");
        assertThat(texts.count()).isEqualTo(4);
    }
}
