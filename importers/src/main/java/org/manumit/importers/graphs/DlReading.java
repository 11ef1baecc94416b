package org.manumit.importers.graphs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.EntityKind;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.ImportException;

/**
 * One reading of a UCINET DL file: full and half matrices of one or two modes and of several relations, edge and node
 * lists, labels given before or within the data. Not thread-safe.
 */
final class DlReading {

    private static final Pattern NUMBER = Pattern.compile("(?i)\\b(n|nr|nc|nm)\\s*=\\s*(\\d{1,7})");
    private static final Pattern FORMAT = Pattern.compile("(?i)\\bformat\\s*=\\s*([a-z0-9]+)");
    private static final Pattern MARK =
            Pattern.compile("(?i)((?:(?:row|col|column|matrix|level)\\s+)?labels?(?:\\s+embedded)?|data)\\s*:?");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s,;]+)");

    /** More than any matrix that fits a desktop. */
    private static final int MOST = 20_000;

    private enum Part {
        HEADER,
        LABELS,
        ROW_LABELS,
        COLUMN_LABELS,
        MATRIX_LABELS,
        DATA
    }

    private final NetworkRows rows;
    private final Path file;
    private final List<String> labels = new ArrayList<>();
    private final List<String> rowLabels = new ArrayList<>();
    private final List<String> columnLabels = new ArrayList<>();
    private final List<String> matrixLabels = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private final Map<String, String> spelt = new HashMap<>();
    private Part part = Part.HEADER;
    private String format = "fullmatrix";
    private boolean embedded;
    private boolean noDiagonal;
    private int n;
    private int nr;
    private int nc;
    private int nm = 1;

    // Where the matrix stands.
    private int matrix;
    private int row;
    private int column;
    private boolean columnsNamed;
    private String rowLabel = "";

    DlReading(NetworkRows rows, Path file) {
        this.rows = rows;
        this.file = file;
    }

    void read(GuardedLines lines) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String rest = line.get().strip();
            if (part != Part.DATA) {
                rest = header(rest);
            }
            if (part == Part.DATA && !rest.isEmpty()) {
                data(words(rest), lines.number());
            }
        }
        if (part != Part.DATA) {
            throw new ImportException(file.getFileName()
                    + ": the word 'data:' is missing, so the file is cut off. Copy it again from where it came from.");
        }
    }

    /** UCINET takes labels within the data for the same whatever their capitals. */
    private String label(String word) {
        return embedded ? spelt.computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> word) : word;
    }

    private boolean twoMode() {
        return nr > 0 && nc > 0 && n == 0;
    }

    /** Reads a line before the data; returns what stands in it after the word that begins them. */
    private String header(String line) {
        String rest = line;
        Matcher number = NUMBER.matcher(rest);
        while (number.find()) {
            int value = Integer.parseInt(number.group(2));
            if (value > MOST) {
                throw new ImportException(file.getFileName() + ": " + number.group() + " is more than "
                        + String.format(Locale.ROOT, "%,d", MOST) + ". Save the network as an edge list.");
            }
            switch (number.group(1).toLowerCase(Locale.ROOT)) {
                case "n" -> n = value;
                case "nr" -> nr = value;
                case "nc" -> nc = value;
                default -> nm = Math.max(1, value);
            }
        }
        Matcher form = FORMAT.matcher(rest);
        if (form.find()) {
            format = form.group(1).toLowerCase(Locale.ROOT);
        }
        noDiagonal |= rest.toLowerCase(Locale.ROOT).matches(".*diagonal\\s*=\\s*absent.*");
        int at = 0;
        Matcher mark = MARK.matcher(rest);
        while (mark.find(at)) {
            collect(rest.substring(at, mark.start()));
            String word = mark.group(1).toLowerCase(Locale.ROOT);
            if (word.endsWith("embedded")) {
                embedded = true;
                part = Part.HEADER;
            } else if (word.equals("data")) {
                part = Part.DATA;
                begin();
                return rest.substring(mark.end()).strip();
            } else {
                part = word.startsWith("row")
                        ? Part.ROW_LABELS
                        : word.startsWith("col")
                                ? Part.COLUMN_LABELS
                                : word.startsWith("matrix") || word.startsWith("level")
                                        ? Part.MATRIX_LABELS
                                        : Part.LABELS;
            }
            at = mark.end();
        }
        collect(rest.substring(at));
        return "";
    }

    private void collect(String text) {
        List<String> into =
                switch (part) {
                    case LABELS -> labels;
                    case ROW_LABELS -> rowLabels;
                    case COLUMN_LABELS -> columnLabels;
                    case MATRIX_LABELS -> matrixLabels;
                    case HEADER, DATA -> List.of();
                };
        if (part != Part.HEADER && part != Part.DATA && into.size() < 2 * MOST) {
            into.addAll(words(text));
        }
    }

    private void begin() {
        if (rowLabels.isEmpty()) {
            rowLabels.addAll(labels);
        }
        if (columnLabels.isEmpty() && !twoMode()) {
            columnLabels.addAll(rowLabels);
        }
        if (!embedded) {
            int size = twoMode() ? nr : Math.max(n, nr);
            for (int i = 0; i < size; i++) {
                rows.node(rowLabel(i), rowLabel(i), Map.of());
                told.add(rowLabel(i));
            }
            for (int i = 0; twoMode() && i < nc; i++) {
                rows.node(columnLabel(i), columnLabel(i), EntityKind.EVENT);
                told.add(columnLabel(i));
            }
        }
    }

    private String rowLabel(int i) {
        return i < rowLabels.size() ? rowLabels.get(i) : Integer.toString(i + 1);
    }

    private String columnLabel(int i) {
        return i < columnLabels.size()
                ? columnLabels.get(i)
                : twoMode() ? "column " + (i + 1) : Integer.toString(i + 1);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words;
    }

    private String relation() {
        return matrix < matrixLabels.size() ? matrixLabels.get(matrix) : nm > 1 ? Integer.toString(matrix + 1) : "";
    }

    private void data(List<String> words, long line) {
        switch (format) {
            case "fullmatrix", "fm", "lowerhalf", "lh", "upperhalf", "uh" -> words.forEach(word -> cell(word, line));
            case "edgelist1", "el1", "edgelist2", "el2" -> {
                if (isNextMatrix(words)) {
                    return;
                }
                tie(
                        end(words.getFirst(), false),
                        words.size() > 1 ? end(words.get(1), format.endsWith("2")) : "",
                        words.size() > 2 ? words.get(2) : "1");
            }
            case "nodelist1", "nl1", "nodelist2", "nl2" -> {
                if (isNextMatrix(words)) {
                    return;
                }
                for (String to : words.subList(1, words.size())) {
                    tie(end(words.getFirst(), false), end(to, format.endsWith("2")), "1");
                }
            }
            default ->
                throw new ImportException(file.getFileName() + ": the DL format '" + format
                        + "' is not known here. Save the network as a full matrix or an edge list.");
        }
    }

    private boolean isNextMatrix(List<String> words) {
        if (words.size() == 1 && words.getFirst().equals("!")) {
            matrix++;
            return true;
        }
        return false;
    }

    /** A label, or the number of one. */
    private String end(String word, boolean isColumn) {
        List<String> known = isColumn ? columnLabels : rowLabels;
        if (!embedded && word.matches("\\d{1,7}") && !known.contains(word)) {
            int i = Integer.parseInt(word) - 1;
            return i < 0 ? word : isColumn ? columnLabel(i) : rowLabel(i);
        }
        String label = label(word);
        if (isColumn && told.add(label)) {
            rows.node(label, label, EntityKind.EVENT);
        }
        return label;
    }

    private void tie(String from, String to, String weight) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!relation().isEmpty()) {
            values.put("kind", relation());
        }
        if (!weight.equals("1")) {
            values.put("weight", weight);
        }
        boolean directed = !twoMode() && !format.endsWith("2") && (format.startsWith("f") || format.contains("list"));
        rows.edge(from, to, Optional.of(directed || format.equals("el1") || format.equals("nl1")), values);
    }

    // ---- matrices

    private int width() {
        return twoMode() ? nc : Math.max(n, nc);
    }

    private int height() {
        return twoMode() ? nr : Math.max(n, nr);
    }

    /** Where a row's cells begin and end. */
    private int first() {
        return format.startsWith("u") ? row + (noDiagonal ? 1 : 0) : 0;
    }

    private int last() {
        return format.startsWith("l") ? row + (noDiagonal ? 0 : 1) : width();
    }

    private void cell(String word, long line) {
        if (embedded && columnsNamed && rowLabel.isEmpty() && row >= height()) {
            nextMatrix();
            columnsNamed = false;
            columnLabels.clear();
        }
        if (embedded && !columnsNamed) {
            columnLabels.add(label(word));
            if (columnLabels.size() == width()) {
                columnsNamed = true;
                for (String label : twoMode() ? columnLabels : List.<String>of()) {
                    if (told.add(label)) {
                        rows.node(label, label, EntityKind.EVENT);
                    }
                }
            }
            return;
        }
        if (embedded && rowLabel.isEmpty()) {
            rowLabel = label(word);
            column = first();
            if (told.add(rowLabel)) {
                rows.node(rowLabel, rowLabel, Map.of());
            }
            return;
        }
        skipEmptyRows();
        if (row >= height()) {
            nextMatrix();
            skipEmptyRows();
        }
        if (matrix >= nm) {
            return;
        }
        if (noDiagonal && format.startsWith("f") && column == row) {
            column++;
        }
        if (!word.matches("[-+]?(?:\\d{1,15}(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?")) {
            throw new ImportException(
                    file.getFileName() + ": line " + line + ": '"
                            + (word.length() > 40 ? word.substring(0, 40) + "\u2026" : word)
                            + "' stands where a number is expected. Check n, the labels and the format at the top of the file.");
        }
        if (!word.matches("[-+]?0*\\.?0*(?:[eE].*)?")) {
            tie(embedded ? rowLabel : rowLabel(row), columnLabel(column), plain(word));
        }
        column++;
        if (noDiagonal && format.startsWith("f") && column == row) {
            column++;
        }
        if (column >= last()) {
            nextRow();
        }
    }

    private void skipEmptyRows() {
        while (row < height() && first() >= last()) {
            nextRow();
        }
    }

    private void nextRow() {
        row++;
        rowLabel = "";
        column = first();
    }

    private void nextMatrix() {
        matrix++;
        row = 0;
        column = first();
        rowLabel = "";
    }

    private static String plain(String number) {
        return number.matches("[-+]?\\d+\\.0*") ? number.substring(0, number.indexOf('.')) : number;
    }
}
