@NullMarked
package org.manumit.graph.analysis.money;

import org.jspecify.annotations.NullMarked;
