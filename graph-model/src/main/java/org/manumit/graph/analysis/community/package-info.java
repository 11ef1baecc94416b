/** Which groups are tied more to each other than to the rest. */
@NullMarked
package org.manumit.graph.analysis.community;

import org.jspecify.annotations.NullMarked;
