package org.manumit.app.brief;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.manumit.app.brief.BriefDocument.Style;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The one style sheet of briefs, in Word's own form: a Word brief carries it as it is, and this reads out of it how a PDF
 * brief is set. Lengths are points. Immutable after it is read.
 */
final class BriefStyles {

    private static final String SHEET = "/org/manumit/styles/brief/styles.xml";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Word counts lengths in twentieths of a point, borders in eighths, type in halves, lines in 240ths. */
    private static final float LENGTH = 20;

    private static final float BORDER = 8;
    private static final float TYPE = 2;
    private static final float LINE = 240;

    private static final Edge NO_EDGE = new Edge(0, 0, Color.WHITE);

    /**
     * How text looks.
     *
     * @param size of the type
     */
    record Lettering(float size, Color colour, boolean bold, boolean italic) {}

    /**
     * A line along one side of a paragraph.
     *
     * @param width 0 for none
     * @param space between it and the text
     */
    record Edge(float width, float space, Color colour) {}

    /**
     * How a paragraph looks.
     *
     * @param lines the distance of lines, relative to their height
     * @param keepWithNext whether it stands on the page of what follows
     */
    record Setting(
            Lettering type,
            float before,
            float after,
            float lines,
            float left,
            float right,
            boolean keepWithNext,
            boolean centred,
            Edge top,
            Edge bottom,
            Edge leftEdge,
            Edge rightEdge,
            Optional<Color> fill) {}

    private final Element defaults;
    private final Map<String, Element> byId = new HashMap<>();

    private BriefStyles(Element sheet) {
        defaults = child(sheet, "docDefaults").orElseThrow();
        NodeList styles = sheet.getElementsByTagNameNS(WORD, "style");
        for (int i = 0; i < styles.getLength(); i++) {
            Element style = (Element) styles.item(i);
            byId.put(style.getAttributeNS(WORD, "styleId"), style);
        }
    }

    /** The style sheet as Word takes it. */
    static InputStream open() {
        return Objects.requireNonNull(BriefStyles.class.getResourceAsStream(SHEET), SHEET);
    }

    /** The style sheet, read. */
    static BriefStyles read() throws IOException {
        try (InputStream in = open()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new BriefStyles(factory.newDocumentBuilder().parse(in).getDocumentElement());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the brief's styles are part of the program and must be well formed", e);
        }
    }

    /** The id of the style in which a paragraph is set. */
    static String idOf(Style style) {
        return switch (style) {
            case BODY -> "BodyText";
            case VERDICT -> "VerdictText";
            case NOTE -> "NoteText";
            case NOTICE -> "NoticeText";
            case CAPTION -> "Caption";
            case BULLET -> "ListBullet";
        };
    }

    /** How a paragraph of a style looks. */
    Setting setting(String id) {
        return new Setting(
                type(id),
                number(id, "before", 0, "pPr", "spacing") / LENGTH,
                number(id, "after", 0, "pPr", "spacing") / LENGTH,
                number(id, "line", LINE, "pPr", "spacing") / LINE,
                number(id, "left", 0, "pPr", "ind") / LENGTH,
                number(id, "right", 0, "pPr", "ind") / LENGTH,
                found(id, "pPr", "keepNext").isPresent(),
                value(id, "val", "pPr", "jc").filter("center"::equals).isPresent(),
                edge(id, "top"),
                edge(id, "bottom"),
                edge(id, "left"),
                edge(id, "right"),
                value(id, "fill", "pPr", "shd").map(BriefStyles::colour));
    }

    /** How the text of a style looks. */
    Lettering type(String id) {
        return new Lettering(
                number(id, "val", 21, "rPr", "sz") / TYPE,
                value(id, "val", "rPr", "color").map(BriefStyles::colour).orElse(Color.BLACK),
                found(id, "rPr", "b").isPresent(),
                found(id, "rPr", "i").isPresent());
    }

    private Edge edge(String id, String side) {
        return found(id, "pPr", "pBdr", side)
                .map(e -> new Edge(
                        Float.parseFloat(attribute(e, "sz").orElse("0")) / BORDER,
                        Float.parseFloat(attribute(e, "space").orElse("0")),
                        colour(attribute(e, "color").orElse("000000"))))
                .orElse(NO_EDGE);
    }

    private static Color colour(String hex) {
        return new Color(Integer.parseInt(hex, 16));
    }

    private float number(String id, String attribute, float otherwise, String... path) {
        return value(id, attribute, path).map(Float::parseFloat).orElse(otherwise);
    }

    /** An attribute of the style, of what it is based on, or of the defaults. */
    private Optional<String> value(String id, String attribute, String... path) {
        Element style = Objects.requireNonNull(byId.get(id), id);
        Optional<String> own = descendant(style, path).flatMap(e -> attribute(e, attribute));
        if (own.isPresent()) {
            return own;
        }
        Optional<String> base = child(style, "basedOn").flatMap(e -> attribute(e, "val"));
        return base.isPresent()
                ? value(base.get(), attribute, path)
                : child(defaults, path[0] + "Default")
                        .flatMap(e -> descendant(e, path))
                        .flatMap(e -> attribute(e, attribute));
    }

    /** An element of the style or of what it is based on. */
    private Optional<Element> found(String id, String... path) {
        Element style = Objects.requireNonNull(byId.get(id), id);
        Optional<Element> own = descendant(style, path);
        return own.isPresent()
                ? own
                : child(style, "basedOn").flatMap(e -> attribute(e, "val")).flatMap(base -> found(base, path));
    }

    private static Optional<Element> descendant(Element parent, String... path) {
        Optional<Element> found = Optional.of(parent);
        for (String name : path) {
            found = found.flatMap(e -> child(e, name));
        }
        return found;
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && name.equals(e.getLocalName())) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttributeNS(WORD, name)).filter(v -> !v.isEmpty());
    }
}
