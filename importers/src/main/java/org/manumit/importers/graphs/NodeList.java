package org.manumit.importers.graphs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.manumit.graph.EntityKind;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;
import org.manumit.importers.tabular.TabularFile;

/**
 * A table of what is known of those whom an edge list or matrix ties: a node a row, its name in one column and perhaps
 * its label in another, as Gephi, UCINET and others keep it in a file beside the ties. Both files then speak of the same
 * people: whoever is named in the one is the one of that name in the other. Immutable.
 *
 * @param file the table
 * @param id the column of the names that the ties use
 * @param label the column of what they are called, where it is another
 * @param kind the column that says what they are, where there is one
 * @param headers what stands over the columns
 */
record NodeList(Path file, int id, OptionalInt label, OptionalInt kind, List<String> headers) {

    /** Somebody in such a table. */
    record Node(String key, String label, Optional<EntityKind> kind) {}

    private static final Set<String> ID = Set.of(
            "id",
            "node",
            "node id",
            "nodeid",
            "vertex",
            "actor",
            "person",
            "people",
            "individual",
            "name",
            "member",
            "code",
            "label",
            "");
    private static final Set<String> LABEL = Set.of("label", "name", "full name", "title");
    private static final Set<String> KIND = Set.of("type", "kind", "node type", "entity type", "category");

    /** How such files are called. */
    private static final Pattern NAMED =
            Pattern.compile("(?i).*(?:attr|node|vert|actor|people|person|individual|member|label).*");

    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(?:csv|tsv|tab|txt|xlsx|xls)");
    private static final long LARGEST = 20L << 20;
    private static final int MOST_BESIDE = 40;

    /** How many of the names must stand in both files before they are taken for a pair, of ten. */
    private static final int SHARED = 9;

    NodeList {
        headers = List.copyOf(headers);
    }

    private static String plain(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replaceAll("[_.]", " ");
    }

    /** The table that rows begin, when their first is a header with a column of names that do not repeat. */
    static Optional<NodeList> of(Path file, List<Row> sample) {
        if (sample.size() < 3) {
            return Optional.empty();
        }
        List<String> headers = sample.getFirst().texts();
        OptionalInt id = OptionalInt.empty();
        OptionalInt label = OptionalInt.empty();
        OptionalInt kind = OptionalInt.empty();
        for (int i = 0; i < headers.size(); i++) {
            String header = plain(headers.get(i));
            if (id.isEmpty() && ID.contains(header) && (i == 0 || !header.isEmpty())) {
                id = OptionalInt.of(i);
            } else if (label.isEmpty() && LABEL.contains(header)) {
                label = OptionalInt.of(i);
            } else if (kind.isEmpty() && KIND.contains(header)) {
                kind = OptionalInt.of(i);
            }
        }
        if (id.isEmpty() || headers.size() < 2) {
            return Optional.empty();
        }
        NodeList list = new NodeList(file, id.getAsInt(), label, kind, headers);
        if (list.isPlain()) {
            return Optional.of(list);
        }
        int column = id.getAsInt();
        Set<String> seen = new HashSet<>();
        boolean distinct = sample.subList(1, sample.size()).stream()
                .allMatch(row -> !row.isBlank(column) && seen.add(row.value(column)));
        return distinct ? Optional.of(list) : Optional.empty();
    }

    /** Whether its own headers say what it is: Gephi's {@code Id} and {@code Label}. */
    boolean isPlain() {
        return plain(headers.get(id)).equals("id") && label.isPresent();
    }

    /** Whether the file is called as such files are. */
    static boolean isNamedSo(Path file) {
        return NAMED.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** The node of a row. */
    Node node(Row row) {
        String key = row.value(id);
        String called = label.isPresent() && !row.isBlank(label.getAsInt()) ? row.value(label.getAsInt()) : key;
        return new Node(key, called, kind.isPresent() ? ThingWords.kind(row.value(kind.getAsInt())) : Optional.empty());
    }

    /** What else the row says. */
    Map<String, String> values(Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            if (i != id && !(label.isPresent() && label.getAsInt() == i) && !row.isBlank(i)) {
                String header = headers.get(i).strip();
                values.put(header.isEmpty() ? "column " + (i + 1) : header, row.value(i));
            }
        }
        return values;
    }

    // ---- the file beside

    /** Tables in the same folder, other than this one. */
    private static List<TabularFile> beside(Path file, boolean nodes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        List<Path> candidates;
        try (Stream<Path> all = Files.list(folder)) {
            candidates = all.filter(p -> !p.getFileName().equals(file.getFileName()))
                    .filter(p -> TABLE.matcher(p.getFileName().toString()).matches())
                    .filter(p -> isNamedSo(p) == nodes)
                    .filter(NodeList::isSmall)
                    .sorted(Comparator.comparingInt((Path p) -> -common(p, file))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(MOST_BESIDE)
                    .toList();
        }
        List<TabularFile> tables = new ArrayList<>();
        for (Path candidate : candidates) {
            try {
                TabularFile.inspectIfTable(candidate).ifPresent(tables::add);
            } catch (ImportException | IOException e) {
                // what is wrong with another file is told when that one is imported
            }
        }
        return tables;
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }

    private static int common(Path one, Path other) {
        String a = String.valueOf(one.getFileName());
        String b = String.valueOf(other.getFileName());
        int n = 0;
        while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n;
    }

    /** The table of those whom a file ties, where one stands beside it. */
    static Optional<NodeList> besideTies(Path ties, Collection<String> names) throws IOException {
        if (isNamedSo(ties) || names.size() < 2) {
            return Optional.empty();
        }
        for (TabularFile table : beside(ties, true)) {
            Optional<NodeList> list = of(table.path(), table.sample(sheet(table), Table.SAMPLE));
            if (list.isPresent()) {
                Set<String> known = list.get().read().keySet();
                long shared = names.stream().filter(known::contains).count();
                if (shared * 10 >= (long) names.size() * SHARED) {
                    return list;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a file that ties those of this list stands beside it. */
    boolean hasTiesBeside(List<Row> sample) throws IOException {
        Set<String> names = new HashSet<>();
        sample.stream().skip(1).forEach(row -> names.add(row.value(id)));
        for (TabularFile table : beside(file, false)) {
            List<Row> rows = table.sample(sheet(table), Table.SAMPLE);
            long named = rows.stream()
                    .skip(1)
                    .filter(row -> names.contains(row.value(0)))
                    .count();
            if (rows.size() > 2 && named * 10 >= (rows.size() - 1L) * SHARED) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> sheet(TabularFile table) {
        return table.sheets().isEmpty()
                ? Optional.empty()
                : Optional.of(table.sheets().getFirst());
    }

    /** All nodes of the list by their names. */
    Map<String, Node> read() throws IOException {
        Map<String, Node> nodes = new HashMap<>();
        TabularFile table = TabularFile.inspect(SourceFile.of(file));
        Optional<String> sheet = sheet(table);
        try (var reader = sheet.isPresent() ? table.open(sheet.get()) : table.open()) {
            boolean top = true;
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (!top && !row.get().isBlank(id)) {
                    Node node = node(row.get());
                    // What the list's own import refuses, nobody is called after.
                    if (!ShelterGuard.givesAway(node.label(), ShelterGuard.Text.PLACE)) {
                        nodes.putIfAbsent(node.key(), node);
                    }
                }
                top = false;
            }
        }
        return nodes;
    }
}
