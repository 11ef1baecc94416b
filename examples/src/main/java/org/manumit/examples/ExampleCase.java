package org.manumit.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The files of Operation Lantern, the invented case that comes with the program. */
public final class ExampleCase {

    private ExampleCase() {}

    /**
     * One file of the case, and what an investigator would say when importing it.
     *
     * @param path where it was laid
     * @param kind what it is, in the words of the command line
     * @param zone the zone of its times
     * @param country the country of its numbers, ISO 3166 two letters
     */
    public record ExampleFile(Path path, String kind, ZoneId zone, String country) {}

    /**
     * Lays the case's files into a folder, over what is there of the same names.
     *
     * @return the files, in the order in which they are to be imported
     */
    public static List<ExampleFile> copyTo(Path folder) throws IOException {
        List<ExampleFile> files = new ArrayList<>();
        try (InputStreamReader list = new InputStreamReader(open("sources.csv"), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
            for (NamedCsvRecord row : rows) {
                Path file = folder.resolve(row.getField("file"));
                try (InputStream in = open(row.getField("file"))) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
                files.add(new ExampleFile(
                        file, row.getField("kind"), ZoneId.of(row.getField("zone")), row.getField("country")));
            }
        }
        return files;
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = ExampleCase.class.getResourceAsStream("lantern/" + name);
        if (in == null) {
            throw new FileNotFoundException("the program was built without its example file " + name);
        }
        return in;
    }
}
