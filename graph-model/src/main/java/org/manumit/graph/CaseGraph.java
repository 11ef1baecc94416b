package org.manumit.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stood when it was read from the store: everything known, nothing judged. Analyses, views and briefs work
 * on one snapshot, so they agree with each other whatever is imported meanwhile. Immutable; safe for use from several
 * threads.
 */
public final class CaseGraph {

    private static final int[] NO_INDEXES = {};
    private static final int[][] NONE_REPEATED = {};

    private final String name;
    private final List<Source> sources;
    private final List<Entity> entities;
    private final List<Claim> claims;
    private final CallTable callStatements;
    private final TransferTable transferStatements;
    private final CallTable calls;
    private final TransferTable transfers;

    /** The statements of each call; of no length where each call stands in one row. */
    private final int[][] callRows;

    private final int[][] transferRows;
    private final Map<EntityId, Integer> entityIndex;
    private final Map<ClaimType, List<Claim>> byType;
    private final Map<ClaimId, Integer> claimIndex;
    private final int[][] claimsAbout;

    private CaseGraph(
            String name,
            List<Source> sources,
            List<Entity> entities,
            List<Claim> claims,
            CallTable calls,
            TransferTable transfers) {
        this.name = name;
        this.sources = List.copyOf(sources);
        this.entities = List.copyOf(entities);
        this.claims = List.copyOf(claims);
        callStatements = calls;
        transferStatements = transfers;
        RepeatedRecords.Twins sameCalls = RepeatedRecords.calls(calls);
        callRows = sameCalls.any() ? sameCalls.groups() : NONE_REPEATED;
        this.calls = callRows.length == 0 ? calls : RepeatedRecords.joined(calls, callRows);
        RepeatedRecords.Twins sameTransfers = RepeatedRecords.transfers(transfers);
        transferRows = sameTransfers.any() ? sameTransfers.groups() : NONE_REPEATED;
        this.transfers = transferRows.length == 0 ? transfers : RepeatedRecords.joined(transfers, transferRows);
        entityIndex = HashMap.newHashMap(this.entities.size());
        for (int i = 0; i < this.entities.size(); i++) {
            if (entityIndex.put(this.entities.get(i).id(), i) != null) {
                throw new IllegalArgumentException(
                        "entity twice: " + this.entities.get(i).id());
            }
        }
        byType = new EnumMap<>(ClaimType.class);
        claimIndex = HashMap.newHashMap(this.claims.size());
        int[] counts = new int[this.entities.size()];
        for (int i = 0; i < this.claims.size(); i++) {
            Claim claim = this.claims.get(i);
            byType.computeIfAbsent(claim.type(), t -> new ArrayList<>()).add(claim);
            claimIndex.put(claim.id(), i);
            for (int entity : distinctParticipants(claim)) {
                counts[entity]++;
            }
        }
        claimsAbout = new int[this.entities.size()][];
        for (int e = 0; e < counts.length; e++) {
            claimsAbout[e] = counts[e] == 0 ? NO_INDEXES : new int[counts[e]];
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < this.claims.size(); i++) {
            for (int entity : distinctParticipants(this.claims.get(i))) {
                claimsAbout[entity][counts[entity]++] = i;
            }
        }
        byType.replaceAll((type, list) -> List.copyOf(list));
    }

