/** What the program asks of a store, whatever the store is. */
@NullMarked
package org.manumit.graph.store;

import org.jspecify.annotations.NullMarked;
