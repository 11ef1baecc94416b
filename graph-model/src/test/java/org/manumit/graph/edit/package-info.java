/** Tests of what analysts decide. */
@NullMarked
package org.manumit.graph.edit;

import org.jspecify.annotations.NullMarked;
