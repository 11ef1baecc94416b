package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.CallTable.Equipment;
import org.manumit.graph.Entity;
import org.manumit.graph.SourceId;
import org.neo4j.driver.Value;

/** Call records as the store keeps them: bundled by both ends, sheet and kind, in lists of equal length. */
final class CallBundles {

    private static final Map<Equipment, String> EQUIPMENT_LISTS = Map.of(
            Equipment.FROM_CELL, "fromCell",
            Equipment.TO_CELL, "toCell",
            Equipment.FROM_HANDSET, "fromHandset",
            Equipment.TO_HANDSET, "toHandset",
            Equipment.FROM_SIM, "fromSim",
            Equipment.TO_SIM, "toSim");

    /** Which end the records of a bundle do not name. */
    private static final String ABSENT = "absent";

    /** Added to the name of a list whose records all have one and the same, which then stands alone. */
    private static final String THROUGHOUT = "Throughout";

    private static final String FROM = "from";
    private static final String TO = "to";

    private CallBundles() {}

    /** Records that lack a time or a duration are kept apart, so that no list has to hold a mark for "none". */
    private record Key(int from, int to, String sheet, CallTable.Kind kind, boolean timed, boolean lasting) {}

    /** Which records go into which bundle, in the order of the file. */
    static List<int[]> grouped(CallTable calls) {
        Map<Key, Group> groups = new LinkedHashMap<>();
        List<Group> all = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Key key = new Key(
                    calls.from(i),
                    calls.to(i),
                    calls.sheet(i),
                    calls.kind(i),
                    calls.start(i) != CallTable.NO_TIME,
                    calls.duration(i) != CallTable.NO_DURATION);
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

    /** The row of the statement that writes a bundle. */
    static Map<String, Object> pack(CallTable calls, int[] records, List<Entity> entities, int sourceNumber) {
        int first = records[0];
        int n = records.length;
        long[] at = new long[n];
        long[] start = new long[n];
        long[] duration = new long[n];
        long[] row = new long[n];
        long earliest = Long.MAX_VALUE;
        long latest = CallTable.NO_TIME;
        long seconds = 0;
        boolean timed = false;
        boolean lasting = false;
        Texts extra = new Texts();
        for (int k = 0; k < n; k++) {
            int i = records[k];
            at[k] = i;
            start[k] = calls.start(i);
            duration[k] = calls.duration(i);
            row[k] = calls.row(i);
            if (start[k] != CallTable.NO_TIME) {
                timed = true;
                earliest = Math.min(earliest, start[k]);
                latest = Math.max(latest, start[k]);
            }
            if (duration[k] != CallTable.NO_DURATION) {
                lasting = true;
                seconds += duration[k];
            }
            int position = k;
            calls.extra(i).ifPresent(text -> extra.add(position, text));
        }
        Map<String, Object> bundle = new HashMap<>();
        bundle.put("source", sourceNumber);
        bundle.put("kind", calls.kind(first).name());
        bundle.put("count", n);
        PackedLists.putPlaces(bundle, at, row);
        if (!calls.sheet(first).isEmpty()) {
            bundle.put("sheet", calls.sheet(first));
        }
        if (timed) {
            bundle.put("start", start);
            bundle.put("first", earliest);
            bundle.put("last", latest);
        }
        if (lasting) {
            bundle.put("duration", duration);
            bundle.put("seconds", seconds);
        }
        extra.putInto(bundle, "extra", row);
        packEquipment(calls, records, bundle);
        // A record that names one end only (a data session, a withheld number) is kept from that end to itself.
        int from = calls.from(first);
        int to = calls.to(first);
        if (from == CallTable.NONE || to == CallTable.NONE) {
            bundle.put(ABSENT, from == CallTable.NONE ? FROM : TO);
        }
        return PackedLists.between(
                entities.get(from == CallTable.NONE ? to : from).id().value(),
                entities.get(to == CallTable.NONE ? from : to).id().value(),
                bundle);
    }

    /**
     * By the number under which the source speaks of it ({@code SPEAKS_OF.at}), counted from 1; one number where it is the
     * same in all records.
     */
    private static void packEquipment(CallTable calls, int[] records, Map<String, Object> bundle) {
        EQUIPMENT_LISTS.forEach((which, list) -> {
            if (calls.has(which)) {
                long[] column = new long[records.length];
                boolean any = false;
                boolean same = true;
                for (int k = 0; k < records.length; k++) {
                    int entity = calls.equipment(records[k], which);
                    column[k] = entity == CallTable.NONE ? 0 : entity + 1L;
                    any |= column[k] != 0;
                    same &= column[k] == column[0];
                }
                if (any && same) {
                    bundle.put(list + THROUGHOUT, column[0]);
                } else if (any) {
                    bundle.put(list, column);
                }
            }
        });
    }

    /** Collects the bundles of one source and gives its records back in the order of the file. */
    static final class Unpacked {
        private final SourceId source;
        private final int[] spokenOf;
        private final List<Bundle> bundles = new ArrayList<>();
        private int size;

        private static final class Bundle {
            private final int from;
            private final int to;
            private final CallTable.Kind kind;
            private final String sheet;
            private final int[] at;
            private final long[] start;
            private final int[] duration;
            private final int[] row;
            private final Map<Equipment, int[]> equipment;
            private final Map<Integer, String> extra;

            Bundle(int from, int to, Value bundle, Map<String, Integer> entityIndex, int[] spokenOf) {
                String absent = bundle.get(ABSENT).asString("");
                this.from = absent.equals(FROM) ? CallTable.NONE : from;
                this.to = absent.equals(TO) ? CallTable.NONE : to;
                kind = CallTable.Kind.valueOf(bundle.get("kind").asString());
                sheet = bundle.get("sheet").asString("");
                at = PackedLists.places(bundle);
                start = PackedLists.longs(bundle.get("start"));
                duration = PackedLists.ints(bundle.get("duration"));
                row = PackedLists.ints(bundle.get("row"));
                equipment = equipment(bundle, row.length, entityIndex, spokenOf);
                extra = Texts.of(bundle, "extra", row);
            }
        }

        /**
         * For the bundles of a source.
         *
         * @param spokenOf where each entity that it speaks of stands in the snapshot's list, in its own order
         */
        Unpacked(SourceId source, int[] spokenOf) {
            this.source = source;
            this.spokenOf = spokenOf;
        }

        void add(int from, int to, Value bundle, Map<String, Integer> entityIndex) {
            Bundle unpacked = new Bundle(from, to, bundle, entityIndex, spokenOf);
            size += unpacked.at.length;
            bundles.add(unpacked);
        }

        /** Bundles of the schema's first version name their equipment in a list of their own. */
        private static Map<Equipment, int[]> equipment(
                Value bundle, int records, Map<String, Integer> entityIndex, int[] spokenOf) {
            Value names = bundle.get("equipment");
            int[] entities = names.isNull() ? spokenOf : Dictionary.entities(names, entityIndex);
            Map<Equipment, int[]> columns = new HashMap<>();
            EQUIPMENT_LISTS.forEach((which, list) -> {
                Value column = bundle.get(list);
                Value throughout = bundle.get(list + THROUGHOUT);
                if (!throughout.isNull()) {
                    int[] same = new int[records];
                    Arrays.fill(same, entities[throughout.asInt() - 1]);
                    columns.put(which, same);
                } else if (!column.isNull()) {
                    int[] indexes = PackedLists.ints(column);
                    for (int k = 0; k < indexes.length; k++) {
                        int place = names.isNull() ? indexes[k] - 1 : indexes[k];
                        indexes[k] = place < 0 ? CallTable.NONE : entities[place];
                    }
                    columns.put(which, indexes);
                }
            });
            return columns;
        }

        int size() {
            return size;
        }

        void copyInto(CallTable.Builder calls) {
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
                    throw new IllegalStateException("record " + i + " of source " + source + " is missing");
                }
                copy(bundle, positionAt[i], calls);
            }
        }

        private void copy(Bundle bundle, int k, CallTable.Builder calls) {
            int at = calls.add(
                    bundle.from,
                    bundle.to,
                    bundle.kind,
                    bundle.start.length == 0 ? CallTable.NO_TIME : bundle.start[k],
                    bundle.duration.length == 0 ? CallTable.NO_DURATION : bundle.duration[k],
                    source,
                    bundle.sheet,
                    bundle.row[k]);
            bundle.equipment.forEach((which, column) -> {
                if (column[k] != CallTable.NONE) {
                    calls.equipment(at, which, column[k]);
                }
            });
            String extra = bundle.extra.get(k);
            if (extra != null) {
                calls.extra(at, extra);
            }
        }
    }

    /** Whether lists that must be of equal length are, in a Cypher expression over a bundle {@code r}. */
    static String uneven() {
        Collection<String> lists = new ArrayList<>(List.of("row", "at", "start", "duration"));
        lists.addAll(EQUIPMENT_LISTS.values());
        return PackedLists.uneven(lists);
    }
}
