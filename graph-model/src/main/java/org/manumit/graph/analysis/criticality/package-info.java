/** Whose loss would hurt a network, and who would replace them. */
@NullMarked
package org.manumit.graph.analysis.criticality;

import org.jspecify.annotations.NullMarked;
