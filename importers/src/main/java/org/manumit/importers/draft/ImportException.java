package org.manumit.importers.draft;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file could not be read at all. The message is one line for the user: which file, what is wrong, what to do. */
public sealed class ImportException extends RuntimeException permits PasswordException {
    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For a file that the system does not let us read. */
    public static ImportException unreadable(Path path, IOException cause) {
        String why =
                switch (cause) {
                    case NoSuchFileException e -> "there is no such file; check the name";
                    case AccessDeniedException e -> "reading it is not allowed; check its permissions";
                    default -> "it cannot be read (" + cause.getMessage() + "); check the disk and try again";
                };
        return new ImportException(path + ": " + why, cause);
    }
}
