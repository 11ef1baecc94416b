package org.manumit.importers.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/**
 * What importers of tables have in common: open the file, map its columns, tell which of its tables are of the kind,
 * show what their rows become, and read them. A kind says what it recognises and what a row becomes.
 *
 * @param <C> the contents that a table of the kind can have: call records or antennas, transfers or accounts
 */
public abstract class TableImporter<C> implements SourceImporter {

    private final TableKind tables;
    private final Phrases phrases;

    /**
     * What users are told of the kind.
     *
     * @param records what its rows are: {@code call records}
     * @param needed which columns it cannot do without, and how to name them
     * @param unmapped what is missing when a preview finds none of them
     */
    protected record Phrases(String records, String needed, String unmapped) {
        /** Says it. */
        public Phrases {
            Objects.requireNonNull(records, "records");
            Objects.requireNonNull(needed, "needed");
            Objects.requireNonNull(unmapped, "unmapped");
        }
    }

    /** An importer of a kind of table. */
    protected TableImporter(TableKind tables, Phrases phrases) {
        this.tables = tables;
        this.phrases = phrases;
    }

    @Override
    public final String kind() {
        return tables.kind();
    }

    /** Which content the columns of a table are those of; empty when it is of another kind. */
    protected abstract Optional<C> contentOf(MappedTable mapped);

    /** How sure it is that a table holds what it was recognised as, from 0 to 1. */
    protected abstract double confidence(RecognisedTable<C> recognised);

    /** The content in words for the user. */
    protected abstract String words(C content);

    /** What single rows of the table become, for a preview. */
    protected abstract Sampler sampler(RecognisedTable<C> recognised, SourceFile file, ImportOptions options)
            throws IOException;

    /** Reads the recognised tables of a file. */
    protected abstract ImportDraft read(TableReading reading, TablesInTurn<C> recognised) throws IOException;

    /** Says what rows become. */
    protected interface Sampler {

        /** One line about what a row becomes, or why it would be rejected. */
        String becomes(Row row);

        /** What was assumed and noticed so far. */
        List<ImportIssue> issues();

        /** For records. */
        static <R> Sampler of(RecordRows<R> rows) {
            return new Sampler() {
                @Override
                public String becomes(Row row) {
                    return switch (rows.read(row)) {
                        case RowOutcome.Accepted<R>(R entry) -> rows.words(entry);
                        case RowOutcome.Rejected<R> rejected -> "rejected: " + rejected.message();
                        case RowOutcome.Aside<R> aside -> "no record: " + aside.what();
                    };
                }

                @Override
                public List<ImportIssue> issues() {
                    return rows.issues();
                }
            };
        }

        /** For rows that each describe one thing, named in a column. */
        static Sampler naming(String what, int column) {
            return new Sampler() {
                @Override
                public String becomes(Row row) {
                    return what + " " + row.value(column);
                }

                @Override
                public List<ImportIssue> issues() {
                    return List.of();
                }
            };
        }
    }

    /** The column mappings chosen for a file's tables, to be corrected and saved under a name. */
    public final List<ColumnMapping> mappings(SourceFile file, ImportOptions options) {
        return opened(file, options, mapped -> mapped.stream()
                .map(MappedTable::mapping)
                .toList());
    }

