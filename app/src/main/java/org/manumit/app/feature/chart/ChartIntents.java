package org.manumit.app.feature.chart;

import java.util.List;
import javafx.scene.control.MenuItem;

/** What a chart asks of whoever embeds it. All default to doing nothing beyond what the chart does by itself. */
public interface ChartIntents {

    /** Intents nobody listens to. */
    ChartIntents NONE = new ChartIntents() {};

    /** An entity or link was opened (Enter or double-click): show its details. */
    default void open(ChartTarget target) {}

    /**
     * An entity is to be expanded. The chart has added up to {@value ChartViewModel#EXPAND_BY} neighbours its model
     * holds; whoever knows of more gives the chart a larger model.
     */
    default void expanded(String nodeId) {}

    /** Further entries for the context menu of a target, put below the chart's own. */
    default List<MenuItem> menuFor(ChartTarget target) {
        return List.of();
    }
}
