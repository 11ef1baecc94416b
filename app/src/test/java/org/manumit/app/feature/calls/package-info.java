/** The page about calls, in a window without a display. */
@NullMarked
package org.manumit.app.feature.calls;

import org.jspecify.annotations.NullMarked;
