package org.manumit.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable.Equipment;

/**
 * Which records of several files tell of one call or one transfer.
 *
 * <p>Two rules. A row that another file has too, in everything it says, is the same record: exports overlap. They are
 * paired one to one, so that what a file itself lists twice stays two. And two operators each keep a record of one call,
 * at their own end: the same numbers in the same direction, the starts at most {@value #CLOCKS_DIFFER} seconds apart, the
 * lengths at most {@value #LENGTHS_DIFFER}, nothing in one that contradicts the other, and either the two calls would
 * overlap (nobody calls the same number twice at once) or the one gives the antenna or handset of the caller only and
 * the other that of the called. Anything less stays two. Stateless; safe for use from several threads.
 */
public final class RepeatedRecords {

    static final int CLOCKS_DIFFER = 5;
    static final int LENGTHS_DIFFER = 3;

    private static final int ALONE = -1;
    private static final Equipment[] EQUIPMENT = Equipment.values();

    /** Columns that number the rows of a list, and so differ between lists of the same records. */
    private static final Set<String> ROW_NUMBERS = Set.of(
            "",
            "#",
            "no",
            "nr",
            "nr crt",
            "lfd nr",
            "lp",
            "l p",
            "n",
            "num",
            "row",
            "line",
            "row number",
            "row no",
            "sr no",
            "s no",
            "sl no",
            "serial",
            "pos",
            "zeile",
            "ligne",
            "fila",
            "riga",
            "regel",
            "wiersz",
            "por",
            "poz");

    private RepeatedRecords() {}

    /** What a later record has to do with an earlier one. */
    public enum Kinship {
        /** None: it is new. */
        NEW,
        /** The earlier one again, from an overlapping export. */
        SAME_ROW,
        /** The other end's record of the same call. */
        OTHER_END
    }

    /**
     * What a record of a file has to do with those of the case.
     *
     * @param kinship what
     * @param known to which record of the case; -1 for none, or for an earlier one of the file itself
     */
    public record Kin(Kinship kinship, int known) {
        static final Kin NONE = new Kin(Kinship.NEW, ALONE);
    }

    /**
     * Which records belong together.
     *
     * @param first for each record the first that tells of the same; itself where it is the first
     * @param kinship what each record has to do with that one
     */
    @SuppressWarnings("ArrayRecordComponent") // large, internal, never compared
    record Twins(int[] first, Kinship[] kinship) {

        boolean any() {
            for (int i = 0; i < first.length; i++) {
                if (first[i] != i) {
                    return true;
                }
            }
            return false;
        }

        /** For each record that is a first, in order, all that tell of the same. */
        int[][] groups() {
            int[] count = new int[first.length];
            int groups = 0;
            for (int i = 0; i < first.length; i++) {
                groups += first[i] == i ? 1 : 0;
                count[first[i]]++;
            }
            int[][] members = new int[groups][];
            int[] groupOf = new int[first.length];
            int group = 0;
            for (int i = 0; i < first.length; i++) {
                if (first[i] == i) {
                    groupOf[i] = group;
                    members[group] = new int[count[i]];
                    count[i] = 0;
                    group++;
                }
                int at = first[i];
                members[groupOf[at]][count[at]++] = i;
            }
            return members;
        }
    }

    private static Twins alone(int size) {
        int[] first = new int[size];
        Arrays.setAll(first, i -> i);
        Kinship[] kinship = new Kinship[size];
        Arrays.fill(kinship, Kinship.NEW);
        return new Twins(first, kinship);
    }

    /**
     * Counts what a file's records are to those known before.
     *
     * @param known the records of the case
     * @param knownEntities what their indexes point to
     * @param fresh the records of the file
     * @param freshEntities what their indexes point to
     * @param watch told how far it is
     * @return for each record of the file what it is to one of the case, or to an earlier one of the file
     */
    public static List<Kin> of(
            CallTable known, List<Entity> knownEntities, CallTable fresh, List<Entity> freshEntities, Watch watch) {
        int[] here = places(knownEntities, freshEntities);
        Steps steps = new Steps(2L * (known.size() + fresh.size()), watch);
        CallTable.Builder both = new CallTable.Builder();
        for (int i = 0; i < known.size(); i++) {
            steps.take(1);
            both.add(known, i, e -> e);
        }
        for (int i = 0; i < fresh.size(); i++) {
            steps.take(1);
            both.add(fresh, i, e -> here[e]);
        }
        return kin(calls(both.build(), steps), known.size());
    }

