/** Tests. */
@NullMarked
package org.manumit.app.shell;

import org.jspecify.annotations.NullMarked;
