/** Tests of the first screen. */
@NullMarked
package org.manumit.app.feature.start;

import org.jspecify.annotations.NullMarked;