    /** The same for transfers. */
    public static List<Kin> of(
            TransferTable known,
            List<Entity> knownEntities,
            TransferTable fresh,
            List<Entity> freshEntities,
            Watch watch) {
        int[] here = places(knownEntities, freshEntities);
        Steps steps = new Steps(2L * (known.size() + fresh.size()), watch);
        TransferTable.Builder both = new TransferTable.Builder();
        for (int i = 0; i < known.size(); i++) {
            steps.take(1);
            both.add(known, i, e -> e);
        }
        for (int i = 0; i < fresh.size(); i++) {
            steps.take(1);
            both.add(fresh, i, e -> here[e]);
        }
        return kin(transfers(both.build(), steps), known.size());
    }

    /** Told how far a comparison is, every few thousand records. What it throws ends the comparison. */
    @FunctionalInterface
    public interface Watch {

        /** Tells nobody. */
        Watch NONE = (done, all) -> {};

        /** So far it is. */
        void at(long done, long all);
    }

    private static final class Steps {
        private static final int OFTEN = 1 << 13;

        private final long all;
        private final Watch watch;
        private long done;
        private long told;

        Steps(long all, Watch watch) {
            this.all = all;
            this.watch = watch;
        }

        void take(int more) {
            done += more;
            if (done - told >= OFTEN) {
                told = done;
                watch.at(Math.min(done, all), all);
            }
        }
    }

    private static List<Kin> kin(Twins twins, int known) {
        List<Kin> kin = new ArrayList<>();
        for (int i = known; i < twins.first.length; i++) {
            Kinship kinship = twins.kinship[i];
            kin.add(
                    kinship == Kinship.NEW
                            ? Kin.NONE
                            : new Kin(kinship, twins.first[i] < known ? twins.first[i] : ALONE));
        }
        return kin;
    }

    /** Where the entities of the one list stand in the other; those that do not, behind its end. */
    private static int[] places(List<Entity> known, List<Entity> fresh) {
        Map<EntityId, Integer> index = HashMap.newHashMap(known.size());
        for (int i = 0; i < known.size(); i++) {
            index.put(known.get(i).id(), i);
        }
        int[] here = new int[fresh.size()];
        for (int i = 0; i < here.length; i++) {
            here[i] = index.getOrDefault(fresh.get(i).id(), known.size() + i);
        }
        return here;
    }

    // ---- transfers

    private record Paid(
            int from,
            int to,
            int nominalFrom,
            int nominalTo,
            long unscaled,
            int scale,
            String currency,
            long time,
            TransferTable.TimeBasis basis,
            String text) {}

    /** A step counts within its own file, and what has no time could be anything: there the text must say the same. */
    static Twins transfers(TransferTable table) {
        return transfers(table, new Steps(0, Watch.NONE));
    }

    private static Twins transfers(TransferTable table, Steps steps) {
        Twins twins = alone(table.size());
        if (table.sources().size() < 2) {
            return twins;
        }
        Map<Paid, List<Called>> known = HashMap.newHashMap(table.size());
        for (int i = 0; i < table.size(); i++) {
            steps.take(1);
            String text = table.text(i).map(RepeatedRecords::withoutRowNumber).orElse("");
            boolean dated =
                    table.basis(i) == TransferTable.TimeBasis.INSTANT || table.basis(i) == TransferTable.TimeBasis.DATE;
            if (dated || !text.isEmpty()) {
                Paid key = new Paid(
                        table.from(i),
                        table.to(i),
                        table.nominalFrom(i),
                        table.nominalTo(i),
                        table.unscaledAmount(i),
                        table.scale(i),
                        table.currency(i),
                        table.time(i),
                        table.basis(i),
                        text);
                pair(twins, known.computeIfAbsent(key, k -> new ArrayList<>(1)), i, table.sourceIndex(i));
            }
        }
        return twins;
    }

    /** A call or transfer that some files tell of. */
    private static final class Called {
        private final int first;
        private final Set<Integer> sources = new HashSet<>(2);

        Called(int first, int source) {
            this.first = first;
            sources.add(source);
        }
    }

    /** Gives the record to the first equal one that this file has not told of yet. */
    private static void pair(Twins twins, List<Called> equals, int record, int source) {
        for (Called called : equals) {
            if (called.sources.add(source)) {
                twins.first[record] = called.first;
                twins.kinship[record] = Kinship.SAME_ROW;
                return;
            }
        }
        equals.add(new Called(record, source));
    }

    // ---- calls

    private record Ends(int from, int to, CallTable.Kind kind) {}

    static Twins calls(CallTable table) {
        return calls(table, new Steps(0, Watch.NONE));
    }

