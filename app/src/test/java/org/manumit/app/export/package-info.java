/** Tests of what leaves the program as files for other programs, read back by others' readers. */
@NullMarked
package org.manumit.app.export;

import org.jspecify.annotations.NullMarked;
