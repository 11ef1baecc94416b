/** Transfers of money as banks and transfer agents export them, and lists of accounts. */
@NullMarked
package org.manumit.importers.transfers;

import org.jspecify.annotations.NullMarked;
