/** Work off the window's thread: what runs, how far it is, how to stop it, what became of it. */
@NullMarked
package org.manumit.app.job;

import org.jspecify.annotations.NullMarked;
