/** Type-ahead over everybody and everything in the case. */
@NullMarked
package org.manumit.app.feature.search;

import org.jspecify.annotations.NullMarked;
