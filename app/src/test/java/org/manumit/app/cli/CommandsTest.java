package org.manumit.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.main.Wiring;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** One case through all commands, in the order a user would give them; each start of the store takes seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsTest {

    private static final List<String> VICTIMS = List.of("Mirela Zglobiu", "Zglobiu", "Ilinca", "40799000111");

    @TempDir
    static Path folder;

    private static Path caseFolder;
    private static Path workbook;
    private static Path calls;

    private record Ran(int status, String out, String err) {}

    private static Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Terminal.ErrKind.FILE);
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        int status = new CommandLineProgram(new Wiring(), terminal, "test").run(words.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }

    @BeforeAll
    static void files() throws IOException {
        caseFolder = folder.resolve("case");
        workbook = Files.createDirectory(folder.resolve("workbook"));
        write(
                "Case",
                "key,value",
                "name,Test case",
                "grading scheme,5x5x5",
                "handling,1",
                "source grade,B",
                "information grade,2");
        write(
                "People",
                "id,name,status,handling",
                "p1,Dorin Kraft,suspect,",
                "p2,Mirela Zglobiu,victim,",
                "p3,Ilinca Otter,victim,4",
                "p4,Viktor Sand,suspect,");
        write(
                "Recruitment",
                "victim,by,how,country,from",
                "p2,p1,job offer,RO,2024-01-05",
                "p3,p1,romance,RO,2024-02-01");
        write(
                "Exploitation",
                "victim,by,form,country,from,control",
                "p2,p4,labour,GB,2024-02-01,debt",
                "p3,p4,labour,GB,2024-03-01,threats");
        write("Journeys", "who,moved by,from country,to country,departure", "p2,p1,RO,GB,2024-01-20");
        write("Phones", "id,number,user", "n1,+40799000111,p2", "n2,+40799000222,p1", "n3,+447700900333,p4");
        write("Statements", "who,date,says", "p4,2024-06-01,Zglobiu came by bus and Ilinca knew");
        write("Events", "date,kind,who", "2024-02-10,arrest,p4");
        calls = folder.resolve("calls.csv");
        Files.writeString(calls, """
                A Party,B Party,Start Time (UTC),Duration (s)
                +40799000222,+40799000111,2024-01-03 10:00:00,34
                +40799000111,+447700900333,2024-02-31 10:00:00,5
                +447700900333,+40799000222,2024-02-04 11:00:00,61
                +447700900333,+40799000222,2024-02-05 11:00:00,62
                """, StandardCharsets.UTF_8);
    }

    private static void write(String sheet, String... lines) throws IOException {
        Files.writeString(workbook.resolve(sheet + ".csv"), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(file.toFile());
    }

    @Test
    @Order(1)
    void refusesWhatIsNoSourceWithOneLineAndMakesNoCase() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));

        Ran absent = run("import", caseFolder, folder.resolve("absent.csv"));
        Ran ofNothing = run("import", caseFolder, empty);

        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.err().lines()).hasSize(1).first().asString().contains("absent.csv");
        assertThat(ofNothing.status()).isEqualTo(1);
        assertThat(ofNothing.err().lines()).hasSize(1).first().asString().contains("empty");
        assertThat(caseFolder).doesNotExist();
    }

    @Test
    @Order(2)
    void leavesNoEmptyCaseBehindWhenTheFirstFileIsRefused() throws IOException {
        Path noCalls = folder.resolve("no-calls.csv");
        Files.writeString(noCalls, "colour,shape\nred,round\n", StandardCharsets.UTF_8);

        Ran unreadable = run("import", caseFolder, noCalls, "--kind", "calls");
        Ran strict = run("import", caseFolder, calls, "--strict", "--json", "-");

        assertThat(unreadable.status()).isEqualTo(1);
        assertThat(unreadable.err().lines()).hasSize(1).first().asString().contains("no-calls.csv");
        assertThat(strict.status()).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(strict.out());
        assertThat(report.path("failures").findValuesAsText("path")).containsExactly(calls.toString());
        assertThat(caseFolder).doesNotExist();
    }

    @Test
    @Order(2)
    void opensAProtectedWorkbookWithThePasswordFromAFileAndNeverTellsIt() throws Exception {
        Path locked = folder.resolve("locked.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                POIFSFileSystem container = new POIFSFileSystem()) {
            var sheet = book.createSheet("Calls");
            for (String line : List.of("A Party,B Party,Start Time", "+40799000222,+40799000111,2024-01-03 10:00:00")) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String cell : line.split(",", -1)) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                }
            }
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("pass-4711");
            try (OutputStream out = encryptor.getDataStream(container)) {
                book.write(out);
            }
            try (OutputStream out = Files.newOutputStream(locked)) {
                container.writeFilesystem(out);
            }
        }
        Path right = Files.writeString(folder.resolve("right.txt"), "pass-4711\n");
        Path wrong = Files.writeString(folder.resolve("wrong.txt"), "guess-0815\n");

        Ran without = run("import", caseFolder, locked);
        Ran guessed = run("import", caseFolder, locked, "--password-file", wrong);
        Ran opened = run("import", caseFolder, locked, "--password-file", right, "--dry-run");

        assertThat(without.status()).isEqualTo(1);
        assertThat(without.err().lines()).hasSize(1).first().asString().contains("locked.xlsx", "--password-file");
        assertThat(guessed.status()).isEqualTo(1);
        assertThat(guessed.err().lines()).hasSize(1).first().asString().contains("does not open");
        assertThat(guessed.err()).doesNotContain("0815");
        assertThat(opened.status()).isZero();
        assertThat(opened.out()).contains("1 rows").doesNotContain("4711");
        assertThat(caseFolder).doesNotExist();
    }

    @Test
    @Order(2)
    void saysWhatIsWrongWithTheUsage() {
        assertThat(run("import").status()).isEqualTo(2);
        assertThat(run("nonsense").status()).isEqualTo(2);
        assertThat(run("import", caseFolder, calls, "--zone", "Moon/Base").status())
                .isEqualTo(2);
        assertThat(run("analyse", caseFolder).status()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void importsWhatIsGoodAndAccountsForEveryRow() throws IOException {
        Path report = folder.resolve("import.json");

        Ran ran = run("import", caseFolder, workbook, calls, "--json", report);

        assertThat(ran.err()).contains("row 3");
        assertThat(ran.status()).isZero();
        JsonNode json = json(report);
        assertThat(json.path("schema").asText()).isEqualTo("manumit-import/1");
        for (JsonNode file : json.path("files")) {
            assertThat(file.path("rowsRead").asLong())
                    .isEqualTo(file.path("rowsAccepted").asLong()
                            + file.path("rowsRejected").asLong()
                            + file.path("rowsDuplicate").asLong());
            assertThat(file.path("sha256").asText()).hasSize(64);
        }
        JsonNode callFile = json.path("files").get(1);
        assertThat(callFile.path("kind").asText()).isEqualTo("calls");
        assertThat(callFile.path("rowsAccepted").asInt()).isEqualTo(3);
        assertThat(callFile.path("issues").findValuesAsText("severity")).contains("rejected");
    }

    @Test
    @Order(4)
    void saysThatOfATableNobodyKnowsOnlyTheWordsAreRead() throws IOException {
        Path unknown = Files.writeString(
                folder.resolve("unknown.csv"), "Zork,Blib,Quam\nred,4,oak\nblue,5,elm\ngreen,6,ash\n");
        Path text = Files.writeString(
                folder.resolve("statement.txt"), "He came by bus, she said, and left.\nNobody met him, she said.\n");

        Ran ran = run("import", folder.resolve("unmade"), unknown, "--dry-run");
        assertThat(ran.out()).contains("document");
        assertThat(ran.err()).contains("columns nobody knows").contains("--column");

        assertThat(run("import", folder.resolve("unmade"), text, "--dry-run").err())
                .doesNotContain("nobody knows");
        assertThat(run("import", folder.resolve("unmade"), unknown, "--kind", "document", "--dry-run")
                        .err())
                .doesNotContain("nobody knows");
    }

    @Test
    @Order(4)
    void saysThatNothingWasReadOfATableWithoutRows() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty-export.csv"), "Calling number;Called number;Date;Time\n");
        assertThat(run("import", folder.resolve("unmade"), empty, "--dry-run").err())
                .contains("No row was read as a record");
    }

    @Test
    @Order(4)
    void addsNothingWhenTheSameFileComesAgain() throws IOException {
        Path report = folder.resolve("again.json");

        Ran ran = run("import", caseFolder, calls, "--json", report);

        assertThat(ran.status()).isZero();
        JsonNode file = json(report).path("files").get(0);
        assertThat(file.path("rowsDuplicate").asInt())
                .isEqualTo(4)
                .isEqualTo(file.path("rowsRead").asInt());
        assertThat(file.path("claims").asInt()).isZero();
    }

    @Test
    @Order(5)
    void analysesInTheFormOfTheContract() throws IOException {
        Path analysis = folder.resolve("analysis.json");

        Ran ran = run("analyse", caseFolder, "--json", analysis);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        JsonNode json = json(analysis);
        assertThat(json.path("schema").asText()).isEqualTo("manumit-analysis/1");
        JsonNode network = json.path("networks").get(0);
        assertThat(network.path("class").path("verdict").asText())
                .isIn("entrepreneurial", "hybrid", "transnational", "insufficient");
        assertThat(network.path("shape").path("verdict").asText())
                .isIn("flux", "broker", "chain", "mesh", "hub", "insufficient");
        assertThat(network.path("roles").findValuesAsText("role")).contains("RECRUITER", "EXPLOITER", "VICTIM");
        assertThat(network.path("critical").findValuesAsText("label")).doesNotContain("Mirela Zglobiu", "Ilinca Otter");
        assertThat(json.path("calls").path("successors").isArray()).isTrue();
        assertThat(json.path("money").path("findings").isArray()).isTrue();
        assertThat(json.path("centrality").isArray()).isTrue();
    }

    @Test
    @Order(5)
    void saysWhatANetworkCouldStillDoWithoutSomebodyAndNeverTakesOutAVictim() throws IOException {
        Path answer = folder.resolve("whatif.json");

        Ran ran = run("whatif", caseFolder, "--remove", "viktor sand", "--json", answer);
        Ran fewest = run("whatif", caseFolder);
        Ran victim = run("whatif", caseFolder, "--remove", "Mirela Zglobiu");

        assertThat(ran.err()).isEmpty();
        JsonNode network = json(answer).path("networks").get(0);
        assertThat(network.path("stopsTheFlow").asBoolean()).isTrue();
        assertThat(network.path("before").path("routes").asInt()).isEqualTo(1);
        assertThat(network.path("roles").findValuesAsText("role")).contains("EXPLOITER");
        assertThat(fewest.out())
                .contains("The fewest whose removal stops the flow to exploitation: ")
                .doesNotContain("Mirela Zglobiu", "Ilinca Otter");
        assertThat(victim.status()).isEqualTo(CommandLineProgram.FAILED);
        assertThat(victim.err()).hasLineCount(1).contains("victims are never among them");
    }

    @Test
    @Order(5)
    void saysHowTwoAreJoinedAndByWhichCallsWordCanHaveCome() throws IOException {
        Path answer = folder.resolve("paths.json");

        Ran ways = run("paths", caseFolder, "dorin kraft", "Viktor Sand", "--most", "2", "--json", answer);
        Ran network = run("paths", caseFolder, "Dorin Kraft", "Viktor Sand", "Ilinca Otter");
        Ran inTime = run("paths", caseFolder, "Viktor Sand", "Mirela Zglobiu", "--in-time", "--gap", "24");

        assertThat(ways.err()).isEmpty();
        JsonNode best = json(answer).path("ways").get(0);
        assertThat(json(answer).path("schema").asText()).isEqualTo("manumit-paths/1");
        assertThat(best.path("entities").findValuesAsText("label")).containsExactly("Dorin Kraft", "Viktor Sand");
        assertThat(best.path("steps").get(0).path("calls").asInt()).isEqualTo(2);
        assertThat(best.path("steps").get(0).path("evidence")).isNotEmpty();
        assertThat(network.out()).contains("smallest network").contains("Ilinca Otter");
        assertThat(inTime.out()).startsWith("Nothing in the case joins Viktor Sand and Mirela Zglobiu");
        assertThat(run("paths", caseFolder, "Dorin Kraft", "Mirela Zglobiu", "--in-time")
                        .out())
                .contains("2024-01-03T10:00Z");
    }

    @Test
    @Order(5)
    void refusesAPathOfWhichItCannotBeSaidWhereItGoes() {
        Ran three = run("paths", caseFolder, "Dorin Kraft", "Viktor Sand", "Ilinca Otter", "--in-time");
        Ran unknown = run("paths", caseFolder, "Dorin Kraft", "Nobody Known");

        assertThat(three.status()).isEqualTo(CommandLineProgram.USAGE);
        assertThat(unknown.status()).isEqualTo(CommandLineProgram.FAILED);
        assertThat(unknown.err()).hasLineCount(1).contains("Nobody Known");
    }

    @Test
    @Order(5)
    void listsWhomSomebodyCallsAndWhomSeveralHaveInCommon() throws IOException {
        Path answer = folder.resolve("calls.json");

        Ran ran = run("calls", caseFolder, "Viktor Sand", "Mirela Zglobiu", "--json", answer);
        Ran inJanuary = run("calls", caseFolder, "Dorin Kraft", "--to", "2024-01");
        Ran countries = run("calls", caseFolder);

        assertThat(ran.err()).isEmpty();
        JsonNode json = json(answer);
        assertThat(json.path("schema").asText()).isEqualTo("manumit-calls/1");
        JsonNode toll = json.path("people").get(0).path("tolls").get(0);
        assertThat(toll.path("with").asText()).isEqualTo("+40799000222");
        assertThat(toll.path("made").asInt()).isEqualTo(2);
        assertThat(toll.path("seconds").asInt()).isEqualTo(123);
        assertThat(json.path("common")).extracting(JsonNode::asText).containsExactly("+40799000222");
        JsonNode shared = json.path("shared").get(0);
        assertThat(shared.path("with").asText()).isEqualTo("+40799000222");
        assertThat(shared.path("by").findValuesAsText("label")).containsExactly("Viktor Sand", "Mirela Zglobiu");
        assertThat(json.path("users").findValuesAsText("user")).contains("Viktor Sand");
        assertThat(inJanuary.out()).startsWith("Dorin Kraft: 1 record with 1 number");
        assertThat(countries.out()).contains("+40").contains("+44");
    }

    @Test
    @Order(5)
    void tellsWhatStandsOutInCallsAsTheAnalysisDoes() throws IOException {
        Path answer = folder.resolve("patterns.json");
        Path analysis = folder.resolve("patterns-analysis.json");

        Ran ran = run("calls", caseFolder, "--passed-on", "10", "--json", answer);
        run("analyse", caseFolder, "--json", analysis);
        Ran words = run("calls", caseFolder);
        Ran never = run("calls", caseFolder, "--passed-on", "0");

        assertThat(ran.err()).isEmpty();
        JsonNode patterns = json(answer).path("patterns");
        assertThat(patterns.path("habits").isArray()).isTrue();
        assertThat(patterns.path("hours").path("MONDAY")).hasSize(24);
        json(analysis).path("calls").properties().forEach(told -> assertThat(
                        patterns.path(told.getKey()).isArray())
                .as(told.getKey())
                .isTrue());
        assertThat(words.out()).contains("When in the week").contains("the busiest hour is");
        assertThat(never.status()).isEqualTo(CommandLineProgram.USAGE);
    }

    @Test
    @Order(5)
    void measuresWhoStandsWhereAndRanksNoVictim() throws IOException {
        Path answer = folder.resolve("measures.json");

        Ran ran = run("measures", caseFolder, "--directed", "--exact", "--json", answer);
        Ran table = run("measures", caseFolder, "--things");

        assertThat(ran.err()).isEmpty();
        JsonNode json = json(answer);
        assertThat(json.path("schema").asText()).isEqualTo("manumit-measures/1");
        assertThat(json.path("betweenness").path("kind").asText()).isEqualTo("exact");
        assertThat(json.path("measures").findValuesAsText("label")).contains("Dorin Kraft", "Viktor Sand");
        assertThat(json.path("directed").findValuesAsText("label")).contains("Dorin Kraft", "Viktor Sand");
        assertThat(json.path("directed")).allSatisfy(row -> assertThat(row.fieldNames())
                .toIterable()
                .contains("coreIn", "coreOut", "cutPoint", "community", "strongPart"));
        assertThat(json.path("strongBridges").isArray()).isTrue();
        assertThat(json.toString()).doesNotContain(VICTIMS);
        assertThat(table.out()).contains("betweenness (exact)").doesNotContain(VICTIMS);
    }

    @Test
    @Order(5)
    void comparesTheNetworkBeforeAndAfterAnEventAndSaysWhichEventsThereAre() throws IOException {
        Path answer = folder.resolve("happened.json");

        Ran ran = run("whatif", caseFolder, "--event", "arrest", "--json", answer);
        Ran words = run("whatif", caseFolder, "--event", "2024-02-10");
        Ran unknown = run("whatif", caseFolder, "--event", "flood");

        assertThat(ran.err()).isEmpty();
        assertThat(words.out())
                .contains("before and after the arrest of 2024-02-10")
                .contains("Viktor Sand");
        assertThat(json(answer).path("schema").asText()).startsWith("manumit-");
        assertThat(json(answer).toString()).contains("2024-02-10");
        assertThat(unknown.status()).isEqualTo(CommandLineProgram.FAILED);
        assertThat(unknown.err()).hasLineCount(1).contains("no event is flood").contains("arrest");
    }

    @Test
    @Order(5)
    void writesJsonToStandardOutputAndNothingElseWithIt() throws IOException {
        Ran imported = run("import", caseFolder, calls, "--json", "-");
        Ran analysed = run("analyse", caseFolder, "--json", "-");

        assertThat(new JsonMapper().readTree(imported.out()).path("schema").asText())
                .isEqualTo("manumit-import/1");
        assertThat(imported.err()).contains("calls.csv");
        assertThat(new JsonMapper().readTree(analysed.out()).path("schema").asText())
                .isEqualTo("manumit-analysis/1");
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    @Order(6)
    void namesNoVictimAnywhereInTheBriefOrAnExport() throws IOException {
        Path brief = folder.resolve("brief.docx");
        Path pdf = folder.resolve("brief.pdf");
        Path graphml = folder.resolve("graph.graphml");
        Path chart = folder.resolve("chart.svg");

        assertThat(run("brief", caseFolder, "--out", brief).err()).isEmpty();
        assertThat(run("brief", caseFolder, "--out", pdf).err()).isEmpty();
        assertThat(run("export", caseFolder, "--exact", "--out", graphml).err()).isEmpty();
        assertThat(run("export", caseFolder, "--out", chart).err()).isEmpty();

        String text = text(brief);
        assertThat(text)
                .contains("Dorin Kraft", "Victim 1", "SHA-256", "Non-punishment")
                .doesNotContain(VICTIMS);
        assertThat(text).doesNotContainPattern("\\b00\\d, l\\.");
        assertThat(pdfText(pdf)).contains("Dorin Kraft", "Victim 1", "SHA-256").doesNotContain(VICTIMS);
        assertThat(Files.readString(graphml)).contains("Victim 1").doesNotContain(VICTIMS);
        assertThat(Files.readString(chart)).contains("Victim 1").doesNotContain(VICTIMS);
    }

    @Test
    @Order(7)
    void leavesOutWhatAnAudienceMayNotSeeAndCountsIt() throws IOException {
        Path forPolice = folder.resolve("police.docx");
        Path forPartners = folder.resolve("partners.docx");

        assertThat(run("brief", caseFolder, "--out", forPolice, "--audience", "1")
                        .status())
                .isZero();
        assertThat(run("brief", caseFolder, "--out", forPartners, "--de-personalised")
                        .status())
                .isZero();
        Ran unknown = run("brief", caseFolder, "--out", folder.resolve("x.docx"), "--audience", "9");

        assertThat(text(forPolice))
                .contains("1 statement or record that may not be released")
                .doesNotContain(VICTIMS);
        assertThat(text(forPartners))
                .doesNotContain(VICTIMS)
                .doesNotContain("Kraft", "Viktor", "447700900333", "calls.csv");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(folder.resolve("x.docx")).doesNotExist();
    }

    @Test
    @Order(8)
    void saysWhichEndingsAreServed() {
        Ran ran = run("export", caseFolder, "--out", folder.resolve("graph.xyz"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains(".graphml");
    }

    @Test
    @Order(9)
    void findsAnOriginalThatWasChanged() throws IOException {
        assertThat(run("check", caseFolder).status()).isZero();
        Path original;
        try (var files = Files.walk(caseFolder.resolve("originals"))) {
            original = files.filter(f -> f.endsWith("calls.csv")).findFirst().orElseThrow();
        }
        Files.writeString(original, "changed");

        Ran ran = run("check", caseFolder);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("calls.csv", "changed");
    }

    private static String pdfText(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(file.toString())) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page).replaceAll("\\s+", " "))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String text(Path brief) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (InputStream in = Files.newInputStream(brief);
                XWPFDocument word = new XWPFDocument(in);
                XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
            parts.put("text", extractor.getText());
            parts.put(
                    "title",
                    String.valueOf(word.getProperties().getCoreProperties().getTitle()));
            parts.put("pictures", word.getDocument().toString());
        }
        return String.join("\n", parts.values());
    }
}
