/** All analyses of one snapshot brought together: networks, and what is said of each. */
@NullMarked
package org.manumit.graph.analysis.assessment;

import org.jspecify.annotations.NullMarked;
