package org.manumit.importers.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;

/**
 * Rows of the sheets of an XLS workbook, which is held in memory: it has 65,536 rows a sheet at most. Formulas are never
 * evaluated: the result that the workbook was saved with is read. Not thread-safe.
 */
final class XlsRowReader implements RowReader {

    private final Path file;
    private final TabularLimits limits;
    private final boolean epoch1904;
    private final Iterator<Sheet> sheets;
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private String sheet = "";
    private long lastRow;
    private @Nullable Iterator<org.apache.poi.ss.usermodel.Row> rows;

    /** The workbook is not closed with the reader of some of its sheets. */
    XlsRowReader(Path file, TabularLimits limits, HSSFWorkbook workbook, List<Sheet> sheets) {
        this.file = file;
        this.limits = limits;
        this.epoch1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        this.sheets = sheets.iterator();
    }

    static HSSFWorkbook workbook(SourceFile source) throws IOException {
        // The library takes the password of such a workbook from the thread.
        Biff8EncryptionKey.setCurrentUserPassword(
                source.readAs().password().map(Password::reveal).orElse(null));
        try {
            return opened(source);
        } catch (ImportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Workbooks.damaged(source.path(), "the workbook", e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static HSSFWorkbook opened(SourceFile source) throws IOException {
        POIFSFileSystem container = new POIFSFileSystem(source.path().toFile(), true);
        try {
            return new HSSFWorkbook(container, false);
        } catch (EncryptedDocumentException e) {
            container.close();
            throw PasswordException.of(source);
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    static List<Sheet> sheets(HSSFWorkbook workbook) {
        List<Sheet> sheets = new ArrayList<>();
        workbook.forEach(sheets::add);
        return sheets;
    }

    @Override
    public Optional<Row> next() throws IOException {
        try {
            while (true) {
                if (rows == null) {
                    if (!sheets.hasNext()) {
                        return Optional.empty();
                    }
                    Sheet next = sheets.next();
                    sheet = next.getSheetName();
                    lastRow = 0;
                    rows = next.iterator();
                }
                while (rows.hasNext()) {
                    Row row = row(rows.next());
                    if (!row.isBlank()) {
                        return Optional.of(row);
                    }
                }
                rows = null;
            }
        } catch (ImportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Workbooks.damaged(file, "sheet '" + sheet + "' after row " + lastRow, e);
        }
    }

    private Row row(org.apache.poi.ss.usermodel.Row source) {
        lastRow = source.getRowNum() + 1L;
        int width = Math.max(0, source.getLastCellNum());
        if (width > limits.columns()) {
            throw UnreadableTable.because(
                    file,
                    "sheet '" + sheet + "' row " + lastRow + " has " + String.format(Locale.ROOT, "%,d", width)
                            + " columns",
                    "Export only the columns that are needed");
        }
        String[] cells = new String[width];
        CellKind[] kinds = new CellKind[width];
        Arrays.fill(cells, "");
        Arrays.fill(kinds, CellKind.TEXT);
        for (Cell cell : source) {
            int column = cell.getColumnIndex();
            CellType type = cell.getCellType();
            switch (type == CellType.FORMULA ? cell.getCachedFormulaResultType() : type) {
                case NUMERIC -> number(cell, column, cells, kinds);
                case BOOLEAN -> {
                    cells[column] = Boolean.toString(cell.getBooleanCellValue());
                    kinds[column] = CellKind.BOOLEAN;
                }
                case ERROR -> {
                    cells[column] = error(cell);
                    kinds[column] = CellKind.ERROR;
                }
                case STRING -> {
                    String text = cell.getStringCellValue();
                    if (text.length() > limits.cellLength()) {
                        throw UnreadableTable.because(
                                file,
                                "sheet '" + sheet + "' row " + lastRow + " has a cell of "
                                        + String.format(Locale.ROOT, "%,d", text.length()) + " characters",
                                "Shorten it or leave the column out");
                    }
                    cells[column] = text;
                }
                case BLANK, FORMULA, _NONE -> {}
            }
        }
        return Row.ofSheet(sheet, lastRow, cells, kinds);
    }

    private static String error(Cell cell) {
        try {
            return FormulaError.forInt(cell.getErrorCellValue()).getString();
        } catch (RuntimeException e) {
            // Not every error has a name; that there is one is what matters.
            return "#ERROR";
        }
    }

    private void number(Cell cell, int column, String[] cells, CellKind[] kinds) {
        CellStyle style = cell.getCellStyle();
        NumberFormat format = style == null || style.getDataFormatString() == null
                ? NumberFormat.GENERAL
                : formats.computeIfAbsent(
                        (int) style.getDataFormat(), id -> NumberFormat.of(id, style.getDataFormatString()));
        format.write(cell.getNumericCellValue(), epoch1904, column, cells, kinds);
    }

    @Override
    public List<Repair> repairs() {
        return List.of();
    }

    @Override
    public void close() {
        rows = null;
    }
}
