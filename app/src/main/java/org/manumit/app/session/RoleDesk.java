package org.manumit.app.session;

import java.util.Optional;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.styles.Words;

/** Where analysts confirm and overrule roles: asks why, and has the session keep the answer. Confined to the window's thread. */
public final class RoleDesk {

    /** Asks for a reason in the analyst's own words; never blank. */
    @FunctionalInterface
    public interface Why {

        /**
         * Asks.
         *
         * @param go the words on the button that goes on
         */
        Optional<String> ask(String title, String text, String go);
    }

    private final Session session;
    private final Why why;
    private final Words words;

    /** A desk for the session's case. */
    public RoleDesk(Session session, Why why, Words words) {
        this.session = session;
        this.why = why;
        this.words = words;
    }

    /** Whether a role is for analysts to decide. Who is a victim is for the sources to say. */
    public static boolean decides(Role role) {
        return role != Role.VICTIM;
    }

    /** Asks for a reason and, when one is given, confirms or overrules a role. */
    public void decide(EntityId actor, Role role, Ruling ruling) {
        String verb = words.text("desk." + ruling.name());
        why.ask(
                        words.text(
                                "desk.title",
                                verb,
                                words.of(role),
                                session.names().name(actor)),
                        words.text("desk." + ruling.name() + ".about"),
                        verb)
                .ifPresent(reason -> session.decide(actor, role, ruling, reason));
    }

    /** Takes a decision back. */
    public void takeBack(RoleDecision decision) {
        session.takeBack(decision);
    }
}
