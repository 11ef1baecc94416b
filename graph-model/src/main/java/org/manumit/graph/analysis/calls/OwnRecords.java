package org.manumit.graph.analysis.calls;

import java.util.Arrays;
import java.util.BitSet;
import org.manumit.graph.CallTable;

/**
 * Of which numbers the operator's own records are there, as far as the records show it. All others are seen only where
 * they meet one of these, so that two of them never seen together may well be friends. Time linear in the records.
 * Immutable.
 */
final class OwnRecords {

    /** Where more numbers than this share have a single contact, the records are those of a few subscribers. */
    private static final double MANY_LEAVES = 0.25;

    private static final int FEWEST_ROWS = 5;

    private final BitSet own = new BitSet();

    private OwnRecords() {}

    static OwnRecords of(CallIndex index, int[][] contacts) {
        OwnRecords records = new OwnRecords();
        CallTable calls = index.graph().calls();
        boolean equipped = calls.has(CallTable.Equipment.FROM_CELL)
                || calls.has(CallTable.Equipment.TO_CELL)
                || calls.has(CallTable.Equipment.FROM_HANDSET)
                || calls.has(CallTable.Equipment.TO_HANDSET);
        if (equipped) {
            // an operator knows the apparatus of its own subscriber, not that of the other end
            for (int number = 0; number < index.size(); number++) {
                for (int i = 0; i < index.count(number); i++) {
                    int row = index.row(number, i);
                    if (index.cell(number, row) != CallTable.NONE || index.handset(number, row) != CallTable.NONE) {
                        records.own.set(number);
                        break;
                    }
                }
            }
        }
        subjects(index, records.own);
        if (records.own.isEmpty()) {
            long leaves = Arrays.stream(contacts).filter(c -> c.length == 1).count();
            if (leaves > MANY_LEAVES * index.size()) {
                for (int[] of : contacts) {
                    if (of.length == 1) {
                        records.own.set(of[0]);
                    }
                }
            } else {
                records.own.set(0, index.size());
            }
        }
        return records;
    }

    /** Whoever is named in every row of a file is whom the file was asked about. */
    private static void subjects(CallIndex index, BitSet own) {
        CallTable calls = index.graph().calls();
        int sources = calls.sources().size();
        int[] rows = new int[sources];
        int[] one = new int[sources];
        int[] other = new int[sources];
        Arrays.fill(one, CallTable.NONE);
        Arrays.fill(other, CallTable.NONE);
        for (int row = 0; row < calls.size(); row++) {
            int source = calls.sourceIndex(row);
            int from = calls.from(row);
            int to = calls.to(row);
            if (rows[source]++ == 0) {
                one[source] = from;
                other[source] = to;
            } else {
                one[source] = one[source] == from || one[source] == to ? one[source] : CallTable.NONE;
                other[source] = other[source] == from || other[source] == to ? other[source] : CallTable.NONE;
            }
        }
        for (int source = 0; source < sources; source++) {
            for (int subject : new int[] {one[source], other[source]}) {
                if (rows[source] >= FEWEST_ROWS && subject != CallTable.NONE && index.number(subject) >= 0) {
                    own.set(index.number(subject));
                }
            }
        }
    }

    /** Whether it would be seen if these two were in touch. */
    boolean wouldShow(int a, int b) {
        return own.get(a) || own.get(b);
    }
}
