/** Questions a snapshot answers without judging: neighbours, ties, who stands behind a number. */
@NullMarked
package org.manumit.graph.query;

import org.jspecify.annotations.NullMarked;
