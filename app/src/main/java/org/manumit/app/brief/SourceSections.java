package org.manumit.app.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Heading;
import org.manumit.app.brief.BriefDocument.Look;
import org.manumit.app.brief.BriefDocument.PageBreak;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Grades;
import org.manumit.graph.Source;

/** The sections on sources, method and limits, and the list of exhibits. */
final class SourceSections extends BriefSection {

    SourceSections(Parts parts) {
        super(parts);
    }

    void write() {
        sources();
        method();
        limits();
        annex();
    }

    private void sources() {
        section("Sources");
        List<List<Cell>> rows = new ArrayList<>();
        for (Source source : graph.sources()) {
            Grades grades = facts.gradesOf(source.id());
            rows.add(List.of(
                    Cell.strong("F" + exhibits.sourceNumber(source.id())),
                    new Cell(List.of(
                            new Run(sourceName(source), Look.STRONG),
                            new Run(
                                    " " + source.kind() + ", "
                                            + count(source.rowsRead(), "row", "rows") + " read, "
                                            + String.format(Locale.ROOT, "%,d", source.rowsAccepted()) + " accepted, "
                                            + String.format(Locale.ROOT, "%,d", source.rowsRejected()) + " rejected, "
                                            + String.format(Locale.ROOT, "%,d", source.rowsDuplicate()) + " duplicate",
                                    Look.PLAIN))),
                    new Cell(List.of(new Run(source.id().sha256(), Look.CODE))),
                    Cell.of(grade(grades)),
                    Cell.of(grades.handling().isEmpty() ? "none" : grades.handling())));
        }
        if (rows.isEmpty()) {
            body("No source has been imported.");
            return;
        }
        blocks.add(new Table(
                List.of(
                        new Column("No.", 7, Alignment.LEFT),
                        new Column("File and rows", 39, Alignment.LEFT),
                        new Column("SHA-256", 32, Alignment.LEFT),
                        new Column("Grade", 10, Alignment.LEFT),
                        new Column("Hand-ling", 12, Alignment.LEFT)),
                rows,
                TableLook.LIST));
        long rejected = graph.sources().stream().mapToLong(Source::rowsRejected).sum();
        documents();
        paragraph(
                Style.NOTE,
                (rejected == 0
                                ? "No row was rejected."
                                : count(rejected, "row", "rows")
                                        + " could not be read and took no part; the import report lists each with its "
                                        + "reason.")
                        + " The hash is that of the file as it was imported; the file is kept unchanged. A statement's own "
                        + "grade, where it has one, stands with its exhibit.");
    }

    private void documents() {
        List<List<Cell>> rows = graph.claims(ClaimType.DOCUMENT).stream()
                .filter(d -> !d.value("id").isBlank() || !d.value("title").isBlank())
                .limit(LISTED * 4L)
                .map(
                        d -> List.of(
                                Cell.strong(text(d.value("id"))),
                                Cell.of(nobodyNamed() ? text(d.value("kind")) : text(d.value("title"))),
                                Cell.of(List.of(
                                                d.value("kind"),
                                                d.when()
                                                        .from()
                                                        .map(Object::toString)
                                                        .orElse(""),
                                                d.value("use"))
                                        .stream()
                                        .filter(v -> !v.isBlank())
                                        .map(this::text)
                                        .collect(Collectors.joining(", "))),
                                Cell.of(grade(facts.gradesOf(d))
                                        + (facts.gradesOf(d).handling().isEmpty()
                                                ? ""
                                                : ", " + facts.gradesOf(d).handling()))))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Table(
                    List.of(
                            new Column("Cited as", 12, Alignment.LEFT),
                            new Column("Document that the case file cites", 43, Alignment.LEFT),
                            new Column("Kind, date, use", 28, Alignment.LEFT),
                            new Column("Grade, handling", 17, Alignment.LEFT)),
                    rows,
                    TableLook.LIST));
        }
    }

    private String sourceName(Source source) {
        return nobodyNamed() ? "File " + exhibits.sourceNumber(source.id()) : text(source.fileName());
    }

    private void method() {
        section("How this was worked out");
        body("Made with Manumit " + frame.version()
                + ". Every statement in the sources was kept as a claim with its file, row and grade; contradicting claims "
                + "stand side by side. From them one graph of people, firms, numbers, accounts, premises and journeys was "
                + "built, and read as follows.");
        for (String line : Words.METHOD) {
            bullet(line, "");
        }
        body(
                "The same sources give the same brief. Nationality, ethnicity and gender of a person enter no score. The form "
                        + "of exploitation does not count towards the class (TRACE Handbook 2016, ch. 4).");
    }

    private void limits() {
        section("What this brief cannot say");
        for (String line : Words.LIMITS) {
            bullet(line, "");
        }
        paragraph(Style.NOTICE, Words.NON_PUNISHMENT);
    }

    private void annex() {
        List<Exhibits.Exhibit> all = exhibits.all();
        if (all.isEmpty()) {
            return;
        }
        blocks.add(new PageBreak());
        blocks.add(new Heading(1, "", "Annex: exhibits"));
        body(
                "Each exhibit is a row or page of a file; F numbers are those of the list of files in the section on sources. "
                        + "Rows count as a spreadsheet or text editor does.");
        List<List<Cell>> rows = all.stream()
                .map(e -> List.of(
                        Cell.strong("E" + e.number()),
                        Cell.of(place(e)),
                        Cell.of(e.says()),
                        Cell.of(grade(e.grades())
                                + (e.grades().handling().isEmpty()
                                        ? ""
                                        : ", " + e.grades().handling()))))
                .toList();
        blocks.add(new Table(
                List.of(
                        new Column("No.", 8, Alignment.LEFT),
                        new Column("Where it stands", 26, Alignment.LEFT),
                        new Column("What stands there", 51, Alignment.LEFT),
                        new Column("Grade, handling", 15, Alignment.LEFT)),
                rows,
                TableLook.LIST));
    }

    private String place(Exhibits.Exhibit e) {
        return e.source().map(s -> "F" + exhibits.sourceNumber(s.id())).orElse("a file not imported any more")
                + (e.sheet().isEmpty() ? "" : ", " + e.sheet())
                + (e.row() == 0 ? "" : ", row " + e.row())
                + (e.page().isEmpty() ? "" : "; " + e.page());
    }
}
