/** What a reader of one kind of file offers. */
@NullMarked
package org.manumit.importers.spi;

import org.jspecify.annotations.NullMarked;
