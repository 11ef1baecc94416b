package org.manumit.examples;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * One payment of an invented case that a bank or transfer agent recorded.
 *
 * @param when local time at the institution
 * @param institution whose file it stands in
 * @param own the account whose statement shows it; empty for an agent
 * @param incoming whether it came in to {@code own}
 * @param sender name as the record shows
 * @param senderAccount account or telephone number of the sender as the record shows
 * @param senderPaper identity paper shown, for an agent
 * @param recipient name as the record shows
 * @param recipientAccount account or telephone number of the recipient as the record shows
 * @param country country of payout, for an agent
 * @param amount amount
 * @param currency ISO 4217
 * @param purpose text
 */
record TransferEvent(
        LocalDateTime when,
        Institution institution,
        String own,
        boolean incoming,
        String sender,
        String senderAccount,
        String senderPaper,
        String recipient,
        String recipientAccount,
        String country,
        BigDecimal amount,
        String currency,
        String purpose) {

    enum Institution {
        BRITISH_BANK,
        GERMAN_BANK,
        AGENT
    }
}
