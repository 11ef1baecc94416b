/** What a chart holds: entities and links as the caller words them, what of them is shown, and the GraphStream graph that carries it. Knows nothing of the rest of the program. */
@NullMarked
package org.manumit.app.feature.chart.model;

import org.jspecify.annotations.NullMarked;
