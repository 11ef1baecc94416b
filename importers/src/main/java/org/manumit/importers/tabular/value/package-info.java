/**
 * What the cells of a column say: dates and times, durations, exact amounts, telephone numbers. How an ambiguous
 * spelling is to be read ({@code 03/04/2024}, {@code 1.234}) is decided once from the whole column, with the reason in
 * words; a cell that then does not fit is a {@link org.manumit.importers.tabular.value.Parsed.Malformed} result.
 */
@NullMarked
package org.manumit.importers.tabular.value;

import org.jspecify.annotations.NullMarked;
