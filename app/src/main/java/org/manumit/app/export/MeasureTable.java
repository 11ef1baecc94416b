package org.manumit.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Measures as a table for a spreadsheet.
 *
 * @param columns what each column holds
 * @param rows the cells, numbers among them unformatted
 */
public record MeasureTable(List<String> columns, List<List<Object>> rows) {
    public MeasureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Writes it as UTF-8 with a byte-order mark, which spreadsheets need to see that it is. */
    public void write(OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns);
            for (List<Object> row : rows) {
                csv.writeRecord(row.stream().map(EvidenceTables::cell).toList());
            }
        }
    }
}
