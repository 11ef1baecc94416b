/** How a network changes with time: when, what comes and goes, and around which events. */
@NullMarked
package org.manumit.graph.analysis.history;

import org.jspecify.annotations.NullMarked;
