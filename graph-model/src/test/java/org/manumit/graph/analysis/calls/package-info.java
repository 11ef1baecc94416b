@NullMarked
package org.manumit.graph.analysis.calls;

import org.jspecify.annotations.NullMarked;
