@NullMarked
package org.manumit.graph.analysis.community;

import org.jspecify.annotations.NullMarked;
