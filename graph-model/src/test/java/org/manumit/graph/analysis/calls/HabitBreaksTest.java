package org.manumit.graph.analysis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.CaseSketch;

class HabitBreaksTest {

    private static final long START = LocalDate.of(2024, 1, 1).toEpochDay() * 86_400;
    private static final long DAY = 86_400;

    private final CaseSketch sketch = new CaseSketch();

    private void calls(String number, int day, int count) {
        for (int i = 0; i < count; i++) {
            sketch.call(
                    sketch.entity("phone:" + number),
                    sketch.entity("phone:friend"),
                    START + day * DAY + 30_000 + i * 600L,
                    60);
        }
    }

    private List<HabitBreak> found(String number) {
        CallIndex index = CallIndex.of(sketch.graph());
        return HabitBreaks.find(
                index, List.of(index.number(sketch.entity("phone:" + number))), ZoneOffset.UTC, Cancellation.NEVER);
    }

    @Test
    void tellsWhenANumberThatIsUsedDailyFallsSilentAndComesBack() {
        for (int day = 0; day < 60; day++) {
            calls("daily", day, day >= 30 && day < 36 ? 0 : 2);
        }

        assertThat(found("daily")).singleElement().satisfies(silence -> {
            assertThat(silence.kind()).isEqualTo(HabitBreak.Kind.SILENCE);
            assertThat(silence.from()).isEqualTo(LocalDate.of(2024, 1, 31));
            assertThat(silence.to()).isEqualTo(LocalDate.of(2024, 2, 5));
            assertThat(silence.evidence()).hasSize(2);
        });
    }

    @Test
    void tellsWhenItStaysSilentAsFarAsTheFilesReach() {
        for (int day = 0; day < 60; day++) {
            calls("gone", day, day < 40 ? 2 : 0);
            calls("other", day, 1);
        }

        assertThat(found("gone")).singleElement().satisfies(silence -> {
            assertThat(silence.kind()).isEqualTo(HabitBreak.Kind.SILENT_SINCE);
            assertThat(silence.evidence()).hasSize(1);
        });
        assertThat(found("other")).isEmpty();
    }

    @Test
    void takesWeekendsAndSeldomUseForNoSilence() {
        for (int day = 0; day < 84; day++) {
            calls("office", day, day % 7 < 5 ? 2 : 0);
            calls("seldom", day, day % 4 == 0 ? 1 : 0);
        }

        assertThat(found("office")).isEmpty();
        assertThat(found("seldom")).isEmpty();
    }

    @Test
    void tellsABurstWithItsDaysAndWhatTheUsualUseLetsExpect() {
        for (int day = 0; day < 60; day++) {
            calls("busy", day, day == 20 || day == 21 ? 30 : 2);
        }

        assertThat(found("busy")).singleElement().satisfies(burst -> {
            assertThat(burst.kind()).isEqualTo(HabitBreak.Kind.BURST);
            assertThat(burst.from()).isEqualTo(LocalDate.of(2024, 1, 21));
            assertThat(burst.to()).isEqualTo(LocalDate.of(2024, 1, 22));
            assertThat(burst.records()).isEqualTo(60);
            assertThat(burst.expected()).isBetween(4.0, 10.0);
            assertThat(burst.evidence()).hasSize(20);
        });
    }
}
