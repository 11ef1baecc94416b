package org.manumit.graph.analysis.criticality;

import java.util.Locale;
import org.manumit.graph.analysis.CriterionText;
import org.manumit.graph.analysis.WrittenCriterion;

/** In which way the loss of somebody, or of a link, would hurt a network; weights are importance times what nobody else could supply. */
public enum CriticalityCriterion implements WrittenCriterion {
    LEADERSHIP(
            "Leads, coordinates or backs the others.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16501-16510)",
            "ties: tasks, reports to; wages; profit shares; leaders; stated coordinators and sponsors",
            1,
            "Leaders matter where there is a core; others who lead the same people take over."),
    DIRECT(
            "Deals with many others.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16511-16519)",
            "ties, acts, payments between members",
            1,
            "Many direct links are lost with one person, unless others hold the same."),
    INDIRECT(
            "Stands on the ways between many others.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16520-16529)",
            "ties, acts, payments between members",
            1,
            "Freeman's betweenness; where a way round exists, the loss is borne."),
    SPANNER(
            "Joins groups, countries, or the criminal and the legal world.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16530-16545)",
            "ties between members; countries; officials and firms",
            1,
            "What only one joins falls apart without them."),
    TASK(
            "Holds a task the network cannot do without.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16546-16559)",
            "roles",
            1,
            "A slot with one holder is empty when the holder is gone."),
    CRITICAL_LINK(
            "A link by which many reach each other.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16494-16498)",
            "ties, acts, payments between members",
            1,
            "Connections are critical as people are: by what runs over them and how long the way round is.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts never changes
    private final CriterionText text;

    CriticalityCriterion(String statement, String source, String needs, double weight, String why) {
        String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
        text = new CriterionText(key, statement, source, needs, weight, why);
    }

    @Override
    public CriterionText text() {
        return text;
    }
}
