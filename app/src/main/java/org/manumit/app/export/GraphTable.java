package org.manumit.app.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.analysis.roles.RoleFinding;

/**
 * A case as nodes and edges for other programs: every entity, and per pair and direction one edge for what claims of a
 * kind state, one for calls and one for transfers. Immutable.
 *
 * @param nodes every entity
 * @param edges what ties them; ends are ids of nodes
 * @param omitted records that no edge stands for, a sentence each
 * @param betweenness how the betweenness of the nodes was reckoned
 */
record GraphTable(List<Node> nodes, List<Edge> edges, List<String> omitted, Exactness betweenness) {

    /**
     * An entity.
     *
     * @param id stable id; of a victim or a victim's thing, made from the pseudonym
     * @param label what it is called
     * @param kind {@code Person}, {@code Phone}, ...
     * @param roles roles, {@code ;} between them
     * @param network the network it is a member of, or empty
     * @param victim whether it is to be protected
     * @param centrality its measures, where it has any
     */
    public record Node(
            String id,
            String label,
            String kind,
            String roles,
            String network,
            boolean victim,
            Optional<CentralityScore> centrality) {}

    /**
     * A tie in one direction.
     *
     * @param id unique
     * @param from id of the node it goes out from
     * @param to id of the node it goes to
     * @param type {@code calls}, {@code transfers}, or what claims state, such as {@code recruitment}
     * @param kind more exactly, for example {@code tasks}, or how somebody stands to a thing, for example
     *     {@code tenant}; may be empty
     * @param count how many records or claims
     * @param first when the first was, ISO 8601; may be empty
     * @param last when the last was, ISO 8601; may be empty
     * @param seconds how long calls lasted in all
     * @param amount what transfers come to, a sum per currency; may be empty
     * @param evidence the first claims and records it rests on
     */
    public record Edge(
            String id,
            String from,
            String to,
            String type,
            String kind,
            int count,
            String first,
            String last,
            long seconds,
            String amount,
            List<ClaimId> evidence) {

        /** What it states, in short: {@code tie: tasks}. */
        String what() {
            return kind.isEmpty() ? type : type + ": " + kind;
        }

        /** The names of its first claims, {@code ;} between them. */
        String evidenceNames() {
            return evidence.stream().map(ClaimId::value).collect(Collectors.joining(";"));
        }
    }

    private static final int EVIDENCE = 10;

    public GraphTable {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        omitted = List.copyOf(omitted);
    }

