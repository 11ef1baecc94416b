@NullMarked
package org.manumit.graph.analysis.centrality;

import org.jspecify.annotations.NullMarked;
