/** Makes a runnable program of what the build has made. Uses the Java platform only, so that it runs before all else. */
@NullMarked
package org.manumit.app.launch;

import org.jspecify.annotations.NullMarked;
