package org.manumit.app.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Contents;
import org.manumit.app.brief.BriefDocument.Picture;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.manumit.app.release.HandlingScheme;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.query.CaseZone;

/** Puts what is known and what follows from it into the order and the words of an intelligence brief. */
final class BriefComposer extends BriefSection {

    private final Parts parts;
    private final NetworkSection networks;

    /**
     * A composer of one brief.
     *
     * @param parts what it is made from
     * @param charts a picture per network, by the network's name
     * @param blows what the blows to the networks changed
     */
    BriefComposer(Parts parts, Map<String, Picture> charts, List<EventEffect> blows) {
        super(parts);
        this.parts = parts;
        networks = new NetworkSection(parts, charts, blows);
    }

    BriefDocument compose() {
        titleBlock();
        blocks.add(new Contents());
        summary();
        analysis.networks().forEach(networks::write);
        new RecordSections(parts).write();
        keyFields();
        new SourceSections(parts).write();
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
            paragraph(Style.VERDICT, text(network.name()) + ": " + networks.classSentence(network));
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
}
