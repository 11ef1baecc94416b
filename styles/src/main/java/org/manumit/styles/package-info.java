/** How Manumit looks and speaks: themes, typed style names, icons, user-visible words. */
@NullMarked
package org.manumit.styles;

import org.jspecify.annotations.NullMarked;
