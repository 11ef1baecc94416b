/** Golden pairs: a source file and, beside it, what must be read from it. */
@NullMarked
package org.manumit.importers.golden;

import org.jspecify.annotations.NullMarked;
