/** What of a case may leave the program, and to whom. */
@NullMarked
package org.manumit.app.release;

import org.jspecify.annotations.NullMarked;
