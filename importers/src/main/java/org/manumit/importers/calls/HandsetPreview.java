package org.manumit.importers.calls;

import java.time.Instant;
import java.util.List;
import org.manumit.graph.CallTable;
import org.manumit.importers.draft.ImportDraft;

/** Shows the first records of what a handset held, for those readers whose files have no columns. */
final class HandsetPreview {

    private HandsetPreview() {}

    /**
     * Adds a row for each of the first records.
     *
     * @param shown takes who, whom and when
     * @param becomes takes what it becomes, in words
     */
    static void show(ImportDraft draft, int rows, List<List<String>> shown, List<String> becomes) {
        CallTable calls = draft.calls();
        for (int i = 0; i < Math.min(rows, calls.size()); i++) {
            String from = label(draft, calls.from(i));
            String to = label(draft, calls.to(i));
            String time = calls.start(i) == CallTable.NO_TIME
                    ? ""
                    : Instant.ofEpochSecond(calls.start(i)).toString();
            shown.add(List.of(from, to, time));
            becomes.add((calls.kind(i) == CallTable.Kind.CALL ? "call from " : "message from ") + from + " to " + to);
        }
    }

    private static String label(ImportDraft draft, int index) {
        return index < 0 ? "a number not shown" : draft.entities().get(index).label();
    }
}
