package org.manumit.examples;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.manumit.examples.TransferEvent.Institution;

/** Writes a world as the files that three operators, two banks, a transfer agent and the investigators would hand over. */
final class CaseFiles {

    static final String ALBION = "calls-albion-cellular.csv";
    static final String HANSE = "anrufe-hanse-mobil.csv";
    static final String RHODAN = "calls-rhodan-mobile.xlsx";
    static final String BRITISH_BANK = "bank-thames-and-tyne.csv";
    static final String GERMAN_BANK = "bank-hansa-kreditbank.csv";
    static final String AGENT = "money-transfers-pelican-remit.xlsx";
    static final String WORKBOOK = "case-workbook.xlsx";

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final World world;
    private final Path folder;

    CaseFiles(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** Writes everything but the statements; returns the files in the order in which they should be imported. */
    List<Path> write() throws IOException {
        Files.createDirectories(folder);
        world.calls.sort(Comparator.comparingLong(CallEvent::second)
                .thenComparing(CallEvent::from)
                .thenComparing(CallEvent::to));
        world.transfers.sort(Comparator.comparing(TransferEvent::when).thenComparing(TransferEvent::amount));
        List<Path> files = new ArrayList<>();
        files.add(workbook());
        files.add(albion());
        files.add(hanse());
        files.add(rhodan());
        files.add(britishBank());
        files.add(germanBank());
        files.add(agent());
        return files;
    }

    // ---- operators ----------------------------------------------------------------------------------------------

    /** English, comma, UTC, both parties, positions of the antenna. */
    private Path albion() throws IOException {
        Path file = folder.resolve(ALBION);
        try (Csv csv = new Csv(file, ',', StandardCharsets.UTF_8)) {
            csv.row(
                    "Record ID",
                    "Service",
                    "A Party",
                    "B Party",
                    "Start Time (UTC)",
                    "Duration (s)",
                    "A IMEI",
                    "Cell ID",
                    "Cell Latitude",
                    "Cell Longitude");
            int id = 0;
            for (CallEvent call : world.calls) {
                Optional<String> subscriber = subscriber(call, Operator.ALBION);
                if (subscriber.isEmpty()) {
                    continue;
                }
                id++;
                Operator.Cell cell = Operator.ALBION.cellOf(subscriber.get(), call.second());
                boolean out = subscriber.get().equals(call.from());
                String start = ISO.format(utc(call.second()));
                if (world.spec.brokenRows() && id == 1_207) {
                    start = "2025-02-31 11:20:00";
                }
                csv.row(
                        "A" + (7_000_000 + id),
                        switch (call.type()) {
                            case VOICE -> "Voice";
                            case MESSAGE -> "SMS";
                            case DATA -> "Data";
                        },
                        world.spec.brokenRows() && id == 3_911 ? "" : Country.GB.dialled(call.from()),
                        call.to().isEmpty() ? "internet" : Country.GB.dialled(call.to()),
                        start,
                        String.valueOf(call.duration()),
                        out ? call.imei() : "",
                        cell.name(),
                        String.valueOf(cell.latitude()),
                        String.valueOf(cell.longitude()));
            }
        }
        return file;
    }

    /** German, semicolon, local time, day first, comma decimals, an old code page. */
    private Path hanse() throws IOException {
        Path file = folder.resolve(HANSE);
        try (Csv csv = new Csv(file, ';', Charset.forName("windows-1252"))) {
            csv.row(
                    "Lfd. Nr.",
                    "Datum",
                    "Uhrzeit",
                    "Rufnummer A",
                    "Rufnummer B",
                    "Dienst",
                    "Dauer (s)",
                    "Funkzelle",
                    "Breite",
                    "Länge",
                    "Entgelt (EUR)");
            int id = 0;
            for (CallEvent call : world.calls) {
                Optional<String> subscriber = subscriber(call, Operator.HANSE);
                if (subscriber.isEmpty()) {
                    continue;
                }
                id++;
                Operator.Cell cell = Operator.HANSE.cellOf(subscriber.get(), call.second());
                // The two operators' clocks do not agree to the second.
                LocalDateTime local = local(call.second() + (call.second() % 3 == 0 ? 1 : 0), Country.DE);
                double fee = subscriber.get().equals(call.from()) ? 0.09 * (call.duration() / 60.0) : 0;
                csv.row(
                        String.valueOf(id),
                        GERMAN_DAY.format(local),
                        CLOCK.format(local),
                        Country.DE.dialled(call.from()),
                        call.to().isEmpty() ? "Internet" : Country.DE.dialled(call.to()),
                        switch (call.type()) {
                            case VOICE -> "Gespräch";
                            case MESSAGE -> "SMS";
                            case DATA -> "Datenverbindung";
                        },
                        world.spec.brokenRows() && id == 640 ? "fehlt" : String.valueOf(call.duration()),
                        cell.name(),
                        comma(String.valueOf(cell.latitude())),
                        comma(String.valueOf(cell.longitude())),
                        comma(String.format(Locale.ROOT, "%.2f", fee)));
            }
        }
        return file;
    }

    /** A workbook with a preamble, one subscriber's view with directions, durations as h:mm:ss, a line of totals. */
    private Path rhodan() throws IOException {
        Path file = folder.resolve(RHODAN);
        try (SXSSFWorkbook book = new SXSSFWorkbook(200)) {
            Sheet sheet = book.createSheet("Records");
            CellStyle dateTime = book.createCellStyle();
            dateTime.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm:ss"));
            text(sheet, 0, "Rhodan Mobile - disclosure of traffic data");
            text(sheet, 1, "Requested by: Joint Trafficking Unit", "Reference: RM-2025-0417");
            text(sheet, 2, "All times are UTC");
            text(
                    sheet,
                    4,
                    "Subscriber",
                    "Direction",
                    "Other party",
                    "Date and time",
                    "Type",
                    "Duration",
                    "IMEI",
                    "Cell");
            int row = 5;
            for (CallEvent call : world.calls) {
                Optional<String> subscriber = subscriber(call, Operator.RHODAN);
                if (subscriber.isEmpty()) {
                    continue;
                }
                boolean out = subscriber.get().equals(call.from());
                Row line = sheet.createRow(row++);
                line.createCell(0).setCellValue(subscriber.get());
                line.createCell(1).setCellValue(out ? "outgoing" : "incoming");
                line.createCell(2).setCellValue(out ? call.to() : call.from());
                Cell when = line.createCell(3);
                when.setCellValue(utc(call.second()));
                when.setCellStyle(dateTime);
                line.createCell(4)
                        .setCellValue(
                                switch (call.type()) {
                                    case VOICE -> "Call";
                                    case MESSAGE -> "SMS";
                                    case DATA -> "Data";
                                });
                line.createCell(5).setCellValue(clock(call.duration()));
                line.createCell(6).setCellValue(out ? call.imei() : call.toImei());
                line.createCell(7)
                        .setCellValue(Operator.RHODAN
                                .cellOf(subscriber.get(), call.second())
                                .name());
            }
            text(sheet, row + 1, "Total records: " + (row - 5));
            for (int c = 0; c < 8; c++) {
                sheet.setColumnWidth(c, 20 * 256);
            }
            save(book, file);
        }
        return file;
    }

    /** The number under warrant whose operator recorded the call; the caller's when both are. */
    private Optional<String> subscriber(CallEvent call, Operator operator) {
        if (world.targets.contains(call.from()) && Operator.of(call.from()).equals(Optional.of(operator))) {
            return Optional.of(call.from());
        }
        if (world.targets.contains(call.to()) && Operator.of(call.to()).equals(Optional.of(operator))) {
            return Optional.of(call.to());
        }
        return Optional.empty();
    }

    // ---- money --------------------------------------------------------------------------------------------------

    /** English, debit and credit columns. */
    private Path britishBank() throws IOException {
        Path file = folder.resolve(BRITISH_BANK);
        try (Csv csv = new Csv(file, ',', StandardCharsets.UTF_8)) {
            csv.row(
                    "Account",
                    "Date",
                    "Counterparty",
                    "Counterparty account",
                    "Paid out",
                    "Paid in",
                    "Currency",
                    "Description");
            int line = 0;
            for (TransferEvent transfer : world.transfers) {
                if (transfer.institution() == Institution.BRITISH_BANK) {
                    line++;
                    String amount = world.spec.brokenRows() && line == 77
                            ? "pending"
                            : transfer.amount().toString();
                    csv.row(
                            transfer.own(),
                            DAY.format(transfer.when()),
                            transfer.incoming() ? transfer.sender() : transfer.recipient(),
                            transfer.incoming() ? transfer.senderAccount() : transfer.recipientAccount(),
                            transfer.incoming() ? "" : amount,
                            transfer.incoming() ? amount : "",
                            transfer.currency(),
                            transfer.purpose());
                }
            }
        }
        return file;
    }

    /** German, signed amounts with comma decimals and points between thousands. */
    private Path germanBank() throws IOException {
        Path file = folder.resolve(GERMAN_BANK);
        try (Csv csv = new Csv(file, ';', StandardCharsets.UTF_8)) {
            csv.row(
                    "Konto",
                    "Buchungstag",
                    "Auftraggeber / Empfänger",
                    "IBAN Gegenkonto",
                    "Verwendungszweck",
                    "Betrag",
                    "Währung");
            for (TransferEvent transfer : world.transfers) {
                if (transfer.institution() == Institution.GERMAN_BANK) {
                    csv.row(
                            transfer.own(),
                            GERMAN_DAY.format(transfer.when()),
                            transfer.incoming() ? transfer.sender() : transfer.recipient(),
                            transfer.incoming() ? transfer.senderAccount() : transfer.recipientAccount(),
                            transfer.purpose(),
                            german(
                                    transfer.incoming()
                                            ? transfer.amount()
                                            : transfer.amount().negate()),
                            transfer.currency());
                }
            }
        }
        return file;
    }

    /** A transfer agent's workbook: who sent, who received, with telephones and papers. */
    private Path agent() throws IOException {
        Path file = folder.resolve(AGENT);
        try (SXSSFWorkbook book = new SXSSFWorkbook(200)) {
            Sheet sheet = book.createSheet("Transfers");
            CellStyle dateTime = book.createCellStyle();
            dateTime.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
            text(
                    sheet,
                    0,
                    "Control number",
                    "Sent",
                    "Sender name",
                    "Sender phone",
                    "Sender ID document",
                    "Receiver name",
                    "Receiver phone",
                    "Payout country",
                    "Amount",
                    "Currency",
                    "Fee",
                    "Stated purpose");
            int row = 1;
            for (TransferEvent transfer : world.transfers) {
                if (transfer.institution() == Institution.AGENT) {
                    Row line = sheet.createRow(row);
                    line.createCell(0).setCellValue(String.format("PR-%07d", 4_410_000 + row * 37));
                    Cell when = line.createCell(1);
                    when.setCellValue(transfer.when());
                    when.setCellStyle(dateTime);
                    line.createCell(2).setCellValue(transfer.sender());
                    line.createCell(3).setCellValue(transfer.senderAccount());
                    line.createCell(4).setCellValue(transfer.senderPaper());
                    line.createCell(5).setCellValue(transfer.recipient());
                    line.createCell(6).setCellValue(transfer.recipientAccount());
                    line.createCell(7).setCellValue(transfer.country());
                    line.createCell(8).setCellValue(transfer.amount().doubleValue());
                    line.createCell(9).setCellValue(transfer.currency());
                    line.createCell(10).setCellValue(4.9);
                    line.createCell(11).setCellValue(transfer.purpose());
                    row++;
                }
            }
            for (int c = 0; c < 12; c++) {
                sheet.setColumnWidth(c, 20 * 256);
            }
            save(book, file);
        }
        return file;
    }

    // ---- the case workbook --------------------------------------------------------------------------------------

    private Path workbook() throws IOException {
        Path file = folder.resolve(WORKBOOK);
        try (SXSSFWorkbook book = new SXSSFWorkbook(200)) {
            CellStyle bold = book.createCellStyle();
            var font = book.createFont();
            font.setBold(true);
            bold.setFont(font);
            for (var entry : world.sheets.entrySet()) {
                Sheet sheet = book.createSheet(entry.getKey());
                sheet.createFreezePane(0, 1);
                List<String> columns = entry.getValue().stream()
                        .flatMap(r -> r.keySet().stream())
                        .distinct()
                        .toList();
                Row header = sheet.createRow(0);
                for (int c = 0; c < columns.size(); c++) {
                    Cell cell = header.createCell(c);
                    cell.setCellValue(columns.get(c));
                    cell.setCellStyle(bold);
                    sheet.setColumnWidth(c, 22 * 256);
                }
                for (int r = 0; r < entry.getValue().size(); r++) {
                    Row row = sheet.createRow(r + 1);
                    for (int c = 0; c < columns.size(); c++) {
                        String value = entry.getValue().get(r).get(columns.get(c));
                        if (value != null) {
                            row.createCell(c).setCellValue(value);
                        }
                    }
                }
            }
            save(book, file);
        }
        return file;
    }

    // ---- writing ------------------------------------------------------------------------------------------------

    private static LocalDateTime utc(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }

    private static LocalDateTime local(long second, Country country) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), country.zone());
    }

    private static String comma(String number) {
        return number.replace('.', ',');
    }

    private static String clock(int seconds) {
        return String.format("%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private static String german(BigDecimal amount) {
        return String.format(Locale.GERMANY, "%,.2f", amount);
    }

    private static void text(Sheet sheet, int row, String... cells) {
        Row line = sheet.createRow(row);
        for (int c = 0; c < cells.length; c++) {
            line.createCell(c).setCellValue(cells[c]);
        }
    }

    private static void save(SXSSFWorkbook book, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
    }

    /** A CSV file being written. */
    private static final class Csv implements AutoCloseable {
        private final CsvWriter writer;

        Csv(Path file, char separator, Charset charset) throws IOException {
            Writer out = Files.newBufferedWriter(file, charset);
            writer = CsvWriter.builder()
                    .fieldSeparator(separator)
                    .quoteStrategy(QuoteStrategies.REQUIRED)
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(out);
        }

        void row(String... cells) {
            writer.writeRecord(cells);
        }

        @Override
        public void close() {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
