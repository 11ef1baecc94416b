/** How a network is built: flux, broker, chain, mesh, hub. */
@NullMarked
package org.manumit.graph.analysis.shape;

import org.jspecify.annotations.NullMarked;
