package org.manumit.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.manumit.app.export.GraphTable.Edge;
import org.manumit.app.export.GraphTable.Node;
import org.manumit.app.release.ProofTables;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Source;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.CaseAnalysis;

/** A case as tables: one of ties as CSV, or all of them as a workbook. */
final class EvidenceTables {

    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_ROWS = 1_048_575;

    private static final List<String> TIE_COLUMNS = List.of(
            "from",
            "from label",
            "from kind",
            "to",
            "to label",
            "to kind",
            "type",
            "kind",
            "count",
            "first",
            "last",
            "seconds",
            "amount",
            "evidence");

    private static final Pattern LIVE = Pattern.compile("\\s*(?:[=@]|[+-](?![\\d\\s().,/:-]*$)).*", Pattern.DOTALL);

    private EvidenceTables() {}

    /** The ties, one a row, as UTF-8 with a byte-order mark, which spreadsheets need to see that it is. */
    static void writeCsv(GraphTable table, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(TIE_COLUMNS);
            for (List<Object> row : ties(table)) {
                csv.writeRecord(row.stream().map(EvidenceTables::cell).toList());
            }
        }
    }

    /** An apostrophe before what a spreadsheet would run as a formula; telephone numbers and amounts run nothing. */
    static String cell(Object value) {
        String text = String.valueOf(value);
        return LIVE.matcher(text).matches() ? "'" + text : text;
    }

    /** Everything, a sheet a table. */
    static void writeWorkbook(OutgoingCase outgoing, GraphTable table, Colophon colophon, OutputStream out)
            throws IOException {
        CaseGraph graph = outgoing.graph();
        CaseAnalysis analysis = outgoing.analysis();
        UnaryOperator<String> redact = outgoing::text;
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(200)) {
            Look look = new Look(workbook);
            sheet(
                    workbook,
                    look,
                    "Entities",
                    List.of(
                            "id",
                            "label",
                            "kind",
                            "roles",
                            "network",
                            "victim",
                            "degree",
                            "betweenness",
                            "eigenvector",
                            "community",
                            "betweenness is",
                            "betweenness bound"),
                    table.nodes().stream()
                            .map(node -> node(node, table.betweenness().toString()))
                            .toList());
            sheet(workbook, look, "Ties", TIE_COLUMNS, ties(table));
            sheet(
                    workbook,
                    look,
                    "Verdicts and reasons",
                    List.of("network", "question", "answer", "speaks", "weight", "reason", "source", "evidence"),
                    verdicts(analysis, redact));
            sheet(
                    workbook,
                    look,
                    "Sources",
                    List.of(
                            "file",
                            "SHA-256",
                            "kind",
                            "read as",
                            "imported",
                            "by",
                            "rows read",
                            "accepted",
                            "rejected",
                            "duplicate",
                            "source grade",
                            "information grade",
                            "handling"),
                    graph.sources().stream().map(s -> source(s, redact)).toList());
            for (ProofTables.Table proof : outgoing.proof()) {
                List<String> columns = new ArrayList<>(proof.columns().stream()
                        .map(c -> c.title().replace("-", "").toLowerCase(Locale.ROOT))
                        .toList());
                columns.add("evidence");
                sheet(
                        workbook,
                        look,
                        WorkbookUtil.createSafeSheetName(proof.title()),
                        columns,
                        proof.rows().stream().map(EvidenceTables::proof).toList());
            }
            sheet(
                    workbook,
                    look,
                    "About",
                    List.of("about this file"),
                    colophon.lines().stream().map(line -> List.<Object>of(line)).toList());
            workbook.write(out);
        }
    }

    private static List<Object> proof(ProofTables.Row row) {
        List<Object> cells = new ArrayList<>(row.cells());
        cells.add(row.evidence().stream().map(ClaimId::value).collect(Collectors.joining("; ")));
        return cells;
    }

    private record Look(CellStyle head, CellStyle text) {
        Look(SXSSFWorkbook workbook) {
            this(workbook.createCellStyle(), workbook.createCellStyle());
            Font bold = workbook.createFont();
            bold.setBold(true);
            head.setFont(bold);
        }
    }

    private static void sheet(
            SXSSFWorkbook workbook, Look look, String name, List<String> columns, List<List<Object>> rows) {
        SXSSFSheet sheet = workbook.createSheet(name);
        Row head = sheet.createRow(0);
        for (int c = 0; c < columns.size(); c++) {
            Cell cell = head.createCell(c);
            cell.setCellValue(columns.get(c));
            cell.setCellStyle(look.head());
            sheet.setColumnWidth(
                    c,
                    256
                            * (columns.get(c).equals("reason")
                                            || columns.get(c).startsWith("about")
                                            || columns.get(c).equals("versions")
                                    ? 70
                                    : columns.get(c).contains("label") ? 28 : 16));
        }
        sheet.createFreezePane(0, 1);
        int shown = Math.min(rows.size(), MOST_ROWS);
        sheet.setAutoFilter(new CellRangeAddress(0, shown, 0, columns.size() - 1));
        for (int r = 0; r < shown; r++) {
            Row row = sheet.createRow(r + 1);
            List<Object> values = rows.get(r);
            for (int c = 0; c < values.size(); c++) {
                Cell cell = row.createCell(c);
                switch (values.get(c)) {
                    case Number number -> cell.setCellValue(number.doubleValue());
                    case Boolean truth -> cell.setCellValue(truth ? "yes" : "no");
                    case Object text -> cell.setCellValue(shortened(String.valueOf(text)));
                }
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "\u2026";
    }

    private static List<Object> node(Node node, String reckoned) {
        List<Object> row = new ArrayList<>(
                List.of(node.id(), node.label(), node.kind(), node.roles(), node.network(), node.victim()));
        if (node.centrality().isPresent()) {
            var c = node.centrality().get();
            row.addAll(List.of(
                    c.degree(), c.betweenness(), c.eigenvector(), c.community(), reckoned, c.betweennessBound()));
        }
        return row;
    }

    private static List<List<Object>> ties(GraphTable table) {
        Map<String, Node> byId = new HashMap<>();
        table.nodes().forEach(n -> byId.put(n.id(), n));
        List<List<Object>> rows = new ArrayList<>(table.edges().size());
        for (Edge edge : table.edges()) {
            Node from = Objects.requireNonNull(byId.get(edge.from()));
            Node to = Objects.requireNonNull(byId.get(edge.to()));
            rows.add(List.of(
                    from.id(),
                    from.label(),
                    from.kind(),
                    to.id(),
                    to.label(),
                    to.kind(),
                    edge.type(),
                    edge.kind(),
                    edge.count(),
                    edge.first(),
                    edge.last(),
                    edge.seconds(),
                    edge.amount(),
                    edge.evidenceNames()));
        }
        return rows;
    }

    private static List<List<Object>> verdicts(CaseAnalysis analysis, UnaryOperator<String> redact) {
        List<List<Object>> rows = new ArrayList<>();
        for (CaseAnalysis.Network n : analysis.networks()) {
            String name = redact.apply(n.name());
            reasons(
                    rows,
                    name,
                    "class",
                    word(n.networkClass().answer()),
                    "for",
                    n.networkClass().reasonsFor(),
                    redact);
            reasons(
                    rows,
                    name,
                    "class",
                    word(n.networkClass().answer()),
                    "against",
                    n.networkClass().reasonsAgainst(),
                    redact);
            reasons(
                    rows,
                    name,
                    "shape",
                    word(n.shape().answer()),
                    "for",
                    n.shape().reasonsFor(),
                    redact);
            reasons(
                    rows,
                    name,
                    "shape",
                    word(n.shape().answer()),
                    "against",
                    n.shape().reasonsAgainst(),
                    redact);
            n.roles().forEach(r -> {
                String answer = redact.apply(r.label()) + ": " + word(r.role()) + " (" + word(r.basis()) + ")";
                reasons(rows, name, "role", answer, "for", r.reasonsFor(), redact);
                reasons(rows, name, "role", answer, "against", r.reasonsAgainst(), redact);
            });
            n.critical()
                    .forEach(c -> reasons(
                            rows,
                            name,
                            "critical",
                            redact.apply(c.label()) + ": " + word(c.kind()),
                            "for",
                            c.reasons(),
                            redact));
        }
        analysis.successors().forEach(s -> {
            reasons(rows, "", "number took over", "", "for", s.reasons(), redact);
            reasons(rows, "", "number took over", "", "against", s.reasonsAgainst(), redact);
        });
        analysis.moneyFindings().forEach(f -> reasons(rows, "", "money", word(f.kind()), "for", f.reasons(), redact));
        return rows;
    }

    private static void reasons(
            List<List<Object>> rows,
            String network,
            String question,
            String answer,
            String speaks,
            List<Reason> reasons,
            UnaryOperator<String> redact) {
        for (Reason reason : reasons) {
            rows.add(List.of(
                    network,
                    question,
                    answer,
                    speaks,
                    reason.weight(),
                    redact.apply(reason.text()),
                    reason.source(),
                    String.join(
                            "; ",
                            reason.evidence().stream().map(Object::toString).toList())));
        }
    }

    private static List<Object> source(Source s, UnaryOperator<String> redact) {
        return List.of(
                redact.apply(s.fileName()),
                s.id().sha256(),
                s.kind(),
                s.profile(),
                s.importedAt().toString(),
                redact.apply(s.importedBy()),
                s.rowsRead(),
                s.rowsAccepted(),
                s.rowsRejected(),
                s.rowsDuplicate(),
                s.grades().source(),
                s.grades().information(),
                s.grades().handling());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
