package org.manumit.importers.graphs;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.ColumnReadings;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.MappedTable;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowFingerprints;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TableFormat;
import org.manumit.importers.tabular.TableKind;
import org.manumit.importers.tabular.TableNotes;
import org.manumit.importers.tabular.TabularFile;
import org.manumit.importers.tabular.value.Parsed;

/**
 * Reads ties between people from edge lists (two columns of names, perhaps a weight and a kind), from square matrices
 * and from matrices of two modes, and what is known of them from a list of nodes beside those. A symmetric matrix, or a list whose {@code directed} column says no, gives each tie once. Everyone in the
 * file becomes a person labelled as the file calls them; the same label in another file is another person until
 * somebody says otherwise.
 */
public final class GraphsImporter implements SourceImporter {

    private static final ColumnVocabulary VOCABULARY = ColumnVocabulary.of(GraphsImporter.class, "columns.txt");
    private static final TableKind TABLES = new TableKind("graph", VOCABULARY, GraphsImporter::withoutHeader);

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WEIGHT = "weight";
    private static final String KIND = "kind";
    private static final String DIRECTED = "directed";

    /** An importer of edge lists and matrices. */
    public GraphsImporter() {}

    @Override
    public String kind() {
        return "graph";
    }

    private sealed interface Recognised {
        record EdgeList(MappedTable mapped) implements Recognised {}

        record Matrix(Table table, List<String> labels) implements Recognised {}

        record Incidence(Table table, List<String> labels) implements Recognised {}

        record Nodes(Table table, NodeList list) implements Recognised {}
    }

    /**
     * Two columns of names without a header, and perhaps a third of numbers. Somebody must stand in both columns:
     * otherwise any list of keys and values would become ties between people.
     */
    private static Optional<TableKind.Guessed> withoutHeader(Table table) {
        int columns = table.layout().columns();
        if (columns < 2 || columns > 3 || table.sample().size() < 2) {
            return Optional.empty();
        }
        Set<String> both = table.profile(0).values();
        both.retainAll(table.profile(1).values());
        if (both.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnMapping.Column> mapped = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            ColumnProfile profile = table.profile(column);
            String header = table.layout().headerOf(column);
            if (column < 2) {
                if (profile.filled() < profile.rows() || profile.fractions() > 0.1 || profile.writtenMoments() > 0.1) {
                    return Optional.empty();
                }
                mapped.add(new ColumnMapping.Column(
                        column, header, column == 0 ? FROM : TO, "", "no header; " + profile.words()));
            } else if (profile.numbers() >= 0.5) {
                mapped.add(new ColumnMapping.Column(column, header, WEIGHT, "", "no header; " + profile.words()));
            } else {
                mapped.add(new ColumnMapping.Column(column, header, "", "", "no header; " + profile.words()));
            }
        }
        return Optional.of(new TableKind.Guessed(
                mapped,
                List.of(TableNotes.issue(
                        Severity.NOTE,
                        table,
                        0,
                        "The file has no header; its first two columns are taken for who is tied to whom."))));
    }

    private static List<Recognised> recognised(TabularFile file, ImportOptions options) throws IOException {
        List<Recognised> recognised = new ArrayList<>();
        for (MappedTable mapped : TABLES.map(file, options)) {
            List<Row> head = file.sample(mapped.table().sheet(), Table.SAMPLE);
            Optional<List<String>> labels = TieMatrix.labels(head);
            if (labels.isPresent()) {
                recognised.add(new Recognised.Matrix(mapped.table(), labels.get()));
            } else if (mapped.mapping().has(FROM) && mapped.mapping().has(TO) && !isMereNumbering(mapped)) {
                recognised.add(new Recognised.EdgeList(mapped));
            } else {
                alone(file, mapped.table(), head).ifPresent(recognised::add);
            }
        }
        return recognised;
    }

