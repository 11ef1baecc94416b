package org.manumit.importers.tabular;

import java.util.List;
import org.manumit.graph.ImportIssue;

/**
 * A table with what its columns mean.
 *
 * @param table the table
 * @param mapping what its columns mean; no column has a meaning when none was recognised
 * @param issues what was assumed
 */
public record MappedTable(Table table, ColumnMapping mapping, List<ImportIssue> issues) {
    /** Copies the issues. */
    public MappedTable {
        issues = List.copyOf(issues);
    }
}
