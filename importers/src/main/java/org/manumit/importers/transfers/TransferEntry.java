package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.manumit.graph.TransferTable;

/**
 * One transfer of a list, as read.
 *
 * @param from who paid
 * @param to who was paid
 * @param shownFrom whom the record shows instead; nobody where it shows the real sender
 * @param shownTo whom the record shows instead; nobody where it shows the real receiver
 * @param amount never negative
 * @param currency ISO 4217, or empty
 * @param time as {@code basis} says
 * @param basis what {@code time} counts
 * @param text the other columns
 */
record TransferEntry(
        Party from,
        Party to,
        Party shownFrom,
        Party shownTo,
        BigDecimal amount,
        String currency,
        long time,
        TransferTable.TimeBasis basis,
        String text) {

    /** The same with more text. */
    TransferEntry with(String more) {
        String all = text.isEmpty() || more.isEmpty() ? text + more : text + "; " + more;
        return new TransferEntry(from, to, shownFrom, shownTo, amount, currency, time, basis, all);
    }

    String words(ZoneId zone) {
        String when =
                switch (basis) {
                    case INSTANT ->
                        ", " + Instant.ofEpochSecond(time).atZone(zone).toLocalDateTime();
                    case DATE ->
                        ", "
                                + Instant.ofEpochSecond(time)
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate();
                    case STEP -> ", step " + time;
                    case NONE -> "";
                };
        String shown = shownFrom.isNobody() && shownTo.isNobody()
                ? ""
                : ", shown as " + named(shownFrom) + " to " + named(shownTo);
        return amount.toPlainString() + (currency.isEmpty() ? "" : " " + currency) + " from " + named(from) + " to "
                + named(to) + when + shown;
    }

    private static String named(Party party) {
        for (String text : List.of(party.name(), party.account(), party.phone(), party.paper())) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "nobody named";
    }
}