    private int[] distinctParticipants(Claim claim) {
        return claim.participants().stream()
                .mapToInt(p -> indexOf(p.entity())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "claim " + claim.id() + " is about an unknown entity " + p.entity())))
                .distinct()
                .toArray();
    }

    /**
     * A snapshot of what a store holds. Somebody whom one workbook only refers to and another describes is one entity.
     *
     * @param name the case's name
     * @param entities distinct entities; the tables' indexes point into this list
     * @param calls call records as the files have them
     * @param transfers transfers as the files have them
     * @throws IllegalArgumentException when an entity stands twice, or a claim is about one that is not in the list
     */
    public static CaseGraph of(
            String name,
            List<Source> sources,
            List<Entity> entities,
            List<Claim> claims,
            CallTable calls,
            TransferTable transfers) {
        Objects.requireNonNull(name, "name");
        Map<EntityId, EntityId> meant = CrossReferences.find(entities, claims);
        if (meant.isEmpty()) {
            return new CaseGraph(name, sources, entities, claims, calls, transfers);
        }
        List<Entity> kept =
                entities.stream().filter(e -> !meant.containsKey(e.id())).toList();
        Map<EntityId, Integer> index = HashMap.newHashMap(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            index.put(kept.get(i).id(), i);
        }
        IntUnaryOperator moved = old -> {
            EntityId id = entities.get(old).id();
            return Objects.requireNonNull(index.get(meant.getOrDefault(id, id)));
        };
        CallTable.Builder movedCalls = new CallTable.Builder();
        for (int i = 0; i < calls.size(); i++) {
            movedCalls.add(calls, i, moved);
        }
        TransferTable.Builder movedTransfers = new TransferTable.Builder();
        for (int i = 0; i < transfers.size(); i++) {
            movedTransfers.add(transfers, i, moved);
        }
        return new CaseGraph(
                name,
                sources,
                kept,
                claims.stream().map(c -> CrossReferences.resolved(c, meant)).toList(),
                movedCalls.build(),
                movedTransfers.build());
    }

    /** A case with nothing in it. */
    public static CaseGraph empty(String name) {
        return of(name, List.of(), List.of(), List.of(), CallTable.EMPTY, TransferTable.EMPTY);
    }

    /**
     * The snapshot that a store would give after committing these additions in this order: for previews, and for
     * analyses of files that are not to be kept.
     */
    public static CaseGraph of(String name, Collection<CaseAddition> additions) {
        List<Source> sources = new ArrayList<>();
        Map<EntityId, Integer> index = new LinkedHashMap<>();
        List<Entity> entities = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        CallTable.Builder calls = new CallTable.Builder();
        TransferTable.Builder transfers = new TransferTable.Builder();
        for (CaseAddition addition : additions) {
            sources.add(addition.source());
            int[] here = new int[addition.entities().size()];
            for (int i = 0; i < here.length; i++) {
                Entity entity = addition.entities().get(i);
                Integer known = index.get(entity.id());
                if (known == null) {
                    known = entities.size();
                    index.put(entity.id(), known);
                    entities.add(entity);
                } else {
                    entities.set(known, better(entities.get(known), entity));
                }
                here[i] = known;
            }
            claims.addAll(addition.claims());
            for (int i = 0; i < addition.calls().size(); i++) {
                calls.add(addition.calls(), i, e -> here[e]);
            }
            for (int i = 0; i < addition.transfers().size(); i++) {
                transfers.add(addition.transfers(), i, e -> here[e]);
            }
        }
        return of(name, sources, entities, claims, calls.build(), transfers.build());
    }

    /** Of two accounts of one entity, the one that describes it; between equals the earlier. */
    public static Entity better(Entity known, Entity other) {
        return other.standing().compareTo(known.standing()) < 0 ? other : known;
    }

    /** The case's name. */
    public String name() {
        return name;
    }

    /** What the investigation calls the case, as its workbook states it; the case's name where it does not. */
    public String title() {
        return fact("name").orElse(name);
    }

    /** What the sheet <i>Case</i> first says under a key, regardless of case; empty when it says nothing. */
    public Optional<String> fact(String key) {
        return claims(ClaimType.CASE).stream()
                .filter(claim -> claim.value("key").strip().equalsIgnoreCase(key))
                .map(claim -> claim.value("value").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The imported files, in the order of import. */
    public List<Source> sources() {
        return sources;
    }

    /** Everything that claims and records are about; {@link #calls} and {@link #transfers} point into this list. */
    public List<Entity> entities() {
        return entities;
    }

    /** The entity at an index. */
    public Entity entity(int index) {
        return entities.get(index);
    }

    /** Where an entity stands in {@link #entities()}. */
    public OptionalInt indexOf(EntityId id) {
        @Nullable Integer index = entityIndex.get(id);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** An entity by its id. */
    public Optional<Entity> entity(EntityId id) {
        OptionalInt index = indexOf(id);
        return index.isPresent() ? Optional.of(entities.get(index.getAsInt())) : Optional.empty();
    }

    /** All claims but calls and transfers, in the order of import. */
    public List<Claim> claims() {
        return claims;
    }

    /** The claims of one type, in the order of import. */
    public List<Claim> claims(ClaimType type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The claims in which an entity plays a part, in the order of import. */
    public List<Claim> claimsAbout(int entity) {
        return Arrays.stream(claimsAbout[entity]).mapToObj(claims::get).toList();
    }

    /** A claim by its name; call records and transfers are not found here. */
    public Optional<Claim> claim(ClaimId id) {
        @Nullable Integer index = claimIndex.get(id);
        return index == null ? Optional.empty() : Optional.of(claims.get(index));
    }

    /** Calls, messages and data sessions, each once, whichever and how many files tell of it: {@link RepeatedRecords}. */
    public CallTable calls() {
        return calls;
    }

    /** Transfers, each once, however many files tell of it. */
    public TransferTable transfers() {
        return transfers;
    }

    /** Call records as the files have them, in the order of import. */
    public CallTable callStatements() {
        return callStatements;
    }

    /** Transfers as the files have them, in the order of import. */
    public TransferTable transferStatements() {
        return transferStatements;
    }

    /** The records in {@link #callStatements} that tell of a call; the first is the one whose data {@link #calls} has. */
    public int[] statementsOfCall(int call) {
        return callRows.length == 0 ? new int[] {call} : callRows[call].clone();
    }

    /** The records in {@link #transferStatements} that tell of a transfer. */
    public int[] statementsOfTransfer(int transfer) {
        return transferRows.length == 0 ? new int[] {transfer} : transferRows[transfer].clone();
    }

    /** A source by its id. */
    public Optional<Source> source(SourceId id) {
        return sources.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
