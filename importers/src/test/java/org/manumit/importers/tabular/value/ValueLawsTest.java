package org.manumit.importers.tabular.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.manumit.importers.tabular.CellKind;

/** Laws of reading values: what is written in a spelling is read back as it was. */
class ValueLawsTest {

    record Spelling(String pattern, DateOrder order) {}

    @Provide
    Arbitrary<Spelling> spellings() {
        return Arbitraries.of(List.of(
                new Spelling("yyyy-MM-dd HH:mm:ss", DateOrder.YEAR_FIRST),
                new Spelling("yyyy-MM-dd'T'HH:mm:ss", DateOrder.YEAR_FIRST),
                new Spelling("yyyyMMddHHmmss", DateOrder.YEAR_FIRST),
                new Spelling("yyyyMMdd HHmmss", DateOrder.YEAR_FIRST),
                new Spelling("yyyy/M/d H:mm:ss", DateOrder.YEAR_FIRST),
                new Spelling("dd.MM.yyyy HH:mm:ss", DateOrder.DAY_FIRST),
                new Spelling("d/M/yyyy H:mm:ss", DateOrder.DAY_FIRST),
                new Spelling("d-M-yy HH.mm.ss", DateOrder.DAY_FIRST),
                new Spelling("M/d/yyyy h:mm:ss a", DateOrder.MONTH_FIRST),
                new Spelling("MM-dd-yyyy HH:mm:ss", DateOrder.MONTH_FIRST),
                new Spelling("d MMM yyyy HH:mm:ss", DateOrder.DAY_FIRST),
                new Spelling("MMMM d, yyyy HH:mm:ss", DateOrder.DAY_FIRST)));
    }

    @Property
    void readsADateBackFromEverySpelling(
            @ForAll("spellings") Spelling spelling, @ForAll @IntRange(min = 0, max = 1_500_000_000) int second) {
        LocalDateTime moment = LocalDateTime.of(2000, 1, 1, 0, 0).plusSeconds(second);
        String text =
                DateTimeFormatter.ofPattern(spelling.pattern(), Locale.ENGLISH).format(moment);
        Parsed<Moment> parsed = MomentReading.written(spelling.order()).read(text, CellKind.TEXT);
        assertThat(parsed)
                .isInstanceOfSatisfying(Parsed.Value.class, value -> assertThat(((Moment) value.value()).local())
                        .isEqualTo(moment));
    }

    @Property
    void readsAnAmountBackExactlyFromBothSpellings(
            @ForAll @Scale(2) @BigRange(min = "-9999999999.99", max = "9999999999.99") BigDecimal amount,
            @ForAll boolean comma) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(comma ? ',' : '.');
        symbols.setGroupingSeparator(comma ? '.' : ',');
        String text = new DecimalFormat("#,##0.00", symbols).format(amount);
        DecimalLearner learner = new DecimalLearner();
        learner.add(text, CellKind.TEXT);
        assertThat(learner.reading().read(text, CellKind.TEXT))
                .isEqualTo(Parsed.of(amount.setScale(2, java.math.RoundingMode.UNNECESSARY)));
    }

    @Property
    void readsADurationBackFromEverySpelling(@ForAll @IntRange(min = 0, max = 2_000_000) int seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        String clock = "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
        String words = "%dh %dm %ds".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
        for (String text : List.of(Integer.toString(seconds), clock, words, duration.toString())) {
            assertThat(DurationReading.SECONDS.read(text, CellKind.TEXT))
                    .as(text)
                    .isEqualTo(Parsed.of(duration));
        }
    }

    @Property
    void aReadingNeverThrows(@ForAll String text) {
        MomentReading.written(DateOrder.DAY_FIRST).read(text, CellKind.TEXT);
        MomentReading.written(DateOrder.DAY_FIRST).readTime(text, CellKind.TEXT);
        DurationReading.SECONDS.read(text, CellKind.TEXT);
        new MoneyReading(DecimalReading.COMMA).read(text, CellKind.TEXT);
        new MoneyReading(DecimalReading.POINT).read(text, CellKind.TEXT);
        MomentLearner moments = new MomentLearner();
        moments.add(text, CellKind.TEXT);
        assertThat(moments.reading()).isNotNull();
        DecimalLearner decimals = new DecimalLearner();
        decimals.add(text, CellKind.TEXT);
        assertThat(decimals.reading()).isNotNull();
        if (!text.isEmpty()) {
            assertThat(new PhoneNumbers(java.util.Optional.of("RO")).read(text)).isNotNull();
        }
    }
}
