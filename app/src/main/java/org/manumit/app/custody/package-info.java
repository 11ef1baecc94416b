/** Original files kept under their hash, and a log of decisions that shows tampering. */
@NullMarked
package org.manumit.app.custody;

import org.jspecify.annotations.NullMarked;
