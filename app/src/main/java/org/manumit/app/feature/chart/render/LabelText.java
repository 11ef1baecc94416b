package org.manumit.app.feature.chart.render;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.manumit.app.feature.chart.model.ChartNode;

/** Label lengths and line breaks, shared by layout (how much room) and painter. Stateless but for its fonts. */
public final class LabelText {

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final double LONGEST_LINE = 132;

    private final ChartFonts fonts;

    /** Measures in these fonts. */
    public LabelText(ChartFonts fonts) {
        this.fonts = fonts;
    }

    /** Actors with a role stand out; people to protect do not stand out by weight. */
    static Weight weightOf(ChartNode node) {
        return node.kind().acts() && !node.roles().isEmpty() && !node.isVictim() ? Weight.BOLD : Weight.PLAIN;
    }

    /** Width of a text in logical pixels at zoom 1. */
    public double width(String text, float size, Weight weight) {
        return text.isEmpty()
                ? 0
                : font(text, size, weight).getStringBounds(text, METRICS).getWidth();
    }

    /** The text on one line or, when long, two; what still does not fit ends in an ellipsis. */
    public List<String> lines(String text, float size, Weight weight) {
        double longest = LONGEST_LINE * size / 12;
        if (text.isEmpty()) {
            return List.of();
        }
        if (width(text, size, weight) <= longest) {
            return List.of(text);
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int best = -1;
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            if (at > 0 && at < text.length() && width(text.substring(0, at).strip(), size, weight) <= longest) {
                best = at;
            }
        }
        if (best < 0) {
            return List.of(shortened(text, size, weight, longest));
        }
        return List.of(
                text.substring(0, best).strip(), shortened(text.substring(best).strip(), size, weight, longest));
    }

    private String shortened(String text, float size, Weight weight, double longest) {
        if (width(text, size, weight) <= longest) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "\u2026", size, weight) > longest) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + "\u2026";
    }

    Font font(String text, float size, Weight weight) {
        return switch (weight) {
            case PLAIN -> fonts.plain(size, text);
            case BOLD -> fonts.bold(size, text);
        };
    }

    Rectangle2D bounds(String text, float size, Weight weight) {
        return font(text, size, weight).getStringBounds(text, METRICS);
    }

    /** Draws text with its baseline starting at a point. */
    void draw(Graphics2D g, String text, float size, Weight weight, double x, double baseline) {
        g.setFont(font(text, size, weight));
        g.drawString(text, (float) x, (float) baseline);
    }

    /** Weight of type. */
    public enum Weight {
        PLAIN,
        BOLD
    }
}
