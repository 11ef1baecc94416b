package org.manumit.importers.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of every kind, broken in every way that chance finds. More of it by hand: {@code -Dmanumit.mangled=100000}, and
 * {@code -Dmanumit.mangled.seed=7} for other ones.
 */
class MangledFilesTest {

    private static final int FILES = Integer.getInteger("manumit.mangled", 250);
    private static final long SEED = Long.getLong("manumit.mangled.seed", 20_260_101L);

    private static final List<String> TOKENS = List.of(
            "\u0000",
            "\r",
            "\n\n\n",
            "\"",
            "'",
            ",",
            ";",
            "\t",
            "<",
            ">",
            "&",
            "]]>",
            "<!--",
            "{",
            "}",
            "[",
            "]",
            "=",
            "-",
            "99999999999999999999",
            "1e999",
            "-0",
            "NaN",
            "\ufeff",
            "\ud83d\ude00",
            "\u202e",
            "31/02/2024",
            "0000-00-00",
            "2024-13-45T99:99:99",
            "+",
            "/",
            ":",
            "\\",
            "%s",
            "null",
            ":61:",
            "*Matrix",
            "labels:",
            "\u00e9",
            "\u0085");

    @TempDir
    Path folder;

    /** A whole file, a byte a character. */
    private record Seed(String name, String content) {
        Seed(String name, byte[] bytes) {
            this(name, new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static List<Seed> seeds() throws IOException, URISyntaxException {
        List<Seed> seeds = new ArrayList<>();
        URL golden = Objects.requireNonNull(MangledFilesTest.class.getResource("/golden"));
        try (Stream<Path> files = Files.walk(Path.of(golden.toURI()))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".expected"))
                    .filter(f -> f.toFile().length() < 20_000)
                    .sorted()
                    .toList()) {
                seeds.add(new Seed(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
            }
        }
        seeds.add(new Seed("book.xlsx", workbook()));
        seeds.add(new Seed("statement.docx", document()));
        seeds.add(new Seed("chart.anx", text(HostileFilesTest.CHART)));
        seeds.add(new Seed("ties.dl", text("dl nr=2 nc=3 format=fullmatrix\nrow labels:\na,b\ndata:\n0 1 1\n1 0 2\n")));
        seeds.add(new Seed(
                "mail.eml", text("From: a@b.c\nTo: d@e.f\nSubject: x\nMIME-Version: 1.0\n\nCall +40722000001\n")));
        seeds.add(new Seed("page.html", text("<html><body><p>One<table><tr><td>2</td></tr></table></body></html>")));
        return seeds;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Calls");
            String[][] rows = {
                {"caller", "called", "start", "duration"},
                {"+40722000001", "+40722000002", "2024-03-05 10:00:00", "61"},
                {"+40722000002", "+40722000003", "2024-03-05 11:00:00", "5"}
            };
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                    (c == 0 ? sheet.createRow(r) : sheet.getRow(r))
                            .createCell(c)
                            .setCellValue(rows[r][c]);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] document() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("He called +40722000001.");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] mangled(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(60));
            bytes = switch (random.nextInt(7)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> {
                    byte[] flipped = bytes.clone();
                    for (int k = at; k < at + length; k += 1 + random.nextInt(8)) {
                        flipped[k] = (byte) random.nextInt(256);
                    }
                    yield flipped;
                }
                case 2 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
                case 3 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
                case 4 -> {
                    int from = random.nextInt(bytes.length);
                    byte[] moved = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 200));
                    yield joined(joined(Arrays.copyOf(bytes, at), moved), Arrays.copyOfRange(bytes, at, bytes.length));
                }
                default -> {
                    byte[] token = text(TOKENS.get(random.nextInt(TOKENS.size())));
                    yield joined(
                            joined(Arrays.copyOf(bytes, at), token),
                            Arrays.copyOfRange(bytes, at + (random.nextBoolean() ? 0 : length), bytes.length));
                }
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    @Test
    void endInAResultThatAddsUpOrInOneLine() throws IOException, URISyntaxException {
        List<Seed> seeds = seeds();
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            Seed seed = seeds.get(i % seeds.size());
            Path file = Files.write(folder.resolve(i + "-" + seed.name()), mangled(seed.bytes(), random));
            try {
                read += EveryImporter.end(file) instanceof EveryImporter.End.Read ? 1 : 0;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                Path kept = Files.copy(
                        file, Files.createTempDirectory("mangled").resolve(String.valueOf(file.getFileName())));
                throw new AssertionError("kept as " + kept, e);
            }
            Files.delete(file);
        }
        assertThat(read).as("most breaks leave something to read").isGreaterThan(FILES / 4);
    }

    @Test
    void endSoWhereverTheyAreCutOff() throws IOException, URISyntaxException {
        for (Seed seed : seeds()) {
            for (int part = 1; part < 6; part++) {
                Path file = Files.write(
                        folder.resolve(part + "-" + seed.name()),
                        Arrays.copyOf(seed.bytes(), seed.bytes().length * part / 6));
                EveryImporter.end(file);
                Files.delete(file);
            }
        }
    }
}