    /** Whether a column numbers the rows and nobody in it stands in the other, under headers such as {@code i} and {@code x}. */
    private static boolean isMereNumbering(MappedTable mapped) {
        List<Row> sample = mapped.table().sample();
        int from = mapped.mapping().indexOf(FROM).orElseThrow();
        int to = mapped.mapping().indexOf(TO).orElseThrow();
        ColumnProfile one = ColumnProfile.of(sample, from);
        ColumnProfile other = ColumnProfile.of(sample, to);
        boolean initials = Stream.of(from, to)
                .allMatch(column -> mapped.table().layout().headerOf(column).length() == 1);
        return initials && (one.isCounter() || other.isCounter()) && Collections.disjoint(one.values(), other.values());
    }

    /** What holds no ties between those it names: their list, or what they took part in. */
    private static Optional<Recognised> alone(TabularFile file, Table table, List<Row> head) throws IOException {
        Optional<NodeList> nodes = NodeList.of(file.path(), head);
        if (nodes.isPresent()
                && (nodes.get().isPlain()
                        || (NodeList.isNamedSo(file.path()) && nodes.get().hasTiesBeside(head)))) {
            return Optional.of(new Recognised.Nodes(table, nodes.get()));
        }
        return IncidenceMatrix.labels(head).map(labels -> new Recognised.Incidence(table, labels));
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            // Networks in JSON have marks of their own, which another reader knows.
            Optional<TabularFile> tabular =
                    TabularFile.inspectIfTable(file).filter(table -> table.format() != TableFormat.JSON);
            if (tabular.isEmpty()) {
                return Optional.empty();
            }
            return recognised(tabular.get(), options).stream().findFirst().map(GraphsImporter::detection);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static Detection detection(Recognised recognised) {
        return switch (recognised) {
            case Recognised.Matrix matrix ->
                new Detection(
                        "graph",
                        0.9,
                        "square matrix of ties between " + matrix.labels().size() + " people");
            case Recognised.Incidence incidence ->
                new Detection(
                        "graph",
                        0.5,
                        "matrix of two modes: people, and " + incidence.labels().size()
                                + " things they took part in or used");
            case Recognised.Nodes nodes ->
                new Detection(
                        "graph",
                        nodes.list().isPlain() ? 0.6 : 0.55,
                        "list of nodes with " + (nodes.list().headers().size() - 1) + " attributes");
            case Recognised.EdgeList list -> {
                ColumnMapping mapping = list.mapped().mapping();
                boolean header = list.mapped().table().layout().header().isPresent();
                int known = (int) mapping.columns().stream()
                        .filter(ColumnMapping.Column::isMapped)
                        .count();
                // A table with many other columns is more likely something else that happens to name two parties.
                boolean small = mapping.columns().size() <= known + 1;
                yield new Detection("graph", header ? (small ? 0.6 : 0.4) : 0.35, layout(mapping));
            }
        };
    }

    private static String layout(ColumnMapping mapping) {
        return (mapping.name().isEmpty() ? "" : mapping.name() + ": ") + "edge list: "
                + mapping.columns().stream()
                        .filter(ColumnMapping.Column::isMapped)
                        .map(c -> c.meaning() + " '" + c.header() + "'")
                        .collect(Collectors.joining(", "));
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        try {
            TabularFile tabular = TabularFile.inspect(file);
            List<Recognised> recognised = recognised(tabular, options);
            if (recognised.isEmpty()) {
                throw notRecognised(file, tabular, options);
            }
            return switch (recognised.getFirst()) {
                case Recognised.Matrix matrix -> preview(matrix, tabular, rows);
                case Recognised.EdgeList list -> preview(list.mapped(), rows);
                case Recognised.Incidence incidence -> whole(file, options, rows);
                case Recognised.Nodes nodes -> whole(file, options, rows);
            };
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private Preview whole(SourceFile file, ImportOptions options, int rows) {
        return TiePreview.of(read(file, options, Progress.NONE, Cancellation.NEVER), rows);
    }

    private static Preview preview(Recognised.Matrix matrix, TabularFile file, int rows) throws IOException {
        List<Row> sample = file.sample(matrix.table().sheet(), rows + 1);
        List<Preview.Column> columns = new ArrayList<>();
        columns.add(new Preview.Column("column 1", FROM, "the first column names the rows"));
        matrix.labels().forEach(label -> columns.add(new Preview.Column(label, TO, "the first row names the columns")));
        List<List<String>> texts = new ArrayList<>();
        List<String> becomes = new ArrayList<>();
        for (Row row : sample.subList(1, sample.size())) {
            texts.add(row.texts());
            List<String> tied = new ArrayList<>();
            for (int column = 1; column <= matrix.labels().size(); column++) {
                if (TieMatrix.value(row, column).filter(v -> v.signum() != 0).isPresent()) {
                    tied.add(matrix.labels().get(column - 1));
                }
            }
            becomes.add(row.value(0) + " tied to " + (tied.isEmpty() ? "nobody" : String.join(", ", tied)));
        }
        return new Preview(detection(matrix), columns, texts, becomes, List.of());
    }

    private static Preview preview(MappedTable mapped, int rows) {
        ColumnMapping mapping = mapped.mapping();
        int from = mapping.indexOf(FROM).orElseThrow();
        int to = mapping.indexOf(TO).orElseThrow();
        List<Row> sample = mapped.table().sample().stream().limit(rows).toList();
        return new Preview(
                detection(new Recognised.EdgeList(mapped)),
                mapping.columns().stream()
                        .map(c -> new Preview.Column(c.header(), c.meaning(), c.reason()))
                        .toList(),
                sample.stream().map(Row::texts).toList(),
                sample.stream()
                        .map(row -> row.isBlank(from) || row.isBlank(to)
                                ? "rejected: one end is empty"
                                : "tie of " + row.value(from) + " to " + row.value(to))
                        .toList(),
                mapped.issues());
    }

    private static ImportException notRecognised(SourceFile file, TabularFile tabular, ImportOptions options)
            throws IOException {
        String columns = TABLES.map(tabular, options).stream()
                .findFirst()
                .map(t -> t.mapping().columns().stream()
                        .map(ColumnMapping.Column::header)
                        .limit(30)
                        .collect(Collectors.joining(", ")))
                .orElse("none");
        return new ImportException(file.path()
                + ": no ties recognised: two columns of names, or a square matrix with the same labels across and down,"
                + " are needed, or a list of Id and Label. Its columns are " + columns
                + "; say which are from and to.");
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        try {
            TabularFile tabular = TabularFile.inspect(file);
            List<Recognised> recognised = recognised(tabular, options);
            if (recognised.isEmpty()) {
                throw notRecognised(file, tabular, options);
            }
            Reading reading = new Reading(file, options, known(file, recognised), progress, cancellation);
            for (Recognised table : recognised) {
                switch (table) {
                    case Recognised.Matrix matrix -> reading.matrix(matrix, tabular);
                    case Recognised.EdgeList list -> reading.edges(list.mapped());
                    case Recognised.Incidence incidence -> reading.incidence(incidence, tabular);
                    case Recognised.Nodes nodes -> reading.nodes(nodes, tabular);
                }
            }
            return reading.draft(
                    recognised.stream().map(r -> detection(r).layout()).collect(Collectors.joining(" | ")));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    /** Those whom the file ties, where a list of them stands beside it. */
    private static Optional<TieDraft.Known> known(SourceFile file, List<Recognised> recognised) throws IOException {
        Set<String> names = new HashSet<>();
        for (Recognised table : recognised) {
            switch (table) {
                case Recognised.Matrix matrix -> names.addAll(matrix.labels());
                case Recognised.EdgeList list -> {
                    int from = list.mapped().mapping().indexOf(FROM).orElseThrow();
                    int to = list.mapped().mapping().indexOf(TO).orElseThrow();
                    for (Row row : list.mapped().table().sample()) {
                        names.add(row.value(from));
                        names.add(row.value(to));
                    }
                }
                case Recognised.Incidence incidence -> {
                    // its rows are named by people, who are looked for as those of the others are
                    incidence.table().sample().forEach(row -> names.add(row.value(0)));
                }
                case Recognised.Nodes nodes -> {
                    return Optional.empty();
                }
            }
        }
        names.remove("");
        Optional<NodeList> list = NodeList.besideTies(file.path(), names);
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(new TieDraft.Known(
                        SourceFile.of(list.get().file()), list.get().read()));
    }

    /** One import. */
    private static final class Reading {
        private final TieDraft draft;
        private final List<ImportIssue> issues = new ArrayList<>();
        private final Cancellation cancellation;

        Reading(
                SourceFile file,
                ImportOptions options,
                Optional<TieDraft.Known> known,
                Progress progress,
                Cancellation cancellation) {
            this.draft = new TieDraft(file, options, known, progress, cancellation);
            known.ifPresent(k -> issues.add(new ImportIssue(
                    Severity.NOTE,
                    "",
                    0,
                    "",
                    k.file().fileName(),
                    "",
                    "Those named here are those of " + k.file().fileName() + " beside it; import that too for what is"
                            + " known of them.")));
            this.cancellation = cancellation;
        }

        ImportDraft draft(String profile) {
            issues.forEach(draft::notice);
            return draft.draft(profile);
        }

        private void step() {
            draft.step();
        }

        private void tie(String from, String to, Map<String, String> values, String sheet, long row) {
            draft.tie(from, to, values, sheet, row);
        }

        private void reject(String sheet, Row row, String column, String found, String expected, String message) {
            draft.reject(sheet, row.number(), column, found, expected, message);
        }

        private void edges(MappedTable mapped) throws IOException {
            ColumnMapping mapping = mapped.mapping();
            int from = mapping.indexOf(FROM).orElseThrow();
            int to = mapping.indexOf(TO).orElseThrow();
            int weight = mapping.indexOf(WEIGHT).orElse(-1);
            int kind = mapping.indexOf(KIND).orElse(-1);
            int directed = mapping.indexOf(DIRECTED).orElse(-1);
            String sheet = mapped.table().sheetName();
            ColumnReadings readings = ColumnReadings.learn(mapped.table(), mapping, VOCABULARY, cancellation);
            issues.addAll(mapped.issues());
            issues.addAll(TableNotes.above(mapped.table()));
            issues.addAll(readings.issues());
            RowFingerprints fingerprints = new RowFingerprints();
            RowRemarks remarks = new RowRemarks();
            try (Table.Rows rows = mapped.table().open()) {
                while (rows.advance()) {
                    Row row = rows.row();
                    step();
                    if (row.isBlank(from) || row.isBlank(to)) {
                        reject(
                                sheet,
                                row,
                                mapping.columns()
                                        .get(row.isBlank(from) ? from : to)
                                        .header(),
                                "",
                                "a name",
                                "One end of the tie is empty.");
                        continue;
                    }
                    Map<String, String> values = new LinkedHashMap<>();
                    if (weight >= 0 && !row.isBlank(weight)) {
                        String cell = row.value(weight);
                        if (readings.decimal(WEIGHT).read(cell, row.kind(weight))
                                instanceof Parsed.Value<BigDecimal>(BigDecimal value)) {
                            values.put(WEIGHT, value.toPlainString());
                        } else {
                            // That they are tied is said all the same.
                            String header = mapping.columns().get(weight).header();
                            values.put(header.equalsIgnoreCase(WEIGHT) ? header + " as written" : header, cell);
                            issues.add(
                                    new ImportIssue(
                                            Severity.WARNING,
                                            sheet,
                                            row.number(),
                                            header,
                                            cell,
                                            "a number",
                                            "'" + cell + "' in '" + header
                                                    + "' is not a number; the tie is kept without a weight, with the word as written."));
                        }
                    }
                    if (kind >= 0 && !row.isBlank(kind)) {
                        values.put(KIND, row.value(kind));
                    }
                    if (directed >= 0 && !row.isBlank(directed)) {
                        values.put(DIRECTED, row.value(directed));
                    }
                    for (ColumnMapping.Column column : mapping.columns()) {
                        if (!column.isMapped() && !row.isBlank(column.index())) {
                            values.put(column.header(), row.value(column.index()));
                        }
                    }
                    direction(values);
                    if (row.value(from).equals(row.value(to))) {
                        remarks.add(Severity.NOTE, row, "", row.value(from), "Ties of somebody to themselves, kept");
                    }
                    if (fingerprints.seen(row)) {
                        remarks.add(Severity.WARNING, row, "", "", "Rows equal to an earlier one in every cell, kept");
                    }
                    tie(row.value(from), row.value(to), values, sheet, row.number());
                }
                issues.addAll(remarks.issues());
                issues.addAll(TableNotes.among(rows, mapped.table()));
            }
        }

        /** Gephi says in the column {@code Type} whether an edge is directed. */
        private static void direction(Map<String, String> values) {
            String type = values.getOrDefault(KIND, "").toLowerCase(Locale.ROOT);
            if (type.equals("directed") || type.equals("undirected") || type.equals("mutual")) {
                values.remove(KIND);
                values.putIfAbsent(DIRECTED, type.equals("directed") ? "yes" : "no");
            }
        }

        private void incidence(Recognised.Incidence incidence, TabularFile tabular) throws IOException {
            String sheet = incidence.table().sheetName();
            List<String> labels = incidence.labels();
            Set<String> named = new HashSet<>();
            try (var reader = sheet.isEmpty() ? tabular.open() : tabular.open(sheet)) {
                reader.next();
                for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                    Row row = next.get();
                    step();
                    if (row.isBlank(0)) {
                        reject(sheet, row, "", "", "a name", "The row has no name.");
                        continue;
                    }
                    Optional<BigDecimal[]> values = values(row, labels, sheet);
                    if (values.isEmpty()) {
                        continue;
                    }
                    draft.actor(row.value(0));
                    for (int i = 0; i < labels.size(); i++) {
                        BigDecimal value = values.get()[i];
                        if (named.add(labels.get(i))) {
                            draft.event("column " + labels.get(i), labels.get(i));
                        }
                        if (value.signum() != 0) {
                            Map<String, String> said = new LinkedHashMap<>();
                            if (value.compareTo(BigDecimal.ONE) != 0) {
                                said.put(WEIGHT, value.toPlainString());
                            }
                            said.put(DIRECTED, "no");
                            tie(row.value(0), "column " + labels.get(i), said, sheet, row.number());
                        }
                    }
                }
            }
            issues.add(
                    new ImportIssue(
                            Severity.NOTE,
                            sheet,
                            0,
                            "",
                            "",
                            "",
                            "The columns are taken for what those in the rows took part in or used: each cell but 0 is a tie."));
        }

        private void nodes(Recognised.Nodes nodes, TabularFile tabular) throws IOException {
            String sheet = nodes.table().sheetName();
            NodeList list = nodes.list();
            Set<String> seen = new HashSet<>();
            try (var reader = sheet.isEmpty() ? tabular.open() : tabular.open(sheet)) {
                reader.next();
                for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                    Row row = next.get();
                    step();
                    NodeList.Node node = list.node(row);
                    Map<String, String> values = list.values(row);
                    if (node.key().isEmpty()) {
                        reject(sheet, row, list.headers().get(list.id()), "", "a name", "The row names nobody.");
                    } else if (ShelterGuard.givesAway(node.label(), ShelterGuard.Text.PLACE)
                            || values.values().stream()
                                    .anyMatch(v -> ShelterGuard.givesAway(v, ShelterGuard.Text.PLACE))) {
                        reject(sheet, row, "", "", "no victims' shelter", ShelterGuard.REMEDY);
                    } else {
                        draft.node(node);
                        if (!seen.add(node.key())) {
                            issues.add(new ImportIssue(
                                    Severity.WARNING,
                                    sheet,
                                    row.number(),
                                    "",
                                    node.key(),
                                    "a name of its own",
                                    "'" + node.key() + "' names more than one row; they are taken for one."));
                        }
                        if (!values.isEmpty()) {
                            draft.describe(node.key(), values, sheet, row.number());
                        }
                    }
                }
            }
        }

        private void matrix(Recognised.Matrix matrix, TabularFile tabular) throws IOException {
            String sheet = matrix.table().sheetName();
            List<String> labels = matrix.labels();
            Map<String, Integer> places = TieMatrix.places(labels);
            labels.forEach(draft::actor);
            BigDecimal[][] cells = new BigDecimal[labels.size()][];
            long[] rowNumbers = new long[labels.size()];
            Set<String> seen = new HashSet<>();
            boolean top = true;
            try (var reader = sheet.isEmpty() ? tabular.open() : tabular.open(sheet)) {
                for (Optional<Row> next = reader.next(); next.isPresent(); next = reader.next()) {
                    Row row = next.get();
                    if (top) {
                        top = false;
                        continue;
                    }
                    step();
                    Integer place = places.get(row.value(0));
                    if (place == null || !seen.add(row.value(0))) {
                        reject(
                                sheet,
                                row,
                                "",
                                row.value(0),
                                "a label of the first row",
                                place == null
                                        ? "'" + row.value(0) + "' does not stand in the first row."
                                        : "'" + row.value(0) + "' names a second row.");
                        continue;
                    }
                    Optional<BigDecimal[]> values = values(row, labels, sheet);
                    if (values.isPresent()) {
                        cells[place] = values.get();
                        rowNumbers[place] = row.number();
                    }
                }
            }
            ties(cells, rowNumbers, labels, sheet);
            labels.stream()
                    .filter(label -> !seen.contains(label))
                    .forEach(label -> issues.add(TableNotes.issue(
                            Severity.WARNING,
                            matrix.table(),
                            0,
                            "'" + label + "' stands in the first row but has no row of its own.")));
        }

        private Optional<BigDecimal[]> values(Row row, List<String> labels, String sheet) {
            BigDecimal[] values = new BigDecimal[labels.size()];
            for (int i = 0; i < values.length; i++) {
                if (row.isBlank(i + 1)) {
                    values[i] = BigDecimal.ZERO;
                    continue;
                }
                Optional<BigDecimal> value = TieMatrix.value(row, i + 1);
                if (value.isEmpty()) {
                    reject(
                            sheet,
                            row,
                            labels.get(i),
                            row.value(i + 1),
                            "a number",
                            "'" + row.value(i + 1) + "' under '" + labels.get(i) + "' is not a number.");
                    return Optional.empty();
                }
                values[i] = value.get();
            }
            return Optional.of(values);
        }

        private void ties(BigDecimal[][] cells, long[] rowNumbers, List<String> labels, String sheet) {
            boolean symmetric = isSymmetric(cells);
            issues.add(new ImportIssue(
                    Severity.NOTE,
                    sheet,
                    0,
                    "",
                    "",
                    "",
                    symmetric
                            ? "The matrix is symmetric: each tie is taken once, without a direction."
                            : "The matrix is not symmetric: each cell is a tie from the row to the column."));
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] == null) {
                    continue;
                }
                for (int j = 0; j < cells.length; j++) {
                    boolean already = symmetric && j < i && cells[j] != null;
                    if (already || cells[i][j].signum() == 0) {
                        continue;
                    }
                    Map<String, String> values = new LinkedHashMap<>();
                    if (cells[i][j].compareTo(BigDecimal.ONE) != 0) {
                        values.put(WEIGHT, cells[i][j].toPlainString());
                    }
                    values.put(DIRECTED, symmetric ? "no" : "yes");
                    tie(labels.get(i), labels.get(j), values, sheet, rowNumbers[i]);
                }
            }
        }

        private static boolean isSymmetric(BigDecimal[][] cells) {
            for (int i = 0; i < cells.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (cells[i] != null && cells[j] != null && cells[i][j].compareTo(cells[j][i]) != 0) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
