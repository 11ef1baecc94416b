package org.manumit.importers.tabular;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;

/** Makes the one line that says why a file is no table: its name, what is wrong and where, and what to do. */
final class UnreadableTable {

    private UnreadableTable() {}

    static ImportException because(Path file, String problem, String remedy) {
        return new ImportException(line(file, problem, remedy));
    }

    static ImportException because(Path file, String problem, String remedy, @Nullable Throwable cause) {
        return cause == null ? because(file, problem, remedy) : new ImportException(line(file, problem, remedy), cause);
    }

    private static String line(Path file, String problem, String remedy) {
        Path name = file.getFileName();
        return (name == null ? file : name) + ": " + problem + ". " + remedy + ".";
    }
}
