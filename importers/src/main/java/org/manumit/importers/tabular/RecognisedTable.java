package org.manumit.importers.tabular;

import java.util.stream.Collectors;

/**
 * A table whose columns are those of an importer's kind.
 *
 * @param mapped the table and what its columns mean
 * @param content which of the kind's contents it holds
 * @param <C> the contents of the kind
 */
public record RecognisedTable<C>(MappedTable mapped, C content) {

    /** The mapping of its columns. */
    public ColumnMapping mapping() {
        return mapped.mapping();
    }

    /** The table. */
    public Table table() {
        return mapped.table();
    }

    /** What its layout was taken for, in words for the user. */
    String layout(String what) {
        String columns = mapping().columns().stream()
                .filter(ColumnMapping.Column::isMapped)
                .map(c -> c.meaning() + " '" + c.header() + "'")
                .collect(Collectors.joining(", "));
        String name = mapping().name();
        return (name.isEmpty() ? "" : name + ": ") + what + ": " + columns;
    }
}
