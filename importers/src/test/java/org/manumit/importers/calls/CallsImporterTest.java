package org.manumit.importers.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.DraftText;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnMappingFolder;

class CallsImporterTest {

    private final CallsImporter importer = new CallsImporter();

    @TempDir
    Path folder;

    static Stream<Path> pairs() throws IOException, URISyntaxException {
        return GoldenPairs.in("calls");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readsEachLayoutAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    static Stream<Path> backups() throws IOException, URISyntaxException {
        return GoldenPairs.in("backups");
    }

    @ParameterizedTest
    @MethodSource("backups")
    void readsEachHandsetBackupAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(new PhoneBackupImporter(), source);
    }

    static Stream<Path> messengers() throws IOException, URISyntaxException {
        return GoldenPairs.in("messengers");
    }

    @ParameterizedTest
    @MethodSource("messengers")
    void readsEachMessengersExportAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(new MessengerExportImporter(), source);
    }

    static Stream<Path> chats() throws IOException, URISyntaxException {
        return GoldenPairs.in("chats");
    }

    @ParameterizedTest
    @MethodSource("chats")
    void readsEachChatAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(new ChatTextImporter(), source);
    }

    static Stream<Path> locations() throws IOException, URISyntaxException {
        return GoldenPairs.in("locations");
    }

    @ParameterizedTest
    @MethodSource("locations")
    void readsEachLocationHistoryAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(new LocationHistoryImporter(), source);
    }

    static Stream<Path> voice() throws IOException, URISyntaxException {
        return GoldenPairs.in("voice");
    }

    @ParameterizedTest
    @MethodSource("voice")
    void readsEachPageOfGoogleVoiceAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(new VoicePageImporter(), source);
    }

    @Test
    void takesTheSubscriberFromTheNameOfAFileWhoseEndingIsANumber() throws IOException {
        SourceFile file = file("447700900111.001", """
                Other party,Direction,Time
                +33687654322,outgoing,2024-01-05 08:15:22
                """);

        assertThat(DraftText.lines(read(file, ImportOptions.NONE)))
                .anyMatch(line -> line.startsWith("call") && line.contains("447700900111 ->"));
    }

    @Test
    void saysThatNumbersInNationalFormAreNotJoinedWithInternationalOnes() throws IOException {
        SourceFile file = file("calls.csv", """
                Caller,Called,Time
                0612345678,+33687654322,2024-01-05 08:15:22
                0612345678,06 87 65 43 22,2024-01-05 09:15:22
                """);

        ImportDraft draft = read(file, ImportOptions.NONE);

        assertThat(draft.issues())
                .extracting(ImportIssue::message)
                .anyMatch(message -> message.startsWith("2 numbers in national form, such as '06 87 65 43 22'")
                        && message.endsWith("(nearly all others are of FR)."));
    }

    @Test
    void readsListsBelowOneAnotherEachByItsOwnHeadersHoweverFarDownTheyStand() throws IOException {
        StringBuilder text =
                new StringBuilder("Subscriber number,+40722000111\nCalls made\nDate,Called number,Duration\n");
        for (int i = 0; i < 2500; i++) {
            text.append("2024-03-05 10:15:22,+4073300%04d,%d\n".formatted(i, i % 60));
        }
        text.append("\nCalls received\nDate,Calling number,Duration,Cell ID\n");
        for (int i = 0; i < 2500; i++) {
            text.append("2024-03-06 10:15:22,+4073400%04d,%d,226-1-9\n".formatted(i, i % 60));
        }
        text.append("Messages sent\nDate,Recipient number\n2024-03-07 10:15:22,+40735000001\n");
        SourceFile file = file("three-lists.csv", text.toString());

        ImportDraft draft = importer.read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);

        assertThat(draft.rowsRead()).isEqualTo(5001);
        assertThat(draft.rowsAccepted()).isEqualTo(5001);
        List<String> lines = DraftText.lines(draft);
        assertThat(lines)
                .contains(
                        "call 4 phone:+40722000111 -> phone:+40733000000 2024-03-05T10:15:22Z 0s",
                        "call 2507 phone:+40734000000 -> phone:+40722000111 2024-03-06T10:15:22Z 0s TO_CELL=226-1-9");
    }

    @Test
    void takesNoTextWithDatesForAChat() throws IOException {
        for (String text : List.of(
                "05/03/2024, 10:15 - The meeting began.\n05/03/2024, 11:15 - The meeting ended.\n",
                "Report of 05/03/2024\n[05/03/2024, 10:15:22] Ana: hello\n",
                "date,from,to\n05/03/2024,A,B\n")) {
            assertThat(new ChatTextImporter().detect(file("text.txt", text), ImportOptions.NONE))
                    .as(text)
                    .isEmpty();
        }
    }

    private SourceFile file(String name, String text) throws IOException {
        return SourceFile.of(Files.writeString(folder.resolve(name), text));
    }

    private ImportDraft read(SourceFile file, ImportOptions options) {
        return importer.read(file, options, Progress.NONE, Cancellation.NEVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A-Number,B-Number,Start Time,Duration,Type",
                "Anrufer,Angerufener,Beginn,Dauer,Dienst",
                "Numéro appelant,Numéro appelé,Date et heure,Durée,Type d'appel",
                "Número origen,Número destino,Fecha y hora,Duración,Tipo de llamada",
                "Numero chiamante,Numero chiamato,Data e ora,Durata,Tipologia",
                "Número chamador,Número chamado,Data e hora,Duração,Tipo de chamada",
                "Beller,Gebelde,Datum en tijd,Duur,Soort gesprek",
                "Numer A,Numer B,Data i godzina,Czas trwania,Rodzaj połączenia",
                "Număr apelant,Număr apelat,Data și ora,Durata,Tip apel",
                "Повикващ номер,Повикан номер,Дата и час,Продължителност,Вид услуга",
                "Hívó szám,Hívott szám,Hívás kezdete,Időtartam,Hívás típusa",
                "Volající,Volaný,Datum a čas,Délka,Typ hovoru",
                "Αριθμός καλούντος,Αριθμός κληθέντος,Ημερομηνία και ώρα,Διάρκεια,Τύπος κλήσης"
            })
    void knowsTheHeadersOfEuropeanOperators(String header) throws IOException {
        SourceFile file = file("calls.csv", header + "\n+40722111222,+40733444555,2024-05-01 10:00:00,61,voice\n");
        ColumnMapping mapping = importer.mappings(file, ImportOptions.NONE).getFirst();
        assertThat(mapping.columns().stream().map(ColumnMapping.Column::meaning))
                .containsExactly("caller", "called", "start", "duration", "kind");
    }

    @Test
    void readsEverySheetOfAWorkbookThatHoldsCalls() throws IOException {
        Path path = folder.resolve("calls.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            Sheet info = book.createSheet("Info");
            info.createRow(0).createCell(0).setCellValue("Made by hand");
            for (String name : List.of("May", "June")) {
                Sheet sheet = book.createSheet(name);
                Row header = sheet.createRow(1);
                List<String> headers = List.of("Caller", "Called", "Start", "Duration");
                for (int i = 0; i < 4; i++) {
                    header.createCell(i).setCellValue(headers.get(i));
                }
                Row row = sheet.createRow(3);
                row.createCell(0).setCellValue(40722111222d);
                row.createCell(1).setCellValue("0733 444 555");
                row.createCell(2).setCellValue(45413.5);
                var style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
                row.getCell(2).setCellStyle(style);
                row.createCell(3).setCellValue(61);
            }
            book.write(out);
        }
        List<String> lines = DraftText.lines(read(SourceFile.of(path), ImportOptions.NONE.withCountry("RO")));
        assertThat(lines)
                .contains(
                        "rows 2 = 2 accepted + 0 rejected + 0 duplicate",
                        "call May!4 phone:+40722111222 -> phone:+40733444555 2024-05-01T12:00:00Z 61s",
                        "call June!4 phone:+40722111222 -> phone:+40733444555 2024-05-01T12:00:00Z 61s")
                .anyMatch(line -> line.contains("'Info' holds no call records"));
    }

    @Test
    void previewSaysWhatEachColumnMeansAndWhatEachRowBecomes() throws IOException {
        SourceFile file = file(
                "calls.csv",
                "source,destination,measure,timestamp,label\nA,B,98,2022-08-01 01:53:13,0\nA,B,x,2022-08-01 01:53:13,1\n");
        Preview preview = importer.preview(file, ImportOptions.NONE, 10);
        assertThat(preview.columns().get(2).meaning()).isEqualTo("duration");
        assertThat(preview.columns().get(2).reason()).startsWith("header 'measure' means duration");
        assertThat(preview.columns().get(4).meaning()).isEmpty();
        assertThat(preview.becomes())
                .containsExactly(
                        "call from A to B, 2022-08-01T01:53:13, 98 s",
                        "rejected: 'x' in 'measure' is not a duration, such as 95, 1:35 or 1m 35s.");
    }

    @Test
    void takesTheUsersWordForAColumn() throws IOException {
        SourceFile file = file("calls.csv", "x,y,when,n\nA,B,03/04/2024 10:00,7\nA,C,04/04/2024 10:00,8\n");
        ImportOptions options = new ImportOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("x", "caller", "#2", "called", "when", "start month first", "n", "duration minutes"));
        assertThat(DraftText.lines(read(file, options)))
                .contains(
                        "call 2 phone:A -> phone:B 2024-03-04T10:00:00Z 420s",
                        "call 3 phone:A -> phone:C 2024-04-04T10:00:00Z 480s");
    }

    @Test
    void remembersAMappingForTheNextFileWithTheSameHeaders() throws IOException {
        String header = "x,y,when,n\n";
        SourceFile first = file("first.csv", header + "A,B,2024-03-04 10:00,7\n");
        Map<String, String> corrections = Map.of("x", "caller", "y", "called", "when", "start", "n", "duration");
        Path profiles = folder.resolve("profiles");
        ImportOptions corrected = new ImportOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(profiles), corrections);
        ColumnMapping mapping = importer.mappings(first, corrected).getFirst().named("Cell One, calls");
        Path saved = new ColumnMappingFolder(profiles).save(mapping);
        assertThat(saved).content().contains("name        Cell One, calls", "column 3    start = when");
        assertThat(new ColumnMappingFolder(profiles).load("Cell One, calls").fingerprint())
                .isEqualTo(mapping.fingerprint());

        SourceFile next = file("next.csv", header + "C,D,2024-03-05 10:00,9\n");
        ImportOptions options = new ImportOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(profiles), Map.of());
        assertThat(importer.detect(next, options)).isPresent();
        assertThat(DraftText.lines(read(next, options)))
                .contains("call 2 phone:C -> phone:D 2024-03-05T10:00:00Z 9s")
                .anyMatch(line -> line.contains("saved mapping 'Cell One, calls'"));
    }

    @Test
    void remembersWhereASourceStandsAndReadsTheNextFileWithoutBeingAsked() throws IOException {
        Path profiles = folder.resolve("profiles");
        String header = "x,y,when,n\n";
        SourceFile first = file("first.csv", header + "0722111222,0733444555,04/03/2024 10:00,7\n");
        ImportOptions said = new ImportOptions(
                Optional.of(ZoneId.of("Europe/Bucharest")),
                Optional.of("RO"),
                Optional.empty(),
                Optional.of(profiles),
                Map.of("x", "caller", "y", "called", "when", "start day first", "n", "duration"));
        Path saved = importer.remember(first, said, "Cell One").orElseThrow();
        assertThat(saved)
                .content()
                .contains("zone        Europe/Bucharest", "country     RO", "start (day first) = when");

        SourceFile next = file("next.csv", "n,when,y,x\n9,05/04/2024 10:00,0733444555,0722111222\n");
        for (Optional<String> name : List.of(Optional.<String>empty(), Optional.of("Cell One"))) {
            ImportOptions options =
                    new ImportOptions(Optional.empty(), Optional.empty(), name, Optional.of(profiles), Map.of());
            assertThat(importer.detect(next, options).orElseThrow().confidence())
                    .isGreaterThan(0.95);
            assertThat(DraftText.lines(read(next, options)))
                    .contains("call 2 phone:+40722111222 -> phone:+40733444555 2024-04-05T07:00:00Z 9s");
        }
    }

    @Test
    void readsFilesWithoutHeadersByTheOnlySavedColumnsThatFit() throws IOException {
        Path profiles = folder.resolve("profiles");
        SourceFile first = file(
                "first.txt",
                "7;2024-03-04 10:00:00;0733444555;0722111222\n9;2024-03-04 11:00:00;0733444555;0722111222\n");
        ImportOptions said = new ImportOptions(
                Optional.of(ZoneId.of("Europe/Bucharest")),
                Optional.of("RO"),
                Optional.empty(),
                Optional.of(profiles),
                Map.of("#1", "duration", "#2", "start", "#3", "called", "#4", "caller"));
        assertThat(importer.remember(first, said, "Cell One")).isPresent();

        ImportOptions options = new ImportOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(profiles), Map.of());
        SourceFile next = file(
                "next.txt",
                "12;2024-04-05 10:00:00;0744000111;0722111222\n3;2024-04-06 11:00:00;0744000111;0722111222\n");
        SourceFile other = file(
                "other.txt",
                "0722111222;0744000111;2024-04-05 10:00:00;12\n0722111222;0744000111;2024-04-06 11:00:00;3\n");

        assertThat(DraftText.lines(read(next, options)))
                .contains("call 1 phone:+40722111222 -> phone:+40744000111 2024-04-05T07:00:00Z 12s")
                .anyMatch(line -> line.contains("saved mapping 'Cell One'"));
        assertThat(DraftText.lines(read(other, options))).noneMatch(line -> line.contains("saved mapping"));
    }

    @Test
    void namesTheColumnsItFoundWhenTheyAreNoCalls() throws IOException {
        SourceFile file = file("people.csv", "name,born\nAna,1990\n");
        assertThat(importer.detect(file, ImportOptions.NONE)).isEmpty();
        assertThatThrownBy(() -> read(file, ImportOptions.NONE))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("people.csv")
                .hasMessageContaining("name, born")
                .hasMessageNotContaining("\n");
    }

    @Test
    void leavesOtherFilesToOthersAndFailsOnDamagedOnes() throws IOException {
        assertThat(importer.detect(file("a.pdf", "%PDF-1.7 ..."), ImportOptions.NONE))
                .isEmpty();
        SourceFile empty = file("empty.csv", "");
        assertThatThrownBy(() -> importer.detect(empty, ImportOptions.NONE)).hasMessageContaining("empty.csv");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        StringBuilder text = new StringBuilder("caller,called,start,duration\n");
        for (int i = 0; i < 40_000; i++) {
            text.append("A,B,2024-03-04 10:00:00,").append(i % 100).append('\n');
        }
        SourceFile file = file("long.csv", text.toString());
        assertThatThrownBy(() -> importer.read(file, ImportOptions.NONE, Progress.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
    }
}
