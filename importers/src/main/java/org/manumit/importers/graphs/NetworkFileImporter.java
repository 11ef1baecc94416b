package org.manumit.importers.graphs;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.EncodingDetector;

/**
 * Reads the networks that other graph programs write: GraphML (yEd, Gephi, Cytoscape, igraph), GEXF (Gephi), GML and
 * Pajek. Nodes and ties are counted in the order of the file, and that is their row. Attributes stay as written. Read
 * here and not by a library: those at hand read XML with whatever it refers to, or the whole file at once.
 */
public final class NetworkFileImporter implements SourceImporter {

    private static final String KIND = "graph";
    private static final int HEAD = 8192;

    private enum Format {
        GRAPHML("network, GraphML"),
        GEXF("network, GEXF"),
        GML("network, GML"),
        PAJEK("network, Pajek");

        private final String words;

        Format(String words) {
            this.words = words;
        }
    }

    /** An importer of other programs' networks. */
    public NetworkFileImporter() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            return format(file.path()).map(format -> new Detection(KIND, 0.97, format.words));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static Optional<Format> format(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
        }
        if (Pattern.compile("<(\\w+:)?graphml[\\s>]").matcher(head).find()) {
            return Optional.of(Format.GRAPHML);
        }
        if (Pattern.compile("<(\\w+:)?gexf[\\s>]").matcher(head).find()) {
            return Optional.of(Format.GEXF);
        }
        if (Pattern.compile("(?im)^\\s*\\*(vertices\\s+\\d+|network\\b)")
                .matcher(head)
                .find()) {
            return Optional.of(Format.PAJEK);
        }
        return Pattern.compile("(?is)^(\\W|#[^\\n]*\\n|(creator|version|comment)[^\\n]*\\n)*graph\\s*\\[")
                        .matcher(head)
                        .find()
                ? Optional.of(Format.GML)
                : Optional.empty();
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        TieDraft draft = new TieDraft(file, options, progress, cancellation);
        Path path = file.path();
        try {
            Format format = format(path)
                    .orElseThrow(() -> new ImportException(file.fileName()
                            + ": this is no network in GraphML, GEXF, GML or Pajek. Import it as another kind."));
            switch (format) {
                case GRAPHML, GEXF -> {
                    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                        new Markup(draft).read(GuardedXml.reader(in));
                    } catch (XMLStreamException e) {
                        throw GuardedXml.unreadable(path, e);
                    }
                }
                case GML -> {
                    try (BufferedReader text = EncodingDetector.text(path)) {
                        gml(text, draft, path);
                    }
                }
                case PAJEK -> {
                    try (BufferedReader text = EncodingDetector.text(path)) {
                        pajek(text, draft);
                    }
                }
            }
            return draft.draft(format.words);
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    /** Whether an attribute gives away a victims' shelter, which is never entered: then nothing of the row is kept. */
    private static boolean isRefused(TieDraft draft, String label, Map<String, String> values) {
        boolean refused = ShelterGuard.givesAway(label, ShelterGuard.Text.PLACE)
                || values.values().stream().anyMatch(v -> ShelterGuard.givesAway(v, ShelterGuard.Text.PLACE));
        if (refused) {
            draft.reject("", draft.rows(), "", "", "no victims' shelter", ShelterGuard.REMEDY);
        }
        return refused;
    }

    private static void node(TieDraft draft, String id, String label, Map<String, String> values) {
        draft.step();
        if (id.isEmpty()) {
            draft.reject("", draft.rows(), "id", "", "an id", "A node has no id.");
            return;
        }
        if (isRefused(draft, label, values)) {
            return;
        }
        draft.actor(id, label.isEmpty() ? id : label);
        if (!values.isEmpty()) {
            draft.describe(id, values, "", draft.rows());
        }
    }

    private static void edge(TieDraft draft, String from, String to, boolean directed, Map<String, String> values) {
        draft.step();
        if (from.isEmpty() || to.isEmpty()) {
            draft.reject("", draft.rows(), "", from + to, "two ends", "A tie names one end only.");
            return;
        }
        if (isRefused(draft, "", values)) {
            return;
        }
        Map<String, String> said = new LinkedHashMap<>(values);
        said.put("directed", directed ? "yes" : "no");
        draft.tie(from, to, said, "", draft.rows());
    }

