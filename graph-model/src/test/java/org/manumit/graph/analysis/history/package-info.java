@NullMarked
package org.manumit.graph.analysis.history;

import org.jspecify.annotations.NullMarked;
