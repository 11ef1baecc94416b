package org.manumit.importers.graphs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.TransferTable;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.Preview;

/** What a file of another program would become, for the user to look at: ties and records first, then what stands alone. */
final class TiePreview {

    private final ImportDraft draft;
    private final int rows;
    private final List<List<String>> shown = new ArrayList<>();
    private final List<String> becomes = new ArrayList<>();

    private TiePreview(ImportDraft draft, int rows) {
        this.draft = draft;
        this.rows = rows;
    }

    /** The first of what was read. */
    static Preview of(ImportDraft draft, int rows) {
        TiePreview preview = new TiePreview(draft, rows);
        preview.fill();
        return new Preview(
                new Detection(draft.kind(), 0.97, draft.profile()),
                List.of(
                        new Preview.Column("from", "from", "the source of the tie, or who acts"),
                        new Preview.Column("to", "to", "its target, or on whom")),
                preview.shown,
                preview.becomes,
                draft.issues());
    }

    private void fill() {
        Map<EntityId, String> labels = new HashMap<>();
        draft.entities().forEach(entity -> labels.put(entity.id(), entity.label()));
        for (Claim claim : draft.claims()) {
            List<String> ends = claim.participants().stream()
                    .map(p -> labels.getOrDefault(p.entity(), p.entity().value()))
                    .toList();
            if (ends.size() >= 2) {
                add(claim.type().name().toLowerCase(Locale.ROOT), ends.get(0), ends.get(1));
            }
        }
        CallTable calls = draft.calls();
        for (int i = 0; i < calls.size() && shown.size() < rows; i++) {
            add(calls.kind(i) == CallTable.Kind.MESSAGE ? "message" : "call", label(calls.from(i)), label(calls.to(i)));
        }
        TransferTable transfers = draft.transfers();
        for (int i = 0; i < transfers.size() && shown.size() < rows; i++) {
            add(
                    "transfer of " + (transfers.amount(i).toPlainString() + " " + transfers.currency(i)).strip(),
                    label(transfers.from(i)),
                    label(transfers.to(i)));
        }
        for (Entity entity : draft.entities().stream().limit(rows).collect(Collectors.toList())) {
            if (shown.size() < rows) {
                shown.add(List.of(entity.label(), ""));
                becomes.add(entity.kind().label() + " " + entity.label());
            }
        }
    }

    private void add(String what, String from, String to) {
        if (shown.size() < rows) {
            shown.add(List.of(from, to));
            becomes.add(what + " of " + from + " to " + to);
        }
    }

    private String label(int index) {
        return index < 0 ? "somebody not named" : draft.entities().get(index).label();
    }
}
