package org.manumit.app.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Block;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Contents;
import org.manumit.app.brief.BriefDocument.Heading;
import org.manumit.app.brief.BriefDocument.Look;
import org.manumit.app.brief.BriefDocument.PageBreak;
import org.manumit.app.brief.BriefDocument.Paragraph;
import org.manumit.app.brief.BriefDocument.Picture;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.manumit.app.release.HandlingScheme;
import org.manumit.app.release.Naming;
import org.manumit.app.release.ProofTables;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.release.Wording;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Grades;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Source;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.query.CaseFacts;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/**
 * Puts what is known and what follows from it into the order and the words of an intelligence brief. Everything that
 * reaches the document goes through the {@link Wording}, so that whoever must not be named is not.
 */
final class BriefComposer {

    /** How many rows of a long list a brief shows; the rest are counted. */
    private static final int LISTED = 25;

    /** How many characters long a bar is that stands for everything. */
    private static final int BAR = 25;

    private static final int SUCCESSORS = 15;
    private static final int FINDINGS = 20;

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

    private final CaseGraph graph;
    private final CaseAnalysis analysis;
    private final Frame frame;
    private final Map<String, Picture> charts;
    private final CaseFacts facts;
    private final Wording wording;
    private final Victims victims;
    private final Exhibits exhibits;
    private final List<Block> blocks = new ArrayList<>();
    private int section;
    private int subsection;

    /**
     * A composer of one brief.
     *
     * @param graph what may be told
     * @param analysis what follows from it
     * @param wording what people are called
     * @param frame what else the brief says
     * @param charts a picture per network, by the network's name
     */
    BriefComposer(CaseGraph graph, CaseAnalysis analysis, Wording wording, Frame frame, Map<String, Picture> charts) {
        this.graph = graph;
        this.analysis = analysis;
        this.wording = wording;
        this.frame = frame;
        this.charts = Map.copyOf(charts);
        facts = new CaseFacts(graph);
        victims = Victims.of(graph);
        exhibits = new Exhibits(graph, facts, wording, victims);
    }

    BriefDocument compose() {
        titleBlock();
        blocks.add(new Contents());
        summary();
        analysis.networks().forEach(this::network);
        phones();
        money();
        proof();
        keyFields();
        sources();
        method();
        limits();
        annex();
        String reference = text(facts.value("reference"));
        return new BriefDocument(
                "Intelligence brief: " + caseName(),
                reference.isEmpty() ? "" : "Reference " + reference,
                frame.author(),
                marking(),
                (reference.isEmpty() ? caseName() : reference) + "  |  " + frame.date(),
                blocks);
    }

    // ---- title

    private void titleBlock() {
        List<List<Cell>> rows = new ArrayList<>();
        fact(rows, "Case", caseName());
        fact(rows, "Reference", orNotGiven(text(facts.value("reference"))));
        fact(rows, "Originator", orNotGiven(text(facts.value("originator"))));
        fact(rows, "Date of this brief", frame.date().toString());
        fact(rows, "Prepared by", nobodyNamed() ? "withheld" : frame.author());
        fact(rows, "Period covered", orNotGiven(periodCovered()));
        fact(
                rows,
                "Rests on",
                count(graph.sources().size(), "source", "sources") + ", "
                        + count(graph.claims().size(), "statement", "statements") + ", "
                        + count(graph.calls().size(), "call record", "call records") + ", "
                        + count(graph.transfers().size(), "transfer", "transfers"));
        fact(rows, "Grading", grading());
        fact(rows, "Handling", handling());
        if (frame.options().audience().isPresent()) {
            fact(
                    rows,
                    "Left out",
                    frame.leftOut() == 0
                            ? "Nothing: all that the case holds may be released to this audience."
                            : count(frame.leftOut(), "statement or record", "statements and records")
                                    + " that may not be released to this audience, or that nobody graded. Verdicts, "
                                    + "charts and counts were made without them.");
        }
        blocks.add(new Table(
                List.of(new Column("", 24, Alignment.LEFT), new Column("", 76, Alignment.LEFT)),
                rows,
                TableLook.FACTS));
        paragraph(
                Style.NOTICE,
                nobodyNamed()
                        ? "De-personalised: this brief carries no personal data. People, firms, numbers, accounts and "
                                + "places are called by kind and number."
                        : "Victims are called by pseudonyms here, in the charts and in the exhibits. The key stays with "
                                + "the originator. Victims are shown so that they can be protected, never as targets.");
    }

