package org.manumit.graph.analysis.money;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;

/**
 * A pattern of money that means something to an investigator.
 *
 * @param kind which pattern
 * @param accounts the accounts or persons it runs through, in its order
 * @param score how well founded, from 0 to 1
 * @param reasons why
 */
public record MoneyFinding(Kind kind, List<EntityId> accounts, double score, List<Reason> reasons) {

    /** The patterns. */
    public enum Kind {
        /** Money that comes back to where it started, in time order. */
        CYCLE,
        /** Many senders to one recipient within a short time. */
        FAN_IN,
        /** One sender to many recipients within a short time. */
        FAN_OUT,
        /** Money that leaves soon after it came, nearly whole. */
        PASS_THROUGH,
        /** Amounts kept just below a reporting threshold. */
        STRUCTURING,
        /** A regular percentage of proceeds paid upward (003, l. 4742, 5051). */
        UPWARD_SHARE,
        /** Sent in the names of people who do not profit (003, l. 8010-8011). */
        NOMINEE_SENDER,
        /** The payer of premises is not who lives there (001, l. 2935-2957). */
        PAYER_NOT_OCCUPANT,
        /** A debt that grows, was long paid off, or is far above what it was for (003, l. 5600-5604). */
        DEBT_GROWTH,
        /** What others earn is taken from them (003, l. 7259). */
        WAGE_SKIMMING
    }

    public MoneyFinding {
        Objects.requireNonNull(kind, "kind");
        accounts = List.copyOf(accounts);
        reasons = List.copyOf(reasons);
    }
}
