package org.manumit.app.feature.chart.render;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;
import org.manumit.app.feature.chart.model.NodeKind;

/** The vector symbols of the chart. Immutable once made. */
public final class Symbols {

    private static final double GRID = 24;

    private final Map<NodeKind, Shape> glyphs = new EnumMap<>(NodeKind.class);
    private final Path2D shield;

    /** Reads the symbols of the program's styles. */
    public Symbols() {
        Properties data = ChartTheme.read("symbols.properties");
        for (NodeKind kind : NodeKind.values()) {
            String path = Objects.requireNonNull(data.getProperty(kind.styleClass()), kind.styleClass());
            glyphs.put(kind, SymbolPaths.parse(path));
        }
        shield = SymbolPaths.parse(
                "M0-1.09c.34.24.64.33.96.34v.72c0 .62-.38 1.03-.96 1.29c-.58-.26-.96-.67-.96-1.29v-.72"
                        + "c.32-.01.62-.1.96-.34z");
    }

    /** The glyph of a kind, in a square of this size about a point. */
    public Shape glyph(NodeKind kind, double centreX, double centreY, double size) {
        AffineTransform place = AffineTransform.getTranslateInstance(centreX, centreY);
        place.scale(size / GRID, size / GRID);
        place.translate(-GRID / 2, -GRID / 2);
        return place.createTransformedShape(Objects.requireNonNull(glyphs.get(kind)));
    }

    /** The body of a symbol: what the stylesheet's {@code shape} says, of this radius about a point. */
    public Shape body(StyleConstants.Shape shape, double centreX, double centreY, double radius) {
        return switch (shape) {
            case ROUNDED_BOX, BOX -> {
                double half = radius * 0.92;
                double corner = radius * (shape == StyleConstants.Shape.BOX ? 0 : 0.62);
                yield new RoundRectangle2D.Double(centreX - half, centreY - half, 2 * half, 2 * half, corner, corner);
            }
            case DIAMOND -> {
                Path2D diamond = new Path2D.Double();
                double half = radius * 1.12;
                diamond.moveTo(centreX, centreY - half);
                diamond.lineTo(centreX + half, centreY);
                diamond.lineTo(centreX, centreY + half);
                diamond.lineTo(centreX - half, centreY);
                diamond.closePath();
                yield diamond;
            }
            case POLYGON -> {
                AffineTransform place = AffineTransform.getTranslateInstance(centreX, centreY);
                place.scale(radius * 1.04, radius * 1.04);
                yield place.createTransformedShape(shield);
            }
            default -> new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
        };
    }

    static Reader resource(String name) {
        var stream = Symbols.class.getResourceAsStream("/org/manumit/styles/chart/" + name);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("the program lacks its chart style " + name));
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
