package org.manumit.app.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Pseudonyms;
import org.manumit.graph.query.Victims;

/**
 * What all views show at one moment: the case as read, what the analysis says of it (as soon as it has), and the indexes
 * that make looking things up instant. Immutable; made off the window's thread.
 */
public final class CaseSnapshot {

    private static final int STEPS = 3;

    /** Nothing is open. */
    public static final CaseSnapshot EMPTY = of(CaseGraph.empty(""));

    private final CaseGraph graph;
    private final Optional<CaseAnalysis> analysis;
    private final Actors actors;
    private final CaseLinks links;
    private final RecordIndex records;
    private final Map<EntityId, List<RoleFinding>> roles = new HashMap<>();
    private final Map<EntityId, List<CriticalElement>> critical = new HashMap<>();
    private final Map<EntityId, CaseAnalysis.Network> networks = new HashMap<>();
    private final Map<EntityId, Map<String, RoleDecision>> decisions;
    private final Victims victims;
    private final Pseudonyms pseudonyms;

    private CaseSnapshot(CaseGraph graph, Progress progress, Cancellation cancellation) {
        this.graph = graph;
        analysis = Optional.empty();
        step(0, "Who stands behind what", progress, cancellation);
        actors = Actors.of(graph);
        victims = Victims.of(graph, actors);
        pseudonyms = Pseudonyms.of(graph, actors, victims);
        step(1, "Links", progress, cancellation);
        links = CaseLinks.of(graph, actors::actorAt);
        step(2, "Rows", progress, cancellation);
        records = new RecordIndex(graph);
        decisions = decisions(graph);
        step(STEPS, "Done", progress, cancellation);
    }

    private static void step(int done, String step, Progress progress, Cancellation cancellation) {
        cancellation.check();
        progress.report(done, STEPS, step);
    }

    private CaseSnapshot(CaseSnapshot read, CaseAnalysis said) {
        graph = read.graph;
        analysis = Optional.of(said);
        actors = read.actors;
        victims = read.victims;
        pseudonyms = read.pseudonyms;
        links = read.links;
        records = read.records;
        decisions = read.decisions;
        index(said);
    }

    /** What is known before anything is analysed. */
    public static CaseSnapshot of(CaseGraph graph) {
        return of(graph, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * The same for a case that may be large.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static CaseSnapshot of(CaseGraph graph, Progress progress, Cancellation cancellation) {
        return new CaseSnapshot(graph, progress, cancellation);
    }

    /** The same with what the analysis says. */
    public CaseSnapshot with(CaseAnalysis said) {
        return new CaseSnapshot(this, said);
    }

    private void index(CaseAnalysis said) {
        said.networks().forEach(network -> {
            network.members().forEach(member -> networks.putIfAbsent(member, network));
            network.roles().forEach(role -> roles.computeIfAbsent(role.entity(), e -> new ArrayList<>())
                    .add(role));
            network.critical().forEach(element -> critical.computeIfAbsent(element.target(), e -> new ArrayList<>())
                    .add(element));
        });
        roles.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((RoleFinding finding) -> finding.role() == Role.VICTIM ? 0 : 1)
                                .thenComparing(Comparator.comparingDouble(RoleFinding::score)
                                        .reversed())));
    }

    /** What victims and others are called on screen. */
    public DisplayNames names(Set<EntityId> revealed) {
        return new DisplayNames(graph, actors, victims, pseudonyms, revealed);
    }

    /** The case as read. */
    public CaseGraph graph() {
        return graph;
    }

    /** What the analysis says; empty until it has been made. */
    public Optional<CaseAnalysis> analysis() {
        return analysis;
    }

    /** Who stands behind numbers, accounts and other things. */
    public Actors actors() {
        return actors;
    }

    /** Whom the sources call victims. */
    public Victims victims() {
        return victims;
    }

    /** What ties whom to whom. */
    public CaseLinks links() {
        return links;
    }

    /** Which records concern whom. */
    public RecordIndex records() {
        return records;
    }

    /** The roles found for somebody: that of victim first, then the best founded. */
    public List<RoleFinding> roles(EntityId entity) {
        return roles.getOrDefault(entity, List.of());
    }

    private static Map<EntityId, Map<String, RoleDecision>> decisions(CaseGraph graph) {
        Map<EntityId, Map<String, RoleDecision>> latest = new HashMap<>();
        for (Claim claim : graph.claims(ClaimType.DECISION)) {
            claim.first(Part.WHO)
                    .flatMap(graph::entity)
                    .flatMap(actor -> RoleDecision.of(claim, actor))
                    .ifPresent(
                            decision -> latest.computeIfAbsent(decision.actor().id(), actor -> new TreeMap<>())
                                    .merge(decision.role(), decision, (a, b) -> b.at().isBefore(a.at()) ? a : b));
        }
        return latest;
    }

    /** What analysts decided last about each role of somebody, by the role's name. */
    public Map<String, RoleDecision> decisions(EntityId entity) {
        return Collections.unmodifiableMap(decisions.getOrDefault(entity, Map.of()));
    }

    /** In which ways somebody is critical. */
    public List<CriticalElement> critical(EntityId entity) {
        return critical.getOrDefault(entity, List.of());
    }

    /** The network somebody belongs to. */
    public Optional<CaseAnalysis.Network> network(EntityId entity) {
        return Optional.ofNullable(networks.get(entity));
    }

    /** Claims, call records and transfers by their names; names that the case does not know are left out. */
    public List<Evidence> evidence(List<ClaimId> ids) {
        Map<ClaimId, Evidence> found = new LinkedHashMap<>();
        for (ClaimId id : ids) {
            records.evidence(id).ifPresent(evidence -> found.put(id, evidence));
        }
        return List.copyOf(found.values());
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return graph.entities().isEmpty() && graph.claims().isEmpty();
    }
}
