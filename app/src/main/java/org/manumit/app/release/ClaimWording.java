package org.manumit.app.release;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/**
 * What claims, call records and transfers say, in a line for people who do not have the file; without names that must not
 * be given, and of a victim without what else would identify them. Safe for use from several threads.
 */
public final class ClaimWording {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final CaseGraph graph;
    private final Wording wording;
    private final Victims victims;
    private final ZoneId zone;

    /**
     * The wording of one snapshot's claims.
     *
     * @param wording what people are called
     */
    public ClaimWording(CaseGraph graph, Wording wording, Victims victims) {
        this.graph = graph;
        this.wording = wording;
        this.victims = victims;
        zone = CaseZone.of(graph);
    }

    /** Where in a document it stands, and what it cites. */
    public String page(Claim claim) {
        String page = claim.provenance().page();
        String cites = claim.provenance().cites();
        if (cites.isEmpty()) {
            return wording.text(page);
        }
        return wording.text("citing " + cites + (page.isEmpty() ? "" : ", " + page));
    }

    /** What a claim says, in the words of the case workbook. */
    public String of(Claim claim) {
        String people = claim.participants().stream()
                .map(Claim.Participant::part)
                .distinct()
                .map(part -> word(part) + ": " + holders(claim, part))
                .collect(Collectors.joining("; "));
        String values = claim.values().entrySet().stream()
                .filter(v -> !v.getValue().isBlank() && isShown(claim, v.getKey()))
                .limit(5)
                .map(v -> v.getKey() + ": " + shortened(wording.text(v.getValue())))
                .collect(Collectors.joining("; "));
        String when = when(claim);
        return List.of(word(claim.type()), people, values, when).stream()
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private String holders(Claim claim, Part part) {
        List<EntityId> holders = claim.holders(part).toList();
        return holders.stream().limit(4).map(id -> wording.label(graph, id)).collect(Collectors.joining(", "))
                + (holders.size() > 4 ? " and " + (holders.size() - 4) + " more" : "");
    }

    /** Names stand with the participants, redacted; what else identifies a person is not repeated. */
    private boolean isShown(Claim claim, String column) {
        if (isAboutProtected(claim)
                && !column.equals("status")
                && !column.equals("kind")
                && !column.equals("quality")) {
            return false;
        }
        if (wording.freeText() == Wording.FreeText.LEFT_OUT) {
            return Set.of(
                            "role",
                            "phase",
                            "kind",
                            "form",
                            "how",
                            "as",
                            "country",
                            "from country",
                            "to country",
                            "means",
                            "currency",
                            "share",
                            "purpose",
                            "channel",
                            "control",
                            "status")
                    .contains(column);
        }
        return switch (column) {
            case "name", "aliases", "id", "born", "age", "name on it", "note" -> false;
            default -> true;
        };
    }

    /** Whether a claim describes a victim or a victim's number, account or paper. */
    private boolean isAboutProtected(Claim claim) {
        return claim.holders(Part.SUBJECT)
                .anyMatch(id -> graph.indexOf(id).stream().anyMatch(victims::isProtected));
    }

    private static String shortened(String text) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= 160 ? flat : flat.substring(0, 157).strip() + "\u2026";
    }

    private static String when(Claim claim) {
        String from = claim.when().from().map(Object::toString).orElse("");
        String to = claim.when().to().map(Object::toString).orElse("");
        return switch (claim.when().end()) {
            case OPEN -> from.isEmpty() ? "" : "Since " + from;
            case STATED -> from.equals(to) ? from : from.isEmpty() ? "Until " + to : from + " to " + to;
            case UNKNOWN -> from.isEmpty() ? "" : "From " + from;
        };
    }

    /** What a call record says, by its index. */
    public String call(int i) {
        CallTable table = graph.calls();
        String kind =
                switch (table.kind(i)) {
                    case CALL -> "Call";
                    case MESSAGE -> "Message";
                    case DATA -> "Data session";
                    case OTHER -> "Connection";
                };
        String when = table.start(i) == CallTable.NO_TIME
                ? ""
                : ", " + MINUTE.format(Instant.ofEpochSecond(table.start(i)).atZone(zone));
        String duration = table.duration(i) == CallTable.NO_DURATION ? "" : ", " + table.duration(i) + " s";
        return kind + " from " + end(table.from(i)) + " to " + end(table.to(i)) + when + duration;
    }

    /** What a transfer says, by its index. */
    public String transfer(int i) {
        TransferTable table = graph.transfers();
        String when =
                switch (table.basis(i)) {
                    case INSTANT ->
                        ", "
                                + MINUTE.format(
                                        Instant.ofEpochSecond(table.time(i)).atZone(zone));
                    case DATE ->
                        ", "
                                + Instant.ofEpochSecond(table.time(i))
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate();
                    case STEP -> ", step " + table.time(i);
                    case NONE -> "";
                };
        String names = table.nominalFrom(i) == TransferTable.NONE && table.nominalTo(i) == TransferTable.NONE
                ? ""
                : ", in the name of " + party(table.nominalFrom(i)) + " to " + party(table.nominalTo(i));
        return "Transfer of " + table.amount(i).toPlainString() + " " + table.currency(i) + " from "
                + party(table.from(i)) + " to " + party(table.to(i)) + names + when;
    }

    private String end(int entity) {
        return entity == CallTable.NONE ? "nobody named" : wording.label(entity);
    }

    private String party(int entity) {
        return entity == TransferTable.NONE ? "cash" : wording.label(entity);
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String word(ClaimType type) {
        String word = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
