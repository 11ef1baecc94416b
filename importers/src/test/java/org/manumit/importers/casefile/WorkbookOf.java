package org.manumit.importers.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

/** Builds real case workbooks for tests: {@code sheet("People", "id | name", "P1 | Anna")}. */
final class WorkbookOf {

    private final Map<String, List<String>> sheets = new LinkedHashMap<>();

    static WorkbookOf sheet(String name, String... lines) {
        return new WorkbookOf().and(name, lines);
    }

    WorkbookOf and(String name, String... lines) {
        sheets.put(name, List.of(lines));
        return this;
    }

    ImportDraft read(Path folder) {
        return readFile(xlsx(folder.resolve("case.xlsx")));
    }

    static ImportDraft read(Path file, ImportOptions options) {
        return new CaseWorkbookImporter().read(SourceFile.of(file), options, Progress.NONE, Cancellation.NEVER);
    }

    static ImportDraft readFile(Path file) {
        return read(file, ImportOptions.NONE);
    }

    Path xlsx(Path file) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            sheets.forEach((name, lines) -> {
                Sheet sheet = workbook.createSheet(name);
                for (int r = 0; r < lines.size(); r++) {
                    Row row = sheet.createRow(r);
                    List<String> cells = cells(lines.get(r));
                    for (int c = 0; c < cells.size(); c++) {
                        if (!cells.get(c).isEmpty()) {
                            row.createCell(c).setCellValue(cells.get(c));
                        }
                    }
                }
            });
            workbook.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, List<String>> sheet : sheets.entrySet()) {
                StringBuilder text = new StringBuilder();
                for (String line : sheet.getValue()) {
                    text.append(String.join(
                                    ",",
                                    cells(line).stream()
                                            .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
                                            .toList()))
                            .append('\n');
                }
                Files.writeString(folder.resolve(sheet.getKey() + ".csv"), text, StandardCharsets.UTF_8);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
