package org.manumit.importers.transfers;

import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/** Puts transfers as read into a table. */
final class TransferRecords {

    private TransferRecords() {}

    /** Adds a transfer with its parties. */
    static void add(
            TransferTable.Builder transfers,
            TransferEntities entities,
            TransferEntry transfer,
            SourceId source,
            String sheet,
            long row) {
        int index = transfers.add(
                entities.index(transfer.from(), sheet, row),
                entities.index(transfer.to(), sheet, row),
                transfer.amount(),
                transfer.currency(),
                transfer.time(),
                transfer.basis(),
                source,
                sheet,
                Math.toIntExact(row));
        if (!transfer.shownFrom().isNobody() || !transfer.shownTo().isNobody()) {
            transfers.nominal(
                    index,
                    entities.index(transfer.shownFrom(), sheet, row),
                    entities.index(transfer.shownTo(), sheet, row));
        }
        if (!transfer.text().isEmpty()) {
            transfers.text(index, transfer.text());
        }
    }
}