    @Override
    public final Optional<String> profile(SourceFile file, ImportOptions options) {
        return mappings(file, options).stream()
                .map(ColumnMapping::name)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    @Override
    public final List<Meaning> meanings() {
        return tables.vocabulary().choices();
    }

    @Override
    public final Optional<Path> remember(SourceFile file, ImportOptions options, String name) {
        if (options.profiles().isEmpty()) {
            return Optional.empty();
        }
        return opened(file, options, mapped -> {
            MappedTable table = recognised(mapped).stream()
                    .findFirst()
                    .map(RecognisedTable::mapped)
                    .orElse(mapped.getFirst());
            ColumnMapping mapping = table.mapping().named(name);
            ColumnMapping placed = mapping.of(
                    options.zone().or(mapping::zone), options.country().or(mapping::country));
            return Optional.of(new ColumnMappingFolder(options.profiles().get()).save(placed));
        });
    }

    @Override
    public final Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            Optional<TabularFile> tabular = TabularFile.inspectIfTable(file);
            if (tabular.isEmpty()) {
                return Optional.empty();
            }
            return recognised(tables.map(file, options)).stream()
                    .map(this::detection)
                    .max(Comparator.comparingDouble(Detection::confidence));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @Override
    public final Preview preview(SourceFile file, ImportOptions options, int rows) {
        return opened(file, options, mapped -> {
            List<RecognisedTable<C>> recognised = recognised(mapped);
            MappedTable shown = recognised.isEmpty()
                    ? mapped.getFirst()
                    : recognised.getFirst().mapped();
            List<Row> sample = shown.table().sample().stream()
                    .filter(row -> !Table.isNoRecord(row, shown.table().layout()))
                    .limit(rows)
                    .map(shown.table().file()::corrected)
                    .toList();
            List<String> becomes = new ArrayList<>();
            List<ImportIssue> issues = new ArrayList<>();
            Detection detection = new Detection(kind(), 0, phrases.unmapped);
            if (recognised.isEmpty()) {
                sample.forEach(row -> becomes.add("not read yet"));
            } else {
                detection = detection(recognised.getFirst());
                Sampler sampler = sampler(recognised.getFirst(), file, placed(options, recognised));
                sample.forEach(row -> becomes.add(sampler.becomes(row)));
                issues.addAll(sampler.issues());
            }
            return new Preview(
                    detection,
                    shown.mapping().columns().stream()
                            .map(c -> new Preview.Column(c.header(), c.meaning(), c.hint(), c.reason()))
                            .toList(),
                    sample.stream().map(Row::texts).toList(),
                    becomes,
                    issues);
        });
    }

    @Override
    public final ImportDraft read(
            SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        return opened(file, options, mapped -> {
            List<RecognisedTable<C>> recognised = recognised(mapped);
            if (recognised.isEmpty()) {
                throw new ImportException(
                        file.path() + ": no " + phrases.records + " recognised: " + phrases.needed + " Its columns are "
                                + mapped.getFirst().mapping().headers(30) + "; say which is which, or import it as"
                                + " another kind.");
            }
            TableReading reading = new TableReading(file, kind(), placed(options, recognised), progress, cancellation);
            for (MappedTable table : mapped) {
                if (recognised.stream().noneMatch(r -> r.mapped().equals(table))) {
                    reading.notice(TableNotes.notRecognised(table.table(), phrases.records));
                }
            }
            return read(
                    reading,
                    new TablesInTurn<>(recognised, reading, (above, row) -> below(above, row, options, reading)));
        });
    }

    /** What stands below a table that other headers ended; what is not recognised is said and passed over. */
    private List<RecognisedTable<C>> below(Table above, long row, ImportOptions options, TableReading reading)
            throws IOException {
        List<RecognisedTable<C>> found = new ArrayList<>();
        Optional<TableReading.Below> further = Optional.of(new TableReading.Below(above, row));
        while (further.isPresent() && found.isEmpty()) {
            List<MappedTable> mapped =
                    tables.below(further.get().above(), further.get().row(), options);
            for (MappedTable table : mapped) {
                Optional<C> content = contentOf(table);
                if (content.isPresent()) {
                    found.add(new RecognisedTable<>(table, content.get()));
                } else {
                    reading.notice(TableNotes.notRecognised(table.table(), phrases.records));
                    reading.passOver(table.table());
                }
            }
            further = found.isEmpty() ? reading.takeBelow() : Optional.empty();
        }
        return found;
    }

    /** With the zone and country of a saved mapping, where the user says none now. */
    private static <C> ImportOptions placed(ImportOptions options, List<RecognisedTable<C>> recognised) {
        ColumnMapping mapping = recognised.getFirst().mapping();
        return new ImportOptions(
                options.zone().or(mapping::zone),
                options.country().or(mapping::country),
                options.profile(),
                options.profiles(),
                options.columns(),
                options.readAs());
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(List<MappedTable> mapped) throws IOException;
    }

    private <T> T opened(SourceFile file, ImportOptions options, Work<T> work) {
        try {
            List<MappedTable> mapped = tables.map(file, options);
            if (mapped.isEmpty()) {
                throw new ImportException(
                        file.path() + ": there is no row in it. Check that the export was completed.");
            }
            return work.on(mapped);
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private List<RecognisedTable<C>> recognised(List<MappedTable> mapped) {
        return mapped.stream()
                .flatMap(table -> contentOf(table).map(c -> new RecognisedTable<>(table, c)).stream())
                .toList();
    }

    private Detection detection(RecognisedTable<C> recognised) {
        // What somebody has said of such a file goes before any guess.
        double sure = recognised.mapping().name().isEmpty()
                ? Math.round(Math.min(confidence(recognised), 0.95) * 100) / 100.0
                : 0.98;
        return new Detection(kind(), sure, recognised.layout(words(recognised.content())));
    }

    /** What the recognised tables were taken for, in words for the user. */
    protected final String layouts(List<RecognisedTable<C>> recognised) {
        return recognised.stream().map(r -> r.layout(words(r.content()))).collect(Collectors.joining(" | "));
    }

    /** A first guess that grows by a tenth with each of these columns that the table has. */
    protected static double growing(double first, ColumnMapping mapping, List<String> signs) {
        return first + 0.1 * signs.stream().filter(mapping::has).count();
    }

    /** The zone that times without one are in. */
    protected static ZoneId zone(ImportOptions options) {
        return options.zone().orElse(ZoneOffset.UTC);
    }
}
