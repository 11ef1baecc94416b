package org.manumit.graph.analysis.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.criticality.CriticalLink;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.money.ProfitEstimate;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;

/**
 * Everything the analysis says about one snapshot of a case.
 *
 * @param caseName the case
 * @param networks the networks found, the largest first; bystanders belong to none
 * @param calls what call records and handsets show
 * @param moneyFindings patterns of money
 * @param profits what exploitation brought in, as far as the case file says what was earned
 * @param centrality measures of the actors, the most between first
 * @param betweenness whether betweenness is exact, or estimated from how many nodes; the other measures are exact
 */
public record CaseAnalysis(
        String caseName,
        List<Network> networks,
        CallFindings calls,
        List<MoneyFinding> moneyFindings,
        List<ProfitEstimate> profits,
        List<CentralityScore> centrality,
        Exactness betweenness) {

    /** Numbers that took over from others. */
    public List<SuccessorNumber> successors() {
        return calls.successors();
    }

    /**
     * One network and the judgements on it.
     *
     * @param name its name, stable for the same members
     * @param members persons and organisations of the network, victims included
     * @param networkClass entrepreneurial, hybrid, transnational, or insufficient evidence
     * @param shape flux, broker, chain, mesh, hub, or insufficient evidence
     * @param roles who does what, the best founded first
     * @param critical whose loss would hurt the network most; never a victim
     * @param criticalLinks which links it hangs on; no end is a victim
     * @param smallestStop the fewest whose removal stops the flow to exploitation; empty when nothing flows
     * @param belonging why each member is taken to belong to it
     * @param stability how firm the class stands when evidence is withheld
     * @param history how it changed with time
     */
    public record Network(
            String name,
            List<EntityId> members,
            Verdict<NetworkClass> networkClass,
            Verdict<NetworkShape> shape,
            List<RoleFinding> roles,
            List<CriticalElement> critical,
            List<CriticalLink> criticalLinks,
            List<EntityId> smallestStop,
            Map<EntityId, Reason> belonging,
            VerdictStability stability,
            NetworkHistory history) {

        /** A network of which nobody asked why its members belong to it and how firm its class stands. */
        public Network(
                String name,
                List<EntityId> members,
                Verdict<NetworkClass> networkClass,
                Verdict<NetworkShape> shape,
                List<RoleFinding> roles,
                List<CriticalElement> critical) {
            this(
                    name,
                    members,
                    networkClass,
                    shape,
                    roles,
                    critical,
                    List.of(),
                    List.of(),
                    Map.of(),
                    VerdictStability.NOT_TRIED,
                    NetworkHistory.UNCHANGED);
        }

        public Network {
            Objects.requireNonNull(name, "name");
            members = List.copyOf(members);
            Objects.requireNonNull(networkClass, "networkClass");
            Objects.requireNonNull(shape, "shape");
            roles = List.copyOf(roles);
            critical = List.copyOf(critical);
            criticalLinks = List.copyOf(criticalLinks);
            smallestStop = List.copyOf(smallestStop);
            belonging = Map.copyOf(belonging);
            Objects.requireNonNull(stability, "stability");
            Objects.requireNonNull(history, "history");
        }

        /** The same, tried for how firm its class stands. */
        Network with(VerdictStability tried) {
            return new Network(
                    name,
                    members,
                    networkClass,
                    shape,
                    roles,
                    critical,
                    criticalLinks,
                    smallestStop,
                    belonging,
                    tried,
                    history);
        }

        /** The same, looked at over time. */
        Network with(NetworkHistory told) {
            return new Network(
                    name,
                    members,
                    networkClass,
                    shape,
                    roles,
                    critical,
                    criticalLinks,
                    smallestStop,
                    belonging,
                    stability,
                    told);
        }
    }

    public CaseAnalysis {
        Objects.requireNonNull(caseName, "caseName");
        networks = List.copyOf(networks);
        Objects.requireNonNull(calls, "calls");
        moneyFindings = List.copyOf(moneyFindings);
        profits = List.copyOf(profits);
        centrality = List.copyOf(centrality);
        Objects.requireNonNull(betweenness, "betweenness");
    }
}
