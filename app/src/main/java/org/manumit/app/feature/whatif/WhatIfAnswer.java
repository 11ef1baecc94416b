package org.manumit.app.feature.whatif;

import java.util.List;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.Role;

/**
 * What a network could still do, in the words of the page.
 *
 * @param headline in one sentence whether the flow to exploitation is stopped
 * @param weight how good the news is
 * @param figures what changes: a name, and the value before and after
 * @param roles the roles that those removed held
 * @param pieces what is left, the largest first
 */
record WhatIfAnswer(String headline, Weight weight, List<Figure> figures, List<LostRole> roles, List<Piece> pieces) {

    /** How good the news is. */
    enum Weight {
        /** Nothing was removed. */
        NONE,
        /** Much goes on. */
        GOES_ON,
        /** Nothing flows any more. */
        STOPPED
    }

    /** A figure before and after. */
    record Figure(String name, String before, String after) {}

    /** Somebody as the page names them. */
    record Named(EntityId id, String name) {}

    /** A role that somebody removed held. */
    record LostRole(Role role, List<Named> left, List<Named> standIns) {
        LostRole {
            left = List.copyOf(left);
            standIns = List.copyOf(standIns);
        }
    }

    /** A piece of what is left, and whether it can go on by itself. */
    record Piece(List<Named> members, String about, Future future) {
        Piece {
            members = List.copyOf(members);
        }
    }

    /** Whether a piece can go on by itself. */
    enum Future {
        GOES_ON,
        STRANDED
    }

    WhatIfAnswer {
        figures = List.copyOf(figures);
        roles = List.copyOf(roles);
        pieces = List.copyOf(pieces);
    }
}
