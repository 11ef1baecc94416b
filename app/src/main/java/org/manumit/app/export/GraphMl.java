package org.manumit.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.manumit.app.export.GraphTable.Edge;
import org.manumit.app.export.GraphTable.Node;
import org.manumit.graph.analysis.centrality.CentralityScore;

/** Writes a case as GraphML, as networkx, igraph, Gephi and yEd read it. */
final class GraphMl {

    private record Key(String id, String where, String name, String type) {}

    private static final List<Key> KEYS = List.of(
            new Key("n_label", "node", "label", "string"),
            new Key("n_kind", "node", "kind", "string"),
            new Key("n_roles", "node", "roles", "string"),
            new Key("n_network", "node", "network", "string"),
            new Key("n_victim", "node", "victim", "boolean"),
            new Key("n_degree", "node", "degree", "int"),
            new Key("n_betweenness", "node", "betweenness", "double"),
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

    static void write(GraphTable table, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
            for (Key key : KEYS) {
                xml.writeCharacters("\n  ");
                xml.writeEmptyElement("key");
                xml.writeAttribute("id", key.id());
                xml.writeAttribute("for", key.where());
                xml.writeAttribute("attr.name", key.name());
                xml.writeAttribute("attr.type", key.type());
            }
            xml.writeCharacters("\n  ");
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "case");
            xml.writeAttribute("edgedefault", "directed");
            for (Node node : table.nodes()) {
                node(node, xml);
            }
            for (Edge edge : table.edges()) {
                edge(edge, xml);
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void node(Node node, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("node");
        xml.writeAttribute("id", clean(node.id()));
        data("n_label", node.label(), xml);
        data("n_kind", node.kind(), xml);
        data("n_roles", node.roles(), xml);
        data("n_network", node.network(), xml);
        data("n_victim", Boolean.toString(node.victim()), xml);
        if (node.centrality().isPresent()) {
            CentralityScore score = node.centrality().get();
            data("n_degree", Integer.toString(score.degree()), xml);
            data("n_betweenness", number(score.betweenness()), xml);
            data("n_eigenvector", number(score.eigenvector()), xml);
            data("n_community", Integer.toString(score.community()), xml);
        }
        xml.writeEndElement();
    }

    private static void edge(Edge edge, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("edge");
        xml.writeAttribute("id", edge.id());
        xml.writeAttribute("source", clean(edge.from()));
        xml.writeAttribute("target", clean(edge.to()));
        data("e_type", edge.type(), xml);
        data("e_kind", edge.kind(), xml);
        data("e_weight", number(edge.count()), xml);
        data("e_first", edge.first(), xml);
        data("e_last", edge.last(), xml);
        data("e_seconds", Long.toString(edge.seconds()), xml);
        data("e_amount", edge.amount(), xml);
        data("e_evidence", edge.evidence(), xml);
        xml.writeEndElement();
    }

    private static void data(String key, String value, XMLStreamWriter xml) throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(clean(value));
            xml.writeEndElement();
        }
    }

    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "0";
    }

    /** A source may hold characters that XML 1.0 has no way to write. */
    static String clean(String text) {
        return text.codePoints()
                .filter(GraphMl::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
