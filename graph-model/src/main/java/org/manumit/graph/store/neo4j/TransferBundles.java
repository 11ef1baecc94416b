package org.manumit.graph.store.neo4j;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.Entity;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.TransferTable.TimeBasis;
import org.neo4j.driver.Value;

/**
 * Transfers as the store keeps them: bundled by both ends, sheet, currency, decimals and reading of their time, in lists
 * of equal length. {@code amount[i] / 10^scale} is the exact amount.
 */
final class TransferBundles {

    /** The id of what stands in the store for a party that a record does not name. */
    static final String NOBODY = "";

    private TransferBundles() {}

    private record Key(int from, int to, String sheet, String currency, int scale, TimeBasis basis) {}

    /** Which transfers go into which bundle, in the order of the file. */
    static List<int[]> grouped(TransferTable transfers) {
        Map<Key, Group> groups = new LinkedHashMap<>();
        List<Group> all = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            Key key = new Key(
                    transfers.from(i),
                    transfers.to(i),
                    transfers.sheet(i),
                    transfers.currency(i),
                    transfers.scale(i),
                    transfers.basis(i));
            Group group = groups.get(key);
            if (group == null || group.size() == Group.LARGEST) {
                group = new Group();
                groups.put(key, group);
                all.add(group);
            }
            group.add(i);
        }
        return all.stream().map(Group::indexes).toList();
    }

    /** Whether any record lacks a party. */
    static boolean lacksParty(TransferTable transfers) {
        for (int i = 0; i < transfers.size(); i++) {
            if (transfers.from(i) == TransferTable.NONE || transfers.to(i) == TransferTable.NONE) {
                return true;
            }
        }
        return false;
    }

    /** The row of the statement that writes a bundle. */
    static Map<String, Object> pack(TransferTable transfers, int[] records, List<Entity> entities, int sourceNumber) {
        int first = records[0];
        int n = records.length;
        long[] at = new long[n];
        long[] amount = new long[n];
        long[] time = new long[n];
        long[] row = new long[n];
        long[] nominalFrom = new long[n];
        long[] nominalTo = new long[n];
        Dictionary parties = new Dictionary();
        Texts text = new Texts();
        for (int k = 0; k < n; k++) {
            int i = records[k];
            at[k] = i;
            amount[k] = transfers.unscaledAmount(i);
            time[k] = transfers.time(i);
            row[k] = transfers.row(i);
            nominalFrom[k] = number(transfers.nominalFrom(i), entities, parties);
            nominalTo[k] = number(transfers.nominalTo(i), entities, parties);
            int position = k;
            transfers.text(i).ifPresent(t -> text.add(position, t));
        }
        Map<String, Object> bundle = new HashMap<>();
        bundle.put("source", sourceNumber);
        bundle.put("count", n);
        PackedLists.putPlaces(bundle, at, row);
        bundle.put("amount", amount);
        bundle.put("scale", transfers.scale(first));
        bundle.put("time", time);
        bundle.put("basis", transfers.basis(first).name());
        if (!transfers.currency(first).isEmpty()) {
            bundle.put("currency", transfers.currency(first));
        }
        if (!transfers.sheet(first).isEmpty()) {
            bundle.put("sheet", transfers.sheet(first));
        }
        if (!parties.isEmpty()) {
            bundle.put("parties", parties.words());
            bundle.put("nominalFrom", nominalFrom);
            bundle.put("nominalTo", nominalTo);
        }
        text.putInto(bundle, "text", row);
        return PackedLists.between(id(transfers.from(first), entities), id(transfers.to(first), entities), bundle);
    }

    private static int number(int entity, List<Entity> entities, Dictionary parties) {
        return entity == TransferTable.NONE
                ? 0
                : parties.index(entities.get(entity).id().value());
    }

    private static String id(int entity, List<Entity> entities) {
        return entity == TransferTable.NONE ? NOBODY : entities.get(entity).id().value();
    }

    /** Collects the bundles of one source and gives its transfers back in the order of the file. */
    static final class Unpacked {
        private final SourceId source;
        private final List<Bundle> bundles = new ArrayList<>();
        private int size;

        private static final class Bundle {
            private final int from;
            private final int to;
            private final String sheet;
            private final String currency;
            private final int scale;
            private final TimeBasis basis;
            private final int[] at;
            private final long[] amount;
            private final long[] time;
            private final int[] row;
            private final int[] nominalFrom;
            private final int[] nominalTo;
            private final Map<Integer, String> text;

            Bundle(int from, int to, Value bundle, Map<String, Integer> entityIndex) {
                this.from = from;
                this.to = to;
                sheet = bundle.get("sheet").asString("");
                currency = bundle.get("currency").asString("");
                scale = bundle.get("scale").asInt();
                basis = TimeBasis.valueOf(bundle.get("basis").asString());
                at = PackedLists.places(bundle);
                amount = PackedLists.longs(bundle.get("amount"));
                time = PackedLists.longs(bundle.get("time"));
                row = PackedLists.ints(bundle.get("row"));
                Value parties = bundle.get("parties");
                int[] entities = parties.isNull() ? new int[0] : Dictionary.entities(parties, entityIndex);
                nominalFrom = nominal(bundle.get("nominalFrom"), entities);
                nominalTo = nominal(bundle.get("nominalTo"), entities);
                text = Texts.of(bundle, "text", row);
            }
        }

        Unpacked(SourceId source) {
            this.source = source;
        }

        void add(int from, int to, Value bundle, Map<String, Integer> entityIndex) {
            Bundle unpacked = new Bundle(from, to, bundle, entityIndex);
            size += unpacked.at.length;
            bundles.add(unpacked);
        }

        private static int[] nominal(Value column, int[] entities) {
            int[] nominal = PackedLists.ints(column);
            for (int k = 0; k < nominal.length; k++) {
                nominal[k] = entities[nominal[k]];
            }
            return nominal;
        }

        int size() {
            return size;
        }

        void copyInto(TransferTable.Builder transfers) {
            @Nullable Bundle[] bundleAt = new @Nullable Bundle[size];
            int[] positionAt = new int[size];
            for (Bundle bundle : bundles) {
                int[] at = bundle.at;
                for (int k = 0; k < at.length; k++) {
                    bundleAt[at[k]] = bundle;
                    positionAt[at[k]] = k;
                }
            }
            for (int i = 0; i < size; i++) {
                Bundle bundle = bundleAt[i];
                if (bundle == null) {
                    throw new IllegalStateException("transfer " + i + " of source " + source + " is missing");
                }
                copy(bundle, positionAt[i], transfers);
            }
        }

        private void copy(Bundle bundle, int k, TransferTable.Builder transfers) {
            int at = transfers.add(
                    bundle.from,
                    bundle.to,
                    BigDecimal.valueOf(bundle.amount[k], bundle.scale),
                    bundle.currency,
                    bundle.time[k],
                    bundle.basis,
                    source,
                    bundle.sheet,
                    bundle.row[k]);
            if (bundle.nominalFrom.length > 0) {
                transfers.nominal(at, bundle.nominalFrom[k], bundle.nominalTo[k]);
            }
            String text = bundle.text.get(k);
            if (text != null) {
                transfers.text(at, text);
            }
        }
    }

    /** Whether lists that must be of equal length are not, in a Cypher expression over a bundle {@code r}. */
    static String uneven() {
        return PackedLists.uneven(List.of("row", "at", "amount", "time", "nominalFrom", "nominalTo"));
    }
}
