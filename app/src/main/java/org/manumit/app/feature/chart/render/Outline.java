package org.manumit.app.feature.chart.render;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;

/** The ring about a selected symbol. */
final class Outline {

    private Outline() {}

    static Shape of(StyleConstants.Shape shape, double x, double y, double radius) {
        if (shape == StyleConstants.Shape.ROUNDED_BOX || shape == StyleConstants.Shape.BOX) {
            double half = radius * 0.95;
            return new RoundRectangle2D.Double(x - half, y - half, 2 * half, 2 * half, radius * 0.8, radius * 0.8);
        }
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
