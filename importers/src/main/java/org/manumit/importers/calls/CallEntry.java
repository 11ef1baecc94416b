package org.manumit.importers.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.manumit.graph.CallTable;

/**
 * One record of a list of calls, as read. Texts are empty where the row does not say.
 *
 * @param from who called, wrote or opened the session; empty when not shown
 * @param to who was called or written to; empty when not shown
 * @param kind what passed
 * @param start in seconds since 1970, or {@link CallTable#NO_TIME}
 * @param duration in seconds, or {@link CallTable#NO_DURATION}
 * @param fromCell antenna of the one
 * @param toCell antenna of the other
 * @param fromImei handset of the one
 * @param toImei handset of the other
 * @param fromImsi SIM card of the one
 * @param toImsi SIM card of the other
 * @param extra the other columns
 * @param ownCell the antenna that {@code position} is of
 * @param position where it stands
 */
record CallEntry(
        String from,
        String to,
        CallTable.Kind kind,
        long start,
        int duration,
        String fromCell,
        String toCell,
        String fromImei,
        String toImei,
        String fromImsi,
        String toImsi,
        String extra,
        String ownCell,
        String position) {

    /** What is known of a record besides, as it stands with it: {@code service=WhatsApp; text=...}. */
    static String words(Map<String, String> known) {
        return known.entrySet().stream()
                .filter(e -> !e.getValue().isBlank())
                .map(e ->
                        e.getKey() + "=" + e.getValue().replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining("; "));
    }

    /** The same with other words for what its row says besides. */
    CallEntry with(String text) {
        return new CallEntry(
                from, to, kind, start, duration, fromCell, toCell, fromImei, toImei, fromImsi, toImsi, text, ownCell,
                position);
    }

    String words(ZoneId zone) {
        String what =
                switch (kind) {
                    case CALL -> "call";
                    case MESSAGE -> "message";
                    case DATA -> "data session";
                    case OTHER -> "record";
                };
        return what + " from " + named(from)
                + (kind == CallTable.Kind.DATA && to.isEmpty() ? "" : " to " + named(to))
                + (start == CallTable.NO_TIME
                        ? ", time not given"
                        : ", " + Instant.ofEpochSecond(start).atZone(zone).toLocalDateTime())
                + (duration < 0 ? "" : ", " + duration + " s");
    }

    private static String named(String party) {
        return party.isEmpty() ? "a number not shown" : party;
    }
}