    private String marking() {
        String who = frame.options()
                .audience()
                .map(a -> "For " + HandlingScheme.of(facts).meaning(a))
                .orElse("Originating agency only");
        return (nobodyNamed() ? "De-personalised \u00b7 " : "") + who
                + " \u00b7 no onward release without the originator";
    }

    private String handling() {
        return frame.options()
                .audience()
                .map(a -> "Code " + a + ": " + HandlingScheme.of(facts).meaning(a)
                        + ". Onward release only with the originator's " + "consent.")
                .orElse(
                        "No audience was chosen: everything the case holds is in this brief, whatever its handling code "
                                + "and graded or not. It must not leave the originating agency.");
    }

    private String grading() {
        String scheme = text(facts.value("grading scheme"));
        long ungraded =
                graph.claims().stream().filter(c -> facts.gradesOf(c).isEmpty()).count();
        return (scheme.isEmpty() ? "No scheme given" : scheme)
                + (ungraded == 0
                        ? ""
                        : "; " + count(ungraded, "statement is", "statements are")
                                + " ungraded and count as most restricted");
    }

    private String periodCovered() {
        ZoneId zone = CaseZone.of(graph);
        LongSummaryStatistics records = IntStream.range(0, graph.calls().size())
                .mapToLong(i -> graph.calls().start(i))
                .filter(second -> second != CallTable.NO_TIME)
                .summaryStatistics();
        List<LocalDate> days = new ArrayList<>();
        if (records.getCount() > 0) {
            days.add(Instant.ofEpochSecond(records.getMin()).atZone(zone).toLocalDate());
            days.add(Instant.ofEpochSecond(records.getMax()).atZone(zone).toLocalDate());
        }
        for (Claim claim : graph.claims()) {
            if (claim.type() != ClaimType.PERSON) {
                claim.when().from().ifPresent(d -> days.add(d.start().toLocalDate()));
                claim.when().to().ifPresent(d -> days.add(d.start().toLocalDate()));
            }
        }
        return days.isEmpty() ? "" : Collections.min(days) + " to " + Collections.max(days);
    }

    // ---- summary

    private void summary() {
        section("Summary");
        if (analysis.networks().isEmpty()) {
            body("The sources show no network: nothing in them ties acts of recruitment, movement or exploitation to "
                    + "each other. This says what the sources hold, not that there is no trafficking.");
        }
        for (CaseAnalysis.Network network : analysis.networks()) {
            paragraph(Style.VERDICT, text(network.name()) + ": " + classSentence(network));
            body(peopleSentence(network));
            List<Reason> best = network.networkClass().reasonsFor();
            best.stream()
                    .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                    .limit(3)
                    .forEach(reason -> bullet(reasonText(reason), exhibits.cite(reason.evidence())));
            network.networkClass().missing().stream()
                    .limit(2)
                    .forEach(m -> bullet(
                            "Not known: " + sentence(text(m.what())) + " Would be brought by: "
                                    + sentence(text(m.inquiry())),
                            ""));
        }
        if (!analysis.successors().isEmpty()) {
            body(count(analysis.successors().size(), "telephone number seems", "telephone numbers seem")
                    + " to have been replaced by another.");
        }
        if (!analysis.moneyFindings().isEmpty()) {
            Map<MoneyFinding.Kind, Long> kinds = new TreeMap<>(analysis.moneyFindings().stream()
                    .collect(Collectors.groupingBy(MoneyFinding::kind, Collectors.counting())));
            body("Money: "
                    + kinds.entrySet().stream()
                            .map(k -> k.getValue() + " x " + Words.money(k.getKey()))
                            .collect(Collectors.joining("; "))
                    + ".");
        }
    }

