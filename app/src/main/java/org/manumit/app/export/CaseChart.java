package org.manumit.app.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.manumit.app.feature.chart.model.Certainty;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartRole;
import org.manumit.app.feature.chart.model.LinkDirection;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.model.RoleBadge;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.Victims;

/**
 * A case as a chart shows it: people and firms with their roles, and what ties them, numbers and accounts merged into
 * whoever stands behind them. Immutable; safe for use from several threads.
 */
public final class CaseChart {

    private final CaseGraph graph;
    private final TieGraph ties;
    private final Actors actors;
    private final Victims victims;
    private final IntFunction<String> labels;
    private final Map<EntityId, List<RoleBadge>> badges = new HashMap<>();

    /**
     * Charts of one snapshot.
     *
     * @param graph the snapshot
     * @param analysis what follows from it
     * @param labels what entities are called, by their index; drawn as given
     */
    public CaseChart(CaseGraph graph, CaseAnalysis analysis, IntFunction<String> labels) {
        this.graph = graph;
        this.labels = labels;
        actors = Actors.of(graph);
        victims = Victims.of(graph, actors);
        ties = TieGraph.of(graph, actors, TieOptions.ACTORS, Progress.NONE, Cancellation.NEVER);
        for (CaseAnalysis.Network network : analysis.networks()) {
            network.roles().stream()
                    .sorted(Comparator.comparingDouble(RoleFinding::score).reversed())
                    .forEach(this::badge);
        }
        for (int victim : victims.entities().toArray()) {
            List<RoleBadge> held = badges.computeIfAbsent(graph.entity(victim).id(), k -> new ArrayList<>());
            if (held.stream().noneMatch(b -> b.role() == ChartRole.VICTIM)) {
                held.add(RoleBadge.stated(ChartRole.VICTIM));
            }
        }
    }

    private void badge(RoleFinding finding) {
        ChartRole role = ChartRole.valueOf(finding.role().name());
        List<RoleBadge> held = badges.computeIfAbsent(finding.entity(), k -> new ArrayList<>());
        if (held.stream().noneMatch(b -> b.role() == role)) {
            RoleBadge badge =
                    finding.basis() == RoleFinding.Basis.STATED ? RoleBadge.stated(role) : RoleBadge.inferred(role);
            held.add(finding.role() == Role.VICTIM ? 0 : held.size(), badge);
        }
    }

    /** A network's members and what ties them. */
    public ChartModel of(CaseAnalysis.Network network) {
        Set<EntityId> members = new HashSet<>(network.members());
        return model(node -> members.contains(ties.entity(node).id()));
    }

    /** Everybody who is tied to somebody, and everything whose user is not known. */
    public ChartModel all() {
        return model(node -> ties.degree(node) > 0);
    }

    private ChartModel model(IntPredicate shown) {
        List<ChartNode> nodes = new ArrayList<>();
        for (int node = 0; node < ties.nodeCount(); node++) {
            if (shown.test(node)) {
                nodes.add(node(node));
            }
        }
        List<ChartLink> links = new ArrayList<>();
        for (int tie = 0; tie < ties.tieCount(); tie++) {
            if (shown.test(ties.one(tie)) && shown.test(ties.other(tie))) {
                links(tie, links);
            }
        }
        return ChartModel.of(nodes, links);
    }

    private ChartNode node(int node) {
        EntityId id = ties.entity(node).id();
        return ChartNode.of(
                        id.value(),
                        labels.apply(ties.entityIndex(node)),
                        kind(ties.entity(node).kind()))
                .withRoles(badges.getOrDefault(id, List.of()))
                .withWeight(ties.degree(node));
    }

    private void links(int tie, List<ChartLink> links) {
        String one = ties.entity(ties.one(tie)).id().value();
        String other = ties.entity(ties.other(tie)).id().value();
        if (ties.claimCount(tie) > 0) {
            links.add(stated(tie, one, other));
        }
        int calls = ties.callCount(tie);
        if (calls > 0) {
            links.add(ChartLink.of(one + "|calls|" + other, one, other, LinkKind.CALL)
                    .withLabel(count(calls, "call", "calls"))
                    .withWeight(calls)
                    .withDirection(LinkDirection.NONE));
        }
        int transfers = ties.transferCount(tie);
        if (transfers > 0) {
            links.add(ChartLink.of(one + "|transfers|" + other, one, other, LinkKind.MONEY)
                    .withLabel(count(transfers, "transfer", "transfers"))
                    .withWeight(transfers)
                    .withDirection(direction(tie)));
        }
    }

