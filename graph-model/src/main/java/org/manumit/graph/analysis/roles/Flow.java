package org.manumit.graph.analysis.roles;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;

/**
 * Something that passes from one actor to another: orders, money, people, services, talk (003, l. 4882-4888).
 *
 * @param from from whom
 * @param to to whom
 * @param kind what passes
 * @param firmness from 0 to 1
 * @param repeated whether it happened more than once
 * @param share per cent of the proceeds, for {@link Kind#SHARE}; 0 when not given
 * @param when when
 * @param evidence where it stands
 */
public record Flow(
        EntityId from,
        EntityId to,
        Kind kind,
        double firmness,
        boolean repeated,
        double share,
        Period when,
        List<ClaimId> evidence) {

    private static final long LASTING_DAYS = 60;

    /** What passes. */
    public enum Kind {
        /** Orders: {@code from} tasks {@code to}. */
        TASK(1),
        /** A part of the profit, by agreement. */
        SHARE(1),
        /** The takings themselves. */
        PROCEEDS(1),
        /** Backing with money. */
        FUND(1),
        /** Wages. */
        WAGE(1),
        /** {@code from} engages {@code to} for a service. */
        HIRE(1),
        /** {@code from} provides {@code to} with people, papers or goods. */
        SUPPLY(1),
        /** People are passed on for money. */
        SALE(1),
        /** People are passed on. */
        HANDOVER(1),
        /** {@code from} shields {@code to}. */
        PROTECTION(1),
        /** Money to be cleaned or invested. */
        LAUNDERING(1),
        /** Other money. */
        MONEY(0.7),
        /** Kin and partners. */
        KIN(0.7),
        /** Business associates, acquaintances, meetings. */
        ASSOCIATION(0.4),
        /** Threats and attempts to influence. */
        PRESSURE(0.5),
        /** Recorded transfers, of which the purpose is not known. */
        TRANSFER(0.7),
        /** Calls and messages. */
        CONTACT(0.7);

        private final double binding;

        Kind(double binding) {
            this.binding = binding;
        }

        /** How far one such flow between two suspects says that they belong to one network, from 0 to 1. */
        public double binding() {
            return binding;
        }

        /** Whether it was read from records, not said by anybody: it joins people to a network, never networks. */
        public boolean isRecord() {
            return this == TRANSFER || this == CONTACT;
        }

        /** Whether it is dealing, as against mere acquaintance. */
        public boolean isDealing() {
            return binding == 1;
        }
    }

    /** Whether it ties two people who are both implicated: pressure does not, nor do a few calls. */
    public boolean isTie() {
        return kind != Kind.PRESSURE && (!kind.isRecord() || firmness >= 0.5);
    }

    /** Whether it went on for more than two months, or still does. */
    public boolean isLasting() {
        return when.from().isPresent()
                && (when.end() == Period.End.OPEN
                        || (when.to().isPresent()
                                && when.from().get().daysUntil(when.to().get()) > LASTING_DAYS));
    }

    /** The same, of another kind. */
    Flow as(Kind other) {
        return new Flow(from, to, other, firmness, repeated, share, when, evidence);
    }

    public Flow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(when, "when");
        evidence = List.copyOf(evidence);
    }
}