    private String classSentence(CaseAnalysis.Network network) {
        Verdict<NetworkClass> verdict = network.networkClass();
        String shape = network.shape().answer() == NetworkShape.INSUFFICIENT
                ? "Its shape cannot be told from the evidence."
                : "Its shape is that of a " + Words.shape(network.shape().answer()) + ".";
        if (verdict.answer() == NetworkClass.INSUFFICIENT) {
            return "the evidence does not suffice to say what class of network this is. " + shape;
        }
        return "the evidence " + Words.strength(support(verdict)) + article(verdict.answer())
                + Words.networkClass(verdict.answer()) + " network: " + Words.definition(verdict.answer()) + ". "
                + shape;
    }

    private static String article(NetworkClass answer) {
        return answer == NetworkClass.ENTREPRENEURIAL ? " an " : " a ";
    }

    private static <E extends Enum<E>> double support(Verdict<E> verdict) {
        return verdict.support().getOrDefault(verdict.answer(), 0.0);
    }

    private String peopleSentence(CaseAnalysis.Network network) {
        long victimCount = network.members().stream().filter(victims::isVictim).count();
        Set<Role> filled = network.roles().stream().map(RoleFinding::role).collect(Collectors.toSet());
        String empty = Stream.of(Role.RECRUITER, Role.TRANSPORTER, Role.EXPLOITER)
                .filter(r -> !filled.contains(r))
                .map(Words::role)
                .collect(Collectors.joining(", "));
        String critical = network.critical().stream()
                .filter(c -> !victims.isVictim(c.target()))
                .sorted(Comparator.comparingDouble(CriticalElement::criticality).reversed())
                .map(c -> name(c.target()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return "It has " + count(network.members().size(), "member", "members") + " in the file, "
                + (victimCount == 0 ? "none of them known as a victim" : victimCount + " of them victims") + ". "
                + (empty.isEmpty()
                        ? "All three required roles are filled: recruiter, transporter, exploiter."
                        : "Nobody in the file fills: " + empty + ".")
                + (critical.isEmpty() ? "" : " Its most critical members are " + critical + ".");
    }

    // ---- a network

    private void network(CaseAnalysis.Network network) {
        section(text(network.name()));
        Optional.ofNullable(charts.get(network.name())).ifPresent(picture -> {
            blocks.add(picture);
            paragraph(
                    Style.CAPTION,
                    "Chart of " + text(network.name())
                            + ". Victims are drawn apart and under pseudonyms; the legend explains symbols and lines.");
        });

        subsection("What class of network it is");
        paragraph(Style.VERDICT, upperFirst(classSentence(network)));
        support(network.networkClass().support(), network.networkClass().answer());
        reasons("What speaks for it", network.networkClass().reasonsFor());
        reasons("What speaks against it", network.networkClass().reasonsAgainst());
        missing(network.networkClass().missing());

        subsection("What shape it has");
        NetworkShape shape = network.shape().answer();
        paragraph(
                Style.VERDICT,
                shape == NetworkShape.INSUFFICIENT
                        ? "The evidence does not suffice to say."
                        : upperFirst(Words.shape(shape)) + ": " + Words.definition(shape) + ".");
        support(network.shape().support(), shape);
        reasons("What speaks for it", network.shape().reasonsFor());
        reasons("What speaks against it", network.shape().reasonsAgainst());
        missing(network.shape().missing());

        subsection("Who does what");
        roles(network);

        subsection("Whose loss would hurt it most");
        critical(network);
    }

    private <E extends Enum<E>> void support(Map<E, Double> support, E answer) {
        if (support.isEmpty()) {
            return;
        }
        List<List<Cell>> rows = support.entrySet().stream()
                .sorted(Map.Entry.<E, Double>comparingByValue().reversed())
                .map(e -> {
                    String word = Words.plain(e.getKey());
                    String percent = String.format(Locale.ROOT, "%.0f %%", e.getValue() * 100);
                    return e.getKey() == answer
                            ? List.of(Cell.strong(word), Cell.strong(percent), bar(e.getValue()))
                            : List.of(Cell.of(word), Cell.of(percent), bar(e.getValue()));
                })
                .toList();
        blocks.add(new Table(
                List.of(
                        new Column("Support from the evidence", 34, Alignment.LEFT),
                        new Column("Share", 12, Alignment.RIGHT),
                        new Column("", 54, Alignment.LEFT)),
                rows,
                TableLook.LIST));
        paragraph(
                Style.NOTE,
                "Shares compare how well the evidence in the file fits each answer. They are not probabilities, and not "
                        + "frequencies among cases.");
    }

    private static Cell bar(double share) {
        return new Cell(List.of(new Run("\u2588".repeat((int) Math.round(share * BAR)), Look.BAR)));
    }

    private void reasons(String title, List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        List<List<Cell>> rows = reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                .limit(LISTED)
                .map(r -> List.of(
                        new Cell(List.of(
                                new Run(reasonText(r), Look.PLAIN),
                                new Run(r.citation().isEmpty() ? "" : " (" + r.citation() + ")", Look.CITATION))),
                        Cell.of(String.format(Locale.ROOT, "%.2f", r.weight())),
                        Cell.of(exhibits.cite(r.evidence()))))
                .toList();
        blocks.add(new Table(
                List.of(
                        new Column(title, 66, Alignment.LEFT),
                        new Column("Weight", 12, Alignment.RIGHT),
                        new Column("Exhibits", 22, Alignment.LEFT)),
                rows,
                TableLook.LIST));
        if (reasons.size() > LISTED) {
            paragraph(Style.NOTE, "and " + (reasons.size() - LISTED) + " further reasons of less weight.");
        }
    }

    private void missing(List<MissingEvidence> missing) {
        if (missing.isEmpty()) {
            return;
        }
        blocks.add(new Table(
                List.of(
                        new Column("What is missing", 50, Alignment.LEFT),
                        new Column("Which inquiry would bring it", 50, Alignment.LEFT)),
                missing.stream()
                        .limit(LISTED)
                        .map(m -> List.of(Cell.of(text(m.what())), Cell.of(text(m.inquiry()))))
                        .toList(),
                TableLook.LIST));
    }

    private void roles(CaseAnalysis.Network network) {
        if (network.roles().isEmpty()) {
            body("No role is stated or can be inferred.");
            return;
        }
        Map<EntityId, List<RoleFinding>> byPerson = new LinkedHashMap<>();
        network.roles().stream()
                .sorted(Comparator.comparing((RoleFinding r) -> r.role() == Role.VICTIM)
                        .thenComparing(RoleFinding::role)
                        .thenComparing(
                                Comparator.comparingDouble(RoleFinding::score).reversed()))
                .forEach(r -> byPerson.computeIfAbsent(r.entity(), k -> new ArrayList<>())
                        .add(r));
        List<List<Cell>> rows = new ArrayList<>();
        boolean mixed = false;
        for (Map.Entry<EntityId, List<RoleFinding>> person : byPerson.entrySet()) {
            Map<Role, List<RoleFinding>> byRole = new EnumMap<>(Role.class);
            person.getValue().forEach(f -> byRole.computeIfAbsent(f.role(), k -> new ArrayList<>())
                    .add(f));
            boolean victim = victims.isVictim(person.getKey());
            if (victim) {
                byRole.remove(Role.VICTIM); // victims are listed together below
            }
            mixed |= victim && !byRole.isEmpty();
            byRole.forEach((role, findings) -> rows.add(roleRow(person.getKey(), role, findings)));
        }
        List<List<Cell>> shown = rows.stream().limit(LISTED * 2L).toList();
        blocks.add(new Table(
                List.of(
                        new Column("Who", 18, Alignment.LEFT),
                        new Column("Role", 16, Alignment.LEFT),
                        new Column("When", 16, Alignment.LEFT),
                        new Column("Because", 34, Alignment.LEFT),
                        new Column("Exhibits", 16, Alignment.LEFT)),
                shown,
                TableLook.LIST));
        if (rows.size() > shown.size()) {
            paragraph(Style.NOTE, "and " + (rows.size() - shown.size()) + " further findings, less well founded.");
        }
        List<String> protectedPeople = network.members().stream()
                .filter(victims::isVictim)
                .map(this::name)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        if (!protectedPeople.isEmpty()) {
            body("Victims in this network, to be protected: " + some(protectedPeople, 40) + ".");
        }
        if (mixed) {
            paragraph(Style.NOTICE, Words.NON_PUNISHMENT);
        }
        paragraph(
                Style.NOTE,
                "A role without a remark is stated by a source; an inferred one is the program's reading of the evidence, "
                        + "with how well it is founded from 0 to 1.");
    }

    private List<Cell> roleRow(EntityId person, Role role, List<RoleFinding> findings) {
        boolean stated = findings.stream().anyMatch(f -> f.basis() == RoleFinding.Basis.STATED);
        double score = findings.stream().mapToDouble(RoleFinding::score).max().orElse(0);
        List<ClaimId> evidence = findings.stream()
                .flatMap(f -> f.reasonsFor().stream())
                .flatMap(r -> r.evidence().stream())
                .distinct()
                .toList();
        return List.of(
                Cell.strong(name(person)),
                new Cell(List.of(
                        new Run(upperFirst(Words.role(role)), Look.PLAIN),
                        new Run(stated ? "" : String.format(Locale.ROOT, " (inferred, %.2f)", score), Look.CITATION))),
                Cell.of(unbroken(period(findings))),
                new Cell(because(findings)),
                Cell.of(exhibits.cite(evidence)));
    }

    /** Dates that do not come apart at their hyphens at the end of a line. */
    private static String unbroken(String dates) {
        return dates.replaceAll("(?<=\\d)-(?=\\d)", "\u2011");
    }

    private static String period(List<RoleFinding> findings) {
        if (findings.size() == 1) {
            return period(findings.getFirst().period());
        }
        Optional<PartialDate> first =
                findings.stream().flatMap(f -> f.period().from().stream()).min(Comparator.naturalOrder());
        Optional<PartialDate> last = findings.stream()
                .flatMap(f -> f.period().to().or(f.period()::from).stream())
                .max(Comparator.naturalOrder());
        boolean open = findings.stream().anyMatch(f -> f.period().end() == Period.End.OPEN);
        if (open) {
            return first.map(d -> "since " + d).orElse("still");
        }
        return first.isPresent() && last.isPresent() && !first.equals(last)
                ? first.get() + " to " + last.get()
                : first.map(Object::toString).orElse("");
    }

    private List<Run> because(List<RoleFinding> findings) {
        List<Run> runs = new ArrayList<>();
        List<String> reasons = findings.stream()
                .flatMap(f -> f.reasonsFor().stream())
                .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                .map(this::reasonText)
                .distinct()
                .toList();
        if (!reasons.isEmpty()) {
            runs.add(new Run(
                    String.join(" ", reasons.subList(0, Math.min(2, reasons.size())))
                            + (reasons.size() > 2 ? " And " + (reasons.size() - 2) + " more." : ""),
                    Look.PLAIN));
        }
        findings.stream()
                .flatMap(f -> f.reasonsAgainst().stream())
                .max(Comparator.comparingDouble(Reason::weight))
                .ifPresent(r ->
                        runs.add(new Run((runs.isEmpty() ? "" : " ") + "Against it: " + reasonText(r), Look.PLAIN)));
        return runs;
    }

    private void critical(CaseAnalysis.Network network) {
        List<CriticalElement> elements = network.critical().stream()
                .filter(c -> !victims.isVictim(c.target()))
                .sorted(Comparator.comparingDouble(CriticalElement::criticality).reversed())
                .toList();
        if (elements.isEmpty()) {
            body("Nobody stands out: either everybody could be replaced, or the evidence does not suffice.");
            return;
        }
        List<List<Cell>> rows = elements.stream()
                .limit(LISTED)
                .map(c -> List.of(
                        Cell.strong(name(c.target())),
                        Cell.of(Words.critical(c.kind())),
                        Cell.of(String.format(Locale.ROOT, "%.2f", c.importance())),
                        Cell.of(String.format(Locale.ROOT, "%.2f", c.redundancy())),
                        Cell.of(substitutes(c)),
                        Cell.of(exhibits.cite(c.reasons().stream()
                                .flatMap(r -> r.evidence().stream())
                                .distinct()
                                .toList()))))
                .toList();
        blocks.add(new Table(
                List.of(
                        new Column("Who", 20, Alignment.LEFT),
                        new Column("Critical through", 23, Alignment.LEFT),
                        new Column("Import-ance", 10, Alignment.RIGHT),
                        new Column("Redun-dancy", 10, Alignment.RIGHT),
                        new Column("Could be replaced by", 21, Alignment.LEFT),
                        new Column("Exhibits", 16, Alignment.LEFT)),
                rows,
                TableLook.LIST));
        paragraph(
                Style.NOTE,
                "Critical is who is important and could not be replaced (Williams, ch. 10, in Friesendorf 2009). "
                        + "Importance and redundancy run from 0 to 1. Victims are never listed here.");
    }

    /** Who could take over; no victim is named as one who might. */
    private String substitutes(CriticalElement element) {
        List<String> names = element.substitutes().stream()
                .filter(id -> !victims.isVictim(id))
                .map(this::name)
                .toList();
        return names.isEmpty() ? "Nobody in the file" : some(names, 4);
    }

    // ---- phones and money

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
                        Cell.of(String.format(Locale.ROOT, "%.2f", s.score())),
                        Cell.of(joined(s.reasons())),
                        Cell.of(exhibits.cite(s.reasons().stream()
                                .flatMap(r -> r.evidence().stream())
                                .distinct()
                                .toList()))))
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
                        Cell.of(String.format(Locale.ROOT, "%.2f", f.score())),
                        Cell.of(joined(f.reasons())),
                        Cell.of(exhibits.cite(f.reasons().stream()
                                .flatMap(r -> r.evidence().stream())
                                .distinct()
                                .toList()))))
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

    // ---- key fields

    private void keyFields() {
        section("Key fields of an intelligence report");
        List<KeyFields.Field> fields = new KeyFields(graph, facts, wording, victims, analysis).all();
        long recorded = fields.stream().filter(f -> !f.content().isEmpty()).count();
        body(recorded + " of the " + fields.size()
                + " fields that an intelligence report on trafficking should have are recorded (ICMPD Background Reader, "
                + "ch. 5.3).");
        List<List<Cell>> rows = new ArrayList<>();
        int number = 0;
        for (KeyFields.Field field : fields) {
            number++;
            rows.add(List.of(
                    Cell.of(Integer.toString(number)),
                    Cell.strong(field.name()),
                    Cell.of(field.content().isEmpty() ? "Not recorded. " + field.inquiry() : field.content())));
        }
        blocks.add(new Table(
                List.of(
                        new Column("", 5, Alignment.RIGHT),
                        new Column("Field", 23, Alignment.LEFT),
                        new Column("What the file holds", 72, Alignment.LEFT)),
                rows,
                TableLook.LIST));
    }

    // ---- sources, method, limits

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

    private static String grade(Grades grades) {
        String grade = grades.source() + grades.information();
        return grade.isEmpty() ? "ungraded" : grade;
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

    // ---- words

    private boolean nobodyNamed() {
        return frame.options().naming() == Naming.NOBODY_NAMED;
    }

    private String caseName() {
        return text(graph.title());
    }

    private String name(EntityId id) {
        return wording.label(graph, id);
    }

    private String text(String text) {
        return wording.text(text);
    }

    private String reasonText(Reason reason) {
        return sentence(text(reason.text()));
    }

    private static String sentence(String text) {
        String t = text.strip();
        return t.isEmpty() || t.endsWith(".") || t.endsWith("?") || t.endsWith("!") ? t : t + ".";
    }

    private static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String orNotGiven(String text) {
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

    private static void fact(List<List<Cell>> rows, String name, String value) {
        rows.add(List.of(Cell.strong(name), Cell.of(value)));
    }

    private void section(String title) {
        section++;
        subsection = 0;
        blocks.add(new Heading(1, Integer.toString(section), title));
    }

    private void subsection(String title) {
        subsection++;
        blocks.add(new Heading(2, section + "." + subsection, title));
    }

    private void body(String text) {
        paragraph(Style.BODY, text);
    }

    private void paragraph(Style style, String text) {
        blocks.add(new Paragraph(style, List.of(new Run(text, Look.PLAIN))));
    }

    private void bullet(String text, String citation) {
        blocks.add(new Paragraph(
                Style.BULLET,
                citation.isEmpty()
                        ? List.of(new Run(text, Look.PLAIN))
                        : List.of(new Run(text, Look.PLAIN), new Run(" [" + citation + "]", Look.CITATION))));
    }

    private void further(int all, int shown) {
        if (all > shown) {
            paragraph(Style.NOTE, "and " + (all - shown) + " further findings, less well founded.");
        }
    }
}
