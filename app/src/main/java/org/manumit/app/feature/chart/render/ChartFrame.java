package org.manumit.app.feature.chart.render;

import java.util.BitSet;
import java.util.List;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.ChartScene;

/**
 * All a painter needs for one picture. The arrays are not written to once in a frame.
 *
 * @param scene what is shown
 * @param x places by entity of the scene
 * @param y places by entity of the scene
 * @param pinned entities placed by hand
 * @param columns titled columns behind the entities
 * @param groups whether groups are outlined
 * @param camera what part is shown
 * @param width of the picture, logical pixels
 * @param height of the picture, logical pixels
 * @param selectedNodes entities selected; everything not next to them is dimmed
 * @param selectedLinks links selected
 * @param hoverNode entity under the pointer, or -1
 * @param hoverLink link under the pointer, or -1
 */
// Arrays are the point: a frame is made for every picture and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ChartFrame(
        ChartScene scene,
        double[] x,
        double[] y,
        BitSet pinned,
        List<LayoutResult.Column> columns,
        GroupOutlines groups,
        Camera camera,
        double width,
        double height,
        BitSet selectedNodes,
        BitSet selectedLinks,
        int hoverNode,
        int hoverLink) {

    /** Whether entities of one group are outlined together. */
    public enum GroupOutlines {
        SHOWN,
        HIDDEN
    }

    /** A frame with nothing selected. */
    public static ChartFrame of(
            ChartScene scene, LayoutResult places, GroupOutlines groups, Camera camera, double width, double height) {
        return new ChartFrame(
                scene,
                places.x(),
                places.y(),
                new BitSet(),
                places.columns(),
                groups,
                camera,
                width,
                height,
                new BitSet(),
                new BitSet(),
                -1,
                -1);
    }

    double viewX(int node) {
        return camera.toViewX(x[node], width);
    }

    double viewY(int node) {
        return camera.toViewY(y[node], height);
    }

    double viewRadius(int node) {
        return scene.radius(node) * camera.symbolScale();
    }
}
