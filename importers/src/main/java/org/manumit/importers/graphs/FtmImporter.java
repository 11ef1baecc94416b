package org.manumit.importers.graphs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
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
 * Reads FollowTheMoney entities as JSON, an object a line or one list, as Aleph and its tools write them: people,
 * organisations, numbers, accounts and things become entities, calls and payments become records, everything else a
 * claim. Files of this program's own export become what they were, as far as the format holds it. A row is an entity of
 * the file. Stateless.
 */
public final class FtmImporter implements SourceImporter {

    private static final String KIND = "graph";
    private static final String LAYOUT = "FollowTheMoney entities, JSON";

    /** An importer of FollowTheMoney files. */
    public FtmImporter() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            return Files.isRegularFile(file.path()) && FtmFile.isOne(file.path())
                    ? Optional.of(new Detection(KIND, 0.97, LAYOUT))
                    : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        try {
            FtmReading reading = new FtmReading(new TieDraft(file, options, progress, cancellation), options);
            FtmFile.read(file.path(), new FtmFile.Taker() {
                @Override
                public void entity(FtmEntity entity) {
                    reading.name(entity);
                    cancellation.check();
                }

                @Override
                public void fault(long row, String found, String why) {
                    // told when the file is read again for what it states
                }
            });
            FtmFile.read(file.path(), new FtmFile.Taker() {
                @Override
                public void entity(FtmEntity entity) {
                    reading.take(entity);
                }

                @Override
                public void fault(long row, String found, String why) {
                    reading.fault(row, found, why);
                }
            });
            return reading.draft(LAYOUT);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        return TiePreview.of(read(file, options, Progress.NONE, Cancellation.NEVER), rows);
    }
}
