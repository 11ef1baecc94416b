package org.manumit.app.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding.Basis;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** A role as a coloured chip with its letters: filled when a source states it, hollow when it is inferred. */
public final class RoleBadge extends Label {

    /** A badge. */
    public RoleBadge(Role role, Basis basis, Words words) {
        super(words.abbreviationOf(role));
        Texts.style(this, StyleClass.ROLE_BADGE);
        getStyleClass().add(phaseStyle(role));
        if (basis == Basis.INFERRED) {
            Texts.style(this, StyleClass.ROLE_BADGE_HOLLOW);
        }
        setMinWidth(USE_PREF_SIZE);
        String full = words.text("role.badge", words.of(role), words.of(basis));
        setAccessibleText(full);
        setTooltip(new Tooltip(full));
    }

    /** The style class of the phase that a role serves; the same as on the chart. */
    static String phaseStyle(Role role) {
        return switch (role) {
            case RECRUITER -> "phase-recruitment";
            case TRANSPORTER, ESCORT, HARBOURER, DOCUMENT_FORGER, FACILITATOR -> "phase-movement";
            case EXPLOITER, CONTROLLER, ENFORCER, PROTECTOR -> "phase-exploitation";
            case MONEY_HANDLER, DEBT_COLLECTOR -> "phase-proceeds";
            case BROKER, COORDINATOR, SPONSOR -> "phase-direction";
            case VICTIM -> "phase-protected";
        };
    }
}
