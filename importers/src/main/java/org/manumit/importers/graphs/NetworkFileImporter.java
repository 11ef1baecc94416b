package org.manumit.importers.graphs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.EncodingDetector;

/**
 * Reads the networks that other graph programs write: GraphML (yEd, Gephi, Cytoscape, igraph, NodeXL), GEXF (Gephi),
 * GML, Pajek, UCINET DL, NetDraw's VNA, Cytoscape's XGMML, SIF and NNF, Graphviz' DOT, and lists of nodes and links in JSON. Nodes and ties are counted in the order of the file, and that is their row. Attributes stay as written. Read
 * here and not by a library: those at hand read XML with whatever it refers to, or the whole file at once.
 */
public final class NetworkFileImporter implements SourceImporter {

    private static final String KIND = "graph";
    private static final int HEAD = 8192;

    /** A row of a matrix of thousands. */
    private static final int LONGEST_LINE = 4_000_000;

    private enum Format {
        GRAPHML("network, GraphML"),
        GEXF("network, GEXF"),
        GML("network, GML"),
        PAJEK("network, Pajek"),
        DL("network, UCINET DL"),
        VNA("network, NetDraw VNA"),
        XGMML("network, XGMML"),
        SIF("network, Cytoscape SIF"),
        NNF("network, Cytoscape NNF"),
        DOT("network, DOT of Graphviz"),
        EDGES("network, edge list with attributes"),
        NEIGHBOURS("network, adjacency list"),
        JSON("network, JSON");

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
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1)
                    .replace("\0", "")
                    .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "");
        }
        if (Pattern.compile("<(\\w+:)?graphml[\\s>]").matcher(head).find()) {
            return Optional.of(Format.GRAPHML);
        }
        if (Pattern.compile("<(\\w+:)?gexf[\\s>]").matcher(head).find()) {
            return Optional.of(Format.GEXF);
        }
        if (Pattern.compile("<(\\w+:)?graph\\s[^>]*XGMML").matcher(head).find()) {
            return Optional.of(Format.XGMML);
        }
        if (NodeLinkReading.isOne(head) && !FtmFile.isOne(file)) {
            return Optional.of(Format.JSON);
        }
        if (Pattern.compile("(?im)^\\s*\\*\\s*(node|tie)\\s+data\\b")
                .matcher(head)
                .find()) {
            return Optional.of(Format.VNA);
        }
        if (EdgeLineReading.isOne(head)) {
            return Optional.of(Format.EDGES);
        }
        // Nothing in these says what they are.
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".sif")) {
            return Optional.of(Format.SIF);
        }
        if (name.endsWith(".nnf")) {
            return Optional.of(Format.NNF);
        }
        if (DotReading.isOne(head)) {
            return Optional.of(Format.DOT);
        }
        if (name.endsWith(".adjlist")) {
            return Optional.of(Format.NEIGHBOURS);
        }
        if (Pattern.compile("(?im)^\\s*\\*(vertices\\s+\\d+|network\\b)")
                .matcher(head)
                .find()) {
            return Optional.of(Format.PAJEK);
        }
        if (Pattern.compile("(?i)^\\W*dl\\s[\\s\\S]{0,400}?\\b(?:n|nr|nc|format)\\s*=")
                .matcher(head)
                .find()) {
            return Optional.of(Format.DL);
        }
        return Pattern.compile("(?is)^(?:[^\\w#]++|#[^\\n]*+\\n|(?:creator|version|comment)[^\\n]*+\\n)*+graph\\s*\\[")
                        .matcher(head)
                        .find()
                ? Optional.of(Format.GML)
                : Optional.empty();
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        TieDraft draft = new TieDraft(file, options, progress, cancellation);
        NetworkRows rows = new NetworkRows(draft);
        Path path = file.path();
        try {
            Format format = format(path)
                    .orElseThrow(() -> new ImportException(file.fileName()
                            + ": this is no network that other programs write. Import it as another kind."));
            switch (format) {
                case GRAPHML, GEXF, XGMML -> {
                    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                        new MarkupReading(rows).read(GuardedXml.reader(in));
                    } catch (XMLStreamException e) {
                        throw GuardedXml.unreadable(path, e);
                    }
                }
                case JSON -> new NodeLinkReading(rows, path).read();
                case GML -> lines(path, new GmlReading(rows, path)::read);
                case PAJEK -> lines(path, new PajekReading(rows)::read);
                case DL -> lines(path, new DlReading(rows, path)::read);
                case VNA -> lines(path, new VnaReading(rows)::read);
                case SIF -> lines(path, new SifReading(rows)::read);
                case NNF -> lines(path, new SifReading(rows)::readNested);
                case DOT -> lines(path, new DotReading(rows, path)::read);
                case EDGES -> lines(path, new EdgeLineReading(rows)::edges);
                case NEIGHBOURS -> lines(path, new EdgeLineReading(rows)::neighbours);
            }
            return draft.draft(format.words);
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    private interface LineReading {
        void read(GuardedLines lines) throws IOException;
    }

    private static void lines(Path path, LineReading reading) throws IOException {
        try (GuardedLines lines = new GuardedLines(path, EncodingDetector.text(path), LONGEST_LINE)) {
            reading.read(lines);
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        return TiePreview.of(read(file, options, Progress.NONE, Cancellation.NEVER), rows);
    }
}
