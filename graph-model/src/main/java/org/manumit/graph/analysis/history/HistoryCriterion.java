package org.manumit.graph.analysis.history;

import org.manumit.graph.analysis.CriterionText;
import org.manumit.graph.analysis.WrittenCriterion;

/** By what a change of a network is told. The sources ask for it and give no numbers: the weights are ours. */
public enum HistoryCriterion implements WrittenCriterion {
    PEOPLE_COME(
            "people-come",
            "People who were hardly seen before act or deal from some time on.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16177-16183, 16478-16488)",
            "dated acts, dealings and records",
            1,
            "Weighed by how much better two rates, before and after, describe what is dated than one does."),
    PEOPLE_GO(
            "people-go",
            "People who acted or dealt until then are hardly seen any more.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16177-16183, 16478-16488)",
            "dated acts, dealings and records",
            1,
            "Weighed as those who come; a source that ends is not taken for people who go."),
    DEALINGS_CHANGE(
            "dealings-change",
            "Who deals with whom changes, though the people stay.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16177-16183)",
            "dated dealings between perpetrators",
            1,
            "Shapes are made of ties; a network can change hands without anybody leaving it."),
    AFTER_AN_EVENT(
            "after-an-event",
            "It comes with an arrest, a raid or another blow.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16478-16488, 16577-16582)",
            "events with dates",
            1,
            "A blow is a reason to change; less is asked of the dated rows beside it.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts never changes
    private final CriterionText text;

    HistoryCriterion(String key, String statement, String source, String needs, double weight, String why) {
        text = new CriterionText(key, statement, source, needs, weight, why);
    }

    @Override
    public CriterionText text() {
        return text;
    }
}
