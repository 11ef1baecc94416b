/** What call records say: who holds whose numbers, who took over from whom. */
@NullMarked
package org.manumit.graph.analysis.calls;

import org.jspecify.annotations.NullMarked;
