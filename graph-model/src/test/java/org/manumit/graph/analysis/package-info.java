@NullMarked
package org.manumit.graph.analysis;

import org.jspecify.annotations.NullMarked;
