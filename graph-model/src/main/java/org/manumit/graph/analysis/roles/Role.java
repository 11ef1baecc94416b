package org.manumit.graph.analysis.roles;

/** The role slots of a trafficking network (Picarelli, ch. 3, in Friesendorf 2009; 003, l. 4871-4880). */
public enum Role {
    RECRUITER,
    TRANSPORTER,
    EXPLOITER,
    /** Day-to-day control of victims; often a victim too. */
    CONTROLLER,
    ESCORT,
    HARBOURER,
    DOCUMENT_FORGER,
    MONEY_HANDLER,
    DEBT_COLLECTOR,
    ENFORCER,
    PROTECTOR,
    /** A helper of the legal world. */
    FACILITATOR,
    BROKER,
    COORDINATOR,
    /** Funds or backs for a share. */
    SPONSOR,
    VICTIM;

    /** Whether the model requires the slot to be filled: recruitment, movement, exploitation (003, l. 4871-4873). */
    public boolean isRequired() {
        return this == RECRUITER || this == TRANSPORTER || this == EXPLOITER;
    }
}
