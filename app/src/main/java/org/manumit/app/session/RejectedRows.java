package org.manumit.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manumit.app.custody.OriginalsArchive;
import org.manumit.app.export.OutputException;
import org.manumit.app.export.OutputFile;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.SourceId;
import org.manumit.importers.tabular.RowExtract;

/** Saves the rejected rows of files as files of the same layout, to be corrected and imported. Blocks; stateless. */
public final class RejectedRows {

    /**
     * A file with rejected rows.
     *
     * @param original the file as it was imported
     * @param issues what was noticed about its rows
     */
    public record Rejects(Path original, List<ImportIssue> issues) {
        public Rejects {
            issues = List.copyOf(issues);
        }
    }

    private RejectedRows() {}

    /** The rejects of a committed source, whose original the case keeps; empty where it keeps none. */
    public static Optional<Rejects> of(OpenedCase opened, SourceId source) {
        return opened.folder()
                .flatMap(folder -> new OriginalsArchive(folder).original(source))
                .map(original -> new Rejects(original, opened.store().issues(source)));
    }

    /**
     * Saves them, one file each; a file of the same name is not overwritten, a number is added instead.
     *
     * @return what was written; files without tables and rows are left out
     * @throws OutputException when something cannot be written; what was written before it stays
     */
    public static List<Path> save(List<Rejects> files, Path folder) {
        List<Path> written = new ArrayList<>();
        for (Rejects file : files) {
            List<ImportIssue> rejected = file.issues().stream()
                    .filter(issue -> issue.severity() == Severity.REJECTED)
                    .toList();
            try {
                Optional<RowExtract> extract = RowExtract.of(file.original(), rejected);
                if (extract.isPresent()) {
                    Path target = free(folder, extract.get().fileName());
                    OutputFile.write(target, extract.get()::write);
                    written.add(target);
                }
            } catch (IOException e) {
                throw new OutputException(
                        file.original() + ": its rejected rows cannot be read again (" + e.getMessage()
                                + "); put the file back where it was, or import it again",
                        e);
            }
        }
        return List.copyOf(written);
    }

    private static Path free(Path folder, String name) {
        Path target = folder.resolve(name);
        int dot = name.lastIndexOf('.');
        for (int number = 2; Files.exists(target); number++) {
            target = folder.resolve(name.substring(0, dot) + " " + number + name.substring(dot));
        }
        return target;
    }
}
