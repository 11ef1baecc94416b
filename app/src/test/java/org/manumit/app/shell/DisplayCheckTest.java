package org.manumit.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayCheckTest {

    @Test
    void asksForADisplayWhereThereIsNone() {
        assertThat(DisplayCheck.whatIsMissing("Linux", Map.of(), "", library -> true))
                .hasValueSatisfying(missing -> assertThat(missing).contains("DISPLAY is not set"));
    }

    @Test
    void asksForGtkWhereTheDisplayIsThereButGtkIsNot() {
        assertThat(DisplayCheck.whatIsMissing("Linux", Map.of("DISPLAY", ":0"), "", library -> false))
                .hasValueSatisfying(
                        missing -> assertThat(missing).contains("GTK 3").contains("libgtk-3-0"));
    }

    @Test
    void isContentWithADesktopAndWithTheHeadlessToolkit() {
        assertThat(DisplayCheck.whatIsMissing("Linux", Map.of("DISPLAY", ":0"), "", library -> true))
                .isEmpty();
        assertThat(DisplayCheck.whatIsMissing("Windows 11", Map.of(), "", library -> false))
                .isEmpty();
        assertThat(DisplayCheck.whatIsMissing("Linux", Map.of(), "Headless", library -> false))
                .isEmpty();
    }
}
