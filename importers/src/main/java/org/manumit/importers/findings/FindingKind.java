package org.manumit.importers.findings;

import java.util.Optional;
import org.manumit.graph.EntityKind;

/** What was found in a text. */
public enum FindingKind {
    /** A person or an organisation that the case knows. */
    NAME,
    /** A telephone number. */
    PHONE,
    /** A bank account. */
    ACCOUNT,
    /** An e-mail address. */
    EMAIL,
    /** A vehicle by its plate. */
    VEHICLE,
    /** A passport, an identity card, a personal number. */
    PAPER,
    /** A handset or a SIM card that the case knows. */
    DEVICE,
    /** Premises or a place that the case knows. */
    PLACE,
    /** An amount with its currency. */
    AMOUNT,
    /** A day or a month of a year. */
    DATE;

    /** What accepting one that the case does not know makes; empty where it makes nothing. */
    public Optional<EntityKind> makes() {
        return switch (this) {
            case PHONE -> Optional.of(EntityKind.PHONE);
            case ACCOUNT -> Optional.of(EntityKind.ACCOUNT);
            case VEHICLE -> Optional.of(EntityKind.VEHICLE);
            case PAPER -> Optional.of(EntityKind.PAPER);
            case NAME, EMAIL, DEVICE, PLACE, AMOUNT, DATE -> Optional.empty();
        };
    }
}
