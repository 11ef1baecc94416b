/** What would be left of a network if some of it were gone: pure functions on what is known of it. */
@NullMarked
package org.manumit.graph.analysis.whatif;

import org.jspecify.annotations.NullMarked;
