package org.manumit.importers.tabular;

import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;

/**
 * Rows of a workbook's sheets, in their order. XLSX is streamed in constant memory; formulas are never evaluated: the
 * result the workbook was saved with is read. POI's limits against zip bombs stay in force.
 */
final class WorkbookRowReader implements RowReader {

    private static final DateTimeFormatter DATE_TIME = new java.time.format.DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendPattern("HH:mm:ss")
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 3, true)
            .toFormatter(Locale.ROOT);

    private final Path file;
    private final TabularLimits limits;
    private final Workbook workbook;
    private final Iterator<Sheet> sheets;
    private final boolean epoch1904;
    private String sheet = "";
    private long lastRow;
    private @Nullable Iterator<org.apache.poi.ss.usermodel.Row> rows;

    private WorkbookRowReader(
            Path file, TabularLimits limits, Workbook workbook, Iterator<Sheet> sheets, boolean epoch1904) {
        this.file = file;
        this.limits = limits;
        this.workbook = workbook;
        this.sheets = sheets;
        this.epoch1904 = epoch1904;
    }

    /** @param only name of the one sheet to read, or empty for all */
    static WorkbookRowReader open(SourceFile source, TableFormat format, TabularLimits limits, Optional<String> only)
            throws IOException {
        Path file = source.path();
        Workbook workbook = workbook(source, format);
        try {
            List<Sheet> chosen = new ArrayList<>();
            for (Sheet sheet : workbook) {
                if (only.isEmpty() || only.get().equals(sheet.getSheetName())) {
                    chosen.add(sheet);
                }
            }
            return new WorkbookRowReader(file, limits, workbook, chosen.iterator(), isEpoch1904(workbook));
        } catch (RuntimeException e) {
            workbook.close();
            throw damaged(file, "the workbook", e);
        }
    }

    /** The sheets in their order, each with its first rows; the workbook is opened once. */
    static Map<String, List<Row>> heads(SourceFile source, TableFormat format, TabularLimits limits, int rows)
            throws IOException {
        Path file = source.path();
        Map<String, List<Row>> heads = new LinkedHashMap<>();
        try (Workbook workbook = workbook(source, format)) {
            boolean epoch = isEpoch1904(workbook);
            for (Sheet sheet : workbook) {
                List<Row> head = new ArrayList<>();
                WorkbookRowReader reader = new WorkbookRowReader(
                        file, limits, workbook, List.of(sheet).iterator(), epoch);
                Optional<Row> row = reader.next();
                while (row.isPresent() && head.size() < rows) {
                    head.add(row.get());
                    row = head.size() < rows ? reader.next() : Optional.empty();
                }
                heads.put(sheet.getSheetName(), List.copyOf(head));
            }
            return heads;
        } catch (ImportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(file, "the workbook", e);
        }
    }

    private static Workbook workbook(SourceFile source, TableFormat format) throws IOException {
        Path file = source.path();
        try {
            return switch (format) {
                case XLSX -> {
                    // From a stream, so from a copy: given the file, the reader opens it for writing and, when it
                    // fails,
                    // writes it back. Evidence is never written to.
                    try (InputStream in =
                            ProtectedPackage.is(source) ? ProtectedPackage.open(source) : Files.newInputStream(file)) {
                        yield StreamingReader.builder()
                                .rowCacheSize(200)
                                .bufferSize(1 << 16)
                                .setReadStyles(true)
                                .open(in);
                    }
                }
                case XLS -> binary(source);
                case DELIMITED_TEXT -> throw new IllegalArgumentException("a text file is no workbook");
            };
        } catch (IllegalArgumentException | ImportException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(file, "the workbook", e);
        }
    }

    private static Workbook binary(SourceFile source) throws IOException {
        // The library takes the password of such a workbook from the thread.
        Biff8EncryptionKey.setCurrentUserPassword(
                source.readAs().password().map(Password::reveal).orElse(null));
        POIFSFileSystem container = new POIFSFileSystem(source.path().toFile(), true);
        try {
            return new HSSFWorkbook(container, false);
        } catch (EncryptedDocumentException e) {
            container.close();
            throw PasswordException.of(source);
        } catch (RuntimeException e) {
            container.close();
            throw e;
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static boolean isEpoch1904(Workbook workbook) {
        return switch (workbook) {
            case com.github.pjfanning.xlsx.impl.StreamingWorkbook streaming ->
                org.apache.poi.ss.usermodel.Date1904Support.class.isInstance(streaming)
                        && ((org.apache.poi.ss.usermodel.Date1904Support) streaming).isDate1904();
            case HSSFWorkbook binary -> binary.getInternalWorkbook().isUsing1904DateWindowing();
            default -> false;
        };
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
            throw damaged(file, "sheet '" + sheet + "' after row " + lastRow, e);
        }
    }

    private static ImportException damaged(Path file, String where, RuntimeException e) {
        String message = String.valueOf(e.getMessage()) + causes(e);
        if (message.contains("Zip bomb") || message.contains("zip bomb") || message.contains("MaxEntrySize")) {
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

    private static String causes(Throwable e) {
        StringBuilder text = new StringBuilder();
        Throwable cause = e.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++) {
            text.append(' ').append(cause.getMessage());
            cause = cause.getCause();
        }
        return text.toString();
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
        java.util.Arrays.fill(cells, "");
        java.util.Arrays.fill(kinds, CellKind.TEXT);
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
            // The streaming reader cannot always name the error; that there is one is what matters.
            return "#ERROR";
        }
    }

    private void number(Cell cell, int column, String[] cells, CellKind[] kinds) {
        double value = cell.getNumericCellValue();
        CellStyle style = cell.getCellStyle();
        String format = style == null ? null : style.getDataFormatString();
        if (style != null
                && format != null
                && DateUtil.isValidExcelDate(value)
                && DateUtil.isADateFormat(style.getDataFormat(), format)) {
            time(value, format, column, cells, kinds);
            return;
        }
        String text = new BigDecimal(value, MathContext.DECIMAL64).compareTo(BigDecimal.ZERO) == 0
                ? "0"
                : new BigDecimal(Double.toString(value))
                        .round(new MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString();
        if (format != null && format.endsWith("%")) {
            // Entered as 10 per cent, kept by the workbook as 0.1: only the format tells.
            cells[column] =
                    new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            return;
        }
        // A format of zeros only shows leading zeros, which belong to telephone and account numbers.
        if (format != null && format.length() > text.length() && text.indexOf('-') < 0 && isZeros(format)) {
            text = "0".repeat(format.length() - text.length()) + text;
            cells[column] = text;
            return;
        }
        cells[column] = text;
        kinds[column] = CellKind.NUMBER;
    }

    private static boolean isZeros(String format) {
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private void time(double value, String format, int column, String[] cells, CellKind[] kinds) {
        String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\\\.|\\[\\$[^\\]]*\\]", "");
        boolean elapsed =
                plain.contains("[h]") || plain.contains("[hh]") || plain.contains("[m") || plain.contains("[s");
        boolean day = plain.contains("d") || plain.contains("y");
        boolean clock = plain.contains("h") || plain.contains("s");
        if (elapsed || (value < 1 && clock && !day && value >= 0 && plain.contains("[h"))) {
            Duration duration = Duration.ofMillis(Math.round(value * 86_400_000.0));
            cells[column] = String.format(
                    Locale.ROOT,
                    "%02d:%02d:%02d",
                    duration.toHours(),
                    duration.toMinutesPart(),
                    duration.toSecondsPart());
            kinds[column] = CellKind.DURATION;
            return;
        }
        LocalDateTime moment = DateUtil.getLocalDateTime(value, epoch1904, false);
        // A serial number holds about a tenth of a millisecond; what is beyond is noise of the fraction.
        moment = moment.plusNanos(500_000).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        if (value < 1 && !day) {
            LocalTime time = moment.toLocalTime();
            cells[column] =
                    String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
            kinds[column] = CellKind.TIME;
        } else if (!clock && !plain.contains("d") && moment.getDayOfMonth() == 1) {
            // "2024-03" becomes the first of March when it is entered; the format shows that no day was meant.
            cells[column] = plain.contains("m")
                    ? moment.toLocalDate().toString().substring(0, 7)
                    : String.valueOf(moment.getYear());
        } else if (!clock && moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            cells[column] = moment.toLocalDate().toString();
            kinds[column] = CellKind.DATE;
        } else {
            cells[column] = DATE_TIME.format(moment);
            kinds[column] = CellKind.DATE_TIME;
        }
    }

    @Override
    public List<Repair> repairs() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
