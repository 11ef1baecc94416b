/** The files of the case, and the rows of them that were not taken. */
@NullMarked
package org.manumit.app.feature.sources;

import org.jspecify.annotations.NullMarked;
