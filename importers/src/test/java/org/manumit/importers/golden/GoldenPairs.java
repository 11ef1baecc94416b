package org.manumit.importers.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.SourceImporter;

/**
 * Runs an importer over the pairs of a folder: {@code x.csv} and {@code x.csv.expected}, whose first line may give
 * options ({@code options zone=Europe/Berlin country=DE}). A new case is two files.
 */
public final class GoldenPairs {

    private static final String ENDING = ".expected";

    private GoldenPairs() {}

    /** The source files of a folder under {@code golden/}. */
    public static Stream<Path> in(String folder) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(GoldenPairs.class.getResource("/golden/" + folder), folder);
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.filter(f -> !f.toString().endsWith(ENDING)).sorted().toList().stream();
        }
    }

    /** Checks one pair. */
    public static void check(SourceImporter importer, Path source) throws IOException {
        Path expected = source.resolveSibling(source.getFileName() + ENDING);
        assertThat(expected).exists();
        List<String> lines = Files.readAllLines(expected);
        ImportOptions options = options(lines.isEmpty() ? "" : lines.getFirst());
        SourceFile file = SourceFile.of(source);
        assertThat(importer.detect(file, options)).as("recognised").isPresent();
        List<String> found = DraftText.lines(importer.read(file, options, Progress.NONE, Cancellation.NEVER));
        assertThat(String.join("\n", found))
                .isEqualTo(String.join(
                        "\n",
                        lines.stream().filter(l -> !l.startsWith("options ")).toList()));
    }

    private static ImportOptions options(String line) {
        ImportOptions options = ImportOptions.NONE;
        for (String word : line.split(" ", -1)) {
            if (word.startsWith("zone=")) {
                options = options.withZone(ZoneId.of(word.substring(5)));
            } else if (word.startsWith("country=")) {
                options = options.withCountry(word.substring(8));
            }
        }
        return options;
    }
}
