package org.manumit.graph.analysis.network;

import java.util.Locale;
import org.manumit.graph.analysis.CriterionText;
import org.manumit.graph.analysis.WrittenCriterion;

/** Why somebody is proposed as a member of a network. */
public enum MembershipCriterion implements WrittenCriterion {
    IMPLICATED(
            "Has a role, is accused, belongs to a criminal group, or deals with somebody who does.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16004-16008)",
            "people: status; roles; dealings; members",
            1,
            "Where a network begins; mere contact implicates nobody, because criminal ties are hard to tell from incidental ones."),
    TIED_TOGETHER(
            "Acts, dealings, membership, places or many calls tie them to another member.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16004-16008)",
            "acts on the same people; ties; payments; members; premises; calls between implicated people",
            3,
            "What binds adds up; a single acquaintance or a few calls do not bind."),
    BRIDGE(
            "Serves this network and another.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4925-4927)",
            "papers, hired services, journeys",
            3,
            "A hired service works for several and makes no one network of them."),
    NAMED_BESIDE(
            "Is named in the file beside the others.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16004-16008)",
            "rows that name several",
            0.5,
            "The weakest ground there is: shown so that an analyst can take them out.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts never changes
    private final CriterionText text;

    MembershipCriterion(String statement, String source, String needs, double weight, String why) {
        String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
        text = new CriterionText(key, statement, source, needs, weight, why);
    }

    @Override
    public CriterionText text() {
        return text;
    }
}
