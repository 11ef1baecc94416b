package org.manumit.app.feature.chart.render;

import java.awt.Color;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;

/**
 * How the stylesheet wants a link drawn.
 *
 * @param line colour of the line
 * @param mode whole, dashed or dotted
 * @param ink colour of the label
 * @param textSize label size in points at scale 1
 */
public record LinkStyle(Color line, StyleConstants.StrokeMode mode, Color ink, float textSize) {}
