/** The first screen: open, make or try a case. */
@NullMarked
package org.manumit.app.feature.start;

import org.jspecify.annotations.NullMarked;
