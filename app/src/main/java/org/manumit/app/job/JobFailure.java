package org.manumit.app.job;

import java.util.Objects;
import org.manumit.app.custody.CustodyException;
import org.manumit.app.export.OutputException;
import org.manumit.graph.store.StoreException;
import org.manumit.importers.draft.ImportException;

/**
 * That a job could not be done, in words for the user.
 *
 * @param job what was to be done
 * @param message one line: what is wrong, with which item, and what to do about it
 * @param kind whether the world or the program is at fault
 */
public record JobFailure(String job, String message, Kind kind) {

    /** Who can do something about it. */
    public enum Kind {
        /** A file, the disk, the network: the message says what to do. */
        FAILURE,
        /** A mistake in the program, noted in its log. */
        BUG
    }

    public JobFailure {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(kind, "kind");
    }

    /** Tells what a throwable means for the user. */
    static JobFailure of(String job, Throwable thrown) {
        return switch (thrown) {
            case StoreException e -> new JobFailure(job, message(e), Kind.FAILURE);
            case ImportException e -> new JobFailure(job, message(e), Kind.FAILURE);
            case CustodyException e -> new JobFailure(job, message(e), Kind.FAILURE);
            case OutputException e -> new JobFailure(job, message(e), Kind.FAILURE);
            case java.io.IOException e -> new JobFailure(job, message(e), Kind.FAILURE);
            case java.io.UncheckedIOException e -> new JobFailure(job, message(e), Kind.FAILURE);
            case OutOfMemoryError e ->
                new JobFailure(
                        job,
                        "There is not enough memory for this. Close other cases or programs and try again.",
                        Kind.FAILURE);
            default ->
                new JobFailure(
                        job,
                        "Manumit made a mistake (" + thrown.getClass().getSimpleName()
                                + "). The case is as it was before. Please report it with the log.",
                        Kind.BUG);
        };
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }
}
