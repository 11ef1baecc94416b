package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.Source;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Reads a snapshot of the complete sources, in the order in which they were imported. */
final class CaseReader {

    private static final Map<String, EntityKind> KINDS = kinds();

    private final TransactionContext tx;
    private final Progress progress;
    private final Cancellation cancellation;
    /** In the order of import a file that was read anew stands where it stood. */
    private final Map<Integer, Integer> places = new HashMap<>();

    private final Comparator<Integer> inOrder = Comparator.<Integer>comparingInt(
                    number -> places.getOrDefault(number, number))
            .thenComparing(Comparator.naturalOrder());
    private final SortedMap<Integer, Source> sources = new TreeMap<>(inOrder);
    private final Map<String, Integer> entityIndex = new HashMap<>();
    private final List<Entity> entities = new ArrayList<>();

    /** For each source, where the entities that it speaks of stand in the list, in its own order. */
    private final Map<Integer, int[]> spokenOf = new HashMap<>();

    private long total;
    private long done;

    CaseReader(TransactionContext tx, Progress progress, Cancellation cancellation) {
        this.tx = tx;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    private static Map<String, EntityKind> kinds() {
        Map<String, EntityKind> kinds = new HashMap<>();
        for (EntityKind kind : EntityKind.values()) {
            kinds.put(kind.label(), kind);
        }
        return Map.copyOf(kinds);
    }

    /** The complete sources by number, in the order of import. */
    SortedMap<Integer, Source> sources() {
        SortedMap<Integer, Source> read = new TreeMap<>(inOrder);
        total = 0;
        Database.each(tx, "MATCH (s:Source) WHERE s.state = 'complete' RETURN s", Map.of(), record -> {
            Value row = record.get("s");
            int number = row.get("number").asInt();
            places.put(number, row.get("place").asInt(number));
            read.put(number, SourceRows.unpack(row));
            total += row.get("entities").asLong(0)
                    + row.get("claims").asLong(0)
                    + row.get("calls").asLong(0)
                    + row.get("transfers").asLong(0);
        });
        return read;
    }

    CaseGraph read(String caseName) {
        sources.putAll(sources());
        readEntities();
        List<Claim> claims = readClaims();
        CallTable calls = readCalls();
        TransferTable transfers = readTransfers();
        cancellation.check();
        progress.report(0, -1, "Putting it together");
        return CaseGraph.of(caseName, List.copyOf(sources.values()), entities, claims, calls, transfers);
    }

    /** The numbers of the sources that were read. */
    List<Integer> numbers() {
        return List.copyOf(sources.keySet());
    }

    private record Account(int source, int at, Entity entity) {}

    private void readEntities() {
        List<Account> accounts = new ArrayList<>();
        each(
                "MATCH (s:Source)-[a:SPEAKS_OF]->(e:Entity) WHERE s.number IN $numbers "
                        + "RETURN s.number AS source, a.at AS at, e.id AS id, a.kind AS kind, a.label AS label, "
                        + "a.standing AS standing",
                "Names",
                record -> {
                    accounts.add(new Account(
                            record.get("source").asInt(),
                            record.get("at").asInt(),
                            new Entity(
                                    new EntityId(record.get("id").asString()),
                                    KINDS.getOrDefault(record.get("kind").asString(), EntityKind.DOCUMENT),
                                    record.get("label").asString(),
                                    Entity.Standing.valueOf(
                                            record.get("standing").asString()))));
                    return 1;
                });
        accounts.sort(Comparator.comparing(Account::source, inOrder).thenComparingInt(Account::at));
        Map<Integer, List<Integer>> spoken = new HashMap<>();
        for (Account account : accounts) {
            Entity entity = account.entity();
            Integer known = entityIndex.putIfAbsent(entity.id().value(), entities.size());
            if (known == null) {
                known = entities.size();
                entities.add(entity);
            } else {
                entities.set(known, CaseGraph.better(entities.get(known), entity));
            }
            spoken.computeIfAbsent(account.source(), s -> new ArrayList<>()).add(known);
        }
        spoken.forEach((source, places) ->
                spokenOf.put(source, places.stream().mapToInt(Integer::intValue).toArray()));
    }

    private record Placed<T>(int source, int at, T thing) {}

    private List<Claim> readClaims() {
        Map<String, List<Placed<Participant>>> participants = new HashMap<>();
        each(
                "MATCH (s:Source)<-[:STATED_IN]-(c:Claim)-[p]->(e:Entity) WHERE s.number IN $numbers "
                        + "RETURN c.id AS claim, type(p) AS part, p.at AS at, p.certainty AS certainty, e.id AS entity",
                "Claims",
                record -> {
                    participants
                            .computeIfAbsent(record.get("claim").asString(), c -> new ArrayList<>(2))
                            .add(new Placed<>(
                                    0,
                                    record.get("at").asInt(),
                                    new Participant(
                                            Part.valueOf(record.get("part").asString()),
                                            entities.get(index(record.get("entity")))
                                                    .id(),
                                            Certainty.valueOf(
                                                    record.get("certainty").asString()))));
                    return 0;
                });
        List<Placed<Claim>> claims = new ArrayList<>();
        each(
                "MATCH (s:Source)<-[:STATED_IN]-(c:Claim) WHERE s.number IN $numbers "
                        + "RETURN s.number AS source, c AS claim",
                "Claims",
                record -> {
                    Value row = record.get("claim");
                    int source = record.get("source").asInt();
                    List<Placed<Participant>> parts =
                            participants.getOrDefault(row.get("id").asString(), List.of());
                    Claim claim = ClaimRows.unpack(
                            known(source).id(),
                            row,
                            parts.stream()
                                    .sorted(Comparator.comparingInt(Placed::at))
                                    .map(Placed::thing)
                                    .toList());
                    claims.add(new Placed<>(source, row.get("at").asInt(), claim));
                    return 1;
                });
        claims.sort(Comparator.<Placed<Claim>, Integer>comparing(Placed::source, inOrder)
                .thenComparingInt(Placed::at));
        return claims.stream().map(Placed::thing).toList();
    }

    private CallTable readCalls() {
        SortedMap<Integer, CallBundles.Unpacked> unpacked = new TreeMap<>(inOrder);
        each(bundles("CALLED"), "Calls", record -> {
            int source = record.get("r").get("source").asInt();
            CallBundles.Unpacked bundles = unpacked.computeIfAbsent(
                    source, n -> new CallBundles.Unpacked(known(n).id(), spokenOf.getOrDefault(n, new int[0])));
            int before = bundles.size();
            bundles.add(index(record.get("from")), index(record.get("to")), record.get("r"), entityIndex);
            return bundles.size() - before;
        });
        CallTable.Builder calls = new CallTable.Builder();
        unpacked.values().forEach(bundles -> bundles.copyInto(calls));
        return calls.build();
    }

    private TransferTable readTransfers() {
        SortedMap<Integer, TransferBundles.Unpacked> unpacked = new TreeMap<>(inOrder);
        each(bundles("PAID"), "Transfers", record -> {
            int source = record.get("r").get("source").asInt();
            TransferBundles.Unpacked bundles =
                    unpacked.computeIfAbsent(source, n -> new TransferBundles.Unpacked(known(n).id()));
            int before = bundles.size();
            bundles.add(index(record.get("from")), index(record.get("to")), record.get("r"), entityIndex);
            return bundles.size() - before;
        });
        TransferTable.Builder transfers = new TransferTable.Builder();
        unpacked.values().forEach(bundles -> bundles.copyInto(transfers));
        return transfers.build();
    }

    private static String bundles(String type) {
        return "MATCH (a:Entity)-[r:" + type + "]->(b:Entity) WHERE r.source IN $numbers "
                + "RETURN a.id AS from, b.id AS to, properties(r) AS r";
    }

    private Source known(int number) {
        Source source = sources.get(number);
        if (source == null) {
            throw new IllegalStateException("a record of an unknown source " + number);
        }
        return source;
    }

    /** Where an entity stands in the snapshot; -1 for nobody. */
    private int index(Value id) {
        String text = id.asString();
        if (text.equals(TransferBundles.NOBODY)) {
            return TransferTable.NONE;
        }
        Integer index = entityIndex.get(text);
        if (index == null) {
            throw new IllegalStateException("a record of an entity that no source speaks of: " + text);
        }
        return index;
    }

    private void each(String query, String step, java.util.function.ToIntFunction<Record> consumer) {
        progress.report(done, total, step);
        int[] sinceCheck = {0};
        Database.each(tx, query, Map.of("numbers", numbers()), record -> {
            int records = consumer.applyAsInt(record);
            done += records;
            // One of these may hold a thousand calls
            sinceCheck[0] += 1 + records;
            if (sinceCheck[0] >= 5000) {
                sinceCheck[0] = 0;
                cancellation.check();
                progress.report(Math.min(done, total), total, step);
            }
        });
    }
}
