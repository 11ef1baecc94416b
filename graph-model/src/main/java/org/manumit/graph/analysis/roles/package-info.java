/** Who recruits, moves, exploits, helps, or is a victim. */
@NullMarked
package org.manumit.graph.analysis.roles;

import org.jspecify.annotations.NullMarked;
