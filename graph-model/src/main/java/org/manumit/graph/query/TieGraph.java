package org.manumit.graph.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * Who is tied to whom: an undirected graph without loops and parallel ties, made from claims ({@link ClaimType#ties}),
 * calls and transfers, with the evidence of every tie. Nodes are numbered in the order of
 * {@link CaseGraph#entities()}, ties by their ends, so that the same case always gives the same graph.
 *
 * <p>Every person and organisation of the case is a node, tied or not; a thing is one when it is tied. At the level of
 * actors ({@link TieOptions.Level#ACTOR}) a thing is merged into whoever stands behind it ({@link Actors}); where
 * nobody is known it stands for its unknown user. Names on transfers are tied to nobody by them (003, l. 8010-8011).
 * Immutable; safe for use from several threads.
 */
public final class TieGraph {

    private static final int CHECK_EVERY = 1 << 14;

    private final CaseGraph graph;
    private final TieOptions options;
    private final int[] entities;
    private final int[] nodes;
    private final int[] merged;
    private final CompactGraph topology;
    private final int[] one;
    private final int[] other;
    private final Rows.Packed claims;
    private final Rows.Packed calls;
    private final Rows.Packed transfers;
    private final boolean[] stated;
    private final long selfTies;
    private final long undated;

    private TieGraph(Builder b) {
        graph = b.graph;
        options = b.options;
        int tieCount = b.pairs.size();
        boolean[] isNode = new boolean[graph.entities().size()];
        for (int t = 0; t < tieCount; t++) {
            isNode[b.pairs.smaller(t)] = true;
            isNode[b.pairs.larger(t)] = true;
        }
        for (int e = 0; e < isNode.length; e++) {
            if (graph.entity(e).kind().isActor() && b.nodeOf(e) == e) {
                isNode[e] = true;
            }
        }
        merged = IntStream.range(0, isNode.length).map(b::nodeOf).toArray();
        entities = IntStream.range(0, isNode.length).filter(e -> isNode[e]).toArray();
        nodes = new int[isNode.length];
        Arrays.fill(nodes, -1);
        for (int n = 0; n < entities.length; n++) {
            nodes[entities[n]] = n;
        }
        // ties in the order of their ends
        long[] order = new long[tieCount];
        for (int t = 0; t < tieCount; t++) {
            order[t] = (long) nodes[b.pairs.smaller(t)] << 32 | nodes[b.pairs.larger(t)];
        }
        int[] renumbered = new int[tieCount];
        one = new int[tieCount];
        other = new int[tieCount];
        long[] sorted = order.clone();
        Arrays.sort(sorted);
        for (int t = 0; t < tieCount; t++) {
            int at = Arrays.binarySearch(sorted, order[t]);
            renumbered[t] = at;
            one[at] = (int) (order[t] >>> 32);
            other[at] = (int) order[t];
        }
        topology = CompactGraph.of(entities.length, one, other);
        claims = b.claimRows.pack(tieCount, renumbered);
        calls = b.callRows.pack(tieCount, renumbered);
        transfers = b.transferRows.pack(tieCount, renumbered);
        stated = new boolean[tieCount];
        for (int t = 0; t < tieCount; t++) {
            stated[renumbered[t]] = b.stated[t];
        }
        selfTies = b.selfTies;
        undated = b.undated;
    }

    /** The ties of a case. */
    public static TieGraph of(CaseGraph graph, TieOptions options) {
        return of(graph, Actors.of(graph), options, Progress.NONE, Cancellation.NEVER);
    }

    /**
     * The ties of a case.
     *
     * @param actors who stands behind things in {@code graph}
     */
    public static TieGraph of(
            CaseGraph graph, Actors actors, TieOptions options, Progress progress, Cancellation cancellation) {
        return new Builder(graph, actors, options).build(progress, cancellation);
    }

    /** The snapshot it was made from. */
    public CaseGraph graph() {
        return graph;
    }

    /** What it was asked to hold. */
    public TieOptions options() {
        return options;
    }

    /** Nodes and ties alone. */
    public CompactGraph topology() {
        return topology;
    }

    /** How many nodes. */
    public int nodeCount() {
        return entities.length;
    }

    /** How many ties. */
    public int tieCount() {
        return one.length;
    }

    /** The entity that a node is, as an index into {@link CaseGraph#entities()}. */
    public int entityIndex(int node) {
        return entities[node];
    }

    /** The entity that a node is. */
    public Entity entity(int node) {
        return graph.entity(entities[node]);
    }

    /** Whether a node is a person or an organisation, as against a thing that stands for its unknown user. */
    public boolean isKnownActor(int node) {
        return entity(node).kind().isActor();
    }

    /**
     * The node that an entity is; empty for a thing that is tied to nothing or merged into whoever stands behind it.
     */
    public OptionalInt node(int entityIndex) {
        return nodes[entityIndex] < 0 ? OptionalInt.empty() : OptionalInt.of(nodes[entityIndex]);
    }

    /** The node that an entity is or is merged into, whenever anything is said of it; empty when it is tied to nothing. */
    public OptionalInt nodeBehind(int entityIndex) {
        return node(merged[entityIndex]);
    }

    /** How many others a node is tied to. */
    public int degree(int node) {
        return topology.degree(node);
    }

    /** The nodes a node is tied to, ascending. */
    public int[] neighbours(int node) {
        return IntStream.range(topology.start(node), topology.start(node + 1))
                .map(topology::target)
                .toArray();
    }

    /** The tie between two nodes. */
    public OptionalInt tie(int node, int otherNode) {
        int place = topology.place(node, otherNode);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(topology.tie(place));
    }

    /** The end of a tie with the smaller number. */
    public int one(int tie) {
        return one[tie];
    }

    /** The end of a tie with the larger number. */
    public int other(int tie) {
        return other[tie];
    }

    /** How many claims make a tie, calls and transfers not counted. */
    public int claimCount(int tie) {
        return claims.count(tie);
    }

    /** How many calls, messages and sessions make a tie. */
    public int callCount(int tie) {
        return calls.count(tie);
    }

    /** How many transfers make a tie. */
    public int transferCount(int tie) {
        return transfers.count(tie);
    }

    /** How many claims, calls and transfers make a tie: at least 1. */
    public int evidenceCount(int tie) {
        return claims.count(tie) + calls.count(tie) + transfers.count(tie);
    }

    /** Whether every claim that makes the tie is a presumption; a call or transfer never is. */
    public boolean isPresumed(int tie) {
        return !stated[tie];
    }

    /** The claims that make a tie, in the order of import. */
    public List<Claim> claims(int tie) {
        return Arrays.stream(claims.of(tie)).mapToObj(graph.claims()::get).toList();
    }

    /** The rows of {@link CaseGraph#calls} that make a tie. */
    public int[] calls(int tie) {
        return calls.of(tie);
    }

    /** The rows of {@link CaseGraph#transfers} that make a tie. */
    public int[] transfers(int tie) {
        return transfers.of(tie);
    }

    /** The first so many claims, transfers and calls that make a tie, as names. */
    public List<ClaimId> evidence(int tie, int atMost) {
        List<ClaimId> evidence = new ArrayList<>();
        for (int c : claims.of(tie)) {
            if (evidence.size() < atMost) {
                evidence.add(graph.claims().get(c).id());
            }
        }
        for (int t : transfers.of(tie)) {
            if (evidence.size() < atMost) {
                evidence.add(graph.transfers().claim(t));
            }
        }
        for (int c : calls.of(tie)) {
            if (evidence.size() < atMost) {
                evidence.add(graph.calls().claim(c));
            }
        }
        return evidence;
    }

    /** Claims, calls and transfers that tie somebody to themselves, and were therefore left out. */
    public long selfTies() {
        return selfTies;
    }

    /** Calls and transfers left out because they have no date and a bounded time was asked for. */
    public long undatedRecords() {
        return undated;
    }

    private static final class Builder {
        private final CaseGraph graph;
        private final Actors actors;
        private final TieOptions options;
        private final ZoneId zone;
        private final PairIndex pairs = new PairIndex();
        private final Rows claimRows = new Rows();
        private final Rows callRows = new Rows();
        private final Rows transferRows = new Rows();
        private boolean[] stated = new boolean[64];
        private final BitSet standAlone = new BitSet();
        private long selfTies;
        private long undated;

        Builder(CaseGraph graph, Actors actors, TieOptions options) {
            this.graph = graph;
            this.actors = actors;
            this.options = options;
            zone = CaseZone.of(graph);
        }

        TieGraph build(Progress progress, Cancellation cancellation) {
            long total = graph.claims().size()
                    + (long) graph.calls().size()
                    + graph.transfers().size();
            long done = 0;
            for (int c = 0; c < graph.claims().size(); c++) {
                if (++done % CHECK_EVERY == 0) {
                    tell(done, total, progress, cancellation);
                }
                claim(c);
            }
            if (options.records().contains(TieOptions.Records.CALLS)) {
                CallTable calls = graph.calls();
                for (int i = 0; i < calls.size(); i++) {
                    if (++done % CHECK_EVERY == 0) {
                        tell(done, total, progress, cancellation);
                    }
                    record(calls.from(i), calls.to(i), calls.start(i), i, callRows);
                }
            }
            if (options.records().contains(TieOptions.Records.TRANSFERS)) {
                TransferTable transfers = graph.transfers();
                for (int i = 0; i < transfers.size(); i++) {
                    if (++done % CHECK_EVERY == 0) {
                        tell(done, total, progress, cancellation);
                    }
                    long time =
                            switch (transfers.basis(i)) {
                                case INSTANT, DATE -> transfers.time(i);
                                case STEP, NONE -> CallTable.NO_TIME;
                            };
                    record(transfers.from(i), transfers.to(i), time, i, transferRows);
                }
            }
            tieSharedThings();
            return new TieGraph(this);
        }

        /** A thing that stands for itself although users of it are known stays tied to them, as its claims say. */
        private void tieSharedThings() {
            if (standAlone.isEmpty()) {
                return;
            }
            Map<ClaimId, Integer> indexes = HashMap.newHashMap(graph.claims().size());
            for (int c = 0; c < graph.claims().size(); c++) {
                indexes.put(graph.claims().get(c).id(), c);
            }
            standAlone.stream().forEach(thing -> {
                for (Actors.Link link : actors.linksOf(thing)) {
                    if (link.claim().isPresent()) {
                        for (int actor : actors.candidates(link.actor())) {
                            Integer index = indexes.get(link.claim().get());
                            if (index != null) {
                                claimRows.add(pair(thing, actor, link.certainty()), index);
                            }
                        }
                    }
                }
            });
        }

        private static void tell(long done, long total, Progress progress, Cancellation cancellation) {
            cancellation.check();
            progress.report(done, total, "Finding who is tied to whom");
        }

        private void record(int from, int to, long time, int row, Rows rows) {
            if (from < 0 || to < 0) {
                return;
            }
            if (!options.window().isUnbounded()) {
                if (time == CallTable.NO_TIME) {
                    undated++;
                    return;
                }
                if (!options.window().contains(time)) {
                    return;
                }
            }
            int a = nodeAt(from, time);
            int b = nodeAt(to, time);
            if (a == b) {
                selfTies++;
            } else {
                rows.add(pair(a, b, Certainty.STATED), row);
            }
        }

        private void claim(int index) {
            Claim claim = graph.claims().get(index);
            if (claim.type().ties().isEmpty()
                    || !options.claims().contains(claim.type())
                    || (options.incidental() == TieOptions.Incidental.LEAVE_OUT
                            && claim.value("nature")
                                    .strip()
                                    .toLowerCase(Locale.ROOT)
                                    .equals("incidental"))
                    || (!options.window().isUnbounded()
                            && !TimeWindow.of(claim.when(), zone).overlaps(options.window()))) {
                return;
            }
            List<Claim.Participant> participants = claim.participants();
            long[] seen = new long[0];
            for (ClaimType.Pair pair : claim.type().ties()) {
                for (int i = 0; i < participants.size(); i++) {
                    for (int j = pair.one() == pair.other() ? i + 1 : 0; j < participants.size(); j++) {
                        if (i != j
                                && participants.get(i).part() == pair.one()
                                && participants.get(j).part() == pair.other()) {
                            seen = tie(claim, participants.get(i), participants.get(j), index, seen);
                        }
                    }
                }
            }
        }

        private long[] tie(Claim claim, Claim.Participant p, Claim.Participant q, int index, long[] seenBefore) {
            long[] seen = seenBefore;
            Certainty certainty = p.certainty() == Certainty.PRESUMED || q.certainty() == Certainty.PRESUMED
                    ? Certainty.PRESUMED
                    : Certainty.STATED;
            for (int a : nodesOf(claim, p)) {
                for (int b : nodesOf(claim, q)) {
                    if (a == b) {
                        selfTies++;
                        continue;
                    }
                    int pair = pair(a, b, certainty);
                    if (Arrays.stream(seen).noneMatch(s -> s == pair)) {
                        seen = Arrays.copyOf(seen, seen.length + 1);
                        seen[seen.length - 1] = pair;
                        claimRows.add(pair, index);
                    }
                }
            }
            return seen;
        }

        /**
         * Whom a participant stands for: itself among entities; among actors those behind it, who for the subject of a
         * claim are those the claim itself names.
         */
        private int[] nodesOf(Claim claim, Claim.Participant participant) {
            int entity = graph.indexOf(participant.entity()).orElseThrow();
            if (options.level() == TieOptions.Level.ENTITY) {
                return new int[] {entity};
            }
            if (participant.part() == Part.SUBJECT && claim.type() == ClaimType.PHONE) {
                int[] users = claim.holders(Part.USER)
                        .mapToInt(u -> nodeOf(graph.indexOf(u).orElseThrow()))
                        .distinct()
                        .toArray();
                if (users.length > 0) {
                    return users;
                }
            }
            return actors.candidates(entity);
        }

        private int pair(int a, int b, Certainty certainty) {
            int pair = pairs.number(a, b);
            if (pair >= stated.length) {
                stated = Arrays.copyOf(stated, Math.max(pair + 1, stated.length * 2));
            }
            stated[pair] |= certainty != Certainty.PRESUMED;
            return pair;
        }

        int nodeOf(int entity) {
            return options.level() == TieOptions.Level.ENTITY ? entity : actors.actorOf(entity);
        }

        private int nodeAt(int entity, long time) {
            if (options.level() == TieOptions.Level.ENTITY) {
                return entity;
            }
            int actor = actors.actorAt(entity, time);
            if (actor == entity
                    && !graph.entity(entity).kind().isActor()
                    && !actors.linksOf(entity).isEmpty()) {
                standAlone.set(entity);
            }
            return actor;
        }
    }
}
