@NullMarked
package org.manumit.graph.store.neo4j;

import org.jspecify.annotations.NullMarked;
