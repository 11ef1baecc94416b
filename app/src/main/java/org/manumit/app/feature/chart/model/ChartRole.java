package org.manumit.app.feature.chart.model;

import java.util.Locale;

/** A role as the chart shows it: a short code for the badge, and the phase that gives its colour. */
public enum ChartRole {
    RECRUITER("R", Phase.RECRUITMENT),
    TRANSPORTER("T", Phase.MOVEMENT),
    EXPLOITER("E", Phase.EXPLOITATION),
    CONTROLLER("C", Phase.EXPLOITATION),
    ESCORT("Es", Phase.MOVEMENT),
    HARBOURER("H", Phase.MOVEMENT),
    DOCUMENT_FORGER("D", Phase.MOVEMENT),
    MONEY_HANDLER("M", Phase.PROCEEDS),
    DEBT_COLLECTOR("Dc", Phase.PROCEEDS),
    ENFORCER("En", Phase.EXPLOITATION),
    PROTECTOR("P", Phase.EXPLOITATION),
    FACILITATOR("F", Phase.MOVEMENT),
    BROKER("B", Phase.DIRECTION),
    COORDINATOR("Co", Phase.DIRECTION),
    SPONSOR("S", Phase.DIRECTION),
    VICTIM("V", Phase.PROTECTED);

    private final String code;
    private final Phase phase;

    ChartRole(String code, Phase phase) {
        this.code = code;
        this.phase = phase;
    }

    /** One or two letters, unique among the roles, so that colour never speaks alone. */
    public String code() {
        return code;
    }

    /** The phase the role serves. */
    public Phase phase() {
        return phase;
    }

    /** The style class of the chart stylesheet, for example {@code document_forger}. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
