/** Whatever a file holds, it ends in a result whose rows add up or in one line. */
@NullMarked
package org.manumit.importers.catalog;

import org.jspecify.annotations.NullMarked;
