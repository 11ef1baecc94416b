/** What transfers say: shares flowing up, fans, cycles, pass-through. */
@NullMarked
package org.manumit.graph.analysis.money;

import org.jspecify.annotations.NullMarked;
