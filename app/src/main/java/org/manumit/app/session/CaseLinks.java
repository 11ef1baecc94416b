package org.manumit.app.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.TransferTable;

/**
 * Everything that ties two entities of a case to each other, gathered per pair: claims, call records and transfers.
 * Records of a number or an account are laid to whoever stood behind it at the time. Entities are given as indexes into
 * {@link CaseGraph#entities()}. Immutable; building it is O(claims + records).
 */
public final class CaseLinks {

    /** Who stood behind a thing at a moment. */
    @FunctionalInterface
    public interface Attribution {

        /** Nobody stands behind anything. */
        Attribution NONE = (entity, epochSecond) -> entity;

        /**
         * Who stood behind an entity.
         *
         * @param entity the entity
         * @param epochSecond when, or {@link CallTable#NO_TIME}
         * @return the entity itself when nobody is named for it
         */
        int actorAt(int entity, long epochSecond);
    }

    /** What ties two entities: claims, call records and transfers. */
    public static final class Link {
        private final int one;
        private final int other;
        private final List<Claim> claims;
        private final int[] calls;
        private final int[] transfers;

        Link(int one, int other, List<Claim> claims, int[] calls, int[] transfers) {
            this.one = one;
            this.other = other;
            this.claims = List.copyOf(claims);
            this.calls = calls;
            this.transfers = transfers;
        }

        /** The end with the lower index. */
        public int one() {
            return one;
        }

        /** The end with the higher index. */
        public int other() {
            return other;
        }

        /** The end that is not this one. */
        public int from(int entity) {
            return entity == one ? other : one;
        }

        /** Claims that tie them. */
        public List<Claim> claims() {
            return claims;
        }

        /** Call records between them, as indexes into {@link CaseGraph#calls()}. */
        public int[] calls() {
            return calls.clone();
        }

        /** Transfers between them, as indexes into {@link CaseGraph#transfers()}. */
        public int[] transfers() {
            return transfers.clone();
        }

        /** How many call records there are between them. */
        public int callCount() {
            return calls.length;
        }

        /** How many transfers there are between them. */
        public int transferCount() {
            return transfers.length;
        }

        /** How many claims and records tie them. */
        public int size() {
            return claims.size() + calls.length + transfers.length;
        }
    }

    private static final class Gathering {
        private final List<Claim> claims = new ArrayList<>(2);
        private int[] calls = {};
        private int callCount;
        private int[] transfers = {};
        private int transferCount;

        void call(int record) {
            calls = room(calls, callCount);
            calls[callCount++] = record;
        }

        void transfer(int record) {
            transfers = room(transfers, transferCount);
            transfers[transferCount++] = record;
        }

        private static int[] room(int[] array, int at) {
            return at < array.length ? array : Arrays.copyOf(array, Math.max(4, at * 2));
        }

        Link link(long pair) {
            return new Link(
                    (int) (pair >> 32),
                    (int) pair,
                    claims,
                    Arrays.copyOf(calls, callCount),
                    Arrays.copyOf(transfers, transferCount));
        }
    }

    private final CaseGraph graph;
    private final Attribution attribution;
    private final List<Link> links;
    private final Map<Integer, List<Link>> byEntity;

    private CaseLinks(CaseGraph graph, Attribution attribution) {
        this.graph = graph;
        this.attribution = attribution;
        Map<Long, Gathering> gathered = new LinkedHashMap<>();
        gatherClaims(gathered);
        gatherCalls(gathered);
        gatherTransfers(gathered);
        List<Link> all = new ArrayList<>(gathered.size());
        Map<Integer, List<Link>> ends = new HashMap<>();
        gathered.forEach((pair, gathering) -> {
            Link link = gathering.link(pair);
            all.add(link);
            ends.computeIfAbsent(link.one(), e -> new ArrayList<>()).add(link);
            ends.computeIfAbsent(link.other(), e -> new ArrayList<>()).add(link);
        });
        links = List.copyOf(all);
        ends.replaceAll((entity, list) -> List.copyOf(list));
        byEntity = ends;
    }

    /** Gathers the links of a snapshot. */
    public static CaseLinks of(CaseGraph graph, Attribution attribution) {
        return new CaseLinks(graph, attribution);
    }

    private void gatherClaims(Map<Long, Gathering> into) {
        for (Claim claim : graph.claims()) {
            TreeSet<Long> pairs = new TreeSet<>();
            for (ClaimType.Pair tie : claim.type().ties()) {
                for (EntityId a : claim.holders(tie.one()).toList()) {
                    for (EntityId b : claim.holders(tie.other()).toList()) {
                        pair(index(a), index(b)).ifPresent(pairs::add);
                    }
                }
            }
            pairs.forEach(pair -> at(into, pair).claims.add(claim));
        }
    }

    private void gatherCalls(Map<Long, Gathering> into) {
        CallTable calls = graph.calls();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.from(i) == CallTable.NONE || calls.to(i) == CallTable.NONE) {
                continue;
            }
            int record = i;
            pair(attribution.actorAt(calls.from(i), calls.start(i)), attribution.actorAt(calls.to(i), calls.start(i)))
                    .ifPresent(pair -> at(into, pair).call(record));
        }
    }

    private void gatherTransfers(Map<Long, Gathering> into) {
        TransferTable transfers = graph.transfers();
        for (int i = 0; i < transfers.size(); i++) {
            if (transfers.from(i) == TransferTable.NONE || transfers.to(i) == TransferTable.NONE) {
                continue;
            }
            int record = i;
            long time = transfers.basis(i) == TransferTable.TimeBasis.INSTANT
                            || transfers.basis(i) == TransferTable.TimeBasis.DATE
                    ? transfers.time(i)
                    : CallTable.NO_TIME;
            pair(attribution.actorAt(transfers.from(i), time), attribution.actorAt(transfers.to(i), time))
                    .ifPresent(pair -> at(into, pair).transfer(record));
        }
    }

    private int index(EntityId id) {
        int entity = graph.indexOf(id).orElseThrow();
        return isCarrier(entity) ? attribution.actorAt(entity, CallTable.NO_TIME) : entity;
    }

    /** Whether an entity is only a name on a record, or what somebody communicates or pays with: its user stands for it. */
    private boolean isCarrier(int entity) {
        if (graph.entity(entity).standing() == Entity.Standing.NAME_ONLY) {
            return true;
        }
        return switch (graph.entity(entity).kind()) {
            case PHONE, HANDSET, SIM, ACCOUNT -> true;
            case PERSON, ORGANISATION, PREMISES, VEHICLE, PAPER, ADVERT, CELL_SITE, DOCUMENT, EVENT -> false;
        };
    }

    private static Gathering at(Map<Long, Gathering> into, long pair) {
        return into.computeIfAbsent(pair, p -> new Gathering());
    }

    private static Optional<Long> pair(int a, int b) {
        return a == b ? Optional.empty() : Optional.of(((long) Math.min(a, b) << 32) | Math.max(a, b));
    }

    /** All links. */
    public List<Link> all() {
        return links;
    }

    /** The links of an entity. */
    public List<Link> of(int entity) {
        return byEntity.getOrDefault(entity, List.of());
    }

    /** What ties two entities. */
    public Optional<Link> between(int a, int b) {
        return of(a).stream().filter(link -> link.from(a) == b).findFirst();
    }

    /** Who stands for an entity in these links: its user when it is a number or an account of exactly one. */
    public int standsFor(int entity) {
        return isCarrier(entity) ? attribution.actorAt(entity, CallTable.NO_TIME) : entity;
    }
}
