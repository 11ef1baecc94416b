/** The link chart as a panel: the view, its view model, and what a window needs to embed it. Start at {@link org.manumit.app.feature.chart.ChartView}. */
@NullMarked
package org.manumit.app.feature.chart;

import org.jspecify.annotations.NullMarked;
