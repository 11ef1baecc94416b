/** Who stands where among those tied to each other: degree, betweenness, closeness, eigenvector, cores, cut points. */
@NullMarked
package org.manumit.graph.analysis.centrality;

import org.jspecify.annotations.NullMarked;
