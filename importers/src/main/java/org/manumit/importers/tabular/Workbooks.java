package org.manumit.importers.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;

/** The two kinds of workbooks, read alike: rows of all sheets in their order. Stateless. */
final class Workbooks {

    private Workbooks() {}

    /** @param only name of the one sheet to read, or empty for all */
    static RowReader open(SourceFile source, TableFormat format, TabularLimits limits, Optional<String> only)
            throws IOException {
        Path file = source.path();
        if (format == TableFormat.XLS) {
            HSSFWorkbook workbook = XlsRowReader.workbook(source);
            return closing(
                    new XlsRowReader(
                            file,
                            limits,
                            workbook,
                            XlsRowReader.sheets(workbook).stream()
                                    .filter(sheet ->
                                            only.isEmpty() || only.get().equals(sheet.getSheetName()))
                                    .toList()),
                    workbook);
        }
        XlsxWorkbook workbook = xlsx(source);
        return closing(
                new XlsxRowReader(
                        file,
                        limits,
                        workbook,
                        workbook.sheets().stream()
                                .filter(sheet -> only.isEmpty() || only.get().equals(sheet.name()))
                                .toList()),
                workbook);
    }

    /** The sheets in their order, each with its first rows; the workbook is opened once. */
    static Map<String, List<Row>> heads(SourceFile source, TableFormat format, TabularLimits limits, int rows)
            throws IOException {
        Path file = source.path();
        Map<String, List<Row>> heads = new LinkedHashMap<>();
        if (format == TableFormat.XLS) {
            try (HSSFWorkbook workbook = XlsRowReader.workbook(source)) {
                for (Sheet sheet : XlsRowReader.sheets(workbook)) {
                    heads.put(
                            sheet.getSheetName(), head(new XlsRowReader(file, limits, workbook, List.of(sheet)), rows));
                }
            }
            return heads;
        }
        try (XlsxWorkbook workbook = xlsx(source)) {
            for (XlsxWorkbook.Sheet sheet : workbook.sheets()) {
                heads.put(sheet.name(), head(new XlsxRowReader(file, limits, workbook, List.of(sheet)), rows));
            }
        }
        return heads;
    }

    private static List<Row> head(RowReader rows, int most) throws IOException {
        try (rows) {
            List<Row> head = new ArrayList<>();
            Optional<Row> row = rows.next();
            while (row.isPresent()) {
                head.add(row.get());
                row = head.size() < most ? rows.next() : Optional.empty();
            }
            return List.copyOf(head);
        }
    }

    private static XlsxWorkbook xlsx(SourceFile source) throws IOException {
        try {
            return XlsxWorkbook.open(source);
        } catch (ImportException e) {
            throw e;
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw damaged(source.path(), "the workbook", e);
        }
    }

    private static RowReader closing(RowReader rows, Closeable workbook) {
        return new RowReader() {
            @Override
            public Optional<Row> next() throws IOException {
                return rows.next();
            }

            @Override
            public List<Repair> repairs() {
                return rows.repairs();
            }

            @Override
            public void close() throws IOException {
                try (workbook) {
                    rows.close();
                }
            }
        };
    }

    /** Why a workbook, or a place in it, cannot be read. */
    static ImportException damaged(Path file, String where, Exception e) {
        if (isTooLarge(e)) {
            return UnreadableTable.because(
                    file,
                    where + " unpacks to far more than it should, as in an attack",
                    "Do not open it elsewhere; ask the sender for a CSV export",
                    e);
        }
        return UnreadableTable.because(
                file,
                where + " cannot be read",
                "The file is damaged or incomplete: copy it again, or open it in a spreadsheet program and save it anew",
                e);
    }

    private static boolean isTooLarge(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            // Of the older kind POI says it in words only
            if (cause instanceof XlsxPackage.TooLarge
                    || String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return true;
            }
            cause = cause instanceof XMLStreamException xml && xml.getNestedException() != null
                    ? xml.getNestedException()
                    : cause.getCause();
        }
        return false;
    }
}
