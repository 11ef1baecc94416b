package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** A verdict depends on the facts of a case, not on who writes them down, on which sheet and in which words. */
final class OtherHandsTest {

    @TempDir
    Path folder;

    /** One case of the resources: what must come out, and its sheets, each its columns and rows. */
    private record Encoded(Map<String, String> head, Map<String, List<List<String>>> sheets) {

        List<List<String>> sheet(String name) {
            return sheets.getOrDefault(name, List.of());
        }
    }

    static List<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(resources())) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static Path resources() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OtherHandsTest.class.getResource("encodings"))
                .toURI());
    }

    private static Encoded encoded(String name) {
        try {
            Map<String, String> head = new HashMap<>();
            Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
            List<List<String>> current = null;
            for (String line : Files.readAllLines(resources().resolve(name))) {
                if (line.startsWith("# ")) {
                    current = new ArrayList<>();
                    sheets.put(line.substring(2).strip(), current);
                } else if (current == null) {
                    head.put(
                            line.substring(0, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip());
                } else {
                    current.add(Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList());
                }
            }
            return new Encoded(head, sheets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseAddition addition(String name, Map<String, List<List<String>>> sheets) {
        WorkbookOf workbook = new WorkbookOf();
        sheets.forEach((sheet, rows) -> workbook.and(
                sheet, rows.stream().map(r -> String.join(" | ", r)).toArray(String[]::new)));
        return WorkbookOf.readFile(workbook.folder(folder.resolve(name))).toAddition(Instant.EPOCH, "test");
    }

    private static List<CaseAnalysis.Network> analysed(CaseAddition... additions) {
        return new CaseAnalyser()
                .analyse(
                        CaseGraph.of("case", List.of(additions)),
                        new AnalysisParameters(Optional.empty(), Period.UNKNOWN, AnalysisParameters.Stability.SKIP),
                        Progress.NONE,
                        Cancellation.NEVER)
                .networks();
    }

    /** What is said of the largest network. */
    private static String verdict(List<CaseAnalysis.Network> networks) {
        return networks.stream()
                .max(Comparator.comparingInt(n -> n.members().size()))
                .map(n -> n.networkClass().answer() + " " + n.shape().answer())
                .orElse("no network");
    }

    /** What is said of every network, without names. */
    private static List<String> everything(List<CaseAnalysis.Network> networks) {
        return networks.stream()
                .map(n -> n.members().size() + " " + n.networkClass().answer()
                        + rounded(n.networkClass().support())
                        + n.shape().answer() + rounded(n.shape().support())
                        + n.roles().stream()
                                .map(r -> r.role() + String.format("%.6f", r.score()))
                                .sorted()
                                .toList())
                .sorted()
                .toList();
    }

    private static String rounded(Map<?, Double> support) {
        Map<String, String> rounded = new TreeMap<>();
        support.forEach((answer, share) -> rounded.put(String.valueOf(answer), String.format("%.6f", share)));
        return rounded.toString();
    }

    @ParameterizedTest
    @MethodSource("names")
    void comesOutAsStatedWhoeverWroteItDown(String name) {
        Encoded encoded = encoded(name);
        List<CaseAnalysis.Network> networks = analysed(addition("case", encoded.sheets()));
        String expectedClass = encoded.head().get("class");
        if ("none".equals(expectedClass)) {
            assertThat(networks).isEmpty();
            return;
        }
        CaseAnalysis.Network largest = networks.stream()
                .max(Comparator.comparingInt(n -> n.members().size()))
                .orElseThrow();
        if (expectedClass != null) {
            assertThat(largest.networkClass().answer().name()).isEqualToIgnoringCase(expectedClass);
        }
        String expectedShape = encoded.head().get("shape");
        if (expectedShape != null) {
            assertThat(largest.shape().answer().name()).isEqualToIgnoringCase(expectedShape);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void originNationalityAndGenderChangeNothing(String name) {
        Encoded encoded = encoded(name);
        Random random = new Random(name.hashCode());
        Map<String, List<List<String>>> other = new LinkedHashMap<>(encoded.sheets());
        other.computeIfPresent("People", (k, rows) -> {
            int origin = rows.getFirst().indexOf("origin");
            List<List<String>> changed = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                List<String> row = new ArrayList<>(rows.get(r));
                if (origin >= 0 && r > 0) {
                    row.set(origin, random.nextBoolean() ? "BR" : "Eastern Europe");
                }
                row.add(r == 0 ? "gender" : random.nextBoolean() ? "f" : "m");
                row.add(r == 0 ? "nationality" : random.nextBoolean() ? "TH" : "NG");
                row.add(r == 0 ? "ethnicity" : random.nextBoolean() ? "one" : "other");
                changed.add(row);
            }
            return changed;
        });
        assertThat(everything(analysed(addition("other", other))))
                .isEqualTo(everything(analysed(addition("case", encoded.sheets()))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void otherNamesAndAnotherOrderOfRowsAndSheetsChangeNothing(String name) {
        Encoded encoded = encoded(name);
        Random random = new Random(name.hashCode());
        Map<String, String> names = new LinkedHashMap<>();
        for (String sheet : List.of("People", "Organisations")) {
            List<List<String>> rows = encoded.sheet(sheet);
            for (int r = 1; r < rows.size(); r++) {
                for (String column : List.of("id", "name")) {
                    int at = rows.getFirst().indexOf(column);
                    if (at >= 0 && !rows.get(r).get(at).isEmpty()) {
                        names.put(rows.get(r).get(at), "");
                    }
                }
            }
        }
        names.replaceAll((old, none) -> "Name " + Integer.toString(random.nextInt(1_000_000), 36));
        List<String> order = new ArrayList<>(encoded.sheets().keySet());
        Collections.shuffle(order, random);
        Map<String, List<List<String>>> other = new LinkedHashMap<>();
        for (String sheet : order) {
            List<List<String>> rows = new ArrayList<>();
            List<String> columns = encoded.sheet(sheet).getFirst();
            for (List<String> row : encoded.sheet(sheet)) {
                List<String> cells = new ArrayList<>(row);
                for (int c = 0; c < row.size(); c++) {
                    if (!columns.get(c).contains("country")) {
                        cells.set(
                                c,
                                String.join(
                                        ";",
                                        Arrays.stream(row.get(c).split(";", -1))
                                                .map(part -> names.getOrDefault(part.strip(), part))
                                                .toList()));
                    }
                }
                rows.add(cells);
            }
            Collections.shuffle(rows.subList(1, rows.size()), random);
            other.put(sheet, rows);
        }
        assertThat(everything(analysed(addition("other", other))))
                .isEqualTo(everything(analysed(addition("case", encoded.sheets()))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void twoWorkbooksOfOneCaseSayWhatOneSays(String name) {
        Encoded encoded = encoded(name);
        Random random = new Random(name.hashCode());
        List<List<String>> of =
                List.of(List.of("key", "value"), List.of("reference", "R-1"), List.of("originator", "Unit 4"));
        Map<String, List<List<String>>> one = new LinkedHashMap<>(Map.of("Case", of));
        Map<String, List<List<String>>> two = new LinkedHashMap<>(Map.of("Case", of));
        encoded.sheets().forEach((sheet, rows) -> {
            if (sheet.equals("Case")) {
                return;
            }
            if (rows.getFirst().contains("id") || rows.getFirst().contains("name")) {
                List<List<String>> known = withIds(rows);
                one.put(sheet, known);
                two.put(sheet, known);
                return;
            }
            one.put(sheet, new ArrayList<>(rows.subList(0, 1)));
            two.put(sheet, new ArrayList<>(rows.subList(0, 1)));
            for (List<String> row : rows.subList(1, rows.size())) {
                Objects.requireNonNull((random.nextBoolean() ? one : two).get(sheet))
                        .add(row);
            }
        });
        assertThat(verdict(analysed(addition("one", one), addition("two", two))))
                .isEqualTo(verdict(analysed(addition("case", encoded.sheets()))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void peopleInOneFileAndWhatTheyDidInAnotherSayWhatOneFileSaysInEitherOrder(String name) {
        Encoded encoded = encoded(name);
        Map<String, List<List<String>>> people = new LinkedHashMap<>();
        Map<String, List<List<String>>> deeds = new LinkedHashMap<>();
        encoded.sheets()
                .forEach((sheet, rows) ->
                        (sheet.equals("People") || sheet.equals("Organisations") ? people : deeds).put(sheet, rows));
        if (people.isEmpty()) {
            return;
        }
        CaseAddition who = addition("who", people);
        CaseAddition what = addition("what", deeds);
        List<String> whole = everything(analysed(addition("case", encoded.sheets())));
        assertThat(everything(analysed(who, what))).isEqualTo(whole);
        assertThat(everything(analysed(what, who))).isEqualTo(whole);
    }

    /** Who has no id is known across workbooks by none. */
    private static List<List<String>> withIds(List<List<String>> rows) {
        int name = rows.getFirst().indexOf("name");
        if (rows.getFirst().contains("id") || name < 0) {
            return rows;
        }
        List<List<String>> changed = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> with = new ArrayList<>(row);
            with.addFirst(changed.isEmpty() ? "id" : row.get(name));
            changed.add(with);
        }
        return changed;
    }

    @ParameterizedTest
    @MethodSource("names")
    void neighboursWhoKnowSomebodyChangeNothing(String name) {
        Encoded encoded = encoded(name);
        Random random = new Random(name.hashCode());
        Map<String, List<List<String>>> other = new LinkedHashMap<>(encoded.sheets());
        List<List<String>> people = encoded.sheet("People");
        if (people.isEmpty()) {
            return;
        }
        List<String> columns = people.getFirst();
        String key = columns.contains("id") ? "id" : "name";
        List<List<String>> more = new ArrayList<>(people);
        List<List<String>> ties = new ArrayList<>(encoded.sheet("Ties"));
        if (ties.isEmpty()) {
            ties.add(List.of("who", "whom", "kind"));
        }
        for (int b = 0; b < 5; b++) {
            Map<String, String> neighbour = Map.of("id", "n" + b, "name", "Neighbour " + b, "country", "FR");
            more.add(cells(columns, neighbour));
            for (String kind : List.of("acquaintance", "meets")) {
                String whom = people.get(1 + random.nextInt(people.size() - 1)).get(columns.indexOf(key));
                ties.add(cells(
                        ties.getFirst(),
                        Map.of("who", Objects.requireNonNull(neighbour.get(key)), "whom", whom, "kind", kind)));
            }
        }
        other.put("People", more);
        other.put("Ties", ties);
        assertThat(everything(analysed(addition("other", other))))
                .isEqualTo(everything(analysed(addition("case", encoded.sheets()))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-men-five-dancers | ENTREPRENEURIAL | Recruitment | victim=V5; by=P1",
                "two-men-five-dancers-short | ENTREPRENEURIAL | Exploitation | victim=five women from Riga; by=Aivars Toms",
                "sponsor-and-crews | HYBRID | Payments | payer=T2; payee=G; share=15; every=month; purpose=profit share",
                "half-and-half-ties | HYBRID | Ties | who=Rosa; whom=Arben; kind=shares profit with",
                "centre-that-is-asked-and-orders | TRANSNATIONAL | Ties | who=r3; whom=g; kind=reports to",
                "centre-between-demand-and-supply | TRANSNATIONAL | Ties | who=C; whom=a third recruiter; kind=tasks",
                "association-and-branches | TRANSNATIONAL | Payments | payer=Y; payee=N; purpose=investment"
            })
    void furtherEvidenceForAClassDoesNotLowerIt(String name, NetworkClass of, String sheet, String row) {
        Encoded encoded = encoded(name + ".txt");
        Map<String, String> values = new HashMap<>();
        for (String cell : row.split(";", -1)) {
            values.put(
                    cell.substring(0, cell.indexOf('=')).strip(),
                    cell.substring(cell.indexOf('=') + 1).strip());
        }
        List<List<String>> rows = new ArrayList<>(encoded.sheet(sheet));
        rows.add(cells(rows.getFirst(), values));
        Map<String, List<List<String>>> other = new LinkedHashMap<>(encoded.sheets());
        other.put(sheet, rows);
        assertThat(support(of, analysed(addition("other", other))))
                .isGreaterThanOrEqualTo(support(of, analysed(addition("case", encoded.sheets()))) - 1e-3);
    }

    private static double support(NetworkClass of, List<CaseAnalysis.Network> networks) {
        return networks.stream()
                .max(Comparator.comparingInt(n -> n.members().size()))
                .map(n -> n.networkClass().support().getOrDefault(of, 0.0))
                .orElse(0.0);
    }

    private static List<String> cells(List<String> columns, Map<String, String> values) {
        return columns.stream().map(c -> values.getOrDefault(c, "")).toList();
    }
}
