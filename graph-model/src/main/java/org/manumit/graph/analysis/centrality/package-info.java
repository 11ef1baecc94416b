/** Who stands where among those tied to each other: degree, betweenness, eigenvector. */
@NullMarked
package org.manumit.graph.analysis.centrality;

import org.jspecify.annotations.NullMarked;