    private ChartLink stated(int tie, String one, String other) {
        Map<LinkKind, List<Claim>> byKind = new EnumMap<>(LinkKind.class);
        for (Claim claim : ties.claims(tie)) {
            byKind.computeIfAbsent(kind(claim), k -> new ArrayList<>()).add(claim);
        }
        Map.Entry<LinkKind, List<Claim>> strongest = byKind.entrySet().stream()
                .max(Comparator.comparingInt(e -> strength(e.getKey())))
                .orElseThrow();
        boolean forward = strongest.getValue().stream().anyMatch(c -> leads(c, ties.one(tie)));
        boolean backward = strongest.getValue().stream().anyMatch(c -> leads(c, ties.other(tie)));
        LinkDirection direction = forward
                ? backward ? LinkDirection.BOTH : LinkDirection.FORWARD
                : backward ? LinkDirection.BACKWARD : LinkDirection.NONE;
        return ChartLink.of(one + "|claims|" + other, one, other, strongest.getKey())
                .withWeight(ties.claimCount(tie))
                .withDirection(direction)
                .withCertainty(ties.isPresumed(tie) ? Certainty.PRESUMED : Certainty.STATED);
    }

    /** Whether the act that a claim states goes out from a node. */
    private boolean leads(Claim claim, int node) {
        Part acting =
                switch (claim.type()) {
                    case RECRUITMENT, EXPLOITATION -> Part.BY;
                    case TIE, MEMBERSHIP -> Part.WHO;
                    case JOURNEY -> Part.MOVED_BY;
                    case PAYMENT -> Part.PAYER;
                    case DEBT -> Part.DEBTOR;
                    default -> Part.SUBJECT;
                };
        return claim.holders(acting)
                .anyMatch(id -> graph.indexOf(id).stream().anyMatch(e -> actors.actorOf(e) == ties.entityIndex(node)));
    }

    private LinkDirection direction(int tie) {
        boolean forward = false;
        boolean backward = false;
        TransferTable transfers = graph.transfers();
        for (int row : ties.transfers(tie)) {
            boolean fromOne = actors.actorAt(transfers.from(row), time(row)) == ties.entityIndex(ties.one(tie));
            forward |= fromOne;
            backward |= !fromOne;
        }
        return forward && backward ? LinkDirection.BOTH : forward ? LinkDirection.FORWARD : LinkDirection.BACKWARD;
    }

    private long time(int row) {
        return switch (graph.transfers().basis(row)) {
            case INSTANT, DATE -> graph.transfers().time(row);
            case STEP, NONE -> CallTable.NO_TIME;
        };
    }

    private static LinkKind kind(Claim claim) {
        return switch (claim.type()) {
            case RECRUITMENT -> LinkKind.RECRUITMENT;
            case JOURNEY -> LinkKind.MOVEMENT;
            case EXPLOITATION -> LinkKind.CONTROL;
            case MEMBERSHIP -> LinkKind.MEMBERSHIP;
            case PAYMENT, DEBT -> LinkKind.MONEY;
            case TIE ->
                switch (claim.value("kind").replace("?", "").strip().toLowerCase(Locale.ROOT)) {
                    case "kin", "partner" -> LinkKind.KINSHIP;
                    case "tasks", "reports to", "hires" -> LinkKind.TASKING;
                    case "controls", "threatens" -> LinkKind.CONTROL;
                    case "funds", "shares profit with", "sells to", "buys from" -> LinkKind.MONEY;
                    default -> LinkKind.TIE;
                };
            case PHONE, ACCOUNT, VEHICLE, PAPER, ADVERT -> LinkKind.USE;
            case PREMISES -> LinkKind.PRESENCE;
            default -> LinkKind.TIE;
        };
    }

    /** Of several things that tie two people, which one the line stands for. */
    private static int strength(LinkKind kind) {
        return switch (kind) {
            case CONTROL -> 9;
            case RECRUITMENT -> 8;
            case MOVEMENT -> 7;
            case TASKING -> 6;
            case MONEY -> 5;
            case MEMBERSHIP -> 4;
            case KINSHIP -> 3;
            case PRESENCE -> 2;
            case USE, TIE -> 1;
            case CALL, MESSAGE -> 0;
        };
    }

    private static NodeKind kind(EntityKind kind) {
        return switch (kind) {
            case PERSON -> NodeKind.PERSON;
            case ORGANISATION -> NodeKind.ORGANISATION;
            case PHONE, HANDSET, SIM -> NodeKind.PHONE;
            case ACCOUNT -> NodeKind.ACCOUNT;
            case PREMISES -> NodeKind.PREMISES;
            case VEHICLE -> NodeKind.VEHICLE;
            case PAPER -> NodeKind.PAPER;
            case ADVERT -> NodeKind.ADVERT;
            case CELL_SITE -> NodeKind.PLACE;
            case DOCUMENT -> NodeKind.DOCUMENT;
            case EVENT -> NodeKind.EVENT;
        };
    }

    private static String count(int n, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : several);
    }

    /** Whether an entity of the chart is to be protected. */
    public boolean isVictim(EntityId id) {
        return victims.isVictim(id);
    }
}