    /** How the betweenness of a node was reckoned, in a word: {@code exact} or {@code sampled}. */
    String reckoned() {
        return betweenness.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The nodes and edges of a case. */
    static GraphTable of(OutgoingCase outgoing) {
        return new Builder(outgoing).build();
    }

    private static final class Tally {
        private int count;
        private long seconds;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private final Map<String, BigDecimal> amounts = new TreeMap<>();
        private final Set<ClaimId> evidence = new LinkedHashSet<>();

        void at(long time) {
            first = Math.min(first, time);
            last = Math.max(last, time);
        }

        void rests(ClaimId claim) {
            if (evidence.size() < EVIDENCE) {
                evidence.add(claim);
            }
        }
    }

    private record Direction(int from, int to, String type, String kind) {}

    private static final class Builder {
        private final OutgoingCase outgoing;
        private final CaseGraph graph;
        private final Map<Direction, Tally> tallies = new LinkedHashMap<>();
        private int oneEnded;

        Builder(OutgoingCase outgoing) {
            this.outgoing = outgoing;
            graph = outgoing.graph();
        }

        GraphTable build() {
            claims();
            calls();
            transfers();
            List<Edge> edges = new ArrayList<>(tallies.size());
            tallies.forEach((direction, tally) -> edges.add(new Edge(
                    "e" + edges.size(),
                    outgoing.id(direction.from()),
                    outgoing.id(direction.to()),
                    direction.type(),
                    direction.kind(),
                    tally.count,
                    tally.count > 0 && tally.first != Long.MAX_VALUE
                            ? Instant.ofEpochSecond(tally.first).toString()
                            : "",
                    tally.count > 0 && tally.last != Long.MIN_VALUE
                            ? Instant.ofEpochSecond(tally.last).toString()
                            : "",
                    tally.seconds,
                    tally.amounts.entrySet().stream()
                            .map(a -> (a.getValue().toPlainString() + " " + a.getKey()).strip())
                            .collect(Collectors.joining("; ")),
                    List.copyOf(tally.evidence))));
            return new GraphTable(
                    nodes(),
                    edges,
                    oneEnded == 0
                            ? List.of()
                            : List.of(String.format(
                                    Locale.ROOT,
                                    "%,d records that name one end only, which no tie stands for.",
                                    oneEnded)),
                    outgoing.analysis().betweenness());
        }

        private List<Node> nodes() {
            Map<EntityId, Set<String>> roles = new HashMap<>();
            Map<EntityId, String> networks = new HashMap<>();
            for (CaseAnalysis.Network network : outgoing.analysis().networks()) {
                network.members().forEach(m -> networks.putIfAbsent(m, network.name()));
                network.roles().stream()
                        .sorted(Comparator.comparing(RoleFinding::role))
                        .forEach(r -> roles.computeIfAbsent(r.entity(), k -> new LinkedHashSet<>())
                                .add(r.role().name()));
            }
            Map<EntityId, CentralityScore> measures = new HashMap<>();
            outgoing.analysis().centrality().forEach(c -> measures.put(c.entity(), c));
            List<Node> nodes = new ArrayList<>(graph.entities().size());
            for (int e = 0; e < graph.entities().size(); e++) {
                Entity entity = graph.entity(e);
                String network = networks.getOrDefault(entity.id(), "");
                nodes.add(new Node(
                        outgoing.id(e),
                        outgoing.label(e),
                        entity.kind().label(),
                        String.join(";", roles.getOrDefault(entity.id(), Set.of())),
                        outgoing.text(network),
                        outgoing.victims().isVictim(e),
                        Optional.ofNullable(measures.get(entity.id()))));
            }
            return nodes;
        }

        private Tally tally(int from, int to, String type, String kind) {
            return tallies.computeIfAbsent(new Direction(from, to, type, kind), k -> new Tally());
        }

        private void claims() {
            for (Claim claim : graph.claims()) {
                String type = claim.type().name().toLowerCase(Locale.ROOT);
                Set<Direction> told = new LinkedHashSet<>();
                for (ClaimType.Pair pair : claim.type().ties()) {
                    String kind = kind(claim, pair);
                    boolean back = actsOnFirst(pair.other());
                    for (int one : holders(claim, back ? pair.other() : pair.one())) {
                        for (int other : holders(claim, back ? pair.one() : pair.other())) {
                            if (one != other && !told.contains(new Direction(other, one, type, kind))) {
                                told.add(new Direction(one, other, type, kind));
                            }
                        }
                    }
                }
                for (Direction direction : told) {
                    Tally tally = tally(direction.from(), direction.to(), type, direction.kind());
                    tally.count++;
                    tally.rests(claim.id());
                }
            }
        }

        private String kind(Claim claim, ClaimType.Pair pair) {
            return switch (claim.type()) {
                case TIE -> outgoing.text(claim.value("kind").strip());
                case MEMBERSHIP -> outgoing.text(claim.value("as").strip());
                case ROLE -> outgoing.text(claim.value("role").strip());
                case PAYMENT -> outgoing.text(claim.value("purpose").strip());
                case DEBT -> "";
                default ->
                    pair.one() == pair.other()
                            ? "together"
                            : pair.other() == Part.BY
                                    ? ""
                                    : pair.other()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' ');
            };
        }

        /** Whether the second part of a pair is the one that does something to the first: the edge goes out from it. */
        private static boolean actsOnFirst(Part second) {
            return switch (second) {
                case BY, USER, OWNER, HOLDER, BENEFICIARY, TENANT, RUN_BY, PAYER, OCCUPANT -> true;
                case FOR, HELD_BY, MADE_BY, PLACED_BY, MOVED_BY, PAID_BY -> true;
                case SUBJECT, WHO, WHOM, ORGANISATION, VICTIM, HANDSET, SIM, CONTACT, NUMBER, PREMISES -> false;
                case RECEIVED_BY, WITH, VEHICLE, PAYEE, NOMINAL_PAYER, NOMINAL_PAYEE -> false;
                case DEBTOR, CREDITOR, ABOUT -> false;
            };
        }

        private int[] holders(Claim claim, Part part) {
            return claim.holders(part)
                    .mapToInt(id -> graph.indexOf(id).orElseThrow())
                    .toArray();
        }

        private void calls() {
            CallTable calls = graph.calls();
            long lastPair = -1;
            @Nullable Tally tally = null;
            for (int i = 0; i < calls.size(); i++) {
                if (calls.from(i) == CallTable.NONE || calls.to(i) == CallTable.NONE) {
                    oneEnded++;
                    continue;
                }
                long pair = ((long) calls.from(i) << 32) | calls.to(i);
                if (tally == null || pair != lastPair) {
                    tally = tally(calls.from(i), calls.to(i), "calls", "");
                    lastPair = pair;
                }
                tally.count++;
                if (calls.start(i) != CallTable.NO_TIME) {
                    tally.at(calls.start(i));
                }
                tally.seconds += Math.max(0, calls.duration(i));
                if (tally.evidence.size() < EVIDENCE) {
                    tally.rests(calls.claim(i));
                }
            }
        }

        private void transfers() {
            TransferTable transfers = graph.transfers();
            for (int i = 0; i < transfers.size(); i++) {
                if (transfers.from(i) == TransferTable.NONE || transfers.to(i) == TransferTable.NONE) {
                    oneEnded++;
                    continue;
                }
                Tally tally = tally(transfers.from(i), transfers.to(i), "transfers", "");
                tally.count++;
                tally.amounts.merge(transfers.currency(i), transfers.amount(i), BigDecimal::add);
                switch (transfers.basis(i)) {
                    case INSTANT, DATE -> tally.at(transfers.time(i));
                    case STEP, NONE -> {
                        // no date to keep
                    }
                }
                tally.rests(transfers.claim(i));
            }
        }
    }
}
