/** The page that tells where everybody stands among others. */
@NullMarked
package org.manumit.app.feature.measures;

import org.jspecify.annotations.NullMarked;
