package org.manumit.app.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Look;
import org.manumit.app.brief.BriefDocument.Picture;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.NetworkHistory;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.analysis.whatif.EventEffect;

/** The section on a network: its chart, class, shape, roles, and whose loss would hurt it. */
final class NetworkSection extends BriefSection {

    /** How many characters long a bar is that stands for everything. */
    private static final int BAR = 25;

    private final Map<String, Picture> charts;
    private final BlowSection blows;

    NetworkSection(Parts parts, Map<String, Picture> charts, List<EventEffect> effects) {
        super(parts);
        blows = new BlowSection(parts, effects);
        this.charts = Map.copyOf(charts);
    }

    void write(CaseAnalysis.Network network) {
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

        history(network.history());

        subsection("Who does what");
        roles(network);

        subsection("Whose loss would hurt it most");
        critical(network);

        blows.write(network.name());
    }

    private void history(NetworkHistory history) {
        if (history.stretches().isEmpty()) {
            return;
        }
        subsection("How it changed with time");
        blocks.add(new Table(
                List.of(
                        new Column("When", 30, Alignment.LEFT),
                        new Column("Class", 22, Alignment.LEFT),
                        new Column("Shape", 18, Alignment.LEFT),
                        new Column("Who recruited, moved or exploited", 30, Alignment.LEFT)),
                history.stretches().stream().map(this::stretch).toList(),
                TableLook.LIST));
        history.changes().forEach(change -> reasons("Change about " + change.at(), change.reasons()));
        paragraph(
                Style.NOTE,
                "Each time is judged from the rows that tell of it; rows without a date tell of all of them. The day of a "
                        + "change is as precise as the dates of the file allow.");
    }

    private List<Cell> stretch(NetworkHistory.Stretch stretch) {
        List<String> atWork = stretch.holders().entrySet().stream()
                .filter(held -> held.getKey().isRequired())
                .flatMap(held -> held.getValue().stream())
                .filter(id -> !victims.isVictim(id))
                .map(this::name)
                .distinct()
                .toList();
        String when = stretch.when().from().map(d -> "from " + d + " ").orElse("")
                + stretch.when().to().map(d -> "until " + d).orElse("");
        return List.of(
                Cell.strong(unbroken(upperFirst(when.strip()))),
                Cell.of(
                        stretch.networkClass().answer() == NetworkClass.INSUFFICIENT
                                ? "Insufficient evidence"
                                : upperFirst(Words.networkClass(
                                        stretch.networkClass().answer()))),
                Cell.of(
                        stretch.shape().answer() == NetworkShape.INSUFFICIENT
                                ? "Insufficient evidence"
                                : upperFirst(Words.shape(stretch.shape().answer()))),
                Cell.of(atWork.isEmpty() ? "Nobody named" : some(atWork, 6)));
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
                        Cell.of(figure(r.weight())),
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
                        Cell.of(figure(c.importance())),
                        Cell.of(figure(c.redundancy())),
                        Cell.of(substitutes(c)),
                        Cell.of(exhibitsOf(c.reasons()))))
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

    /** What class of network it is, and of what shape, in a sentence. */
    String classSentence(CaseAnalysis.Network network) {
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
}
