package org.manumit.app.session;

import java.util.Objects;
import java.util.Optional;
import org.manumit.importers.spi.ImportOptions;

/**
 * How a file is to be imported.
 *
 * @param kind what the user says it is; empty to find out
 * @param options what the user says about it that the file does not
 * @param rejects what rejected rows mean for the file
 * @param effect whether the case is to change
 */
public record ImportRequest(Optional<String> kind, ImportOptions options, OnRejects rejects, Effect effect) {

    /** What rejected rows mean for a file. */
    public enum OnRejects {
        KEEP_GOOD_ROWS,
        /** One rejected row, and nothing of the file is imported. */
        REFUSE_FILE
    }

    /** Whether the case is to change. */
    public enum Effect {
        COMMIT,
        /** Read and report only. */
        DRY_RUN
    }

    /** Find out what it is, keep good rows, change the case. */
    public static final ImportRequest PLAIN =
            new ImportRequest(Optional.empty(), ImportOptions.NONE, OnRejects.KEEP_GOOD_ROWS, Effect.COMMIT);

    /** The same with other options. */
    public ImportRequest with(ImportOptions other) {
        return new ImportRequest(kind, other, rejects, effect);
    }

    public ImportRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(rejects, "rejects");
        Objects.requireNonNull(effect, "effect");
    }
}
