package org.manumit.importers.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Takes the records out of an extraction report in XML, each once it is whole. */
final class ExtractionXml {

    private static final int LONGEST_TEXT = 10_000;
    private static final int DEEPEST = 40;

    /** More records within one another than any chat has. */
    private static final int MOST_WITHIN = 2_000_000;

    private ExtractionXml() {}

    /** Reads the report into what is made of it. */
    static void read(XMLStreamReader xml, ExtractionReading reading) throws XMLStreamException {
        Deque<ExtractionModel> open = new ArrayDeque<>();
        Deque<String> fieldNames = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        String item = "";
        String stamp = "";
        long within = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    switch (xml.getLocalName()) {
                        case "item" -> item = attribute(xml, "name");
                        case "model" -> {
                            within = open.isEmpty() ? 0 : within + 1;
                            if (open.size() > DEEPEST || within > MOST_WITHIN) {
                                throw new XMLStreamException(
                                        "a record holds more than any telephone does", xml.getLocation());
                            }
                            open.push(new ExtractionModel(attribute(xml, "type"), attribute(xml, "deleted_state")));
                        }
                        case "field", "multiField", "modelField", "multiModelField" ->
                            fieldNames.push(attribute(xml, "name"));
                        case "value" -> stamp = attribute(xml, "formattedTimestamp");
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < LONGEST_TEXT) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "item" ->
                            reading.device().say(item, text.toString().strip());
                        case "value" -> {
                            if (!open.isEmpty() && !fieldNames.isEmpty()) {
                                String value = text.toString().strip();
                                open.getFirst().field(fieldNames.getFirst(), value.isEmpty() ? stamp : value);
                            }
                        }
                        case "field", "multiField", "modelField", "multiModelField" -> fieldNames.poll();
                        case "model" -> {
                            ExtractionModel model = open.pop();
                            if (open.isEmpty()) {
                                reading.take(model);
                            } else if (model.type().equals("InstantMessage")) {
                                open.getFirst().message(reading.chatMessage(model));
                            } else {
                                open.getFirst().model(fieldNames.isEmpty() ? "" : fieldNames.getFirst(), model);
                            }
                        }
                        default -> {}
                    }
                    text.setLength(0);
                }
                default -> {}
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
