package org.manumit.importers.draft;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

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
                    case IOException e
                    when isHeld(e) -> "another program holds it open; close it there, or import a copy of it";
                    default -> "it cannot be read (" + cause.getMessage() + "); check the disk and try again";
                };
        return new ImportException(path + ": " + why, cause);
    }

    /** Whether the system says that somebody else has the file open and lets nobody read it meanwhile. */
    private static boolean isHeld(IOException cause) {
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("being used by another process")
                || said.contains("locked a portion of the file")
                || said.contains("text file busy")
                || said.contains("resource temporarily unavailable");
    }
}
