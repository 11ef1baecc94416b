package org.manumit.importers.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.golden.DraftText;
import org.manumit.importers.tabular.RowExtract;

/** Files made to do harm end in one line that names them, and reach nothing outside themselves. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFilesTest {

    static final String CHART =
            "<Chart><ApplicationVersion Major=\"9\"/><ChartItemCollection><ChartItem Label=\"Ana\"><End><Entity EntityId=\"1\""
                    + " Identity=\"Ana\"><Icon><IconStyle Type=\"Person\"/></Icon></Entity></End></ChartItem><ChartItem"
                    + " Label=\"Ion\"><End><Entity EntityId=\"2\" Identity=\"Ion\"/></End></ChartItem><ChartItem"
                    + " Label=\"knows\"><Link End1Id=\"1\" End2Id=\"2\"><LinkStyle Type=\"knows\""
                    + " ArrowStyle=\"ArrowOnHead\"/></Link></ChartItem></ChartItemCollection></Chart>";

    /** The kinds of XML that are read, each with a place for something that does not belong there. */
    private static final Map<String, String> XML = Map.of(
            "network.graphml",
            "<graphml><key id=\"k\" for=\"node\" attr.name=\"note\"/><graph><node id=\"a\"><data key=\"k\">#</data></node>"
                    + "<node id=\"b\"/><edge source=\"a\" target=\"b\"/></graph></graphml>",
            "network.gexf",
            "<gexf version=\"1.3\"><graph><nodes><node id=\"a\" label=\"a\">#</node><node id=\"b\"/></nodes><edges><edge"
                    + " source=\"a\" target=\"b\"/></edges></graph></gexf>",
            "sms.xml",
            "<smses count=\"1\"><sms address=\"+40722000001\" date=\"1709632800000\" type=\"1\" body=\"b\"/>#</smses>",
            "calls.xml",
            "<calls count=\"1\"><call number=\"+40722000001\" date=\"1709632800000\" type=\"1\"/>#</calls>",
            "statement.xml",
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt><Stmt><Id>#</Id></Stmt>"
                    + "</BkToCstmrStmt></Document>",
            "report.xml",
            "<project xmlns=\"http://pa.cellebrite.com/report/2.0\"><metadata><item name=\"MSISDN\">#</item></metadata>"
                    + "</project>",
            "chart.anx",
            CHART.replace("</ChartItemCollection>", "#</ChartItemCollection>"));

    @TempDir
    Path folder;

    private static Stream<String> xml() {
        return XML.keySet().stream().sorted();
    }

    private Path xml(String name, String declarations, String inside) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "<?xml version=\"1.0\"?>" + declarations
                        + XML.getOrDefault(name, "").replace("#", inside));
    }

    @ParameterizedTest
    @MethodSource("xml")
    void expandsNoEntity(String name) throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        assertThat(EveryImporter.refusal(xml(name, laughs + "]>", "&a9;"))).contains("entities of its own");
    }

    @ParameterizedTest
    @MethodSource("xml")
    void fetchesNothingThatTheFileNames(String name) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "SECRET");
        String uri = secret.toUri().toString();

        assertThat(EveryImporter.refusal(xml(name, "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + uri + "\">]>", "&e;")))
                .contains("entities of its own")
                .doesNotContain("SECRET");
        for (Path file : List.of(
                xml(name, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", ""),
                xml(
                        name,
                        "",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"" + uri
                                + "\"/>"))) {
            assertThat(DraftText.lines(EveryImporter.draft(file))).noneMatch(line -> line.contains("SECRET"));
        }
    }

    @ParameterizedTest
    @MethodSource("xml")
    void doesNotFollowElementsWithoutEnd(String name) throws IOException {
        assertThat(EveryImporter.refusal(xml(name, "", "<a>".repeat(100_000)))).contains(name);
    }

    @ParameterizedTest
    @MethodSource("xml")
    void readsXmlThatIsOneLineHoweverLong(String name) throws IOException {
        ImportDraft draft = EveryImporter.draft(xml(name, "", "<x y=\"1\"/>".repeat(200_000)));
        assertThat(draft.kind()).isNotEqualTo("document");
    }

    @ParameterizedTest
    @MethodSource("xml")
    void passesOverPicturesThatStandInAttributes(String name) throws IOException {
        String picture = "R0lGODlhAQABAIAAAAAAAP&amp;&#228;\u00e4".repeat(100_000);
        ImportDraft with =
                EveryImporter.draft(xml(name, "", "<!-- " + picture + " --><part data=\"" + picture + "\"/>"));
        ImportDraft without = EveryImporter.draft(xml(name, "", "<part/>"));
        assertThat(with.rowsRead()).isEqualTo(without.rowsRead());
        assertThat(with.rowsAccepted()).isEqualTo(without.rowsAccepted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.csv",
                "a.txt",
                "a.gml:graph [ node [ id ",
                "a.net:*Vertices 1\n1 \"",
                "a.dl:dl n=2 format=fullmatrix data: ",
                "a.json:{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\""
            })
    void refusesALineThatDoesNotEnd(String file) throws IOException {
        String[] parts = file.split(":", 2);
        Path path = folder.resolve(parts[0]);
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write((parts.length > 1 ? parts[1] : "").getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 8; i++) {
                out.write(block);
            }
        }
        assertThat(EveryImporter.end(path))
                .satisfiesAnyOf(
                        end -> assertThat(end)
                                .isInstanceOfSatisfying(
                                        EveryImporter.End.Refused.class,
                                        refused -> assertThat(refused.line()).contains("longer than")),
                        end -> assertThat(end).isInstanceOfSatisfying(EveryImporter.End.Read.class, read -> assertThat(
                                        read.draft().rowsRejected())
                                .isPositive()));
    }

    @Test
    void refusesMoreColumnsThanAnyTableHas() throws IOException {
        String row = IntStream.range(0, 16_384).mapToObj(Integer::toString).collect(Collectors.joining(",")) + "\n";
        Path file = Files.writeString(folder.resolve("wide.csv"), row.repeat(5));
        assertThat(EveryImporter.refusal(file)).contains("columns");
    }

    @Test
    void passesOverAnyNumberOfEmptyRows() throws IOException {
        Path file = Files.writeString(
                folder.resolve("empty.csv"),
                "caller,called,start,duration\n" + ",,,\n".repeat(300_000)
                        + "+40722000001,+40722000002,2024-03-05 10:00:00,5\n");
        assertThat(EveryImporter.draft(file).calls().size()).isEqualTo(1);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested.zip", "nested.xlsx", "nested.docx", "nested.ufdr"})
    void unpacksNoArchiveWithinAnArchive(String name) throws IOException {
        byte[] inner = zip(Map.of("0.txt", new byte[1 << 20]));
        for (int depth = 0; depth < 6; depth++) {
            inner = zip(Map.of("a.zip", inner, "b.zip", inner, "../../escaped.txt", new byte[1]));
        }
        Path file = Files.write(folder.resolve(name), inner);

        assertThat(EveryImporter.refusal(file)).contains(name);
        assertThat(folder.resolveSibling("escaped.txt")).doesNotExist();
    }

    @Test
    void refusesAReportThatUnpacksToFarMoreThanItShould() throws IOException {
        Path file = folder.resolve("bomb.ufdr");
        byte[] block = "<item name=\"x\">aaaaaaaaaaaaaaa</item>".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("report.xml"));
            zip.write("<project xmlns=\"http://pa.cellebrite.com/report/2.0\"><metadata>"
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 110; i++) {
                zip.write(block);
            }
        }
        assertThat(EveryImporter.refusal(file)).contains("far more than it should");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep.json", "deep.txt", "deep.csv", "deep.gml"})
    void saysSomethingOfAFileThatIsOnlyBrackets(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "[".repeat(2_000_000));
        assertThat(EveryImporter.refusal(file)).isNotBlank();
    }

    @Test
    void judgesAFileByWhatItHoldsAndNotByItsName() throws IOException {
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 3};
        assertThat(EveryImporter.refusal(Files.write(folder.resolve("calls.xlsx"), picture)))
                .contains("picture");
        List<String> calls = List.of(
                "caller,called,start,duration",
                "+40722000001,+40722000002,2024-03-05 10:00:00,5",
                "+40722000001,+40722000003,2024-03-05 11:00:00,7");
        Path wide = Files.write(folder.resolve("wide.csv"), calls, StandardCharsets.UTF_16LE);
        assertThat(EveryImporter.draft(wide).calls().size()).isEqualTo(2);
        Path named = Files.write(folder.resolve("calls.jpg"), calls);
        assertThat(EveryImporter.draft(named).calls().size()).isEqualTo(2);
    }

    @Test
    void waitsForNoPipeAndReadsNoDevice() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")), "only where there are devices");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        Assumptions.assumeTrue(made.waitFor() == 0, "only where pipes can be made");
        Path device = Files.createSymbolicLink(folder.resolve("device.csv"), Path.of("/dev/zero"));
        Path dangling = Files.createSymbolicLink(folder.resolve("nowhere.csv"), folder.resolve("nothing"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop.csv"), folder.resolve("loop.csv"));
        Path directory = Files.createDirectory(folder.resolve("folder.csv"));

        assertThat(EveryImporter.refusal(pipe)).contains("no file but a pipe");
        assertThat(EveryImporter.refusal(device)).contains("device");
        assertThat(EveryImporter.refusal(dangling)).contains("no such file");
        assertThat(EveryImporter.refusal(loop)).contains("cannot be read");
        assertThat(EveryImporter.refusal(directory)).contains("folder");
    }

    @Test
    void keepsWhatLooksLikeAFormulaAsTextAndWritesItOutDead() throws IOException {
        List<String> lines = List.of(
                "caller,called,start,duration,note",
                "+40722000001,+40722000002,2024-03-05 10:00:00,5,=1+1",
                "+40722000001,+40722000004,2024-03-05 11:00:00,6,",
                "+40722000001,+40722000005,2024-03-05 12:00:00,7,",
                "+40722000001,+40722000006,2024-03-05 13:00:00,8,",
                "=cmd|'/c calc'!A0,+40722000003,never,-5,\"@SUM(A1)\"",
                "\"=\"\"0722000001\"\"\",+40722000003,never,+7,-2+3");
        Path file = Files.write(folder.resolve("live.csv"), lines);
        ImportDraft draft = EveryImporter.draft(file);
        assertThat(draft.rowsRejected()).isEqualTo(2);
        assertThat(draft.calls().extra(0))
                .hasValueSatisfying(extra -> assertThat(extra).contains("=1+1"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowExtract.of(
                        file,
                        draft.issues().stream()
                                .filter(issue -> issue.severity() == Severity.REJECTED)
                                .toList())
                .orElseThrow()
                .write(out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        lines.get(0),
                        "'=cmd|'/c calc'!A0,+40722000003,never,-5,\"'@SUM(A1)\"",
                        "\"=\"\"0722000001\"\"\",+40722000003,never,+7,'-2+3");
    }
}
