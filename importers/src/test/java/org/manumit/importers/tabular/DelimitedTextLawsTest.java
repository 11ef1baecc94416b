package org.manumit.importers.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Laws of reading delimited text: what is written by the rules is read back as it was. */
class DelimitedTextLawsTest {

    @Property(tries = 300)
    void readsBackWhatWasWrittenByTheRules(
            @ForAll @Size(min = 1, max = 6)
                    List<
                                    @Size(value = 3) List<
                                            @StringLength(max = 6) @CharRange(from = 'a', to = 'd')
                                            @CharRange(from = '"', to = '"') @CharRange(from = ',', to = ',')
                                            @CharRange(from = '\n', to = '\n') String>>
                            rows)
            throws IOException {
        StringBuilder text = new StringBuilder("one,two,three\r\n");
        List<List<String>> expected = new ArrayList<>();
        expected.add(List.of("one", "two", "three"));
        for (List<String> row : rows) {
            text.append(row.stream()
                            .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
            if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                expected.add(row);
            }
        }
        Path file = Files.createTempFile("law", ".csv");
        try {
            Files.writeString(file, text);
            List<List<String>> read = new ArrayList<>();
            try (RowReader reader = TabularFile.inspect(file)
                    .withDialect(new Dialect(',', '"', 3))
                    .open()) {
                for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                    read.add(row.get().texts());
                }
                assertThat(reader.repairs()).isEmpty();
            }
            assertThat(read).isEqualTo(expected);
        } finally {
            Files.delete(file);
        }
    }
}
