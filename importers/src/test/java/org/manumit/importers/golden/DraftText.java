package org.manumit.importers.golden;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.TransferTable;
import org.manumit.importers.draft.ImportDraft;

/** An import draft as lines of text, so that what is expected of a file can be written beside it. */
public final class DraftText {

    private DraftText() {}

    /** The draft in lines: counts, calls, transfers, claims, issues. */
    public static List<String> lines(ImportDraft draft) {
        List<String> lines = new ArrayList<>();
        lines.add("rows %d = %d accepted + %d rejected + %d duplicate"
                .formatted(draft.rowsRead(), draft.rowsAccepted(), draft.rowsRejected(), draft.rowsDuplicate()));
        calls(draft, lines);
        transfers(draft, lines);
        for (Claim claim : draft.claims()) {
            lines.add("claim "
                    + place(claim.provenance().sheet(), claim.provenance().row()) + " " + claim.type() + " "
                    + claim.participants().stream()
                            .map(p -> p.part() + "=" + p.entity())
                            .collect(Collectors.joining(" "))
                    + " " + values(claim.values())
                    + (claim.when().isUnknown()
                            ? ""
                            : " " + claim.when().from().map(String::valueOf).orElse("?")));
        }
        for (ImportIssue issue : draft.issues()) {
            lines.add("issue " + issue.severity() + " " + place(issue.sheet(), issue.line()) + " " + issue.message());
        }
        return lines;
    }

    private static String place(String sheet, long row) {
        return sheet.isEmpty() ? Long.toString(row) : sheet + "!" + row;
    }

    private static String values(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("; ", "{", "}"));
    }

    private static void calls(ImportDraft draft, List<String> lines) {
        CallTable calls = draft.calls();
        for (int i = 0; i < calls.size(); i++) {
            StringBuilder line = new StringBuilder();
            line.append(calls.kind(i).name().toLowerCase(java.util.Locale.ROOT))
                    .append(' ')
                    .append(place(calls.sheet(i), calls.row(i)))
                    .append(' ')
                    .append(entity(draft, calls.from(i)))
                    .append(" -> ")
                    .append(entity(draft, calls.to(i)))
                    .append(' ')
                    .append(calls.start(i) == CallTable.NO_TIME ? "no time" : Instant.ofEpochSecond(calls.start(i)));
            if (calls.duration(i) >= 0) {
                line.append(' ').append(calls.duration(i)).append('s');
            }
            for (CallTable.Equipment which : CallTable.Equipment.values()) {
                int equipment = calls.equipment(i, which);
                if (equipment >= 0) {
                    line.append(' ')
                            .append(which)
                            .append('=')
                            .append(draft.entities().get(equipment).label());
                }
            }
            calls.extra(i).ifPresent(extra -> line.append(" {").append(extra).append('}'));
            lines.add(line.toString());
        }
    }

    private static void transfers(ImportDraft draft, List<String> lines) {
        TransferTable transfers = draft.transfers();
        for (int i = 0; i < transfers.size(); i++) {
            StringBuilder line = new StringBuilder("transfer ");
            line.append(place(transfers.sheet(i), transfers.row(i)))
                    .append(' ')
                    .append(entity(draft, transfers.from(i)))
                    .append(" -> ")
                    .append(entity(draft, transfers.to(i)))
                    .append(' ')
                    .append(transfers.amount(i).toPlainString())
                    .append(transfers.currency(i).isEmpty() ? "" : " " + transfers.currency(i))
                    .append(' ');
            switch (transfers.basis(i)) {
                case INSTANT -> line.append(Instant.ofEpochSecond(transfers.time(i)));
                case DATE ->
                    line.append(Instant.ofEpochSecond(transfers.time(i)).toString(), 0, 10);
                case STEP -> line.append("step ").append(transfers.time(i));
                case NONE -> line.append("no time");
            }
            if (transfers.nominalFrom(i) >= 0 || transfers.nominalTo(i) >= 0) {
                line.append(" shown as ")
                        .append(entity(draft, transfers.nominalFrom(i)))
                        .append(" -> ")
                        .append(entity(draft, transfers.nominalTo(i)));
            }
            transfers.text(i).ifPresent(text -> line.append(" {").append(text).append('}'));
            lines.add(line.toString());
        }
    }

    private static String entity(ImportDraft draft, int index) {
        if (index < 0) {
            return "nobody";
        }
        Entity entity = draft.entities().get(index);
        return entity.id()
                + switch (entity.standing()) {
                    case DESCRIBED -> "";
                    case REFERENCE_ONLY -> "*";
                    case NAME_ONLY -> "~";
                };
    }
}
