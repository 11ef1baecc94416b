/** Tests. */
@NullMarked
package org.manumit.app.search;

import org.jspecify.annotations.NullMarked;
