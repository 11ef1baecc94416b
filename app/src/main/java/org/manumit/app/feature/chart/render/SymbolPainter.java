package org.manumit.app.feature.chart.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.graphstream.ui.graphicGraph.stylesheet.StyleConstants;
import org.manumit.app.feature.chart.model.Certainty;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.Phase;
import org.manumit.app.feature.chart.model.RoleBadge;

/** Draws one entity's symbol: body, ring, glyph, badges. Stateless but for its styles. */
final class SymbolPainter {

    /** Below this radius in logical pixels a symbol is a plain dot. */
    static final double DOT_BELOW = 5.5;

    /** Below this radius badges are left out. */
    static final double BADGES_FROM = 10;

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final int MOST_BADGES = 4;

    private final ChartStyles styles;
    private final Symbols symbols;
    private final ChartFonts fonts;

    SymbolPainter(ChartStyles styles, Symbols symbols, ChartFonts fonts) {
        this.styles = styles;
        this.symbols = symbols;
        this.fonts = fonts;
    }

    /** How far a symbol's parts may reach beyond its radius, logical pixels. */
    static double reach(double radius) {
        return radius * 0.3 + 16;
    }

    void paint(Graphics2D g, ChartNode node, String classes, double x, double y, double radius) {
        NodeStyle style = styles.node(classes);
        if (radius < DOT_BELOW) {
            g.setColor(node.roles().isEmpty() ? style.ink() : style.ring());
            g.fill(symbols.body(style.shape(), x, y, Math.max(radius, 1.1)));
            return;
        }
        Shape body = symbols.body(style.shape(), x, y, radius);
        if (radius >= 9) {
            shadow(g, style, x, y, radius);
        }
        g.setColor(style.fill());
        g.fill(body);
        g.setColor(style.ink());
        double glyph = radius
                * (style.shape() == StyleConstants.Shape.POLYGON
                        ? 1.02
                        : node.kind().acts() ? 1.14 : 1.2);
        double lift = style.shape() == StyleConstants.Shape.POLYGON ? radius * 0.02 : 0;
        g.fill(symbols.glyph(node.kind(), x, y + lift, glyph));
        ring(g, node, style, body, x, y, radius);
        if (radius >= BADGES_FROM) {
            badges(g, node, x, y, radius);
        }
    }

    private void shadow(Graphics2D g, NodeStyle style, double x, double y, double radius) {
        boolean dark = styles.theme() == ChartTheme.DARK;
        for (int k = 3; k >= 1; k--) {
            g.setColor(new Color(0, 0, 0, dark ? 34 : 9));
            g.fill(symbols.body(style.shape(), x, y + 1.3, radius + k * 0.9));
        }
    }

    private void ring(Graphics2D g, ChartNode node, NodeStyle style, Shape body, double x, double y, double radius) {
        float width = (float) (style.ringWidth() * Math.clamp(radius / 18, 0.55, 1.5));
        boolean believed = !node.roles().isEmpty()
                && node.roles().stream().noneMatch(badge -> badge.certainty() == Certainty.STATED);
        g.setStroke(
                believed
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {width * 2.1f, width * 1.25f},
                                0)
                        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(style.ring());
        g.draw(body);
        List<Phase> phases = node.isVictim()
                ? List.of()
                : node.roles().stream()
                        .map(badge -> badge.role().phase())
                        .distinct()
                        .toList();
        if (phases.size() < 2) {
            return;
        }
        Shape clip = g.getClip();
        for (int k = 0; k < phases.size(); k++) {
            double extent = 360.0 / phases.size();
            double size = 4 * radius;
            g.setClip(clip);
            g.clip(new Arc2D.Double(
                    x - size / 2, y - size / 2, size, size, 90 + 45 - (k + 1) * extent, extent, Arc2D.PIE));
            g.setColor(colour(phases.get(k)));
            g.draw(body);
        }
        g.setClip(clip);
    }

