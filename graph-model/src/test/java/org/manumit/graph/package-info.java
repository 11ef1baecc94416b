/** Tests of the case's own types. */
@NullMarked
package org.manumit.graph;

import org.jspecify.annotations.NullMarked;
