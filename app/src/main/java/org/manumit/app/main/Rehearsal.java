package org.manumit.app.main;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.manumit.app.cli.CommandLineProgram;
import org.manumit.app.cli.Terminal;
import org.manumit.app.localstore.LocalStore.IfAbsent;
import org.manumit.app.session.CaseOpener;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * Goes through what most starts of the program go through, on an invented case in a temporary folder, so that the Java
 * machine can record what it loads. Commands that fail here fail silently: what was loaded until then is recorded all
 * the same.
 */
public final class Rehearsal {

    private static final int MANY = 40_000;

    private Rehearsal() {}

    /** Rehearses, and ends the process. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("manumit-rehearsal");
        try {
            rehearse(folder);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(Rehearsal::delete);
            }
        }
        System.exit(0);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rehearse(Path folder) throws IOException {
        String caseFolder = folder.resolve("case").toString();
        Path calls = Files.writeString(folder.resolve("calls.csv"), """
                A number,B number,Start,Duration (s),Type
                +43660000001,+43660000002,2024-03-01 10:00:00,60,call
                +43660000002,+43660000003,2024-03-01 11:00:00,30,call
                +43660000003,+43660000001,2024-03-02 12:00:00,,sms
                """);
        Path transfers = Files.writeString(folder.resolve("transfers.csv"), """
                Date,From account,To account,Amount,Currency,Purpose
                2024-03-01,AT611904300234573201,DE89370400440532013000,120.50,EUR,Rent
                2024-03-02,DE89370400440532013000,GB29NWBK60161331926819,80.00,EUR,
                """);
        Path ties = Files.writeString(folder.resolve("ties.csv"), "source,target\nAnna,Boris\nBoris,Clara\n");
        Path workbook = folder.resolve("workbook.xlsx");
        Path many = manyCalls(folder.resolve("many.csv"));
        Path sheet = callsInWorkbook(folder.resolve("sheet.xlsx"));
        run("--help");
        run("template", workbook.toString());
        run("import", caseFolder, workbook.toString(), calls.toString(), transfers.toString(), ties.toString());
        run("import", caseFolder, many.toString(), sheet.toString(), "--zone", "Europe/Vienna", "--country", "AT");
        run("analyse", caseFolder, "--json", folder.resolve("analysis.json").toString());
        run("check", caseFolder);
        run("brief", caseFolder, "--out", folder.resolve("brief.docx").toString());
        run("export", caseFolder, "--out", folder.resolve("chart.png").toString());
        try (OpenedCase opened = new CaseOpener(address -> java.util.Optional.empty())
                .open(caseFolder, IfAbsent.CREATE, Progress.NONE, Cancellation.NEVER)) {
            opened.store().load(Progress.NONE, Cancellation.NEVER);
        }
    }

    /** Enough that what a large import does most is known to be done often, and compiled early ever after. */
    private static Path manyCalls(Path file) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("Record;Calling number;Called number;Date;Time;Duration (s);Type;Cell ID;IMEI\n");
            for (int i = 0; i < MANY; i++) {
                csv.write(i + ";" + number(i % 97) + ";" + number(i % 89 + 100) + ";" + day(i) + ";" + time(i) + ";"
                        + i % 600 + ";" + (i % 5 == 0 ? "SMS" : "VOICE") + ";232-01-1-" + i % 50 + ";35"
                        + (1_000_000_000_000L + i % 97) + "\n");
            }
        }
        return file;
    }

    private static Path callsInWorkbook(Path file) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Calls");
            row(sheet, 0, "Calling number", "Called number", "Start", "Duration (s)");
            for (int i = 1; i <= MANY / 10; i++) {
                row(sheet, i, number(i % 31), number(i % 29 + 200), day(i) + " " + time(i), "" + i % 600);
            }
            workbook.write(out);
        }
        return file;
    }

    private static void row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static String number(int which) {
        return "+43660" + (1_000_000 + which);
    }

    private static String day(int i) {
        return String.format(Locale.ROOT, "%02d.%02d.2024", i % 28 + 1, i / 28 % 12 + 1);
    }

    private static String time(int i) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", i % 24, i / 7 % 60, i % 60);
    }

    private static void run(String... command) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Terminal terminal = new Terminal(nowhere, nowhere, Terminal.ErrKind.FILE);
        int status = new CommandLineProgram(new Wiring(), terminal, ProgramVersion.read()).run(command);
        System.err.println(List.of(command) + ": " + status);
    }
}
