package org.manumit.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.manumit.app.export.GraphTable.Edge;
import org.manumit.app.export.GraphTable.Node;

/** Writes a case as GEXF 1.3, as Gephi reads it; edges carry when they held. */
final class Gexf {

    private static final List<String> NODE_ATTRIBUTES = List.of("kind", "roles", "network", "victim");
    private static final List<String> EDGE_ATTRIBUTES = List.of("type", "what", "count", "amount", "evidence");

    private Gexf() {}

    static void write(GraphTable table, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("gexf");
            xml.writeDefaultNamespace("http://gexf.net/1.3");
            xml.writeAttribute("version", "1.3");
            xml.writeStartElement("graph");
            xml.writeAttribute("defaultedgetype", "directed");
            xml.writeAttribute("mode", "dynamic");
            xml.writeAttribute("timeformat", "datetime");
            attributes("node", NODE_ATTRIBUTES, xml);
            attributes("edge", EDGE_ATTRIBUTES, xml);
            xml.writeStartElement("nodes");
            for (Node node : table.nodes()) {
                xml.writeCharacters("\n");
                xml.writeStartElement("node");
                xml.writeAttribute("id", GraphMl.clean(node.id()));
                xml.writeAttribute("label", GraphMl.clean(node.label()));
                values(List.of(node.kind(), node.roles(), node.network(), Boolean.toString(node.victim())), xml);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeStartElement("edges");
            for (Edge edge : table.edges()) {
                edge(edge, xml);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void edge(Edge edge, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("edge");
        xml.writeAttribute("id", edge.id());
        xml.writeAttribute("source", GraphMl.clean(edge.from()));
        xml.writeAttribute("target", GraphMl.clean(edge.to()));
        xml.writeAttribute("weight", GraphMl.number(edge.count()));
        // parallel edges need a kind of their own in Gephi
        xml.writeAttribute(
                "kind", GraphMl.clean(edge.kind().isEmpty() ? edge.type() : edge.type() + ": " + edge.kind()));
        if (!edge.first().isEmpty()) {
            xml.writeAttribute("start", edge.first());
            xml.writeAttribute("end", edge.last());
        }
        values(List.of(edge.type(), edge.kind(), Integer.toString(edge.count()), edge.amount(), edge.evidence()), xml);
        xml.writeEndElement();
    }

    private static void attributes(String of, List<String> names, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("attributes");
        xml.writeAttribute("class", of);
        for (int i = 0; i < names.size(); i++) {
            xml.writeEmptyElement("attribute");
            xml.writeAttribute("id", Integer.toString(i));
            xml.writeAttribute("title", names.get(i));
            xml.writeAttribute(
                    "type",
                    names.get(i).equals("count") ? "integer" : names.get(i).equals("victim") ? "boolean" : "string");
        }
        xml.writeEndElement();
    }

    private static void values(List<String> values, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("attvalues");
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                xml.writeEmptyElement("attvalue");
                xml.writeAttribute("for", Integer.toString(i));
                xml.writeAttribute("value", GraphMl.clean(values.get(i)));
            }
        }
        xml.writeEndElement();
    }
}