    private static Twins calls(CallTable table, Steps steps) {
        Twins twins = alone(table.size());
        boolean bothEnds = (table.has(Equipment.FROM_CELL) || table.has(Equipment.FROM_HANDSET))
                && (table.has(Equipment.TO_CELL) || table.has(Equipment.TO_HANDSET));
        if (table.sources().size() < 2 && !bothEnds) {
            return twins;
        }
        int[] next = new int[table.size()];
        Map<Ends, int[]> chains = new HashMap<>();
        for (int i = table.size() - 1; i >= 0; i--) {
            int[] head = chains.computeIfAbsent(
                    new Ends(table.from(i), table.to(i), table.kind(i)), e -> new int[] {ALONE, 0});
            next[i] = head[0];
            head[0] = i;
            head[1]++;
        }
        for (int[] head : chains.values()) {
            steps.take(head[1]);
            if (head[1] > 1) {
                int[] records = new int[head[1]];
                int at = 0;
                for (int i = head[0]; i != ALONE; i = next[i]) {
                    records[at++] = i;
                }
                int[] close = close(table, records);
                if (close.length > 1) {
                    sameRows(table, close, twins);
                    otherEnds(table, close, twins);
                }
            }
        }
        return twins;
    }

    /** Those that start within {@value #CLOCKS_DIFFER} seconds of another one; the rest are alone whatever they say. */
    private static int[] close(CallTable table, int[] records) {
        long[] starts = new long[records.length];
        Arrays.setAll(starts, k -> table.start(records[k]));
        Arrays.sort(starts);
        int[] close = new int[records.length];
        int size = 0;
        for (int i : records) {
            int k = Arrays.binarySearch(starts, table.start(i));
            // Of equal ones the search may find any, and then the one before or behind is as near
            if (near(starts, k - 1, k) || near(starts, k, k + 1)) {
                close[size++] = i;
            }
        }
        return Arrays.copyOf(close, size);
    }

    private static boolean near(long[] starts, int one, int next) {
        return one >= 0
                && next < starts.length
                && (starts[next] == starts[one] || starts[next] - CLOCKS_DIFFER <= starts[one]);
    }

    /** What a record says, compared by value; its text last, because that takes longest. */
    private static boolean sameRow(CallTable table, int one, int other) {
        if (table.start(one) != table.start(other) || table.duration(one) != table.duration(other)) {
            return false;
        }
        for (Equipment which : EQUIPMENT) {
            if (table.equipment(one, which) != table.equipment(other, which)) {
                return false;
            }
        }
        return withoutRowNumber(table.extra(one).orElse(""))
                .equals(withoutRowNumber(table.extra(other).orElse("")));
    }

    private static void sameRows(CallTable table, int[] records, Twins twins) {
        int source = table.sourceIndex(records[0]);
        if (Arrays.stream(records).allMatch(i -> table.sourceIndex(i) == source)) {
            return;
        }
        Map<Long, List<Called>> known = HashMap.newHashMap(records.length);
        for (int i : records) {
            boolean timed = table.start(i) != CallTable.NO_TIME;
            String text = timed ? "" : withoutRowNumber(table.extra(i).orElse(""));
            if (timed || !text.isEmpty()) {
                // Hardly two calls between two numbers begin in the same second and are equally long
                long key = timed ? table.start(i) * 31 + table.duration(i) : text.hashCode();
                List<Called> alike = known.computeIfAbsent(key, k -> new ArrayList<>(1));
                List<Called> equals = new ArrayList<>(1);
                for (Called called : alike) {
                    if (sameRow(table, called.first, i)) {
                        equals.add(called);
                    }
                }
                int before = equals.size();
                pair(twins, equals, i, table.sourceIndex(i));
                alike.addAll(equals.subList(before, equals.size()));
            }
        }
    }

