package org.manumit.graph.store.neo4j;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.neo4j.driver.Value;

/** Lists of bundles, read. A list that is absent is read as one of no length. */
final class PackedLists {

    private static final String ABOVE = "above";

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

    /** The row of the statement that writes a bundle between two entities. */
    static Map<String, Object> between(String from, String to, Map<String, Object> bundle) {
        return Map.of("from", from, "to", to, "bundle", bundle);
    }

    /**
     * Puts the rows and places of records into their bundle. In most files a record's place is its row less the rows above
     * the data: then {@code above} says how many those are, and {@code at} is left out.
     */
    static void putPlaces(Map<String, Object> bundle, long[] at, long[] row) {
        bundle.put("row", row);
        long above = row[0] - at[0];
        for (int k = 1; k < at.length; k++) {
            if (row[k] - at[k] != above) {
                bundle.put("at", at);
                return;
            }
        }
        bundle.put(ABOVE, above);
    }

    /** The places of a bundle's records in their file. */
    static int[] places(Value bundle) {
        if (bundle.get(ABOVE).isNull()) {
            return ints(bundle.get("at"));
        }
        int above = bundle.get(ABOVE).asInt();
        int[] places = ints(bundle.get("row"));
        for (int k = 0; k < places.length; k++) {
            places[k] -= above;
        }
        return places;
    }

    /** A Cypher condition: any of these lists of bundle {@code r} is not as long as its count says. */
    static String uneven(Collection<String> lists) {
        return lists.stream()
                .map(list -> "(r." + list + " IS NOT NULL AND size(r." + list + ") <> r.count)")
                .collect(Collectors.joining(" OR "));
    }
}
