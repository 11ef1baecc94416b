package org.manumit.app.feature.whatif;

import java.util.List;
import org.manumit.app.feature.whatif.WhatIfAnswer.Figure;
import org.manumit.app.feature.whatif.WhatIfAnswer.Named;

/**
 * How a network stood before and after something that happened to it, in the words of the page.
 *
 * @param headline what happened, and to whom
 * @param figures what changed: a name, and the value before and since
 * @param groups roles, orders, numbers and money, as far as there is something to tell
 * @param remark what to keep in mind; empty when nothing
 */
record HappenedAnswer(String headline, List<Figure> figures, List<Group> groups, String remark) {

    /** What is told of one kind. */
    record Group(String title, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /** One sentence and those it names. */
    record Line(String text, List<Named> people) {
        Line {
            people = List.copyOf(people);
        }
    }

    HappenedAnswer {
        figures = List.copyOf(figures);
        groups = List.copyOf(groups);
    }
}