    private static void otherEnds(CallTable table, int[] records, Twins twins) {
        int one = records[0];
        if (table.from(one) == CallTable.NONE
                || table.to(one) == CallTable.NONE
                || table.kind(one) == CallTable.Kind.DATA) {
            return;
        }
        Map<Integer, Set<Integer>> sources = new HashMap<>();
        for (int i : records) {
            sources.computeIfAbsent(twins.first[i], f -> new HashSet<>(2)).add(table.sourceIndex(i));
        }
        int[] calls = Arrays.stream(records)
                .filter(i -> twins.first[i] == i && table.start(i) != CallTable.NO_TIME)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(table::start).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] paired = new boolean[calls.length];
        for (int b = 1; b < calls.length; b++) {
            int best = ALONE;
            for (int a = b - 1; a >= 0 && table.start(calls[b]) - table.start(calls[a]) <= CLOCKS_DIFFER; a--) {
                if (!paired[a] && areEnds(table, calls[a], calls[b], sources)) {
                    best = a;
                    break;
                }
            }
            if (best != ALONE) {
                paired[best] = true;
                paired[b] = true;
                int first = Math.min(calls[best], calls[b]);
                int second = Math.max(calls[best], calls[b]);
                for (int i : records) {
                    if (twins.first[i] == second) {
                        twins.first[i] = first;
                    }
                }
                twins.kinship[second] = Kinship.OTHER_END;
            }
        }
    }

    private static boolean areEnds(CallTable table, int a, int b, Map<Integer, Set<Integer>> sources) {
        boolean complement = (tellsOnly(table, a, FROM, TO) && tellsOnly(table, b, TO, FROM))
                || (tellsOnly(table, a, TO, FROM) && tellsOnly(table, b, FROM, TO));
        boolean otherFiles = Collections.disjoint(known(sources, a), known(sources, b));
        if (!otherFiles && !complement) {
            return false;
        }
        for (Equipment which : Equipment.values()) {
            int there = table.equipment(a, which);
            int here = table.equipment(b, which);
            if (there != CallTable.NONE && here != CallTable.NONE && there != here) {
                return false;
            }
        }
        long apart = Math.abs(table.start(b) - table.start(a));
        int one = table.duration(a);
        int other = table.duration(b);
        boolean lengths = one == CallTable.NO_DURATION
                || other == CallTable.NO_DURATION
                || Math.abs(one - other) <= LENGTHS_DIFFER;
        if (!lengths) {
            return false;
        }
        boolean overlap = apart < Math.min(one, other);
        return complement
                || overlap
                || (apart == 0
                        && agree(table.extra(a).orElse(""), table.extra(b).orElse("")));
    }

    private static Set<Integer> known(Map<Integer, Set<Integer>> sources, int call) {
        return Objects.requireNonNull(sources.get(call), "every call has a source");
    }

    private static final List<Equipment> FROM =
            List.of(Equipment.FROM_CELL, Equipment.FROM_HANDSET, Equipment.FROM_SIM);
    private static final List<Equipment> TO = List.of(Equipment.TO_CELL, Equipment.TO_HANDSET, Equipment.TO_SIM);

    private static boolean tellsOnly(CallTable table, int i, List<Equipment> told, List<Equipment> silent) {
        return told.stream().anyMatch(which -> table.equipment(i, which) != CallTable.NONE)
                && silent.stream().allMatch(which -> table.equipment(i, which) == CallTable.NONE);
    }

    // ---- texts of unmapped columns

    private static String withoutRowNumber(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf("; ", from);
            int to = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', from);
            if (equals < 0 || equals >= to || !ROW_NUMBERS.contains(plain(text.substring(from, equals)))) {
                kept.append(kept.isEmpty() ? "" : "; ").append(text, from, to);
            }
            from = to + 2;
        }
        return kept.toString();
    }

    private static String plain(String header) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '#') {
                plain.append(c);
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> columns(String text) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String part : withoutRowNumber(text).split("; ", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                columns.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return columns;
    }

    private static boolean agree(String one, String other) {
        Map<String, String> there = columns(other);
        return columns(one).entrySet().stream()
                .allMatch(column ->
                        there.getOrDefault(column.getKey(), column.getValue()).equals(column.getValue()));
    }

    /** One table with each call once: what its first record says, and what the others add. */
    static CallTable joined(CallTable table, int[][] groups) {
        CallTable.Builder joined = new CallTable.Builder();
        for (int[] members : groups) {
            int at = joined.add(table, members[0], e -> e);
            String extra = table.extra(members[0]).orElse("");
            int duration = table.duration(members[0]);
            for (int m = 1; m < members.length; m++) {
                if (duration == CallTable.NO_DURATION && table.duration(members[m]) != duration) {
                    duration = table.duration(members[m]);
                    joined.duration(at, duration);
                }
                for (Equipment which : Equipment.values()) {
                    int told = table.equipment(members[m], which);
                    if (told != CallTable.NONE && table.equipment(members[0], which) == CallTable.NONE) {
                        joined.equipment(at, which, told);
                    }
                }
                @Nullable String more = table.extra(members[m]).orElse(null);
                if (more != null && !withoutRowNumber(more).equals(withoutRowNumber(extra))) {
                    extra = extra.isEmpty() ? more : extra + "; " + more;
                }
            }
            if (!extra.isEmpty()) {
                joined.extra(at, extra);
            }
        }
        return joined.build();
    }

    /** One table with each transfer once, as its first record says it. */
    static TransferTable joined(TransferTable table, int[][] groups) {
        TransferTable.Builder joined = new TransferTable.Builder();
        for (int[] members : groups) {
            joined.add(table, members[0], e -> e);
        }
        return joined.build();
    }
}
