package org.manumit.app.feature.chart.render;

import java.awt.Color;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A theme of the chart: the value of each colour role, and the stylesheet with these values in it. Immutable.
 */
public final class ChartTheme {

    // Before the themes, which need it to come about.
    private static final Pattern ROLE = Pattern.compile("\\$([a-z][a-z0-9-]*)");

    /** Dark on light; for paper, too. */
    public static final ChartTheme LIGHT = new ChartTheme("light.properties");

    /** Light on dark. */
    public static final ChartTheme DARK = new ChartTheme("dark.properties");

    private final Map<String, Color> roles;
    private final String stylesheet;

    private ChartTheme(String file) {
        Properties values = read(file);
        roles = values.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> Color.decode(values.getProperty(name))));
        // GraphStream stumbles over comments of several lines.
        String rules = text("chart.css").replaceAll("(?s)/\\*.*?\\*/", "");
        stylesheet = ROLE.matcher(rules).replaceAll(match -> hex(role(match)));
    }

    private Color role(java.util.regex.MatchResult match) {
        return colour(match.group(1));
    }

    /**
     * The value of a colour role, for example {@code canvas}.
     *
     * @throws IllegalArgumentException when the theme has no such role
     */
    public Color colour(String role) {
        Color colour = roles.get(role);
        if (colour == null) {
            throw new IllegalArgumentException("the chart theme has no colour role " + role);
        }
        return colour;
    }

    /** The chart stylesheet in GraphStream's language, with this theme's colours; a GraphStream viewer takes it as it is. */
    public String stylesheet() {
        return stylesheet;
    }

    private static String hex(Color colour) {
        return Matcher.quoteReplacement(
                String.format("#%02X%02X%02X", colour.getRed(), colour.getGreen(), colour.getBlue()));
    }

    static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = Symbols.resource(name)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the chart style " + name + " cannot be read", e);
        }
        return properties;
    }

    private static String text(String name) {
        try (Reader reader = Symbols.resource(name)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the chart style " + name + " cannot be read", e);
        }
    }
}
