/** The rows of a file that could not be read, corrected in place and read again. */
@NullMarked
package org.manumit.app.feature.correcting;

import org.jspecify.annotations.NullMarked;
