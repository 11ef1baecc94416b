package org.manumit.importers.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;

class ContactsImporterTest {

    private final ContactsImporter importer = new ContactsImporter();

    @TempDir
    Path folder;

    static Stream<Path> pairs() throws IOException, URISyntaxException {
        return GoldenPairs.in("contacts");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void readsEachAddressBookAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    @Test
    void showsTheFirstCards() throws IOException {
        Path file = Files.writeString(
                folder.resolve("+40722111222.vcf"),
                "BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:+40733444555\nEND:VCARD\n".repeat(3));
        Preview preview = importer.preview(SourceFile.of(file), ImportOptions.NONE, 2);
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.becomes().getFirst()).isEqualTo("the handset +40722111222 holds +40733444555");
    }

    @Test
    void passesOverPicturesInCardsHoweverLarge() throws IOException {
        String picture = "R0lGODlh".repeat(1_000_000);
        Path file = Files.write(
                folder.resolve("+40722111222.vcf"),
                List.of(
                        "BEGIN:VCARD",
                        "VERSION:3.0",
                        "FN:Ana",
                        "PHOTO;ENCODING=b;TYPE=GIF:" + picture,
                        " " + picture,
                        "TEL:+40733444555",
                        "END:VCARD"));
        assertThat(importer.read(SourceFile.of(file), ImportOptions.NONE, Progress.NONE, Cancellation.NEVER)
                        .claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.value("saved as")).isEqualTo("Ana"));
    }

    @Test
    void leavesOtherFilesToOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "BEGIN: something else");
        assertThat(importer.detect(SourceFile.of(file), ImportOptions.NONE)).isEmpty();
    }
}
