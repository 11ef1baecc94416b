package org.manumit.app.feature.paths;

import java.util.List;
import org.manumit.app.session.Selection;

/**
 * How the chosen ones are joined, in words.
 *
 * @param headline what was found
 * @param remark what else must be said of it; may be empty
 * @param ways the best first
 */
record PathsPage(String headline, String remark, List<WayCard> ways) {

    /**
     * A way, or a network.
     *
     * @param title what it is
     * @param on who is on it, in one line
     * @param selects what choosing it selects in all views
     */
    record WayCard(String title, String on, List<StepRow> steps, Selection selects) {
        WayCard {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step.
     *
     * @param ends from whom to whom
     * @param what by what they are tied
     * @param selects what choosing it selects in all views
     */
    record StepRow(String ends, String what, Selection selects) {}

    PathsPage {
        ways = List.copyOf(ways);
    }
}
