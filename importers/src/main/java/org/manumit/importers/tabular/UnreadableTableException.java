package org.manumit.importers.tabular;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that cannot be read as a table at all. The message is one line that names the file, what is wrong (with the
 * row where there is one) and what to do about it; it can be shown as it is.
 */
public final class UnreadableTableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with {@code file}, and the remedy, each as a phrase without a closing stop. */
    public UnreadableTableException(Path file, String problem, String remedy) {
        super(line(file, problem, remedy));
    }

    /** The same with the failure that led to it. */
    public UnreadableTableException(Path file, String problem, String remedy, Throwable cause) {
        super(line(file, problem, remedy), cause);
    }

    private static String line(Path file, String problem, String remedy) {
        Path name = file.getFileName();
        return (name == null ? file : name) + ": " + problem + ". " + remedy + ".";
    }
}
