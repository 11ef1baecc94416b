package org.manumit.app.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.manumit.app.brief.BriefDocument.Block;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Heading;
import org.manumit.app.brief.BriefDocument.Look;
import org.manumit.app.brief.BriefDocument.Paragraph;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.release.Naming;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.release.Wording;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.Grades;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.query.CaseFacts;
import org.manumit.graph.query.Victims;

/**
 * A section of a brief: what it is made from, and the hand it is written in. Everything that reaches the document goes
 * through the {@link Wording}, so that whoever must not be named is not.
 */
abstract class BriefSection {

    /** How many rows of a long list a brief shows; the rest are counted. */
    static final int LISTED = 25;

    /**
     * What a brief says besides the analysis.
     *
     * @param options for whom it is
     * @param leftOut claims and records that its audience may not receive
     * @param author who had it made
     * @param version the program's version
     * @param date the day it was made
     */
    record Frame(ReleaseOptions options, int leftOut, String author, String version, LocalDate date) {}

    /**
     * What all sections of one brief are made from and written into.
     *
     * @param graph what may be told
     * @param analysis what follows from it
     * @param wording what people are called
     * @param frame what else the brief says
     * @param facts what the case says of itself
     * @param victims whom to protect
     * @param exhibits the rows cited so far
     * @param pages what is written so far
     */
    record Parts(
            CaseGraph graph,
            CaseAnalysis analysis,
            Wording wording,
            Frame frame,
            CaseFacts facts,
            Victims victims,
            Exhibits exhibits,
            Pages pages) {

        static Parts of(CaseGraph graph, CaseAnalysis analysis, Wording wording, Frame frame) {
            CaseFacts facts = new CaseFacts(graph);
            Victims victims = Victims.of(graph);
            return new Parts(
                    graph,
                    analysis,
                    wording,
                    frame,
                    facts,
                    victims,
                    new Exhibits(graph, facts, wording, victims),
                    new Pages());
        }
    }

    /** What is written so far, and the number of the section it has come to. */
    static final class Pages {
        private final List<Block> blocks = new ArrayList<>();
        private int section;
        private int subsection;

        List<Block> blocks() {
            return blocks;
        }
    }

    final CaseGraph graph;
    final CaseAnalysis analysis;
    final Frame frame;
    final CaseFacts facts;
    final Wording wording;
    final Victims victims;
    final Exhibits exhibits;
    final List<Block> blocks;
    private final Pages pages;

    BriefSection(Parts parts) {
        graph = parts.graph();
        analysis = parts.analysis();
        frame = parts.frame();
        facts = parts.facts();
        wording = parts.wording();
        victims = parts.victims();
        exhibits = parts.exhibits();
        pages = parts.pages();
        blocks = pages.blocks();
    }

    // ---- words

    boolean nobodyNamed() {
        return frame.options().naming() == Naming.NOBODY_NAMED;
    }

    String caseName() {
        return text(graph.title());
    }

    String name(EntityId id) {
        return wording.label(graph, id);
    }

    String text(String text) {
        return wording.text(text);
    }

    /** The exhibits behind several reasons, each once. */
    String exhibitsOf(List<Reason> reasons) {
        return exhibits.cite(reasons.stream()
                .flatMap(reason -> reason.evidence().stream())
                .distinct()
                .toList());
    }

    /** A measure from 0 to 1. */
    static String figure(double measure) {
        return String.format(Locale.ROOT, "%.2f", measure);
    }

    String reasonText(Reason reason) {
        return sentence(text(reason.text()));
    }

    static String sentence(String text) {
        String t = text.strip();
        return t.isEmpty() || t.endsWith(".") || t.endsWith("?") || t.endsWith("!") ? t : t + ".";
    }

    static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String orNotGiven(String text) {
        return text.isEmpty() ? "not given" : text;
    }

    static String some(List<String> names, int most) {
        return names.stream().limit(most).collect(Collectors.joining(", "))
                + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
    }

    static String count(long n, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : several);
    }

    static String period(Period period) {
        String from = period.from().map(Object::toString).orElse("");
        String to = period.to().map(Object::toString).orElse("");
        if (!from.isEmpty() && from.equals(to)) {
            return from;
        }
        return switch (period.end()) {
            case OPEN -> from.isEmpty() ? "still" : "since " + from;
            case STATED -> from.isEmpty() ? "until " + to : from + " to " + to;
            case UNKNOWN -> from.isEmpty() ? "" : "from " + from;
        };
    }

    /** Dates that do not come apart at their hyphens at the end of a line. */
    static String unbroken(String dates) {
        return dates.replaceAll("(?<=\\d)-(?=\\d)", "\u2011");
    }

    static void fact(List<List<Cell>> rows, String name, String value) {
        rows.add(List.of(Cell.strong(name), Cell.of(value)));
    }

    void section(String title) {
        pages.section++;
        pages.subsection = 0;
        blocks.add(new Heading(1, Integer.toString(pages.section), title));
    }

    void subsection(String title) {
        pages.subsection++;
        blocks.add(new Heading(2, pages.section + "." + pages.subsection, title));
    }

    void body(String text) {
        paragraph(Style.BODY, text);
    }

    void paragraph(Style style, String text) {
        blocks.add(new Paragraph(style, List.of(new Run(text, Look.PLAIN))));
    }

    void bullet(String text, String citation) {
        blocks.add(new Paragraph(
                Style.BULLET,
                citation.isEmpty()
                        ? List.of(new Run(text, Look.PLAIN))
                        : List.of(new Run(text, Look.PLAIN), new Run(" [" + citation + "]", Look.CITATION))));
    }

    void further(int all, int shown) {
        if (all > shown) {
            paragraph(Style.NOTE, "and " + (all - shown) + " further findings, less well founded.");
        }
    }

    static String grade(Grades grades) {
        String grade = grades.source() + grades.information();
        return grade.isEmpty() ? "ungraded" : grade;
    }
}
