package org.manumit.app.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.manumit.app.release.ProofTables;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.money.MoneyFinding;

/** The sections on what telephones and money show, and on what can be shown of each victim's case. */
final class RecordSections extends BriefSection {

    private static final int SUCCESSORS = 15;
    private static final int FINDINGS = 20;

    RecordSections(Parts parts) {
        super(parts);
    }

    void write() {
        phones();
        money();
        proof();
    }

    private void phones() {
        if (analysis.successors().isEmpty() && graph.calls().size() == 0) {
            return;
        }
        section("What the telephones show");
        body(count(graph.calls().size(), "call record", "call records") + " from "
                + count(graph.calls().sources().size(), "file", "files") + ".");
        if (analysis.successors().isEmpty()) {
            body("No number was found to have taken over from another.");
            return;
        }
        List<List<Cell>> rows = analysis.successors().stream()
                .sorted(Comparator.comparingDouble(SuccessorNumber::score).reversed())
                .limit(SUCCESSORS)
                .map(s -> List.of(
                        Cell.strong(name(s.from())),
                        Cell.strong(name(s.to())),
                        Cell.of(figure(s.score())),
                        Cell.of(joined(s.reasons())),
                        Cell.of(exhibitsOf(s.reasons()))))
                .toList();
        blocks.add(new Table(
                List.of(
                        new Column("Number that fell silent", 19, Alignment.LEFT),
                        new Column("Number that took over", 19, Alignment.LEFT),
                        new Column("Founded", 11, Alignment.RIGHT),
                        new Column("Because", 33, Alignment.LEFT),
                        new Column("Exhibits", 18, Alignment.LEFT)),
                rows,
                TableLook.LIST));
        further(analysis.successors().size(), SUCCESSORS);
    }

    private void money() {
        if (analysis.moneyFindings().isEmpty() && graph.transfers().size() == 0) {
            return;
        }
        section("What the money shows");
        body(count(graph.transfers().size(), "transfer", "transfers") + " from "
                + count(graph.transfers().sources().size(), "file", "files") + ".");
        if (analysis.moneyFindings().isEmpty()) {
            body("None of the patterns looked for was found.");
            return;
        }
        List<List<Cell>> rows = analysis.moneyFindings().stream()
                .sorted(Comparator.comparingDouble(MoneyFinding::score).reversed())
                .limit(FINDINGS)
                .map(f -> List.of(
                        Cell.strong(upperFirst(Words.money(f.kind()))),
                        Cell.of(some(
                                f.accounts().stream().map(this::name).distinct().toList(), 6)),
                        Cell.of(figure(f.score())),
                        Cell.of(joined(f.reasons())),
                        Cell.of(exhibitsOf(f.reasons()))))
                .toList();
        blocks.add(new Table(
                List.of(
                        new Column("Pattern", 18, Alignment.LEFT),
                        new Column("Runs through", 22, Alignment.LEFT),
                        new Column("Founded", 11, Alignment.RIGHT),
                        new Column("Because", 32, Alignment.LEFT),
                        new Column("Exhibits", 17, Alignment.LEFT)),
                rows,
                TableLook.LIST));
        further(analysis.moneyFindings().size(), FINDINGS);
        paragraph(
                Style.NOTE,
                "Whose name stands on a transfer proves no act of theirs (Schreier, ch. 6, in Friesendorf 2009).");
    }

    private String joined(List<Reason> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                .limit(3)
                .map(this::reasonText)
                .collect(Collectors.joining(" "));
    }

    // ---- what can be shown

    private void proof() {
        List<ProofTables.Table> tables = new ProofTables(graph, wording, victims).all();
        if (tables.isEmpty()) {
            return;
        }
        section("What can be shown, and what bears it out");
        for (ProofTables.Table table : tables) {
            subsection(table.title());
            List<Column> columns = new ArrayList<>(table.columns().stream()
                    .map(c -> new Column(c.title(), c.share(), Alignment.LEFT))
                    .toList());
            columns.add(new Column("Exhibits", 20, Alignment.LEFT));
            blocks.add(new Table(
                    columns,
                    table.rows().stream().limit(LISTED).map(this::proofRow).toList(),
                    TableLook.LIST));
            if (table.rows().size() > LISTED) {
                paragraph(
                        Style.NOTE,
                        "and " + (table.rows().size() - LISTED)
                                + " further rows; the export as a workbook has all of them.");
            }
            paragraph(Style.NOTE, table.about());
        }
    }

    private List<Cell> proofRow(ProofTables.Row row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.strong(row.cells().getFirst()));
        row.cells().stream().skip(1).map(Cell::of).forEach(cells::add);
        cells.add(Cell.of(exhibits.cite(row.evidence())));
        return cells;
    }
}
