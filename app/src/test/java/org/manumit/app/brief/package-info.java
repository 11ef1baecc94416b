/** Tests of briefs, opened again with the library that wrote them. */
@NullMarked
package org.manumit.app.brief;

import org.jspecify.annotations.NullMarked;