    /** GraphML and GEXF, told apart by what their elements are called. */
    private static final class Markup {
        private static final int LONGEST = 20_000;

        private final TieDraft draft;
        private final Map<String, String> titles = new HashMap<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Deque<Map<String, String>> open = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private boolean directed = true;
        private String key = "";
        private String label = "";

        Markup(TieDraft draft) {
            this.draft = draft;
        }

        void read(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (text.length() < LONGEST) {
                            text.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> {}
                }
            }
        }

        private void start(XMLStreamReader xml) {
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(
                        xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
            }
            String name = xml.getLocalName();
            switch (name) {
                case "graph" ->
                    directed = !attributes
                            .getOrDefault("edgedefault", attributes.getOrDefault("defaultedgetype", "directed"))
                            .equals("undirected");
                case "key" ->
                    titles.put(
                            attributes.getOrDefault("id", ""),
                            attributes.getOrDefault("attr.name", attributes.getOrDefault("yfiles.type", "")));
                case "attribute" -> titles.put(attributes.getOrDefault("id", ""), attributes.getOrDefault("title", ""));
                case "node", "edge" -> {
                    // A node may hold a graph of its own: what was said of it so far belongs to it.
                    open.push(attributes);
                    values.clear();
                    label = attributes.getOrDefault("label", "");
                }
                case "data" -> key = attributes.getOrDefault("key", "");
                case "attvalue" -> {
                    String id = attributes.getOrDefault("for", attributes.getOrDefault("id", ""));
                    put(titles.getOrDefault(id, id), attributes.getOrDefault("value", ""));
                }
                default -> {}
            }
            text.setLength(0);
        }

        private void put(String title, String value) {
            if (!value.isBlank() && !title.isBlank()) {
                values.put(title, value.replaceAll("\\s+", " ").strip());
            }
        }

        private void end(String name) {
            switch (name) {
                case "data" -> {
                    String title = titles.getOrDefault(key, key);
                    String value = text.toString();
                    if (title.equalsIgnoreCase("label") || title.equalsIgnoreCase("name")) {
                        label = label.isBlank() ? value.strip() : label;
                    }
                    put(title, value);
                }
                case "NodeLabel", "EdgeLabel" ->
                    label = label.isBlank() ? text.toString().strip() : label;
                case "node" -> {
                    Map<String, String> node = open.isEmpty() ? Map.of() : open.pop();
                    values.remove("label");
                    NetworkFileImporter.node(draft, node.getOrDefault("id", ""), label, values);
                    values.clear();
                    label = "";
                }
                case "edge" -> edgeEnds();
                default -> {}
            }
            text.setLength(0);
        }

