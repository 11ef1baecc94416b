package org.manumit.importers.tabular.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.importers.tabular.CellKind;

class ValueReadingTest {

    private static MomentReading learn(String... cells) {
        MomentLearner learner = new MomentLearner();
        Arrays.stream(cells).forEach(cell -> learner.add(cell, CellKind.TEXT));
        return learner.reading();
    }

    private static <T> T value(Parsed<T> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Value.class);
        return ((Parsed.Value<T>) parsed).value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-03-02 07:13:30|2014-03-02T07:13:30",
                "2014-03-02T07:13:30.250|2014-03-02T07:13:30.250",
                "2015-1-13|2015-01-13T00:00",
                "20140302|2014-03-02T00:00",
                "20140302071330|2014-03-02T07:13:30",
                "20140302T071330|2014-03-02T07:13:30",
                "2014-03-02-07.13.30|2014-03-02T07:13:30",
                "02.03.2014 07:13|2014-03-02T07:13",
                "2. 3. 2014 7:13:30|2014-03-02T07:13:30",
                "2014. 03. 02. 07:13:30|2014-03-02T07:13:30",
                "2014. március 2. 07:13|2014-03-02T07:13",
                "02/03/14 7.13.30|2014-03-02T07:13:30",
                "5 Mar 2024 11:05 PM|2024-03-05T23:05",
                "05-MAR-24|2024-03-05T00:00",
                "5. März 2024|2024-03-05T00:00",
                "5 de marzo de 2024, 09:08:07|2024-03-05T09:08:07",
                "5 février 2024 à 10:00|2024-02-05T10:00",
                "03.03.2024. u 07:11:05|2024-03-03T07:11:05",
                "03.03.2024 г.|2024-03-03T00:00",
                "3/3/2567 07:11|2024-03-03T07:11",
                "March 5, 2024 12:00 am|2024-03-05T00:00",
                "Di, 05.03.2024|2024-03-05T00:00",
                "5 мар. 2024|2024-03-05T00:00",
                "5 Μαρτίου 2024|2024-03-05T00:00",
                "31/02/2024|",
                "5 listopad 2024|",
                "hello|",
                "25:00|",
                "2024-03-05 24:01:00|",
                "12345|"
            })
    void readsDatesAsPeopleWriteThem(String cell, String expected) {
        Parsed<Moment> parsed = MomentReading.written(DateOrder.DAY_FIRST).read(cell, CellKind.TEXT);
        if (expected == null) {
            assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
        } else {
            assertThat(value(parsed).local()).isEqualTo(LocalDateTime.parse(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-07-01T12:00:00Z, 2024-07-01T12:00:00Z",
        "2024-07-01 12:00:00+02:00, 2024-07-01T10:00:00Z",
        "2024-07-01 12:00:00 CEST, 2024-07-01T10:00:00Z",
        "01/07/2024 12:00 UTC+3, 2024-07-01T09:00:00Z",
        "2024-07-01 12:00:00, 2024-07-01T09:00:00Z",
    })
    void keepsTheZoneACellNamesAndFallsBackToTheOneGiven(String cell, String instant) {
        Moment moment = value(MomentReading.written(DateOrder.DAY_FIRST).read(cell, CellKind.TEXT));
        assertThat(moment.toInstant(ZoneId.of("Europe/Bucharest"))).hasToString(instant);
    }

    @Test
    void decidesDayAgainstMonthFromTheWholeColumn() {
        assertThat(learn("03/04/2024", "13/04/2024").order()).isEqualTo(DateOrder.DAY_FIRST);
        MomentReading month = learn("03/04/2024", "04/13/2024");
        assertThat(month.order()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(month.reason()).contains("month first").contains("1 value has a second number above 12");
        assertThat(month.read("13/04/2024", CellKind.TEXT))
                .isEqualTo(Parsed.malformed("13/04/2024", "a date, month first, such as 12/31/2024"));
        assertThat(learn("2024-03-04").order()).isEqualTo(DateOrder.YEAR_FIRST);
    }

    @Test
    void takesTheOrderInWhichRowsAreSortedWhenNoNumberTells() {
        MomentReading reading =
                learn("01/09/2024", "01/10/2024", "01/11/2024", "01/12/2024", "02/01/2024", "02/02/2024");
        assertThat(reading.order()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(reading.assurance()).isEqualTo(MomentReading.Assurance.ASSUMED);
        assertThat(learn("03/04/2024").reason()).contains("assumed");
    }

    @Test
    void readsEpochSecondsMillisecondsAndSpreadsheetDays() {
        MomentReading seconds = learn("1393744410", "1393744411");
        assertThat(seconds.form()).isEqualTo(MomentReading.Form.EPOCH_SECONDS);
        assertThat(value(seconds.read("1393744410", CellKind.TEXT)).toInstant(ZoneId.of("Asia/Tokyo")))
                .hasToString("2014-03-02T07:13:30Z");
        assertThat(value(learn("1393744410000").read("1393744410000", CellKind.TEXT))
                        .toInstant(ZoneId.of("UTC")))
                .hasToString("2014-03-02T07:13:30Z");
        assertThat(value(learn("41700.3010416667").read("41700,3010416667", CellKind.TEXT))
                        .local())
                .isEqualTo(LocalDateTime.parse("2014-03-02T07:13:30"));
    }

    @Test
    void doesNotTakeStepsForDates() {
        MomentLearner learner = new MomentLearner();
        for (int step = 0; step < 150; step++) {
            learner.add(Integer.toString(step), CellKind.TEXT);
        }
        assertThat(learner.share()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"14:35,14:35", "2:35:07 PM,14:35:07", "143507,14:35:07", "14.35.07,14:35:07", "90507,09:05:07"})
    void readsTimesOfDay(String cell, String expected) {
        assertThat(value(MomentReading.written(DateOrder.DAY_FIRST).readTime(cell, CellKind.TEXT)))
                .isEqualTo(LocalTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "126|126",
                "126.0|126",
                "1:35|95",
                "01:01:35|3695",
                "1m 35s|95",
                "1h2m3s|3723",
                "1 min 20 sec|80",
                "PT1M20S|80",
                "00h01m20s|80",
                "95 sek.|95",
                "-5|",
                "hi|",
                "1:75|",
                "99999999|"
            })
    void readsDurations(String cell, Long seconds) {
        Parsed<Duration> parsed = DurationReading.SECONDS.read(cell, CellKind.TEXT);
        if (seconds == null) {
            assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
        } else {
            assertThat(value(parsed)).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void takesTheUnitOfADurationFromTheHeader() {
        DurationLearner minutes = new DurationLearner("Dauer (min)");
        minutes.add("2,5", CellKind.TEXT);
        assertThat(value(minutes.reading().read("2,5", CellKind.TEXT))).isEqualTo(Duration.ofSeconds(150));
        assertThat(new DurationLearner("duration_ms").reading().unit()).isEqualTo(DurationReading.Unit.MILLISECONDS);
        assertThat(new DurationLearner("Duration (min:sec)").reading().unit()).isEqualTo(DurationReading.Unit.SECONDS);
    }

    private static MoneyReading money(String... cells) {
        DecimalLearner learner = new DecimalLearner();
        Arrays.stream(cells).forEach(cell -> learner.add(cell, CellKind.TEXT));
        return new MoneyReading(learner.reading());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 EUR|1234.56|EUR",
                "€ 12,50|12.50|EUR",
                "-12,00|-12.00|",
                "12,00-|-12.00|",
                "(12,00)|-12.00|",
                "-€12,00|-12.00|EUR",
                "12,00 S|-12.00|",
                "12,00 H|12.00|",
                "1 234 567,89 zł|1234567.89|PLN",
                "1\u00a0234,50 lei|1234.50|RON",
                "1'234,50|1234.50|",
                "0,10|0.10|",
                "500|500|",
                "500,-|500|",
                "12 EUR USD||",
                "abc||",
                "1.23,45||",
                "12.34||"
            })
    void readsAmountsWithDecimalCommaExactly(String cell, BigDecimal amount, String currency) {
        Parsed<Money> parsed = money("1,25").read(cell, CellKind.TEXT);
        if (amount == null) {
            assertThat(parsed).isInstanceOf(Parsed.Malformed.class);
        } else {
            assertThat(value(parsed)).isEqualTo(new Money(amount, Optional.ofNullable(currency)));
        }
    }

    @Test
    void decidesTheDecimalMarkFromTheWholeColumn() {
        assertThat(value(money("1.234", "17,5").read("1.234", CellKind.TEXT)).amount())
                .isEqualTo(new BigDecimal("1234"));
        assertThat(value(money("1,234", "17.5").read("1,234", CellKind.TEXT)).amount())
                .isEqualTo(new BigDecimal("1234"));
        assertThat(value(money("103.55").read("103.55", CellKind.TEXT)).amount())
                .isEqualTo(new BigDecimal("103.55"));
        assertThat(value(money("0.125").read("0.125", CellKind.TEXT)).amount()).isEqualTo(new BigDecimal("0.125"));
        assertThat(money("1.234").decimals().assurance()).isEqualTo(MomentReading.Assurance.ASSUMED);
        assertThat(value(money("12,34,567.89").read("12,34,567.89", CellKind.TEXT))
                        .amount())
                .isEqualTo(new BigDecimal("1234567.89"));
        assertThat(value(money("1,5").read("1234.5", CellKind.NUMBER)).amount()).isEqualTo(new BigDecimal("1234.5"));
    }

    @Test
    void findsTheCurrencyInAHeader() {
        assertThat(CurrencyWords.inHeader("Betrag (EUR)")).contains("EUR");
        assertThat(CurrencyWords.inHeader("amount_usd")).contains("USD");
        assertThat(CurrencyWords.inHeader("Kwota zł")).contains("PLN");
        assertThat(CurrencyWords.inHeader("Amount in all")).isEmpty();
        assertThat(CurrencyWords.inHeader("Suma")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RO|+40722123456|+40722123456",
                "RO|0040 722 123 456|+40722123456",
                "RO|0722-123-456|+40722123456",
                "RO|722123456|+40722123456",
                "RO|40722123456|+40722123456",
                "RO|tel:+40722123456|+40722123456",
                "RO|40722123456.0|+40722123456",
                "RO|=\"0722123456\"|+40722123456",
                "RO|+33612345678|+33612345678",
                "RO|33612345678|+33612345678",
                "IN|(080)46304537|+918046304537",
                "GB|+44 (0)20 7946 0018|+442079460018",
                "IT|02 1234 5678|+390212345678",
                "|+40722123456|+40722123456",
                "|0040722123456|+40722123456",
                "GB|07700 900744|+447700900744",
                "GB|+44 7700 900744|+447700900744",
            })
    void bringsOneNumberToOneSpelling(String home, String cell, String expected) {
        PhoneReading reading = new PhoneNumbers(Optional.ofNullable(home)).read(cell);
        assertThat(reading).isEqualTo(new PhoneReading(expected, PhoneReading.Form.NORMALISED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RO|770000000|AS_WRITTEN",
                "RO|A|NAME",
                "RO|A_orange|NAME",
                "RO|1569|SHORT_CODE",
                "RO|112|SHORT_CODE",
                "RO|*100#|SHORT_CODE",
                "RO|VODAFONE|NAME",
                "RO|1-800-FLOWERS|NAME",
                "RO|Unbekannt|WITHHELD",
                "RO|4.0722E+10|TRUNCATED",
                "|0722123456|AS_WRITTEN",
                "|722123456|AS_WRITTEN",
                "RO|99999999999999999999|AS_WRITTEN",
                "RO|0722123456;9|AS_WRITTEN",
            })
    void keepsWhatIsNoCertainNumberAsWritten(String home, String cell, PhoneReading.Form form) {
        PhoneReading reading = new PhoneNumbers(Optional.ofNullable(home)).read(cell);
        assertThat(reading).isEqualTo(new PhoneReading(cell, form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RO", "DE", "IN", "IT", "GB", "PL", "HU"})
    void neverMergesNumbersThatDiffer(String home) {
        PhoneNumbers numbers = new PhoneNumbers(Optional.of(home));
        List<String> different = List.of(
                "0722123456",
                "0722123457",
                "+40722123458",
                "+36722123456",
                "112",
                "1112",
                "A",
                "B",
                "770000000",
                "770000001",
                "00447911123456",
                "07911123457");
        assertThat(different.stream().map(n -> numbers.read(n).value()).distinct())
                .hasSameSizeAs(different);
    }

    @Test
    void readsDatesOfANewestFirstListInTheOrderThatNeverTurns() {
        MomentLearner learner = new MomentLearner();
        for (String cell : List.of("05/04/2024", "02/04/2024", "11/03/2024", "09/03/2024", "08/01/2024")) {
            learner.add(cell, CellKind.TEXT);
        }
        assertThat(learner.reading().order()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(learner.reading().assurance()).isEqualTo(MomentReading.Assurance.ASSUMED);
    }

    @Test
    void takesWhatChangesFasterForTheDay() {
        MomentLearner learner = new MomentLearner();
        for (String cell : List.of("03/05/24", "03/08/24", "03/09/24", "03/10/24", "03/12/24")) {
            learner.add(cell, CellKind.TEXT);
        }
        assertThat(learner.reading().order()).isEqualTo(DateOrder.MONTH_FIRST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48°51'24.0\"N|48.856667",
                "2°21'08\"W|-2.352222",
                "S 33° 52' 10\"|-33.869444",
                "N48.8566|48.8566",
                "2.35 W|-2.35",
                "19°25'42.1\"O|",
                "48°61'00\"N|",
                "2024-03-01|"
            })
    void readsDegreesAsChartsAndOperatorsWriteThem(String cell, String expected) {
        Optional<BigDecimal> read = Degrees.read(cell, CellKind.TEXT, DecimalReading.POINT, 180);
        assertThat(read.map(BigDecimal::toPlainString)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void readsNumbersWithoutAPlusAsInternationalWhereAllOfTheColumnAre() {
        PhoneNumbers german = new PhoneNumbers(Optional.of("DE"));
        List<String> cells = List.of("4917012345678", "4915112345678", "4916012345678", "4917112345678", "40722123412");
        assertThat(german.bareAreInternational(cells)).isPresent();
        assertThat(german.withBareInternational().read("40722123412").value()).isEqualTo("+40722123412");
        assertThat(german.read("4917012345678").value()).isEqualTo("+4917012345678");
    }
}
