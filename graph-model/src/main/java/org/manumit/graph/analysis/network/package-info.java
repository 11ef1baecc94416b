/** Who belongs to one network, which of them act as one party, and what is known of the whole. */
@NullMarked
package org.manumit.graph.analysis.network;

import org.jspecify.annotations.NullMarked;
