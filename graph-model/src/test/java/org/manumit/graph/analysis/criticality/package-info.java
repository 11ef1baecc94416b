/** Criticality, on networks drawn as text. */
@NullMarked
package org.manumit.graph.analysis.criticality;

import org.jspecify.annotations.NullMarked;
