/** The window: what is where, how to get there, and how it looks. */
@NullMarked
package org.manumit.app.shell;

import org.jspecify.annotations.NullMarked;
