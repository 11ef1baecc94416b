@NullMarked
package org.manumit.graph.query;

import org.jspecify.annotations.NullMarked;
