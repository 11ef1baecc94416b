package org.manumit.app.feature.chart.render;

import java.awt.Color;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;

/**
 * How the stylesheet wants an entity drawn.
 *
 * @param shape body of the symbol
 * @param fill body colour
 * @param ring colour of the ring
 * @param ringWidth in chart units
 * @param ringMode whole, dashed or dotted
 * @param ink colour of the glyph
 * @param textSize label size in points at scale 1
 */
public record NodeStyle(
        StyleConstants.Shape shape,
        Color fill,
        Color ring,
        float ringWidth,
        StyleConstants.StrokeMode ringMode,
        Color ink,
        float textSize) {}
