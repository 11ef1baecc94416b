/** What a prosecutor asks of a file: which elements of the offence are evidenced, by how many sources, and what disagrees. */
@NullMarked
package org.manumit.graph.analysis.proof;

import org.jspecify.annotations.NullMarked;
