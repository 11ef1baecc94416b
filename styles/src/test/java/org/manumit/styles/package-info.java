/** Tests of how Manumit looks and speaks. */
@NullMarked
package org.manumit.styles;

import org.jspecify.annotations.NullMarked;
