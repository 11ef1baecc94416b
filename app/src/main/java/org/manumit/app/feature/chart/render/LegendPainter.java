package org.manumit.app.feature.chart.render;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import org.manumit.app.feature.chart.model.Certainty;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartRole;
import org.manumit.app.feature.chart.render.LabelText.Weight;

/** Draws the marks of a legend, singly for the screen and as a strip for pictures. Stateless but for its styles. */
public final class LegendPainter {

    /** Width of one mark, logical pixels. */
    public static final double MARK_WIDTH = 30;

    /** Height of one mark, logical pixels. */
    public static final double MARK_HEIGHT = 21;

    private static final double LINE_HEIGHT = 26;
    private static final double HEADING = 82;

    private final ChartStyles styles;
    private final LabelText text;
    private final SymbolPainter symbols;

    /** A painter of marks in these styles. */
    public LegendPainter(ChartStyles styles, Symbols glyphs, ChartFonts fonts) {
        this.styles = styles;
        text = new LabelText(fonts);
        symbols = new SymbolPainter(styles, glyphs, fonts);
    }

    /** Draws the mark of an entry in a box of {@link #MARK_WIDTH} by {@link #MARK_HEIGHT} at a point. */
    public void mark(Graphics2D g, Legend.Entry entry, double left, double top) {
        SpriteCache.smooth(g);
        double x = left + MARK_WIDTH / 2;
        double y = top + MARK_HEIGHT / 2;
        switch (entry) {
            case Legend.KindEntry kind -> {
                ChartNode node = ChartNode.of("legend", "", kind.kind());
                symbols.paint(g, node, kind.kind().styleClass(), x, y, 9);
            }
            case Legend.RoleEntry role
            when role.badge().role() == ChartRole.VICTIM && role.badge().certainty() == Certainty.STATED -> {
                ChartNode node = ChartNode.of("legend", "", org.manumit.app.feature.chart.model.NodeKind.PERSON)
                        .withRoles(List.of(role.badge()));
                symbols.paint(g, node, "person,victim", x, y - 1, 8.2);
            }
            case Legend.RoleEntry role -> symbols.badge(g, role.badge(), x, y, 8);
            case Legend.LinkEntry link ->
                line(g, styles.link(link.kind().styleClass() + ",stated"), left, y, Arrow.SHOWN);
            case Legend.CertaintyEntry certainty ->
                line(
                        g,
                        styles.link("tasking," + certainty.certainty().name().toLowerCase(Locale.ROOT)),
                        left,
                        y,
                        Arrow.NONE);
        }
    }

    private enum Arrow {
        SHOWN,
        NONE
    }

    private void line(Graphics2D g, LinkStyle style, double left, double y, Arrow arrow) {
        g.setColor(style.line());
        float width = 2f;
        g.setStroke(
                switch (style.mode()) {
                    case DASHES ->
                        new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);
                    case DOTS ->
                        new BasicStroke(
                                width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.1f, 5}, 0);
                    case NONE, PLAIN, DOUBLE -> new BasicStroke(width);
                });
        double right = left + MARK_WIDTH - (arrow == Arrow.SHOWN ? 8 : 3);
        g.draw(new Line2D.Double(left + 3, y, right, y));
        if (arrow == Arrow.SHOWN) {
            Path2D head = new Path2D.Double();
            head.moveTo(right + 6, y);
            head.lineTo(right - 2, y - 4);
            head.lineTo(right, y);
            head.lineTo(right - 2, y + 4);
            head.closePath();
            g.fill(head);
        }
    }

    /** Height of the legend as a strip of this width, logical pixels. */
    public double height(Legend legend, double width) {
        return flow(null, legend, 0, 0, width);
    }

    /** Draws the legend as a strip of this width. */
    public void paint(Graphics2D g, Legend legend, double left, double top, double width) {
        flow(g, legend, left, top, width);
    }

    private double flow(
            @org.jspecify.annotations.Nullable Graphics2D g, Legend legend, double left, double top, double width) {
        double y = top;
        for (Legend.Section section : legend.sections()) {
            double x = left + HEADING;
            if (g != null) {
                g.setColor(styles.theme().colour("label-muted"));
                text.draw(g, section.title(), 11.5f, Weight.BOLD, left, y + 15);
            }
            for (Legend.Entry entry : section.entries()) {
                double need = MARK_WIDTH + 4 + text.width(entry.label(), 11.5f, Weight.PLAIN) + 16;
                if (x + need > left + width && x > left + HEADING) {
                    x = left + HEADING;
                    y += LINE_HEIGHT;
                }
                if (g != null) {
                    mark(g, entry, x, y);
                    g.setColor(styles.theme().colour("label"));
                    text.draw(g, entry.label(), 11.5f, Weight.PLAIN, x + MARK_WIDTH + 4, y + 15);
                }
                x += need;
            }
            y += LINE_HEIGHT;
        }
        return y - top;
    }
}
