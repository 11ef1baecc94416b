package org.manumit.importers.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;

/** Reads one kind of file. Stateless; safe for use from several threads. */
public interface SourceImporter {

    /** The kind's word on the command line: {@code calls}, {@code transfers}, {@code case}, {@code graph}, ... */
    String kind();

    /**
     * Looks at the beginning of a file and says how likely it is of this kind.
     *
     * @return empty when it is not
     */
    Optional<Detection> detect(SourceFile file, ImportOptions options);

    /** The first rows, what each column was taken for and why, and what each row will become. */
    Preview preview(SourceFile file, ImportOptions options, int rows);

    /**
     * Keeps how the columns of a file are read, corrections included, and the zone and country that the options state,
     * under a name in the options' folder: files with the same headers are then read so without being asked.
     *
     * @return where it was saved; empty when files of this kind have no columns, or no folder was given
     * @throws org.manumit.importers.draft.ImportException when the file cannot be read or nothing can be saved
     */
    default Optional<Path> remember(SourceFile file, ImportOptions options, String name) {
        return Optional.empty();
    }

    /** The saved column mapping by which the file is read; empty when its columns speak for themselves. */
    default Optional<String> profile(SourceFile file, ImportOptions options) {
        return Optional.empty();
    }

    /** What the columns of such a file can mean, for the user to choose from; empty when it has no columns. */
    default List<Meaning> meanings() {
        return List.of();
    }

    /**
     * What a column can mean.
     *
     * @param key as it is said in corrections: {@code start}
     * @param hints how its values can be read where they could be read in several ways: {@code month first}
     */
    record Meaning(String key, List<String> hints) {
        public Meaning {
            Objects.requireNonNull(key, "key");
            hints = List.copyOf(hints);
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws org.manumit.importers.draft.ImportException when the file cannot be read at all
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation);
}
