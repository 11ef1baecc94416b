@NullMarked
package org.manumit.graph.analysis.assessment;

import org.jspecify.annotations.NullMarked;
