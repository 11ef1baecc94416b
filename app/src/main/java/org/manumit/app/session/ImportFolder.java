package org.manumit.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

/** What to import of a folder. */
public final class ImportFolder {

    /** A folder of more files than these is more likely a disk than a case. */
    private static final int MOST_FILES = 10_000;

    private ImportFolder() {}

    /**
     * The files of a folder and its subfolders, in the order of their names; hidden ones and links to folders are left
     * out. A folder that is one case workbook is one file, and so is one that is a case, which importing then refuses.
     *
     * @throws IOException when a folder cannot be read
     * @throws ImportException when there are more than {@value #MOST_FILES}
     */
    public static List<Path> files(Path folder, ImporterCatalog catalog, Cancellation cancellation) throws IOException {
        List<Path> found = new ArrayList<>();
        collect(folder, catalog, cancellation, found);
        if (found.size() > MOST_FILES) {
            throw new ImportException(
                    folder + ": more than " + MOST_FILES + " files; import the folders in it one by one");
        }
        return found;
    }

    private static void collect(Path folder, ImporterCatalog catalog, Cancellation cancellation, List<Path> found)
            throws IOException {
        boolean workbook =
                !catalog.detect(SourceFile.unread(folder), ImportOptions.NONE).isEmpty();
        if (workbook || isCase(folder)) {
            found.add(folder);
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                cancellation.check();
                if (found.size() > MOST_FILES) {
                    return;
                }
                if (!Files.isHidden(entry)) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        collect(entry, catalog, cancellation, found);
                    } else if (Files.isRegularFile(entry)) {
                        found.add(entry);
                    }
                }
            }
        }
    }

    /** Whether a folder is a case rather than something to import. */
    public static boolean isCase(Path folder) {
        return Files.isDirectory(folder.resolve("store")) && Files.isRegularFile(folder.resolve("audit.log"));
    }
}
