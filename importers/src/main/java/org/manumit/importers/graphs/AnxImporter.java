package org.manumit.importers.graphs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/**
 * Reads i2 chart exchange files (ANX) of Analyst's Notebook: entities with identities, types, attributes and cards,
 * links with direction and strength. Grades are those of the cards. A row is an item of the chart, counted in the order
 * of the file. The layout follows what public writers and readers of the format agree on. Stateless.
 */
public final class AnxImporter implements SourceImporter {

    private static final String KIND = "graph";
    private static final String LAYOUT = "chart, i2 chart exchange (ANX)";
    private static final int HEAD = 1 << 14;
    private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?Chart[\\s>]");
    private static final Pattern INSIDE = Pattern.compile(
            "<(?:\\w+:)?(?:ApplicationVersion|StrengthCollection|ChartItemCollection|EntityTypeCollection"
                    + "|LinkTypeCollection|AttributeClassCollection|DateTimeFormatCollection|TimeZoneCollection)");

    /** An importer of i2 charts. */
    public AnxImporter() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        return isChart(file.path()) ? Optional.of(new Detection(KIND, 0.97, LAYOUT)) : Optional.empty();
    }

    private static boolean isChart(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
            return ROOT.matcher(head).find() && INSIDE.matcher(head).find();
        } catch (IOException e) {
            throw ImportException.unreadable(file, e);
        }
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        AnxReading reading = new AnxReading(new TieDraft(file, options, progress, cancellation));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            reading.read(GuardedXml.reader(in));
        } catch (XMLStreamException e) {
            throw GuardedXml.unreadable(file.path(), e);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        return reading.draft(LAYOUT);
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        return TiePreview.of(read(file, options, Progress.NONE, Cancellation.NEVER), rows);
    }
}
