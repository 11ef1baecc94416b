package org.manumit.app.feature.chart.render;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chart's type: the first clean sans-serif of the system, and the system's composite font for text it cannot show
 * (names come in every script). Immutable once made.
 */
public final class ChartFonts {

    private static final List<String> PREFERRED = List.of(
            "Inter",
            "Segoe UI",
            "SF Pro Text",
            "Helvetica Neue",
            "Noto Sans",
            "Open Sans",
            "Roboto",
            "Cantarell",
            "Liberation Sans",
            "Arial",
            "DejaVu Sans");

    private final Font plain;
    private final Font bold;

    /** Looks at the fonts installed. */
    public ChartFonts() {
        Set<String> installed = new HashSet<>(
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
        String family =
                PREFERRED.stream().filter(installed::contains).findFirst().orElse(Font.SANS_SERIF);
        plain = new Font(family, Font.PLAIN, 12);
        bold = new Font(family, Font.BOLD, 12);
    }

    /** These fonts, whatever is installed. */
    public ChartFonts(Font plain, Font bold) {
        this.plain = plain;
        this.bold = bold;
    }

    /** A font that can show the text. */
    public Font plain(float size, String text) {
        return fit(plain, size, text);
    }

    /** A bold font that can show the text. */
    public Font bold(float size, String text) {
        return fit(bold, size, text);
    }

    /** The family in use, for a scene graph that should match. */
    public String family() {
        return plain.getFamily();
    }

    private static Font fit(Font font, float size, String text) {
        Font able = font.canDisplayUpTo(text) < 0 ? font : new Font(Font.SANS_SERIF, font.getStyle(), 12);
        return able.deriveFont(size);
    }
}
