package org.manumit.app.feature.chart;

import java.util.BitSet;
import java.util.List;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartScene;

/**
 * What is on the chart and where, at one moment. The arrays are not written to once handed out.
 *
 * @param scene what is shown
 * @param x chart x by entity of the scene
 * @param y chart y by entity of the scene
 * @param pinned entities of the scene placed by hand
 * @param columns titled columns of the last arrangement
 */
// Arrays are the point: handed to the painter as they are, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ChartContent(ChartScene scene, double[] x, double[] y, BitSet pinned, List<LayoutResult.Column> columns) {

    public ChartContent {
        columns = List.copyOf(columns);
    }

    /** The places alone, as pictures take them. */
    public LayoutResult places() {
        return new LayoutResult(x, y, columns);
    }
}
