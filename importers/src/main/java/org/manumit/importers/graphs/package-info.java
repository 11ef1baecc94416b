/** Graphs of other tools: edge lists and square matrices of ties. */
@NullMarked
package org.manumit.importers.graphs;

import org.jspecify.annotations.NullMarked;
