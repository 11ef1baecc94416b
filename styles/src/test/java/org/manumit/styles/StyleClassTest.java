package org.manumit.styles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StyleClassTest {

    private static String stylesheet(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(StyleClass.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(StyleClass.class)
    void isKnownToTheStylesheet(StyleClass style) throws IOException {
        assertThat(stylesheet("components.css")).containsPattern("\\." + style.css() + "[ :.,{>]");
    }

    @Test
    void usesRolesAndNoColourValuesInComponents() throws IOException {
        assertThat(stylesheet("components.css")).doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b(?=[^{]*;)");
    }

    @Test
    void givesBothThemesTheSameRoles() {
        assertThat(Theme.LIGHT.stylesheets()).hasSameSizeAs(Theme.DARK.stylesheets());
        assertThat(Theme.LIGHT.userAgentStylesheet()).isNotEqualTo(Theme.DARK.userAgentStylesheet());
    }

    @Test
    void fillsBlanksAndCountsInWords() {
        Words words = Words.in(Locale.UK);
        assertThat(words.text("chart.calls", 1)).isEqualTo("1 call");
        assertThat(words.text("chart.calls", 1432)).isEqualTo("1,432 calls");
    }
}
