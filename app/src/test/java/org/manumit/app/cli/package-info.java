/** Tests of the commands, run in this process against a real store. */
@NullMarked
package org.manumit.app.cli;

import org.jspecify.annotations.NullMarked;
