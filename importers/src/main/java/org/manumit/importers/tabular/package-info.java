/**
 * Rows, headers and column mappings of tables, whatever file they come in.
 *
 * <p>{@link org.manumit.importers.tabular.TabularFile} opens a delimited text file or a workbook as a stream of
 * {@link org.manumit.importers.tabular.Row}s that know their sheet and the row number a user sees;
 * {@link org.manumit.importers.tabular.TableLayout} tells header, preamble and data apart; {@link
 * org.manumit.importers.tabular.ColumnMapper} decides what each column means, from its header and from its values.
 */
@NullMarked
package org.manumit.importers.tabular;

import org.jspecify.annotations.NullMarked;
