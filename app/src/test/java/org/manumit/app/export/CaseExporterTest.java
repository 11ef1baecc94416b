package org.manumit.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manumit.app.export.CaseExporter.Format;
import org.manumit.app.release.Naming;
import org.manumit.app.release.Release;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.session.SampleCase;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CaseExporterTest {

    @TempDir
    Path folder;

    private Colophon export(Format format, Naming naming) {
        return export(format, naming, SampleCase.analysis());
    }

    private Colophon export(Format format, Naming naming, CaseAnalysis analysis) {
        return new CaseExporter(
                        new ChartPictures(), Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC), "1.0")
                .write(
                        Release.of(SampleCase.graph(), Optional.empty()),
                        analysis,
                        new ReleaseOptions(Optional.empty(), naming),
                        format,
                        file(format),
                        Progress.NONE,
                        Cancellation.NEVER);
    }

    private static String value(Element node, String key) {
        return Stream.concat(all(node, "data").stream(), all(node, "attvalue").stream())
                .filter(data -> data.getAttribute("key").equals(key)
                        || data.getAttribute("for").equals(key))
                .map(data -> data.hasAttribute("value") ? data.getAttribute("value") : data.getTextContent())
                .findFirst()
                .orElse("");
    }

    private Element node(Format format, String id) throws Exception {
        return all(xml(format), "node").stream()
                .filter(node -> node.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Path file(Format format) {
        return folder.resolve("case" + format.ending());
    }

    /** All that a reader of the file could read in it. */
    private String text(Format format) throws IOException {
        return switch (format) {
            case XLSX -> {
                DataFormatter cells = new DataFormatter();
                StringBuilder text = new StringBuilder();
                try (InputStream in = Files.newInputStream(file(format));
                        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                    workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(
                            cell -> text.append(cells.formatCellValue(cell)).append('\n'))));
                }
                yield text.toString();
            }
            case PDF -> {
                try (PdfReader reader = new PdfReader(file(format).toString())) {
                    yield reader.getInfo() + new PdfTextExtractor(reader).getTextFromPage(1);
                }
            }
            case GRAPHML, GEXF, CSV, FTM, ANX, PNG, SVG -> Files.readString(file(format), StandardCharsets.ISO_8859_1);
        };
    }

    private Element xml(Format format) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(file(format).toFile())
                .getDocumentElement();
    }

    private static List<Element> all(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private List<JsonNode> ftm() throws IOException {
        JsonMapper json = new JsonMapper();
        List<JsonNode> entities = new ArrayList<>();
        try (var lines = Files.lines(file(Format.FTM))) {
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                try {
                    entities.add(json.readTree(line));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return entities;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void leadsToNoVictimInAnyFormat(Format format) throws IOException {
        export(format, Naming.VICTIMS_PSEUDONYMOUS);

        assertThat(text(format)).doesNotContain("Mira", "Elena", "person:P4");
        if (format != Format.PNG) {
            assertThat(text(format)).contains("Victim 1");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void leadsToNobodyWhenDePersonalised(Format format) throws IOException {
        export(format, Naming.NOBODY_NAMED);

        assertThat(text(format))
                .doesNotContain("Mira", "Dorin", "Vale", "Brandt", "Mihai", "Aurora", "40722000001", "RO49AAAA");
    }

    @Test
    void namesEverybodyOnlyWhenAsked() throws IOException {
        Colophon colophon = export(Format.GRAPHML, Naming.EVERYBODY_NAMED);

        assertThat(text(Format.GRAPHML)).contains("Mira Elena Pop", "must not leave the originating agency");
        assertThat(colophon.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"GRAPHML", "GEXF", "XLSX", "ANX"})
    void saysFromHowManyAnEstimatedBetweennessWasReckoned(Format format) throws IOException {
        export(format, Naming.VICTIMS_PSEUDONYMOUS, SampleCase.estimated());

        assertThat(text(format))
                .contains("estimated from 2 of 6 nodes", "confidence of 95 per cent")
                .doesNotContain("Betweenness is exact");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"GRAPHML", "GEXF", "XLSX", "ANX"})
    void saysThatBetweennessIsExact(Format format) throws IOException {
        export(format, Naming.VICTIMS_PSEUDONYMOUS);

        assertThat(text(format)).contains("Betweenness is exact.").doesNotContain("estimated");
    }

    @Test
    void givesTheBoundOfAnEstimateBesideItOnEveryNode() throws Exception {
        CaseAnalysis analysis = SampleCase.estimated();
        CentralityScore score = analysis.centrality().stream()
                .filter(s -> s.entity().equals(SampleCase.DORIN))
                .findFirst()
                .orElseThrow();
        assertThat(score.betweennessBound()).isPositive();
        export(Format.GRAPHML, Naming.VICTIMS_PSEUDONYMOUS, analysis);
        export(Format.GEXF, Naming.VICTIMS_PSEUDONYMOUS, analysis);

        Element graph = all(xml(Format.GRAPHML), "graph").getFirst();
        Element ofGraphMl = node(Format.GRAPHML, SampleCase.DORIN.value());
        Element ofGexf = node(Format.GEXF, SampleCase.DORIN.value());

        assertThat(value(graph, "g_betweenness_pivots")).isEqualTo("2");
        assertThat(value(graph, "g_betweenness_nodes")).isEqualTo("6");
        assertThat(value(ofGraphMl, "n_betweenness_kind")).isEqualTo("sampled");
        assertThat(Double.parseDouble(value(ofGraphMl, "n_betweenness_bound")))
                .isCloseTo(score.betweennessBound(), Offset.offset(1e-3));
        assertThat(value(ofGexf, "6")).isEqualTo("sampled");
        assertThat(Double.parseDouble(value(ofGexf, "7"))).isCloseTo(score.betweennessBound(), Offset.offset(1e-3));
    }

    @Test
    void saysInTheAnalysisAsJsonByHowMuchAnEstimateMayBeOff() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnalysisJson(SampleCase.graph()).write(SampleCase.estimated(), out);

        JsonNode json = new JsonMapper().readTree(out.toByteArray());

        assertThat(json.path("betweenness").path("kind").asText()).isEqualTo("sampled");
        assertThat(json.path("betweenness").path("pivots").asInt()).isEqualTo(2);
        assertThat(json.path("betweenness").path("confidence").asDouble()).isEqualTo(0.95);
        assertThat(json.path("centrality").get(0).path("betweennessBound").asDouble())
                .isPositive();
    }

    @Test
    void drawsAnEdgeFromWhoActsToWhomItIsDone() throws Exception {
        export(Format.GRAPHML, Naming.VICTIMS_PSEUDONYMOUS);

        Map<String, String> recruitment = all(xml(Format.GRAPHML), "edge").stream()
                .filter(edge -> all(edge, "data").stream()
                        .anyMatch(data -> data.getAttribute("key").equals("e_type")
                                && data.getTextContent().equals("recruitment")))
                .collect(Collectors.toMap(e -> e.getAttribute("source"), e -> e.getAttribute("target")));

        assertThat(recruitment).containsExactly(Map.entry("person:P1", "person:victim-1"));
    }

    @Test
    void writesFollowTheMoneyEntitiesWhoseReferencesResolve() throws IOException {
        export(Format.FTM, Naming.VICTIMS_PSEUDONYMOUS);

        Map<String, JsonNode> byId = new LinkedHashMap<>();
        ftm().forEach(entity ->
                assertThat(byId.put(entity.path("id").asText(), entity)).isNull());
        Map<String, Long> schemas = byId.values().stream()
                .collect(Collectors.groupingBy(e -> e.path("schema").asText(), Collectors.counting()));

        assertThat(schemas)
                .containsEntry("Person", 4L)
                .containsEntry("Organization", 1L)
                .containsEntry("UserAccount", 3L)
                .containsEntry("BankAccount", 2L)
                .containsEntry("Call", 12L)
                .containsEntry("Payment", 3L)
                .containsEntry("Membership", 1L)
                .containsEntry("Ownership", 2L);
        for (JsonNode entity : byId.values()) {
            JsonNode properties = entity.path("properties");
            for (String reference : List.of(
                    "owner",
                    "asset",
                    "member",
                    "organization",
                    "subject",
                    "object",
                    "caller",
                    "receiver",
                    "payer",
                    "payerAccount",
                    "beneficiary",
                    "beneficiaryAccount",
                    "involved",
                    "organizer")) {
                properties.path(reference).forEach(id -> assertThat(byId).containsKey(id.asText()));
            }
        }
        JsonNode call = byId.values().stream()
                .filter(e -> e.path("schema").asText().equals("Call"))
                .findFirst()
                .orElseThrow()
                .path("properties");
        assertThat(call.path("callerNumber").get(0).asText()).startsWith("+40722");
        assertThat(call.path("caller").get(0).asText()).isIn("person:P1", "person:P2");
        assertThat(call.path("date").get(0).asText()).startsWith("2025-03-01T");
    }

    @Test
    void givesAnI2ChartItsEvidenceAsGradedCards() throws Exception {
        export(Format.ANX, Naming.VICTIMS_PSEUDONYMOUS);
        Element chart = xml(Format.ANX);

        List<String> entities = all(chart, "Entity").stream()
                .map(e -> e.getAttribute("EntityId"))
                .toList();
        List<Element> links = all(chart, "Link");
        assertThat(entities).doesNotHaveDuplicates().hasSize(10);
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(entities)
                .contains(link.getAttribute("End1Id"), link.getAttribute("End2Id")));
        assertThat(all(chart, "Card")).anySatisfy(card -> {
            assertThat(card.getAttribute("SourceReference")).isEqualTo("case-workbook.xlsx, Ties, row 2");
            assertThat(card.getAttribute("Text")).contains("tasks");
            assertThat(card.getAttribute("GradeOneIndex")).isEqualTo("0");
        });
        assertThat(all(all(chart, "GradeOne").getFirst(), "String"))
                .extracting(s -> s.getAttribute("Text"))
                .containsExactly("B");
        assertThat(all(chart, "End").stream()
                        .map(end -> end.getAttribute("X") + "|" + end.getAttribute("Y"))
                        .distinct())
                .hasSize(10);
    }

    @Test
    void tabulatesElementsCorroborationContradictionsAndAssets() throws IOException {
        export(Format.XLSX, Naming.VICTIMS_PSEUDONYMOUS);

        assertThat(text(Format.XLSX))
                .contains("recruitment (1)", "sexual exploitation (1)") // elements
                .contains("Dorin Vale recruited Victim 1") // corroboration
                .contains("\u201c1981\u201d against \u201c1979\u201d") // contradictions
                .contains("Account: DE02120300000000202051", "3,751.50 EUR"); // assets
    }

    @Test
    void writesTheChartAsTextAndLinesNotAsPixels() throws IOException {
        export(Format.PDF, Naming.VICTIMS_PSEUDONYMOUS);

        try (PdfReader reader = new PdfReader(file(Format.PDF).toString())) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " "))
                    .contains("Operation Sample", "Dorin Vale", "Links");
        }
    }

    @Test
    void givesTheSameFileForTheSameCase() throws IOException {
        for (Format format : List.of(Format.GRAPHML, Format.GEXF, Format.CSV, Format.FTM, Format.ANX, Format.SVG)) {
            export(format, Naming.VICTIMS_PSEUDONYMOUS);
            byte[] once = Files.readAllBytes(file(format));

            export(format, Naming.VICTIMS_PSEUDONYMOUS);

            assertThat(Files.readAllBytes(file(format))).as(format.ending()).isEqualTo(once);
        }
    }
}
