package org.manumit.importers.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

/**
 * Opens the tables of one kind and maps their columns: by a mapping that the user names, by one saved for the same
 * headers, by the headers, or by the values alone; then as the user corrects. Immutable.
 */
public final class TableKind {

    /** Maps columns from their values. */
    @FunctionalInterface
    public interface HeaderlessGuess {
        /**
         * Maps the columns of a table that has no header.
         *
         * @return the columns with their meanings and the reasons, and what was assumed; empty when nothing fits
         */
        Optional<Guessed> guess(Table table);

        /**
         * Adds what the values tell of a table whose headers do not tell all.
         *
         * @param mapping by the headers
         * @return all columns; empty when there is nothing to add
         */
        default Optional<Guessed> complete(Table table, ColumnMapping mapping) {
            return Optional.empty();
        }
    }

    /**
     * A guess.
     *
     * @param columns all columns, in order
     * @param issues what was assumed
     */
    public record Guessed(List<ColumnMapping.Column> columns, List<ImportIssue> issues) {
        /** Copies both. */
        public Guessed {
            columns = List.copyOf(columns);
            issues = List.copyOf(issues);
        }
    }

    private final String kind;
    private final ColumnVocabulary vocabulary;
    private final ColumnMapper mapper;
    private final HeaderlessGuess guess;

    /** A kind of table with its words and its way to do without them. */
    public TableKind(String kind, ColumnVocabulary vocabulary, HeaderlessGuess guess) {
        this.kind = kind;
        this.vocabulary = vocabulary;
        this.mapper = new ColumnMapper(kind, vocabulary);
        this.guess = guess;
    }

    /** The kind's word. */
    public String kind() {
        return kind;
    }

    /** The words of the kind. */
    public ColumnVocabulary vocabulary() {
        return vocabulary;
    }

    /** The tables of a source with their mappings, as {@link #map(TabularFile, ImportOptions)} does; found out once. */
    public List<MappedTable> map(SourceFile source, ImportOptions wishes) throws IOException {
        return source.once(new WhatColumnsMean(
                this,
                source,
                wishes,
                wishes.profiles()
                        .map(folder -> new ColumnMappingFolder(folder).all())
                        .orElse(List.of())));
    }

    /** Asked again when mappings were saved in the meantime. */
    private record WhatColumnsMean(TableKind kind, SourceFile source, ImportOptions wishes, List<ColumnMapping> saved)
            implements SourceFile.Question<List<MappedTable>> {
        @Override
        public List<MappedTable> answer() throws IOException {
            return List.copyOf(kind.map(TabularFile.inspect(source), wishes));
        }
    }

    /**
     * The tables of a file with their mappings.
     *
     * @param wishes a saved mapping by name, the folder of saved mappings, corrections of single columns
     */
    public List<MappedTable> map(TabularFile file, ImportOptions wishes) throws IOException {
        List<MappedTable> mapped = new ArrayList<>();
        for (Table table : Table.of(file, vocabulary)) {
            mapped.add(map(table, wishes));
        }
        return mapped;
    }

    /** The tables that begin where one ended, with their mappings. */
    List<MappedTable> below(Table above, long row, ImportOptions wishes) throws IOException {
        List<MappedTable> mapped = new ArrayList<>();
        for (Table table : above.below(row)) {
            mapped.add(map(table, wishes));
        }
        return mapped;
    }

    private MappedTable map(Table table, ImportOptions wishes) {
        List<ImportIssue> issues = new ArrayList<>();
        ColumnMapping mapping = chosen(table, wishes, issues);
        if (!wishes.columns().isEmpty()) {
            mapping = mapper.corrected(mapping, wishes.columns());
        }
        return new MappedTable(table, mapping, issues);
    }

    /** Without headers the number of columns and what they hold must tell, and only one saved mapping may fit. */
    private Optional<ColumnMapping> onlyFitting(List<ColumnMapping> saved, Table table) {
        String fingerprint = mapper.fingerprint(table.layout());
        List<ColumnMapping> fitting = saved.stream()
                .filter(m -> m.kind().equals(kind) && m.fingerprint().equals(fingerprint))
                .filter(m -> m.columns().stream()
                        .filter(ColumnMapping.Column::isMapped)
                        .allMatch(column -> fits(table, column)))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private boolean fits(Table table, ColumnMapping.Column column) {
        ColumnProfile profile = table.profile(column.index());
        return vocabulary
                .meaning(column.meaning())
                .filter(meaning -> profile.allows(meaning.shape()))
                .filter(meaning -> meaning.shape() != ValueShape.MOMENT || profile.moments() >= 0.9)
                .isPresent();
    }

    private ColumnMapping chosen(Table table, ImportOptions wishes, List<ImportIssue> issues) {
        if (wishes.profiles().isPresent()) {
            ColumnMappingFolder folder =
                    new ColumnMappingFolder(wishes.profiles().get());
            if (wishes.profile().isPresent()) {
                ColumnMapping named = folder.load(wishes.profile().get());
                if (named.kind().equals(kind)) {
                    return mapper.applied(named, table.layout());
                }
            }
            Optional<ColumnMapping> saved = wishes.profile().isPresent()
                    ? Optional.empty()
                    : folder.byFingerprint(kind, mapper.fingerprint(table.layout()));
            if (saved.isPresent() && table.layout().header().isPresent()) {
                issues.add(new ImportIssue(
                        ImportIssue.Severity.NOTE,
                        table.sheetName(),
                        0,
                        "",
                        "",
                        "",
                        "The saved mapping '" + saved.get().name() + "' is used, as the headers are the same."));
                return mapper.applied(saved.get(), table.layout());
            }
        }
        Optional<ColumnMapping> fitting = wishes.profiles().isPresent()
                        && wishes.profile().isEmpty()
                        && table.layout().header().isEmpty()
                ? onlyFitting(new ColumnMappingFolder(wishes.profiles().get()).all(), table)
                : Optional.empty();
        if (fitting.isPresent()) {
            issues.add(new ImportIssue(
                    ImportIssue.Severity.WARNING,
                    table.sheetName(),
                    0,
                    "",
                    "",
                    "",
                    "The saved mapping '" + fitting.get().name()
                            + "' is used, the only one whose columns the values of this table without headers fit. Check"
                            + " the first rows."));
            return mapper.applied(fitting.get(), table.layout());
        }
        ColumnMapping byHeader = mapper.map(table);
        Optional<Guessed> guessed =
                table.layout().header().isPresent() ? guess.complete(table, byHeader) : guess.guess(table);
        if (guessed.isEmpty()) {
            return byHeader;
        }
        issues.addAll(guessed.get().issues());
        return new ColumnMapping("", kind, byHeader.fingerprint(), guessed.get().columns());
    }
}