    Color colour(Phase phase) {
        return switch (phase) {
            case RECRUITMENT -> styles.theme().colour("recruitment");
            case MOVEMENT -> styles.theme().colour("movement");
            case EXPLOITATION -> styles.theme().colour("exploitation");
            case PROCEEDS -> styles.theme().colour("proceeds");
            case DIRECTION -> styles.theme().colour("direction");
            case PROTECTED -> styles.theme().colour("victim");
        };
    }

    private void badges(Graphics2D g, ChartNode node, double x, double y, double radius) {
        double size = Math.clamp(radius * 0.36, 5.2, 9);
        double step = 2 * Math.asin(Math.min(1, (size + 0.8) / radius));
        double angle = Math.toRadians(-38);
        List<RoleBadge> roles = node.roles();
        int shown = roles.size() > MOST_BADGES ? MOST_BADGES - 1 : roles.size();
        for (int k = 0; k < shown; k++) {
            badge(g, roles.get(k), x + radius * 1.02 * Math.cos(angle), y + radius * 1.02 * Math.sin(angle), size);
            angle -= step;
        }
        if (shown < roles.size()) {
            pill(
                    g,
                    "+" + (roles.size() - shown),
                    x + radius * 1.02 * Math.cos(angle),
                    y + radius * 1.02 * Math.sin(angle),
                    size,
                    styles.theme().colour("neutral-ring"),
                    styles.theme().colour("on-badge"));
        }
    }

    void badge(Graphics2D g, RoleBadge badge, double x, double y, double size) {
        Color colour = colour(badge.role().phase());
        Color canvas = styles.theme().colour("canvas");
        g.setColor(canvas);
        g.fill(new Ellipse2D.Double(x - size - 1.2, y - size - 1.2, 2 * size + 2.4, 2 * size + 2.4));
        Ellipse2D disc = new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        boolean stated = badge.certainty() == Certainty.STATED;
        if (stated) {
            g.setColor(colour);
            g.fill(disc);
        } else {
            double rim = Math.max(1.1, size * 0.18);
            g.setColor(colour);
            g.setStroke(new BasicStroke((float) rim));
            g.draw(new Ellipse2D.Double(x - size + rim / 2, y - size + rim / 2, 2 * size - rim, 2 * size - rim));
        }
        String code = badge.role().code();
        text(
                g,
                code,
                x,
                y,
                size * (code.length() > 1 ? 1.08 : 1.32),
                stated ? styles.theme().colour("on-badge") : colour);
    }

    /** A small rounded label, for counts. */
    void pill(Graphics2D g, String text, double x, double y, double size, Color fill, Color ink) {
        Font font = fonts.bold((float) (size * 1.18), text);
        double width = font.getStringBounds(text, METRICS).getWidth() + size;
        g.setColor(styles.theme().colour("canvas"));
        g.fill(new RoundRectangle2D.Double(
                x - width / 2 - 1.1, y - size * 0.9 - 1.1, width + 2.2, 1.8 * size + 2.2, 2 * size, 2 * size));
        g.setColor(fill);
        g.fill(new RoundRectangle2D.Double(x - width / 2, y - size * 0.9, width, 1.8 * size, 1.8 * size, 1.8 * size));
        text(g, text, x, y, size * 1.18, ink);
    }

    /** A pin: placed by hand. */
    void pin(Graphics2D g, double x, double y, double size) {
        g.setColor(styles.theme().colour("canvas"));
        g.fill(new Ellipse2D.Double(x - size - 1.2, y - size - 1.2, 2 * size + 2.4, 2 * size + 2.4));
        g.setColor(styles.theme().colour("label-muted"));
        g.fill(new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size));
        g.setColor(styles.theme().colour("canvas"));
        g.fill(new Ellipse2D.Double(x - size * 0.38, y - size * 0.38, size * 0.76, size * 0.76));
    }

    private void text(Graphics2D g, String text, double x, double y, double size, Color ink) {
        Font font = fonts.bold((float) size, text);
        Rectangle2D bounds = font.createGlyphVector(METRICS, text).getVisualBounds();
        g.setFont(font);
        g.setColor(ink);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.drawString(text, (float) (x - bounds.getCenterX()), (float) (y - bounds.getCenterY()));
    }
}
