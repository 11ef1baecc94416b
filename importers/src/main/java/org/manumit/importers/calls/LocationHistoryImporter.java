package org.manumit.importers.calls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/**
 * Reads where a handset was, as Google hands it to its users: {@code Records.json}, the months of the semantic history,
 * and the {@code Timeline.json} that telephones write since 2024. Stateless.
 */
public final class LocationHistoryImporter implements SourceImporter {

    static final String LAYOUT = "where a handset was, Google's location history";
    private static final int HEAD = 1 << 16;

    private static final Pattern LISTS =
            Pattern.compile("\"(?:locations|timelineObjects|semanticSegments|rawSignals)\"\\s*:\\s*\\[");
    private static final Pattern POINTS = Pattern.compile(
            "\"(?:latitudeE7|latE7|latLng|LatLng|point|placeLocation)\"\\s*:|\"geo:-?\\d{1,2}\\.\\d+,-?\\d{1,3}\\.\\d+\"");
    private static final Pattern SEGMENTS =
            Pattern.compile("^\\[\\s*\\{[^\\[\\]]{0,4000}?\"(?:visit|activity|timelinePath)\"\\s*:");

    /** An importer of location histories. */
    public LocationHistoryImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1)
                    .replaceFirst("^\u00ef\u00bb\u00bf", "")
                    .stripLeading();
            boolean lists = head.startsWith("{") && LISTS.matcher(head).find();
            return (lists || SEGMENTS.matcher(head).find())
                            && POINTS.matcher(head).find()
                    ? Optional.of(new Detection(kind(), 0.97, LAYOUT))
                    : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        LocationHistoryReading reading = new LocationHistoryReading(file, options, progress, cancellation);
        try {
            reading.read();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        return reading.draft();
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        return HandsetPreview.of(
                draft,
                0.97,
                List.of(
                        new Preview.Column("handset", "caller", "the telephone that kept the history"),
                        new Preview.Column("place", "cell", "its position, to about a hundred metres"),
                        new Preview.Column("time", "start", "with its offset")),
                rows);
    }
}
