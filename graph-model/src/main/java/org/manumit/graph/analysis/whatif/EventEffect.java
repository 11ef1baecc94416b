package org.manumit.graph.analysis.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.calls.EventReaction;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.whatif.RemovalResult.Standing;

/**
 * How a network stood before and after something that happened to it, as what is dated shows (003, l. 16478-16488).
 *
 * @param event what happened
 * @param network the network's name
 * @param befell those of its people whom it befell; nobody where it was no blow, such as a meeting
 * @param recordsBefore over which time before it calls and transfers are compared
 * @param recordsAfter over which time after it
 * @param before what the network could do before
 * @param after what it is seen to do since
 * @param slots the roles held before or after, and who stepped in
 * @param orders who gave whom orders, before or after
 * @param numbers which numbers fell silent, called far more, or took over contacts
 * @param successors numbers that took over from numbers of the network at that time
 * @param money payments of its people that stopped, began or changed, the largest change first
 * @param undated how many rows about it say who did what and not when; they are taken as told of the time before
 */
public record EventEffect(
        CaseEvent event,
        String network,
        List<EntityId> befell,
        Period recordsBefore,
        Period recordsAfter,
        Standing before,
        Standing after,
        List<SlotChange> slots,
        List<OrderChange> orders,
        List<EventReaction> numbers,
        List<SuccessorNumber> successors,
        List<MoneyChange> money,
        int undated) {

    /** What became of a role or a payment. */
    public enum Course {
        /** The same go on. */
        GOES_ON,
        /** Others do it since. */
        REFILLED,
        /** Nobody is seen doing it since. */
        STOPPED,
        /** Nobody was seen doing it before. */
        BEGAN
    }

    /**
     * Who stepped in.
     *
     * @param who who
     * @param foresight whether they were among those best placed to
     * @param evidence what shows it
     */
    public record StepIn(EntityId who, Foresight foresight, List<ClaimId> evidence) {

        /** Whether somebody was among those best placed to step in, before they did. */
        public enum Foresight {
            FORESEEN,
            UNFORESEEN
        }

        public StepIn {
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(foresight, "foresight");
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What became of a role.
     *
     * @param heldBefore who held it before
     * @param heldAfter who is seen holding it since
     * @param steppedIn those who hold it only since
     */
    public record SlotChange(
            Role role, Course course, List<EntityId> heldBefore, List<EntityId> heldAfter, List<StepIn> steppedIn) {
        public SlotChange {
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(course, "course");
            heldBefore = List.copyOf(heldBefore);
            heldAfter = List.copyOf(heldAfter);
            steppedIn = List.copyOf(steppedIn);
        }
    }

    /** That somebody gives somebody orders, before, since, or both. */
    public record OrderChange(EntityId from, EntityId to, Course course, List<ClaimId> evidence) {
        public OrderChange {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(course, "course");
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * What somebody paid somebody before and since, in one currency; case file and records together.
     *
     * @param paymentsBefore how many payments before
     * @param paymentsAfter how many since
     */
    public record MoneyChange(
            EntityId payer,
            EntityId payee,
            String currency,
            BigDecimal before,
            BigDecimal after,
            int paymentsBefore,
            int paymentsAfter,
            Course course,
            List<ClaimId> evidence) {
        public MoneyChange {
            Objects.requireNonNull(payer, "payer");
            Objects.requireNonNull(payee, "payee");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(course, "course");
            evidence = List.copyOf(evidence);
        }
    }

    public EventEffect {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(network, "network");
        befell = List.copyOf(befell);
        Objects.requireNonNull(recordsBefore, "recordsBefore");
        Objects.requireNonNull(recordsAfter, "recordsAfter");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        slots = List.copyOf(slots);
        orders = List.copyOf(orders);
        numbers = List.copyOf(numbers);
        successors = List.copyOf(successors);
        money = List.copyOf(money);
    }
}
