/** What-if, on networks drawn as text. */
@NullMarked
package org.manumit.graph.analysis.whatif;

import org.jspecify.annotations.NullMarked;
