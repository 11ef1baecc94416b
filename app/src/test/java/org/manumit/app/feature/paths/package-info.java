/** The page about paths, in a window without a display. */
@NullMarked
package org.manumit.app.feature.paths;

import org.jspecify.annotations.NullMarked;
