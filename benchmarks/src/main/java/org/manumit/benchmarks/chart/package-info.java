/** How fast the chart chooses, arranges and paints. */
@NullMarked
package org.manumit.benchmarks.chart;

import org.jspecify.annotations.NullMarked;
