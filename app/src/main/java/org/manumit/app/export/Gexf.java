package org.manumit.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.manumit.app.export.GraphTable.Edge;
import org.manumit.app.export.GraphTable.Node;

/** Writes a case as GEXF 1.3, as Gephi reads it; edges carry when they held. */
final class Gexf {

    private record Attribute(String title, String type) {}

    private static final List<Attribute> NODE_ATTRIBUTES = List.of(
            new Attribute("kind", "string"),
            new Attribute("roles", "string"),
            new Attribute("network", "string"),
            new Attribute("victim", "boolean"),
            new Attribute("degree", "integer"),
            new Attribute("betweenness", "double"),
            new Attribute("betweenness_kind", "string"),
            new Attribute("betweenness_bound", "double"),
            new Attribute("eigenvector", "double"),
            new Attribute("community", "integer"));
    private static final List<Attribute> EDGE_ATTRIBUTES = List.of(
            new Attribute("type", "string"),
            new Attribute("what", "string"),
            new Attribute("count", "integer"),
            new Attribute("amount", "string"),
            new Attribute("evidence", "string"));

    private Gexf() {}

    static void write(GraphTable table, Colophon colophon, OutputStream out) throws IOException {
        XmlOutput xml = new XmlOutput(out);
        xml.open("gexf", "xmlns", "http://gexf.net/1.3", "version", "1.3");
        xml.open("meta", "lastmodifieddate", colophon.date().toString());
        xml.leaf("creator", "Manumit " + colophon.version());
        xml.leaf("description", String.join(" ", colophon.lines()));
        xml.close();
        xml.open("graph", "defaultedgetype", "directed", "mode", "dynamic", "timeformat", "datetime");
        attributes("node", NODE_ATTRIBUTES, xml);
        attributes("edge", EDGE_ATTRIBUTES, xml);
        xml.open("nodes");
        for (Node node : table.nodes()) {
            xml.open("node", "id", node.id(), "label", node.label());
            values(values(node, table.reckoned()), xml);
            xml.close();
        }
        xml.close();
        xml.open("edges");
        for (Edge edge : table.edges()) {
            edge(edge, xml);
        }
        xml.close();
        xml.close();
        xml.close();
        xml.end();
    }

    private static List<String> values(Node node, String reckoned) {
        List<String> values =
                new ArrayList<>(List.of(node.kind(), node.roles(), node.network(), Boolean.toString(node.victim())));
        node.centrality()
                .ifPresent(score -> values.addAll(List.of(
                        Integer.toString(score.degree()),
                        XmlOutput.number(score.betweenness()),
                        reckoned,
                        XmlOutput.number(score.betweennessBound()),
                        XmlOutput.number(score.eigenvector()),
                        Integer.toString(score.community()))));
        return values;
    }

    private static void edge(Edge edge, XmlOutput xml) throws IOException {
        xml.open(
                "edge",
                "id",
                edge.id(),
                "source",
                edge.from(),
                "target",
                edge.to(),
                "weight",
                XmlOutput.number(edge.count()),
                // parallel edges need a kind of their own in Gephi
                "kind",
                edge.what(),
                "start",
                edge.first(),
                "end",
                edge.last());
        values(
                List.of(edge.type(), edge.kind(), Integer.toString(edge.count()), edge.amount(), edge.evidenceNames()),
                xml);
        xml.close();
    }

    private static void attributes(String of, List<Attribute> attributes, XmlOutput xml) throws IOException {
        xml.open("attributes", "class", of);
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            xml.empty("attribute", "id", Integer.toString(i), "title", attribute.title(), "type", attribute.type());
        }
        xml.close();
    }

    private static void values(List<String> values, XmlOutput xml) throws IOException {
        xml.open("attvalues");
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                xml.empty("attvalue", "for", Integer.toString(i), "value", values.get(i));
            }
        }
        xml.close();
    }
}
