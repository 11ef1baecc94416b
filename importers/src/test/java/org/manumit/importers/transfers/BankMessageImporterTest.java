package org.manumit.importers.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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

class BankMessageImporterTest {

    private final BankMessageImporter importer = new BankMessageImporter();

    @TempDir
    Path folder;

    static Stream<Path> pairs() throws IOException, URISyntaxException {
        return GoldenPairs.in("statements");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readsEachStatementAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    private ImportDraft read(SourceFile file) {
        return importer.read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
    }

    private SourceFile file(String name, String text, String charset) throws IOException {
        return SourceFile.of(Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset))));
    }

    @Test
    void readsAStatementInTheLettersOfItsCountry() throws IOException {
        String text = """
                :20:X
                :25:123456789
                :28C:1
                :60F:C240101PLN0,
                :61:240102C10,NTRFNONREF
                :86:Opłata za książkę, Łódź, Kraków, święta
                :62F:C240102PLN10,
                """;
        for (String charset : new String[] {"UTF-8", "windows-1250", "UTF-16"}) {
            ImportDraft draft = read(file("a." + charset, text, charset));
            assertThat(draft.transfers().text(0).orElseThrow())
                    .as(charset)
                    .contains("Opłata za książkę, Łódź, Kraków, święta");
        }
    }

    @Test
    void showsWhatEachMovementBecomes() throws IOException, URISyntaxException {
        Path batch = GoldenPairs.in("statements")
                .filter(p -> p.toString().endsWith("batch.xml"))
                .findFirst()
                .orElseThrow();
        Preview preview = importer.preview(SourceFile.of(batch), ImportOptions.NONE, 2);
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.becomes().getFirst())
                .isEqualTo("100.00 EUR from Mira R. to Club Aurora GmbH, 2024-03-04T13:30,"
                        + " shown as Ana P. to nobody named");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE D [<!ENTITY a \"b\">]><D xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">&a;</D>"
                        + "| entities of its own",
                "<!DOCTYPE D SYSTEM \"http://127.0.0.1:1/x\"><D xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">"
                        + "<Stmt>&x;</Stmt></D>| entities of its own",
                "<D xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><Stmt><Ntry>| not well-formed XML"
            })
    void refusesHostileAndBrokenXmlInOneLine(String text, String says) throws IOException {
        SourceFile file = file("camt.xml", text, "UTF-8");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("camt.xml: line 1")
                .hasMessageContaining(says)
                .hasMessageNotContaining("\n");
    }

    @Test
    void leavesOtherFilesToOthers() throws IOException {
        assertThat(importer.detect(file("a.csv", "date,amount\n2024-01-01,5\n", "UTF-8"), ImportOptions.NONE))
                .isEmpty();
        assertThat(importer.detect(file("a.txt", "He said :20: or so", "UTF-8"), ImportOptions.NONE))
                .isEmpty();
    }

    @Test
    void keepsTheLinesOfAnIbanAsDraftTextShowsThem() throws IOException {
        SourceFile file = file("a.sta", """
                :20:X
                :25:DE89370400440532013000
                :60F:C240101EUR0,
                :61:240102C10,NTRFNONREF
                :86:von RO49 AAAA 1B31 0075 9384 0000 an DE89370400440532013000
                :62F:C240102EUR10,
                """, "UTF-8");
        assertThat(DraftText.lines(read(file)))
                .anyMatch(line -> line.contains("account:RO49AAAA1B31007593840000 -> account:DE89370400440532013000"));
    }
}