        private void edgeEnds() {
            Map<String, String> edge = open.isEmpty() ? Map.of() : open.pop();
            String type = edge.getOrDefault("type", edge.getOrDefault("directed", ""));
            boolean own =
                    type.isEmpty() ? directed : type.equals("true") || type.equals("directed") || type.equals("mutual");
            if (!label.isBlank()) {
                values.put("kind", label);
            }
            String weight = edge.getOrDefault("weight", "");
            if (!weight.isEmpty()) {
                values.put("weight", weight);
            }
            for (String end : List.of("start", "end")) {
                String time = edge.getOrDefault(end, "");
                if (!time.isEmpty()) {
                    values.put(end, time);
                }
            }
            NetworkFileImporter.edge(
                    draft, edge.getOrDefault("source", ""), edge.getOrDefault("target", ""), own, values);
            values.clear();
            label = "";
        }
    }

    private static final Pattern GML_TOKEN = Pattern.compile("\"([^\"]*)\"|([\\[\\]])|([^\\s\\[\\]\"]+)");

    private static void gml(BufferedReader text, TieDraft draft, Path file) throws IOException {
        Deque<String> blocks = new ArrayDeque<>();
        Map<String, String> values = new LinkedHashMap<>();
        List<Map<String, String>> edges = new ArrayList<>();
        boolean directed = false;
        String name = "";
        StringBuilder open = new StringBuilder();
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            if (open.isEmpty() && line.stripLeading().startsWith("#")) {
                continue;
            }
            open.append(open.isEmpty() ? "" : "\n").append(line);
            if (open.chars().filter(c -> c == '"').count() % 2 == 1) {
                if (open.length() > 1_000_000) {
                    throw new ImportException(file.getFileName()
                            + ": a quoted text is never closed, so the file is damaged. Save it again.");
                }
                continue;
            }
            Matcher tokens = GML_TOKEN.matcher(open);
            while (tokens.find()) {
                String bracket = tokens.group(2);
                if ("[".equals(bracket)) {
                    blocks.push(name.toLowerCase(Locale.ROOT));
                    if (name.equalsIgnoreCase("node") || name.equalsIgnoreCase("edge")) {
                        values = new LinkedHashMap<>();
                    }
                    name = "";
                } else if ("]".equals(bracket)) {
                    String block = blocks.isEmpty() ? "" : blocks.pop();
                    if (block.equals("node")) {
                        String id = values.getOrDefault("id", "");
                        String label = values.getOrDefault("label", values.getOrDefault("name", ""));
                        values.remove("id");
                        values.remove("label");
                        node(draft, id, label, values);
                    } else if (block.equals("edge")) {
                        values.put(" directed", directed ? "yes" : "no");
                        edges.add(values);
                    }
                    name = "";
                } else {
                    String token = tokens.group(1) == null ? tokens.group(3) : tokens.group(1);
                    if (name.isEmpty()) {
                        name = token;
                    } else {
                        if (name.equalsIgnoreCase("directed") && "graph".equals(blocks.peek())) {
                            directed = token.equals("1");
                        } else if ("node".equals(blocks.peek()) || "edge".equals(blocks.peek())) {
                            values.put(name, token);
                        }
                        name = "";
                    }
                }
            }
            open.setLength(0);
        }
        for (Map<String, String> edge : edges) {
            boolean own = "yes".equals(edge.remove(" directed"));
            String from = edge.getOrDefault("source", "");
            String to = edge.getOrDefault("target", "");
            edge.remove("source");
            edge.remove("target");
            edge(draft, from, to, own, named(edge));
        }
    }

    /** Other programs' words for what we call kind and weight. */
    private static Map<String, String> named(Map<String, String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((key, value) -> named.put(
                switch (key.toLowerCase(Locale.ROOT)) {
                    case "label" -> "kind";
                    case "value", "weight" -> "weight";
                    default -> key;
                },
                value));
        return named;
    }

    private static final Pattern PAJEK_WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static void pajek(BufferedReader text, TieDraft draft) throws IOException {
        String section = "";
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            String plain = line.strip();
            if (plain.isEmpty() || plain.startsWith("%")) {
                continue;
            }
            if (plain.startsWith("*")) {
                section = plain.split("[\\s:]+", 2)[0].toLowerCase(Locale.ROOT);
                continue;
            }
            List<String> words = new ArrayList<>();
            Matcher matcher = PAJEK_WORD.matcher(plain);
            while (matcher.find()) {
                words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            switch (section) {
                case "*vertices" -> node(draft, words.getFirst(), words.size() > 1 ? words.get(1) : "", Map.of());
                case "*arcs", "*edges" ->
                    edge(
                            draft,
                            words.getFirst(),
                            words.size() > 1 ? words.get(1) : "",
                            section.equals("*arcs"),
                            words.size() > 2 ? Map.of("weight", words.get(2)) : Map.of());
                case "*arcslist", "*edgeslist" -> {
                    for (String to : words.subList(1, words.size())) {
                        edge(draft, words.getFirst(), to, section.equals("*arcslist"), Map.of());
                    }
                }
                default -> {}
            }
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        return TiePreview.of(read(file, options, Progress.NONE, Cancellation.NEVER), rows);
    }
}
