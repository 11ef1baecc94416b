/** How a chart looks: styles, symbols, labels, level of detail and the Java2D painter shared by the screen and by exported pictures. Needs no JavaFX. */
@NullMarked
package org.manumit.app.feature.chart.render;

import org.jspecify.annotations.NullMarked;
