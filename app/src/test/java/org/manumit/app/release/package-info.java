/** Tests of what may leave the program. */
@NullMarked
package org.manumit.app.release;

import org.jspecify.annotations.NullMarked;
