package org.manumit.importers.transfers;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.manumit.graph.TransferTable;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * One movement of an account as a bank's message gives it.
 *
 * @param row where it stands: the line of a text, the place among the movements of an XML file
 * @param own the account
 * @param other the other side as the bank shows it
 * @param real who is really behind the other side, or nobody
 * @param direction seen from the account
 * @param amount not negative
 * @param currency ISO 4217
 * @param time as {@code basis} says
 * @param basis what {@code time} counts
 * @param number the bank's number of the record, or empty
 * @param particulars everything else that the bank says, by its name
 */
record BankEntry(
        long row,
        Party own,
        Party other,
        Party real,
        Direction direction,
        BigDecimal amount,
        String currency,
        long time,
        TransferTable.TimeBasis basis,
        String number,
        Map<String, String> particulars) {

    BankEntry {
        LinkedHashMap<String, String> filled = new LinkedHashMap<>();
        particulars.forEach((name, value) -> {
            String plain = value.replaceAll("\\s+", " ").strip();
            if (!plain.isEmpty()) {
                filled.put(name, plain);
            }
        });
        particulars = filled;
    }

    /** The same transfer as a list with sender and receiver would have it. */
    TransferEntry entry() {
        boolean in = direction == Direction.IN;
        Party seen = real.isNobody() ? Party.NOBODY : other;
        Party behind = real.isNobody() ? other : real;
        String text = particulars.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("; "));
        return new TransferEntry(
                in ? behind : own,
                in ? own : behind,
                in ? seen : Party.NOBODY,
                in ? Party.NOBODY : seen,
                amount,
                currency,
                time,
                basis,
                text);
    }
}
