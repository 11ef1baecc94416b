package org.manumit.styles;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A look of the window: the base theme of its controls and the values of the program's own colour roles. A theme is a
 * new set of values and never a new selector. The roles of the chart ({@code chart/light.properties}) are the roles of
 * the window too, so that a recruiter has one colour everywhere. Immutable.
 */
public enum Theme {
    LIGHT("light.properties"),
    DARK("dark.properties");

    private final String chartRoles;

    Theme(String chartRoles) {
        this.chartRoles = chartRoles;
    }

    /** Address of the base theme, for {@code Application.setUserAgentStylesheet}. */
    public String userAgentStylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    /** Addresses of the stylesheets of a scene, in the order in which they are to be added. */
    public List<String> stylesheets() {
        return List.of(inline(".root{" + chartColours() + "}"), address("tokens.css"), address("components.css"));
    }

    /**
     * Address of a stylesheet that sets the type of the whole window.
     *
     * @param family a font family that this machine has
     */
    public static String typeface(String family) {
        return inline(".root{-fx-font-family:\"" + family.replace("\"", "") + "\";}");
    }

    /** The chart's colour roles as looked-up colours: {@code recruitment-ink} becomes {@code -chart-recruitment-ink}. */
    private String chartColours() {
        StringBuilder css = new StringBuilder();
        new TreeMap<>(read("chart/" + chartRoles)).forEach((role, colour) -> css.append("-chart-")
                .append(role)
                .append(':')
                .append(colour)
                .append(';'));
        return css.toString();
    }

    private static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String address(String resource) {
        URL url = Objects.requireNonNull(Theme.class.getResource(resource), resource);
        return url.toExternalForm();
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(resource), resource)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
