package org.manumit.graph.analysis.assessment;

import java.util.Arrays;
import java.util.List;
import org.manumit.graph.analysis.Criterion;
import org.manumit.graph.analysis.calls.CallCriterion;
import org.manumit.graph.analysis.criticality.CriticalityCriterion;
import org.manumit.graph.analysis.history.HistoryCriterion;
import org.manumit.graph.analysis.money.MoneyCriterion;
import org.manumit.graph.analysis.network.MembershipCriterion;
import org.manumit.graph.analysis.roles.RoleIndicator;
import org.manumit.graph.analysis.shape.ShapeCriterion;
import org.manumit.graph.analysis.typology.ClassCriterion;

/** Every rule by which the analysis reaches its verdicts, in one place, for the window and the documentation to show. */
public final class Catalogue {

    /**
     * The rules of one kind of verdict.
     *
     * @param title what is judged
     * @param about how its weights are to be read, one sentence
     * @param criteria the rules
     */
    public record Section(String title, String about, List<Criterion> criteria) {
        public Section {
            criteria = List.copyOf(criteria);
        }
    }

    private Catalogue() {}

    /** All of them. */
    public static List<Section> sections() {
        return List.of(
                new Section(
                        "Roles",
                        "Weights are log-odds for the roles named with them; a role is told from even odds on, and no sign"
                                + " reaches them alone.",
                        Arrays.asList(RoleIndicator.values())),
                new Section(
                        "Class",
                        "Weights lean towards one class against the others; what blocks a verdict has none.",
                        Arrays.asList(ClassCriterion.values())),
                new Section(
                        "Shape",
                        "Weights lean towards one shape against the others.",
                        Arrays.asList(ShapeCriterion.values())),
                new Section(
                        "Members of a network",
                        "Weights say how firmly somebody belongs to it, up to 3.",
                        Arrays.asList(MembershipCriterion.values())),
                new Section(
                        "Criticality",
                        "Weights are importance times what of it nobody else could supply, from 0 to 1.",
                        Arrays.asList(CriticalityCriterion.values())),
                new Section(
                        "Calls and handsets",
                        "Weights are log-odds for the finding.",
                        Arrays.asList(CallCriterion.values())),
                new Section(
                        "Changes with time",
                        "Weights are log-likelihood: how much better what is dated is described with the change.",
                        Arrays.asList(HistoryCriterion.values())),
                new Section("Money", "Weights are log-odds for the finding.", Arrays.asList(MoneyCriterion.values())));
    }
}
