/** The commands, each a thin layer over what the window does too. */
@NullMarked
package org.manumit.app.cli;

import org.jspecify.annotations.NullMarked;
