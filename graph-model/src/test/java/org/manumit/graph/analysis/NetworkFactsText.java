package org.manumit.graph.analysis;

import java.util.List;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFinder;
import org.manumit.graph.analysis.network.ProposedNetwork;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.RoleFinder;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.roles.SignReader;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/** What is known of the one network of a case drawn as text ({@link NetworkText}), for tests. */
public final class NetworkFactsText {

    private NetworkFactsText() {}

    /** Reads a case that holds one network. */
    public static NetworkFacts facts(String text) {
        CaseGraph graph = NetworkText.network(text);
        Actors actors = Actors.of(graph);
        CaseReading reading = CaseReading.of(graph, actors, Victims.of(graph, actors), claim -> true, List.of());
        List<RoleFinding> roles = new RoleFinder().find(reading, new SignReader().read(reading));
        List<ProposedNetwork> networks = new NetworkFinder().find(reading, roles);
        if (networks.size() != 1) {
            throw new AssertionError("one network is wanted, and there are " + networks.size());
        }
        return NetworkFacts.of(reading, networks.getFirst(), roles, true);
    }

    /** Whoever the text calls so. */
    public static EntityId named(NetworkFacts facts, String label) {
        return facts.reading().profiles().values().stream()
                .filter(p -> p.label().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
