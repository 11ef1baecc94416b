package org.manumit.importers.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    void leavesOtherFilesToOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "BEGIN: something else");
        assertThat(importer.detect(SourceFile.of(file), ImportOptions.NONE)).isEmpty();
    }
}
