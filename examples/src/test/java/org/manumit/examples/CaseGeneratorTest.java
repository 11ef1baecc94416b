package org.manumit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseGeneratorTest {

    private static final Charset GERMAN = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @Test
    void theShippedCaseIsBigEnoughToBeReal() throws IOException {
        CaseGenerator.generate(CaseSpec.lantern(), folder);

        int calls = lines(CaseFiles.ALBION, StandardCharsets.UTF_8).size()
                + lines(CaseFiles.HANSE, GERMAN).size()
                + sheetRows(CaseFiles.RHODAN, "Records");
        int transfers = lines(CaseFiles.BRITISH_BANK, StandardCharsets.UTF_8).size()
                + lines(CaseFiles.GERMAN_BANK, StandardCharsets.UTF_8).size()
                + sheetRows(CaseFiles.AGENT, "Transfers");
        assertThat(calls).isGreaterThan(20_000);
        assertThat(transfers).isGreaterThan(500);
        assertThat(sheetRows(CaseFiles.WORKBOOK, "People")).isGreaterThan(40);
    }

    @Test
    void theSameSeedGivesTheSameRows() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again"));
        CaseGenerator.generate(CaseSpec.lantern(), folder);
        CaseGenerator.generate(CaseSpec.lantern(), again);

        for (String name : List.of(CaseFiles.ALBION, CaseFiles.HANSE, CaseFiles.BRITISH_BANK, CaseFiles.GERMAN_BANK)) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
        }
    }

    @Test
    void theCaseInTheRepositoryIsTheOneTheGeneratorMakes() throws IOException {
        CaseGenerator.generate(CaseSpec.lantern(), folder);

        for (String name : List.of(CaseFiles.ALBION, CaseFiles.HANSE, CaseFiles.BRITISH_BANK, CaseFiles.GERMAN_BANK)) {
            assertThat(Path.of("lantern", name)).hasSameBinaryContentAs(folder.resolve(name));
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkModel.class)
    void aCaseOfAnyClassHoldsAboutTheRecordsAskedFor(NetworkModel model) throws IOException {
        CaseGenerator.generate(CaseSpec.sized(model, 30_000, 7), folder);

        int calls = lines(CaseFiles.ALBION, StandardCharsets.UTF_8).size()
                + lines(CaseFiles.HANSE, GERMAN).size()
                + sheetRows(CaseFiles.RHODAN, "Records");
        assertThat(calls).isBetween(29_000, 34_000);
    }

    @Test
    void accountNumbersHaveRightCheckDigits() throws IOException {
        CaseGenerator.generate(CaseSpec.lantern(), folder);

        Set<String> accounts = lines(CaseFiles.BRITISH_BANK, StandardCharsets.UTF_8).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
        assertThat(accounts).isNotEmpty().allMatch(CaseGeneratorTest::checks);
    }

    private static boolean checks(String iban) {
        StringBuilder digits = new StringBuilder();
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            digits.append(Character.isDigit(c) ? String.valueOf(c) : String.valueOf(c - 'A' + 10));
        }
        return new java.math.BigInteger(digits.toString())
                .mod(java.math.BigInteger.valueOf(97))
                .equals(java.math.BigInteger.ONE);
    }

    private List<String> lines(String name, Charset charset) throws IOException {
        return Files.readAllLines(folder.resolve(name), charset);
    }

    private int sheetRows(String name, String sheet) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve(name)))) {
            return book.getSheet(sheet).getPhysicalNumberOfRows();
        }
    }
}
