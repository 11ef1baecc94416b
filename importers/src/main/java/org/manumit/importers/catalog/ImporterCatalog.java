package org.manumit.importers.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.SourceImporter;

/** The kinds of file that can be imported. Immutable; safe for use from several threads. */
public final class ImporterCatalog {

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

    /** Everything that a file may be, the likeliest first. */
    public List<Match> detect(SourceFile file, ImportOptions options) {
        return importers.stream()
                .flatMap(importer -> importer.detect(file, options).map(d -> new Match(importer, d)).stream())
                .sorted(Comparator.comparingDouble((Match m) -> m.detection().confidence())
                        .reversed())
                .toList();
    }

    /**
     * The importer that is to read a file.
     *
     * @param kind what the user says the file is; empty to find out
     * @throws ImportException when the file is empty, of no known kind, or the kind is unknown
     */
    public SourceImporter choose(SourceFile file, Optional<String> kind, ImportOptions options) {
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
                    .max(Comparator.comparingDouble(i ->
                            i.detect(file, options).map(Detection::confidence).orElse(0.0)))
                    .orElseThrow();
        }
        return detect(file, options).stream()
                .map(Match::importer)
                .findFirst()
                .orElseThrow(() -> new ImportException(file.path() + ": not recognised as "
                        + kinds().stream().collect(Collectors.joining(", "))
                        + "; if it is one of these, say which with --kind, otherwise export it as CSV or XLSX"));
    }
}
