package org.manumit.app.feature.verdicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.feature.verdicts.Judgement.CriticalRow;
import org.manumit.app.feature.verdicts.Judgement.FindingRow;
import org.manumit.app.feature.verdicts.Judgement.MissingRow;
import org.manumit.app.feature.verdicts.Judgement.Opinion;
import org.manumit.app.feature.verdicts.Judgement.OverruledRow;
import org.manumit.app.feature.verdicts.Judgement.ReasonRow;
import org.manumit.app.feature.verdicts.Judgement.RoleRow;
import org.manumit.app.feature.verdicts.Judgement.Standing;
import org.manumit.app.feature.verdicts.Judgement.Support;
import org.manumit.app.feature.verdicts.Judgement.TimeRow;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.EvidenceWording;
import org.manumit.app.session.ReasonsTold;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.CaseAnalysis.Network;
import org.manumit.graph.analysis.assessment.NetworkHistory;
import org.manumit.graph.analysis.calls.CallCriterion;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.money.ProfitEstimate;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.styles.Words;

/** The verdicts on the networks of the case. Confined to the window's thread. */
public final class VerdictsViewModel {
    private final Session session;
    private final RoleDesk desk;
    private final Words words;
    private final ObservableList<String> networks = FXCollections.observableArrayList();
    private final ObservableList<String> networksToSee = FXCollections.unmodifiableObservableList(networks);
    private final ObjectProperty<Optional<String>> network =
            new SimpleObjectProperty<>(this, "network", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Judgement>> judgement =
            new ReadOnlyObjectWrapper<>(this, "judgement", Optional.empty());

    /** The verdicts on the session's case. */
    public VerdictsViewModel(Session session, RoleDesk desk, Words words) {
        this.session = session;
        this.desk = desk;
        this.words = words;
        session.snapshotProperty().addListener((observable, before, now) -> list());
        session.namesProperty().addListener((observable, before, now) -> judge());
        session.selectionProperty().addListener((observable, before, now) -> follow());
        network.addListener((observable, before, now) -> judge());
        list();
    }

    private List<Network> all() {
        return session.snapshot().analysis().map(CaseAnalysis::networks).orElse(List.of());
    }

    private void list() {
        networks.setAll(all().stream().map(Network::name).toList());
        boolean stillThere = network.get().filter(networks::contains).isPresent();
        if (!stillThere) {
            network.set(networks.stream().findFirst());
        }
        judge();
    }

    private void follow() {
        if (session.selection() instanceof Selection.OfEntity(EntityId entity)) {
            session.snapshot().network(entity).ifPresent(found -> network.set(Optional.of(found.name())));
        }
    }

    private void judge() {
        judgement.set(network.get()
                .flatMap(name ->
                        all().stream().filter(n -> n.name().equals(name)).findFirst())
                .map(this::judgement));
    }

    private Judgement judgement(Network found) {
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        List<RoleRow> roles = found.roles().stream()
                .sorted(Comparator.comparing((org.manumit.graph.analysis.roles.RoleFinding f) -> f.role())
                        .thenComparing(Comparator.comparingDouble(org.manumit.graph.analysis.roles.RoleFinding::score)
                                .reversed()))
                .map(finding -> new RoleRow(
                        names.name(finding.entity()), finding, decided(snapshot, finding.entity(), finding.role())))
                .toList();
        List<CriticalRow> critical = found.critical().stream()
                .sorted(Comparator.comparingDouble(CriticalElement::criticality).reversed())
                .collect(Collectors.groupingBy(CriticalElement::target, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::critical)
                .toList();
        List<FindingRow> findings = new ArrayList<>();
        snapshot.analysis().ifPresent(said -> {
            said.successors()
                    .forEach(successor -> findings.add(new FindingRow(
                            words.text("verdict.successor"),
                            words.text(
                                    "verdict.successor.who", names.name(successor.from()), names.name(successor.to())),
                            successor.score(),
                            why("verdict.successor", successor.reasons(), successor.reasonsAgainst()))));
            said.calls()
                    .leads()
                    .forEach(lead -> findings.add(new FindingRow(
                            words.text("verdict.lead"),
                            words.text("verdict.lead.who", names.name(lead.number()), lead.knownContacts()),
                            lead.score(),
                            why("verdict.lead", lead.reasons(), List.of()))));
            said.calls()
                    .coverages()
                    .forEach(coverage -> findings.add(new FindingRow(
                            words.text("verdict.coverage"),
                            words.text(
                                    "verdict.coverage.who",
                                    names.name(coverage.holder()),
                                    Math.max(coverage.held(), coverage.called()),
                                    coverage.known(),
                                    names.text(coverage.group())),
                            coverage.score(),
                            why("verdict.coverage", coverage.reasonsFor(), coverage.reasonsAgainst()))));
            said.calls()
                    .chains()
                    .forEach(chain -> findings.add(new FindingRow(
                            words.text("verdict.chain"),
                            words.text(
                                    "verdict.chain.who",
                                    names.name(chain.first()),
                                    names.name(chain.middle()),
                                    names.name(chain.last()),
                                    chain.times()),
                            Math.min(1, chain.reason(names::name).weight() / CallCriterion.PASSES_ON.weight()),
                            why("verdict.chain", List.of(chain.reason(names::name)), List.of()))));
            said.calls()
                    .meetings()
                    .forEach(meeting -> findings.add(new FindingRow(
                            words.of(meeting.kind()),
                            words.text(
                                    "verdict.meeting.who",
                                    names.name(meeting.one()),
                                    names.name(meeting.other()),
                                    meeting.days()),
                            meeting.score(),
                            ReasonsTold.of(words.of(meeting.kind()), meeting.reasons(), List.of(), names, words))));
            said.profits()
                    .forEach(profit -> findings.add(new FindingRow(
                            words.text("verdict.profit"),
                            words.text(
                                    profit.most().isPresent() ? "verdict.profit.who" : "verdict.profit.least",
                                    names(names, profit.by()),
                                    profit.least(),
                                    profit.most().orElse(profit.least()),
                                    profit.currency()),
                            1,
                            new Selection.OfEvidence(
                                    words.text("verdict.profit"),
                                    String.join(" ", profit.assumptions()),
                                    ProfitEstimate.SOURCE.replaceAll("\\s*\\(.*", ""),
                                    profit.evidence()))));
            said.moneyFindings()
                    .forEach(finding -> findings.add(new FindingRow(
                            words.of(finding.kind()),
                            names(names, finding.accounts()),
                            finding.score(),
                            ReasonsTold.of(words.of(finding.kind()), finding.reasons(), List.of(), names, words))));
        });
        return new Judgement(
                found.name(),
                words.text("verdict.size", found.members().size()),
                opinion(words.text("verdict.class"), found.networkClass()),
                opinion(words.text("verdict.shape"), found.shape()),
                history(found.history()),
                roles,
                overruled(found),
                critical,
                findings);
    }

    private List<TimeRow> history(NetworkHistory history) {
        List<TimeRow> rows = new ArrayList<>();
        for (int i = 0; i < history.stretches().size(); i++) {
            NetworkHistory.Stretch stretch = history.stretches().get(i);
            if (i > 0) {
                rows.add(new TimeRow(
                        words.text(
                                "verdict.history.change",
                                history.changes().get(i - 1).at().toString()),
                        "",
                        reasons(history.changes().get(i - 1).reasons())));
            }
            rows.add(new TimeRow(
                    span(stretch.when()),
                    words.text(
                            "verdict.history.says",
                            words.of(stretch.networkClass().answer()),
                            words.of(stretch.shape().answer())),
                    List.of()));
        }
        return rows;
    }

    private String span(Period when) {
        String from = when.from().map(Object::toString).orElse("");
        String to = when.to().map(Object::toString).orElse("");
        return words.text(
                from.isEmpty()
                        ? "verdict.history.until"
                        : to.isEmpty() ? "verdict.history.from" : "verdict.history.between",
                from,
                to);
    }

    private Optional<String> decided(CaseSnapshot snapshot, EntityId actor, Role role) {
        return Optional.ofNullable(snapshot.decisions(actor).get(role.name()))
                .filter(decision -> RoleDesk.decides(role))
                .map(new EvidenceWording(snapshot.graph(), session.names(), words)::decided);
    }

    /** The roles that analysts overruled, of the members of a network and of those who are in none. */
    private List<OverruledRow> overruled(Network network) {
        CaseSnapshot snapshot = session.snapshot();
        List<OverruledRow> rows = new ArrayList<>();
        for (Entity entity : snapshot.graph().entities()) {
            boolean concerned = network.members().contains(entity.id())
                    || snapshot.network(entity.id()).isEmpty();
            for (RoleDecision decision : snapshot.decisions(entity.id()).values()) {
                if (concerned && decision.ruling() == Ruling.OVERRULED) {
                    Role role = Role.valueOf(decision.role());
                    rows.add(new OverruledRow(
                            entity.id(),
                            session.names().name(entity.id()),
                            words.of(role),
                            decided(snapshot, entity.id(), role).orElse(""),
                            decision));
                }
            }
        }
        return rows;
    }

    /** Everything that makes one of them critical, the weightiest first. */
    private CriticalRow critical(List<CriticalElement> ways) {
        CriticalElement most = ways.getFirst();
        DisplayNames names = session.names();
        return new CriticalRow(
                most.target(),
                names.name(most.target()),
                ways.stream().map(way -> words.of(way.kind())).distinct().collect(Collectors.joining(" · ")),
                most.criticality(),
                most.substitutes().isEmpty()
                        ? words.text("inspector.noSubstitute")
                        : words.text("inspector.substitutes", names(names, most.substitutes())),
                reasons(ways.stream().flatMap(way -> way.reasons().stream()).toList()));
    }

    private static String names(DisplayNames names, List<EntityId> entities) {
        return entities.stream().map(names::name).collect(Collectors.joining(", "));
    }

    private <E extends Enum<E>> Opinion opinion(String question, Verdict<E> verdict) {
        List<Support> supports = verdict.support().entrySet().stream()
                .sorted(Map.Entry.<E, Double>comparingByValue().reversed())
                .map(entry -> new Support(
                        words.of(entry.getKey()),
                        entry.getValue(),
                        entry.getKey() == verdict.answer() ? Standing.GIVEN : Standing.OTHER))
                .toList();
        double heaviest = Stream.concat(verdict.reasonsFor().stream(), verdict.reasonsAgainst().stream())
                .mapToDouble(Reason::weight)
                .max()
                .orElse(1);
        return new Opinion(
                question,
                words.of(verdict.answer()),
                words.explanationOf(verdict.answer()),
                supports,
                reasons(verdict.reasonsFor(), heaviest),
                reasons(verdict.reasonsAgainst(), heaviest),
                verdict.missing().stream()
                        .map(missing -> new MissingRow(
                                session.names().text(missing.what()),
                                session.names().text(missing.inquiry())))
                        .toList());
    }

    private List<ReasonRow> reasons(List<Reason> reasons) {
        return reasons(
                reasons, reasons.stream().mapToDouble(Reason::weight).max().orElse(1));
    }

    private Selection.OfEvidence why(String title, List<Reason> reasonsFor, List<Reason> reasonsAgainst) {
        return ReasonsTold.of(words.text(title), reasonsFor, reasonsAgainst, session.names(), words);
    }

    private List<ReasonRow> reasons(List<Reason> reasons, double heaviest) {
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                .map(reason -> new ReasonRow(
                        session.names().text(reason.text()),
                        heaviest > 0 ? reason.weight() / heaviest : 0,
                        reason.citation(),
                        reason.evidence()))
                .toList();
    }

    /** The networks, the largest first. */
    public ObservableList<String> networks() {
        return networksToSee;
    }

    /** The network that is shown. */
    public ObjectProperty<Optional<String>> networkProperty() {
        return network;
    }

    /** What is said of it; empty until the analysis is made, or when there is no network. */
    public ReadOnlyObjectProperty<Optional<Judgement>> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    /** Whether the analysis is under way. */
    public ReadOnlyBooleanProperty analysingProperty() {
        return session.analysingProperty();
    }

    /** Shows what a reason rests on, in the inspector and on the chart. */
    public void choose(String title, ReasonRow reason) {
        session.select(new Selection.OfEvidence(title, reason.text(), reason.source(), reason.evidence()));
    }

    /** Shows what speaks for and against a finding, and what that rests on. */
    public void choose(FindingRow finding) {
        session.select(finding.why());
    }

    /** Confirms or overrules a role, after asking why. */
    public void decide(RoleRow row, Ruling ruling) {
        desk.decide(row.finding().entity(), row.finding().role(), ruling);
    }

    /** Takes back what an analyst decided. */
    public void takeBack(OverruledRow row) {
        desk.takeBack(row.decision());
    }

    /** Selects somebody in all views. */
    public void choose(EntityId entity) {
        session.select(entity);
    }
}
