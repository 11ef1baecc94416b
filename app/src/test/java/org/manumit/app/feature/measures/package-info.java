/** The page about measures, in a window without a display. */
@NullMarked
package org.manumit.app.feature.measures;

import org.jspecify.annotations.NullMarked;
