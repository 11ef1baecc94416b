/** What leaves the program as files for other programs. */
@NullMarked
package org.manumit.app.export;

import org.jspecify.annotations.NullMarked;
