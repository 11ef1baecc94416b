package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a cell with money says.
 *
 * @param amount exact, with its sign
 * @param currency ISO 4217 code, when the cell names or shows one
 */
public record Money(BigDecimal amount, Optional<String> currency) {}
