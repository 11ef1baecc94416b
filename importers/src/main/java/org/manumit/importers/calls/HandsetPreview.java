package org.manumit.importers.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.manumit.graph.CallTable;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.Preview;

/** Shows the first records of what a handset held, for those readers whose files have no columns. */
final class HandsetPreview {

    private HandsetPreview() {}

    /**
     * A preview of what was read.
     *
     * @param sureness how sure it is that the file is of this kind
     * @param columns what who, whom and when are taken from
     */
    static Preview of(ImportDraft draft, double sureness, List<Preview.Column> columns, int rows) {
        List<List<String>> shown = new ArrayList<>();
        List<String> becomes = new ArrayList<>();
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
        return new Preview(
                new Detection(draft.kind(), sureness, draft.profile()), columns, shown, becomes, draft.issues());
    }

    private static String label(ImportDraft draft, int index) {
        return index < 0 ? "a number not shown" : draft.entities().get(index).label();
    }
}
