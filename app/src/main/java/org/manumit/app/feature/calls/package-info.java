/** The page that tells whom people call, when and where. */
@NullMarked
package org.manumit.app.feature.calls;

import org.jspecify.annotations.NullMarked;
