package org.manumit.importers.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.TabularFile;

/** The kinds of file that can be imported. Immutable; safe for use from several threads. */
public final class ImporterCatalog {

    /** From here on a file's own marks tell what it is, whatever it would be as something else. */
    private static final double SURE = 0.95;

    /** Who takes a table no surer than this reads its words, not its rows. */
    private static final double AS_WORDS = 0.05;

    private final List<SourceImporter> importers;

    /**
     * A catalogue of these importers.
     *
     * @param importers in order of preference: of two that are equally sure of a file, the earlier reads it
     */
    public ImporterCatalog(List<? extends SourceImporter> importers) {
        this.importers = List.copyOf(importers);
    }

    /** An importer and what it takes a file for. */
    public record Match(SourceImporter importer, Detection detection) {}

    /** The words for the kinds, in order of preference. */
    public List<String> kinds() {
        return importers.stream().map(SourceImporter::kind).distinct().toList();
    }

    /** The importer of a kind. */
    public Optional<SourceImporter> importer(String kind) {
        return importers.stream().filter(i -> i.kind().equals(kind)).findFirst();
    }

    /**
     * Everything that a file may be, the likeliest first.
     *
     * @throws ImportException when somebody finds that nobody can read it, and nobody knows it for sure
     */
    public List<Match> detect(SourceFile file, ImportOptions options) {
        List<Match> matches = new ArrayList<>();
        Optional<ImportException> fault = Optional.empty();
        for (SourceImporter importer : importers) {
            try {
                importer.detect(file, options).ifPresent(d -> matches.add(new Match(importer, d)));
            } catch (ImportException e) {
                fault = fault.isPresent() ? fault : Optional.of(e);
            }
        }
        matches.sort(Comparator.comparingDouble((Match m) -> m.detection().confidence())
                .reversed());
        if (fault.isPresent()
                && (matches.isEmpty() || matches.getFirst().detection().confidence() < SURE)) {
            throw fault.get();
        }
        return List.copyOf(matches);
    }

    /**
     * Whether a file has rows and columns, and those who know what columns mean do not know these, so that only its words
     * could be read.
     *
     * @throws ImportException when nobody can read it
     */
    public boolean isTableNobodyKnows(SourceFile file, ImportOptions options) {
        if (file.size() == 0 || importers.stream().allMatch(i -> i.meanings().isEmpty())) {
            return false;
        }
        List<Match> matches = detect(file, options);
        try {
            return (matches.isEmpty() || matches.getFirst().detection().confidence() <= AS_WORDS)
                    && TabularFile.inspectIfTable(file).isPresent();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    /**
     * The importer that is to read a file.
     *
     * @param kind what the user says the file is; empty to find out
     * @throws ImportException when the file is empty, of no known kind, or the kind is unknown
     */
    public SourceImporter choose(SourceFile file, Optional<String> kind, ImportOptions options) {
        if (file.size() == 0 && Files.isDirectory(file.path())) {
            throw new ImportException(file.path() + ": this is a folder without files; choose the files themselves");
        }
        if (file.size() == 0) {
            throw new ImportException(file.path() + ": the file is empty; ask for it again where it came from");
        }
        if (kind.isPresent()) {
            List<SourceImporter> ofKind =
                    importers.stream().filter(i -> i.kind().equals(kind.get())).toList();
            if (ofKind.isEmpty()) {
                throw new ImportException(kind.get() + ": no such kind; the kinds are " + String.join(", ", kinds()));
            }
            return ofKind.stream()
                    .max(Comparator.comparingDouble(i -> confidence(i, file, options)))
                    .orElseThrow();
        }
        return detect(file, options).stream()
                .map(Match::importer)
                .findFirst()
                .orElseThrow(() -> new ImportException(file.path() + ": not recognised as "
                        + kinds().stream().collect(Collectors.joining(", "))
                        + "; if it is one of these, say which with --kind, otherwise export it as CSV or XLSX"));
    }

    /** How sure an importer is; what is wrong with the file it says again when it reads it. */
    private static double confidence(SourceImporter importer, SourceFile file, ImportOptions options) {
        try {
            return importer.detect(file, options).map(Detection::confidence).orElse(0.0);
        } catch (ImportException e) {
            return 0;
        }
    }
}
