/** Controls that several screens share, and the life of a view. */
@NullMarked
package org.manumit.app.control;

import org.jspecify.annotations.NullMarked;
