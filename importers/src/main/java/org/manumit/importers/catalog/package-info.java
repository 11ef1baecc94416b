/** The kinds of file that can be imported, and which kind a file is of. */
@NullMarked
package org.manumit.importers.catalog;

import org.jspecify.annotations.NullMarked;
