package org.manumit.importers.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;

class HostileWorkbooksTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    @TempDir
    Path folder;

    /** A workbook of one sheet. */
    private Path workbook(String name, String sheet, String strings, int times) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "/content-types\"><Default Extension=\"rels\" ContentType=\""
                            + "application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + type("workbook.xml", "sheet.main+xml")
                            + type("worksheets/sheet1.xml", "worksheet+xml")
                            + type("sharedStrings.xml", "sharedStrings+xml") + "</Types>");
            part(zip, "_rels/.rels", relations(relation("officeDocument", "xl/workbook.xml")));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations(relation("worksheet", "worksheets/sheet1.xml")
                            + relation("sharedStrings", "sharedStrings.xml")));
            part(zip, "xl/worksheets/sheet1.xml", sheet);
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(("<sst xmlns=\"" + MAIN + "\">").getBytes(StandardCharsets.UTF_8));
            byte[] one = strings.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                zip.write(one);
            }
            zip.write("</sst>".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + KIND + kind + "\"/>";
    }

    private static String relation(String kind, String target) {
        return "<Relationship Id=\"" + kind + "\" Type=\"" + RELATIONS + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + relations + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\"?>" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(String cell) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>";
    }

    private static void read(Path file) throws IOException {
        try (RowReader reader = TabularFile.inspect(SourceFile.of(file)).open()) {
            while (reader.next().isPresent()) {
                // to the end
            }
        }
    }

    private void refuses(Path file, String says) throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining(file.getFileName() + ": ")
                .hasMessageContaining(says)
                .hasMessageNotContaining("\n");
        assertThat(Files.readAllBytes(file)).as("evidence is never written to").isEqualTo(before);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void refusesStringsThatUnpackToFarMore() throws IOException {
        Path bomb = workbook(
                "bomb.xlsx",
                sheet("<c r=\"A1\" t=\"s\"><v>0</v></c>"),
                "<si><t>" + "b".repeat(1 << 16) + "</t></si>",
                300);
        refuses(bomb, "unpacks to far more than it should");
    }

    @Test
    void refusesEntitiesThatExpand() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        Path laughs = workbook(
                "laughs.xlsx", entities + "]>" + sheet("<c r=\"A1\" t=\"inlineStr\"><is><t>&a9;</t></is></c>"), "", 0);
        refuses(laughs, "cannot be read");
    }

    @Test
    void refusesAWorkbookThatIsCutOff() throws IOException {
        Path whole = workbook("cut.xlsx", sheet("<c r=\"A1\"><v>1</v></c>"), "<si><t>x</t></si>", 1);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        refuses(whole, "cut off or damaged");
    }
}
