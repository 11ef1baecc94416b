package org.manumit.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.manumit.app.export.GraphTable.Edge;
import org.manumit.app.export.GraphTable.Node;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;

/** Writes a case as GraphML, as networkx, igraph, Gephi and yEd read it. */
final class GraphMl {

    private record Key(String id, String where, String name, String type) {}

    private static final List<Key> KEYS = List.of(
            new Key("g_about", "graph", "about", "string"),
            new Key("g_betweenness_kind", "graph", "betweenness_kind", "string"),
            new Key("g_betweenness_pivots", "graph", "betweenness_pivots", "int"),
            new Key("g_betweenness_nodes", "graph", "betweenness_nodes", "int"),
            new Key("g_betweenness_confidence", "graph", "betweenness_confidence", "double"),
            new Key("n_label", "node", "label", "string"),
            new Key("n_kind", "node", "kind", "string"),
            new Key("n_roles", "node", "roles", "string"),
            new Key("n_network", "node", "network", "string"),
            new Key("n_victim", "node", "victim", "boolean"),
            new Key("n_degree", "node", "degree", "int"),
            new Key("n_betweenness", "node", "betweenness", "double"),
            new Key("n_betweenness_kind", "node", "betweenness_kind", "string"),
            new Key("n_betweenness_bound", "node", "betweenness_bound", "double"),
            new Key("n_eigenvector", "node", "eigenvector", "double"),
            new Key("n_community", "node", "community", "int"),
            new Key("e_type", "edge", "type", "string"),
            new Key("e_kind", "edge", "kind", "string"),
            new Key("e_weight", "edge", "weight", "double"),
            new Key("e_first", "edge", "first", "string"),
            new Key("e_last", "edge", "last", "string"),
            new Key("e_seconds", "edge", "seconds", "long"),
            new Key("e_amount", "edge", "amount", "string"),
            new Key("e_evidence", "edge", "evidence", "string"));

    private GraphMl() {}

    static void write(GraphTable table, Colophon colophon, OutputStream out) throws IOException {
        XmlOutput xml = new XmlOutput(out);
        xml.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
        for (Key key : KEYS) {
            xml.empty("key", "id", key.id(), "for", key.where(), "attr.name", key.name(), "attr.type", key.type());
        }
        xml.open("graph", "id", "case", "edgedefault", "directed");
        data("g_about", String.join(" ", colophon.lines()), xml);
        Exactness betweenness = table.betweenness();
        data("g_betweenness_kind", table.reckoned(), xml);
        data("g_betweenness_pivots", Integer.toString(betweenness.pivots()), xml);
        data("g_betweenness_nodes", Integer.toString(betweenness.nodes()), xml);
        data("g_betweenness_confidence", XmlOutput.number(betweenness.confidence()), xml);
        for (Node node : table.nodes()) {
            node(node, table.reckoned(), xml);
        }
        for (Edge edge : table.edges()) {
            edge(edge, xml);
        }
        xml.close();
        xml.close();
        xml.end();
    }

    private static void node(Node node, String reckoned, XmlOutput xml) throws IOException {
        xml.open("node", "id", node.id());
        data("n_label", node.label(), xml);
        data("n_kind", node.kind(), xml);
        data("n_roles", node.roles(), xml);
        data("n_network", node.network(), xml);
        data("n_victim", Boolean.toString(node.victim()), xml);
        if (node.centrality().isPresent()) {
            CentralityScore score = node.centrality().get();
            data("n_degree", Integer.toString(score.degree()), xml);
            data("n_betweenness", XmlOutput.number(score.betweenness()), xml);
            data("n_betweenness_kind", reckoned, xml);
            data("n_betweenness_bound", XmlOutput.number(score.betweennessBound()), xml);
            data("n_eigenvector", XmlOutput.number(score.eigenvector()), xml);
            data("n_community", Integer.toString(score.community()), xml);
        }
        xml.close();
    }

    private static void edge(Edge edge, XmlOutput xml) throws IOException {
        xml.open("edge", "id", edge.id(), "source", edge.from(), "target", edge.to());
        data("e_type", edge.type(), xml);
        data("e_kind", edge.kind(), xml);
        data("e_weight", XmlOutput.number(edge.count()), xml);
        data("e_first", edge.first(), xml);
        data("e_last", edge.last(), xml);
        data("e_seconds", Long.toString(edge.seconds()), xml);
        data("e_amount", edge.amount(), xml);
        data("e_evidence", edge.evidenceNames(), xml);
        xml.close();
    }

    private static void data(String key, String value, XmlOutput xml) throws IOException {
        xml.leaf("data", value, "key", key);
    }
}
