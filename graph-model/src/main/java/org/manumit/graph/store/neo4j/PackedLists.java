package org.manumit.graph.store.neo4j;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Value;

/** Lists of bundles, read. A list that is absent is read as one of no length. */
final class PackedLists {

    private PackedLists() {}

    static int[] ints(Value list) {
        if (list.isNull()) {
            return new int[0];
        }
        int[] ints = new int[list.size()];
        int i = 0;
        for (Value value : list.values()) {
            ints[i++] = Math.toIntExact(value.asLong());
        }
        return ints;
    }

    static long[] longs(Value list) {
        if (list.isNull()) {
            return new long[0];
        }
        long[] longs = new long[list.size()];
        int i = 0;
        for (Value value : list.values()) {
            longs[i++] = value.asLong();
        }
        return longs;
    }

    /** Texts by their position, where few records have one. */
    static Map<Integer, String> sparse(Value positions, Value texts) {
        if (positions.isNull()) {
            return Map.of();
        }
        Map<Integer, String> sparse = HashMap.newHashMap(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            sparse.put(positions.get(i).asInt(), texts.get(i).asString());
        }
        return sparse;
    }

    /** A Cypher condition: any of these lists of bundle {@code r} is not as long as {@code r.at}. */
    static String uneven(Collection<String> lists) {
        return lists.stream()
                .map(list -> "(r." + list + " IS NOT NULL AND size(r." + list + ") <> size(r.at))")
                .collect(Collectors.joining(" OR "));
    }
}
