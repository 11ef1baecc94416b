package org.manumit.app.feature.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manumit.app.feature.importing.ReviewedFile.Found;
import org.manumit.app.feature.importing.ReviewedFile.Place;
import org.manumit.app.feature.importing.ReviewedFile.Said;
import org.manumit.app.feature.importing.ReviewedFile.TextForm;
import org.manumit.app.session.ImportFolder;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnMappingFolder;
import org.manumit.importers.tabular.TabularFile;
import org.manumit.styles.Words;

/**
 * Looks at a file before it is imported: what it is taken for, what its columns are, what its first rows would become.
 * What the user said of its columns is kept at once, for the next file with the same headers. Blocks; safe for use from
 * several threads.
 */
final class Examiner {
    private static final int PREVIEW_ROWS = 8;

    /** What looking at a file brought. */
    sealed interface Looked {

        /**
         * It can be imported.
         *
         * @param kept the name under which what was said of its columns is kept; empty when nothing was said
         */
        record Open(Found found, Optional<String> kept) implements Looked {}

        /** A table of which nobody knows what its columns are, until the user says so. */
        record Unknown(Found found, String why) implements Looked {}

        /** It is protected. */
        record Locked(String why) implements Looked {}
    }

    private final ImporterCatalog catalog;
    private final Optional<Path> profiles;
    private final Words words;

    /**
     * Somebody who looks at files.
     *
     * @param profiles the folder where columns are saved
     */
    Examiner(ImporterCatalog catalog, Optional<Path> profiles, Words words) {
        this.catalog = catalog;
        this.profiles = profiles;
        this.words = words;
    }

    /** Looks at a file, as the user says it is to be read. */
    Looked look(Path path, Said said, Progress progress, Cancellation cancellation) throws IOException {
        if (ImportFolder.isCase(path)) {
            throw new ImportException(path
                    + ": this folder is a case of Manumit, not a file to import; close this case and open that one");
        }
        try {
            SourceFile file = SourceFile.of(path, progress, cancellation).readAs(said.readAs());
            progress.report(0, -1, words.text("import.examining.what"));
            ImportOptions options = said.request(profiles).options();
            if (said.kind().isEmpty() && catalog.isTableNobodyKnows(file, options)) {
                Found unknown = found(file, likeliest(file, options), options);
                // Running text has lines, too, but no second column
                if (unknown.preview().columns().size() > 1) {
                    return new Looked.Unknown(unknown, words.text("import.unknown"));
                }
            }
            cancellation.check();
            SourceImporter chosen = catalog.choose(file, said.kind(), options);
            Found found = found(file, chosen, options);
            cancellation.check();
            if (found.preview().detection().confidence() == 0
                    && !found.meanings().isEmpty()) {
                return new Looked.Unknown(
                        found,
                        words.text(
                                "import.unmapped", found.preview().detection().layout()));
            }
            Optional<String> kept = kept(file, chosen, said, found);
            return new Looked.Open(kept.isPresent() ? found.readBy(kept.get(), saved(chosen.kind())) : found, kept);
        } catch (PasswordException e) {
            return new Looked.Locked(String.valueOf(e.getMessage()));
        }
    }

    private boolean hasColumns(String kind) {
        return catalog.importer(kind).filter(each -> !each.meanings().isEmpty()).isPresent();
    }

    /** Of the kinds of table the one that knows most of its columns; numbers of telephones are known by themselves. */
    private SourceImporter likeliest(SourceFile file, ImportOptions options) {
        Optional<SourceImporter> best = Optional.empty();
        long most = -1;
        for (String kind : catalog.kinds()) {
            Optional<SourceImporter> each = catalog.importer(kind).filter(of -> hasColumns(kind));
            long known = each.map(of -> of.preview(file, options, 1).columns().stream()
                            .filter(column -> !column.meaning().isEmpty())
                            .count())
                    .orElse(-1L);
            if (known >= most) {
                most = known;
                best = each;
            }
        }
        return best.orElseThrow();
    }

    private Found found(SourceFile file, SourceImporter chosenImporter, ImportOptions options) throws IOException {
        List<String> kinds = new ArrayList<>();
        kinds.add(chosenImporter.kind());
        // What was said of columns holds for the kind that was chosen: others do not know those words
        catalog.detect(file, ImportOptions.NONE.withReadAs(options.readAs())).stream()
                .map(match -> match.importer().kind())
                .filter(kind -> !kinds.contains(kind))
                .forEach(kinds::add);
        catalog.kinds().stream().filter(kind -> !kinds.contains(kind)).forEach(kinds::add);
        Preview preview = chosenImporter.preview(file, options, PREVIEW_ROWS);
        boolean table =
                !preview.columns().isEmpty() && !chosenImporter.meanings().isEmpty();
        Optional<String> profile = table ? chosenImporter.profile(file, options) : Optional.empty();
        return new Found(
                kinds,
                preview,
                table ? chosenImporter.meanings() : List.of(),
                profile,
                profile.map(name -> place(name, chosenImporter.kind())).orElse(Place.NOWHERE),
                table ? saved(chosenImporter.kind()) : List.of(),
                table ? form(file) : Optional.empty());
    }

    private static Optional<TextForm> form(SourceFile file) throws IOException {
        return TabularFile.inspectIfTable(file)
                .filter(table -> table.encoding().isPresent())
                .map(table -> new TextForm(
                        table.encoding().orElseThrow().charset(),
                        table.dialect().orElseThrow().delimiter()));
    }

    private Place place(String name, String kind) {
        return profiles.stream()
                .flatMap(folder -> new ColumnMappingFolder(folder).all().stream())
                .filter(mapping -> mapping.kind().equals(kind) && mapping.name().equals(name))
                .findFirst()
                .map(mapping -> new Place(mapping.zone(), mapping.country()))
                .orElse(Place.NOWHERE);
    }

    private List<String> saved(String kind) {
        return profiles.stream()
                .flatMap(folder -> new ColumnMappingFolder(folder).all().stream())
                .filter(mapping -> mapping.kind().equals(kind))
                .map(ColumnMapping::name)
                .toList();
    }

    /** Keeps what was said of columns: under the name by which they were read, or else under that of the file. */
    private Optional<String> kept(SourceFile file, SourceImporter importer, Said said, Found found) {
        if (profiles.isEmpty() || found.meanings().isEmpty() || !said.saysHowColumnsAreRead()) {
            return Optional.empty();
        }
        String name = found.profile().orElseGet(() -> free(file.fileName()));
        return importer.remember(file, said.request(profiles).options(), name).map(where -> name);
    }

    private String free(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        List<String> taken = profiles.stream()
                .flatMap(folder -> new ColumnMappingFolder(folder).all().stream())
                .map(ColumnMapping::name)
                .toList();
        String name = stem;
        for (int number = 2; taken.contains(name); number++) {
            name = stem + " " + number;
        }
        return name;
    }
}
