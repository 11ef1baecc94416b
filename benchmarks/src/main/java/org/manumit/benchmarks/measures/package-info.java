/** Graph measures side by side with other libraries, in one run on one machine. */
@NullMarked
package org.manumit.benchmarks.measures;

import org.jspecify.annotations.NullMarked;
