/** Tests of what bears on proof. */
@NullMarked
package org.manumit.graph.analysis.proof;

import org.jspecify.annotations.NullMarked;
