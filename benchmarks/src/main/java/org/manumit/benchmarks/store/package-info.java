/** What the store costs. */
@NullMarked
package org.manumit.benchmarks.store;

import org.jspecify.annotations.NullMarked;
