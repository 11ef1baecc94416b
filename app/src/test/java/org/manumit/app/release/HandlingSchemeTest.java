package org.manumit.app.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HandlingSchemeTest {

    @Test
    void releasesToTheAudiencesNamedAndNoOther() {
        HandlingScheme scheme = HandlingScheme.named("5 x 5 x 5");

        assertThat(scheme.releases("1", "1")).isTrue();
        assertThat(scheme.releases("1", "3")).isFalse();
        assertThat(scheme.releases("3", "1")).isFalse();
        assertThat(scheme.releases("1;2", "2")).isTrue();
    }

    @Test
    void releasesWhatIsUngradedToNobody() {
        assertThat(HandlingScheme.FIVE_BY_FIVE_BY_FIVE.releases("", "1")).isFalse();
        assertThat(HandlingScheme.FIVE_BY_FIVE_BY_FIVE.releases(" ", "4")).isFalse();
        assertThat(HandlingScheme.OTHER.releases("", "anybody")).isFalse();
    }

    @Test
    void lets5x5x5CodeFiveOutToNobodyWithoutTheOriginator() {
        assertThat(HandlingScheme.FIVE_BY_FIVE_BY_FIVE.releases("5", "4")).isFalse();
        assertThat(HandlingScheme.FIVE_BY_FIVE_BY_FIVE.releases("1;5", "1")).isFalse();
    }

    @Test
    void letsTheOriginatorReadItsOwnMaterial() {
        assertThat(HandlingScheme.FIVE_BY_FIVE_BY_FIVE.releases("3", "4")).isTrue();
    }

    @Test
    void namesTheAudiencesWhenAskedForAnUnknownOne() {
        assertThatThrownBy(() -> HandlingScheme.FIVE_BY_FIVE_BY_FIVE.requireAudience("9"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("9")
                .hasMessageContaining("police outside the EU");
    }
}
