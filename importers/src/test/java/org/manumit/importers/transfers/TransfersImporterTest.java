package org.manumit.importers.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.DraftText;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.tabular.ColumnMapping;

class TransfersImporterTest {

    private final TransfersImporter importer = new TransfersImporter();

    @TempDir
    Path folder;

    static Stream<Path> pairs() throws IOException, URISyntaxException {
        return GoldenPairs.in("transfers");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readsEachLayoutAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    private SourceFile file(String name, String text) throws IOException {
        return SourceFile.of(Files.writeString(folder.resolve(name), text));
    }

    private ImportDraft read(SourceFile file) {
        return importer.read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISIN;Name;Quantity;Price;Value;Date|DE0007164600;Firm;10;180.50;1805.00;2025-03-14",
                "Trade Date;Symbol;Buy/Sell;Quantity;Price;Net Amount;Account|2025-03-10;ABC;BUY;100;17.5;1750;U1"
            })
    void saysThatListsOfSecuritiesAreNoTransfers(String header, String row) throws IOException {
        SourceFile file = file("depot.csv", header + "\n" + row + "\n" + row + "\n");

        assertThat(importer.detect(file, ImportOptions.NONE).orElseThrow().layout())
                .startsWith("list of securities, no transfers");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("securities")
                .hasMessageContaining("depot.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From account;To account;Amount;Currency;Date",
                "IBAN Auftraggeber;IBAN Empfänger;Betrag;Währung;Buchungstag",
                "Compte émetteur;Compte bénéficiaire;Montant;Devise;Date opération",
                "Cuenta ordenante;Cuenta beneficiario;Importe;Divisa;Fecha operación",
                "Conto ordinante;Conto beneficiario;Importo;Valuta;Data contabile",
                "Conta ordenante;Conta beneficiário;Montante;Moeda;Data movimento",
                "Rekening opdrachtgever;Rekening begunstigde;Bedrag;Munt;Boekdatum",
                "Rachunek nadawcy;Rachunek odbiorcy;Kwota;Waluta;Data operacji",
                "Cont plătitor;Cont beneficiar;Suma;Moneda;Data tranzacției",
                "Сметка наредител;Сметка получател;Сума;Валута;Дата",
                "Küldő számla;Kedvezményezett számla;Összeg;Devizanem;Könyvelés dátuma",
                "Účet plátce;Účet příjemce;Částka;Měna;Datum transakce",
                "Λογαριασμός αποστολέα;Λογαριασμός παραλήπτη;Ποσό;Νόμισμα;Ημερομηνία"
            })
    void knowsTheHeadersOfEuropeanBanks(String header) throws IOException {
        SourceFile file =
                file("t.csv", header + "\nDE02120300000000202051;DE02500105175407324931;12,50;EUR;31.12.2024\n");
        assertThat(importer.mappings(file, ImportOptions.NONE).getFirst().columns().stream()
                        .map(ColumnMapping.Column::meaning))
                .containsExactly("from", "to", "amount", "currency", "date");
        assertThat(DraftText.lines(read(file)))
                .contains(
                        "transfer 2 account:DE02120300000000202051 -> account:DE02500105175407324931 12.50 EUR 2024-12-31");
    }

    @Test
    void keepsAmountsOfAWorkbookExact() throws IOException {
        Path path = folder.resolve("t.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            Sheet sheet = book.createSheet("T");
            Row header = sheet.createRow(0);
            List<String> headers = List.of("From", "To", "Amount", "Date");
            for (int i = 0; i < 4; i++) {
                header.createCell(i).setCellValue(headers.get(i));
            }
            Row row = sheet.createRow(1);
            row.createCell(0).setCellValue("A1");
            row.createCell(1).setCellValue("B1");
            row.createCell(2).setCellValue(0.1 + 0.2);
            row.createCell(3).setCellValue("2024-03-05");
            book.write(out);
        }
        ImportDraft draft = read(SourceFile.of(path));
        assertThat(draft.transfers().amount(0)).isEqualTo(new BigDecimal("0.3"));
        assertThat(draft.transfers().sheet(0)).isEqualTo("T");
        assertThat(draft.transfers().row(0)).isEqualTo(2);
    }

    @Test
    void previewSaysWhatEachRowBecomes() throws IOException {
        Preview preview = importer.preview(
                file("t.csv", "from,to,amount,currency,date\nA1,B1,12.5,EUR,2024-03-05\nA1,B1,twelve,EUR,2024-03-05\n"),
                ImportOptions.NONE,
                5);
        assertThat(preview.becomes())
                .containsExactly(
                        "12.5 EUR from A1 to B1, 2024-03-05",
                        "rejected: 'twelve' in 'amount' is not an amount, such as 1,234.56.");
    }

    @Test
    void namesTheColumnsItFoundWhenTheyAreNoTransfers() throws IOException {
        SourceFile file = file("people.csv", "name,born\nAna,1990\n");
        assertThat(importer.detect(file, ImportOptions.NONE)).isEmpty();
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("people.csv")
                .hasMessageContaining("name, born");
    }

    @Test
    void takesAmountsWithoutAMinusAsPaidOutWhereTheUserSaysSo() throws IOException {
        SourceFile file = file("card.csv", """
                Date,Description,Amount
                2025-04-05,Taxi Leeds,8.99
                2025-04-17,Payment received,-150.00
                2025-04-18,Hotel Aurora,1037.80
                """);
        ImportOptions options = new ImportOptions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("Amount", "amount plus is out"));
        assertThat(DraftText.lines(importer.read(file, options, Progress.NONE, Cancellation.NEVER)))
                .anyMatch(line -> line.startsWith("transfer 2 account:card -> nobody 8.99"))
                .anyMatch(line -> line.startsWith("transfer 3 nobody -> account:card 150.00"))
                .noneMatch(line -> line.contains("plus is out"));
    }

    @Test
    void readsCellsAlikeWithAndWithoutBlanksAroundTheirQuotes() throws IOException {
        String tidy = "\"Date\",\"Account\",\"Amount\"\n\"2025-03-05\",\"0012\",\"-1,000.50\"\n";
        String loose = "\"Date\" , \"Account\",\"Amount\"\n\"2025-03-05\"\t,\"0012\" , \"-1,000.50\"\n";
        assertThat(DraftText.lines(read(file("a.csv", loose)))).isEqualTo(DraftText.lines(read(file("a.csv", tidy))));
        assertThat(DraftText.lines(read(file("a.csv", tidy))))
                .anyMatch(line -> line.startsWith("transfer 2 account:0012 -> nobody 1000.50 2025-03-05"));
    }

    @Test
    void keepsTheDigitsThatProgramsGuardFromSpreadsheets() throws IOException {
        SourceFile file = file("a.csv", "Date,Account,Amount\n2025-03-05,=\"000123456\",'-12.50\n");
        assertThat(DraftText.lines(read(file)))
                .anyMatch(line -> line.startsWith("transfer 2 account:000123456 -> nobody 12.50"));
    }
}
