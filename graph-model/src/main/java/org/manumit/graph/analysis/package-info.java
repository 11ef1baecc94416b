/** What follows from what is known: verdicts with their reasons, each reason leading back to claims. */
@NullMarked
package org.manumit.graph.analysis;

import org.jspecify.annotations.NullMarked;
