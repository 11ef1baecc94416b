package org.manumit.importers.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;

final class TextFinderTest {

    private static KnownCase known() {
        return new KnownCase()
                .person("ana", "Ana Popescu", "")
                .person("dan", "Dan Popescu", "")
                .person("ivan", "Ivan Petrov", "")
                .premises("flat", "Str. Florilor 12", "Bari")
                .thing(EntityKind.VEHICLE, "RO/B99XYZ", "B 99 XYZ")
                .thing(EntityKind.PHONE, "+40722123456", "+40722123456");
    }

    private static List<Finding> found(String text) {
        return found(Map.of(1, text));
    }

    private static List<Finding> found(Map<Integer, String> paragraphs) {
        return CaseFindings.of(known().document('b', "RO", paragraphs).graph()).all(Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void offersEverybodyOfASurnameAndSaysThatItIsWeak() {
        assertThat(found("Apoi Popescu a plecat.")).singleElement().satisfies(finding -> {
            assertThat(finding.matches())
                    .containsExactly(EntityId.of(EntityKind.PERSON, "ana"), EntityId.of(EntityKind.PERSON, "dan"));
            assertThat(finding.sureness()).isEqualTo(Sureness.WEAK);
            assertThat(finding.why()).contains("surname only", "2 of that name");
        });
    }

    @Test
    void trustsASurnameMoreOnceTheDocumentGaveTheFullName() {
        assertThat(found("Ivan Petrov came. Petrov left."))
                .extracting(Finding::sureness)
                .containsExactly(Sureness.SURE, Sureness.LIKELY);
    }

    @Test
    void findsAKnownPlateWithoutAnyWordAboutAVehicle() {
        assertThat(found("acolo era B-99-XYZ")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.VEHICLE);
            assertThat(finding.matches()).containsExactly(EntityId.of(EntityKind.VEHICLE, "RO/B99XYZ"));
        });
    }

    private static List<String> foundIn(String country, String text) {
        return CaseFindings.of(
                        new KnownCase().document('c', country, Map.of(1, text)).graph())
                .all(Progress.NONE, Cancellation.NEVER)
                .stream()
                .map(finding -> finding.kind() + " " + finding.value())
                .toList();
    }

    @Test
    void findsAccountNumbersOfOneCountryAfterWordsThatSayAccount() {
        assertThat(foundIn("GB", "Paid into B. Moor, sort code 20-45-77, account number 63019284, on demand."))
                .containsExactly("ACCOUNT 63019284");
        assertThat(foundIn("NG", "He gave me his Zenith A/C No. 2088114730 and left."))
                .containsExactly("ACCOUNT 2088114730");
        assertThat(foundIn("VN", "v\u00e0o t\u00e0i kho\u1ea3n s\u1ed1 0101447182093 t\u1ea1i ng\u00e2n h\u00e0ng"))
                .containsExactly("ACCOUNT 0101447182093");
        assertThat(foundIn("GB", "I gave an account of it under case 447182093."))
                .isEmpty();
    }

    @Test
    void findsAmountsInTheMoneyOfOtherContinents() {
        assertThat(foundIn("NG", "N450,000.00 then \u20a625,000 and 1.2 million naira"))
                .containsExactly("AMOUNT 450000 NGN", "AMOUNT 25000 NGN", "AMOUNT 1200000 NGN");
        assertThat(foundIn("VN", "18.000 b\u1ea3ng Anh, 200.000.000 \u0111\u1ed3ng"))
                .containsExactly("AMOUNT 18000 GBP", "AMOUNT 200000000 VND");
        assertThat(foundIn("IN", "Rs. 50,000 and 2 lakh rupees"))
                .containsExactly("AMOUNT 50000 INR", "AMOUNT 200000 INR");
    }

    @Test
    void takesAPlateForAPlateAndNotForMoney() {
        assertThat(foundIn("ES", "un turismo blanco con matr\u00edcula 4417 LKR en la puerta"))
                .containsExactly("VEHICLE 4417LKR");
        assertThat(foundIn("VN", "xe \u00f4 t\u00f4 bi\u1ec3n ki\u1ec3m so\u00e1t 37A-447.18 ra s\u00e2n bay"))
                .containsExactly("VEHICLE 37A44718");
        assertThat(foundIn("LK", "He paid 4417 LKR for it.")).containsExactly("AMOUNT 4417 LKR");
    }

    @Test
    void readsDatesWhoseMonthsAreCountedAndShortOnesAfterAWordOfTime() {
        assertThat(foundIn("VN", "ng\u00e0y 05 th\u00e1ng 10 n\u0103m 2023, th\u00e1ng 3 n\u0103m 2022"))
                .containsExactly("DATE 2023-10-05", "DATE 2022-03");
        assertThat(foundIn("DE", "Sie erstattete am 4.9.23 Anzeige nach Ziffer 1.2.24 der Ordnung."))
                .containsExactly("DATE 2023-09-04");
    }

    @Test
    void offersANumberThatIsCalledOneThoughNobodyUsesItsRangeAndNoNumberOfAFile() {
        assertThat(foundIn("GB", "He sent me a text from 07700 900 614 that night."))
                .containsExactly("PHONE +447700900614");
        assertThat(foundIn("DE", "Az.: 14.2-447182/23, Tagebuch-Nr. 2023-118447"))
                .isEmpty();
    }

    @Test
    void findsTheNumberOfADrivingLicence() {
        assertThat(foundIn("NG", "My driver's licence number is AKD44718AA25.")).containsExactly("PAPER AKD44718AA25");
    }

    @Test
    void findsCardsPolishAccountsAndPlatesOfNoKnownForm() {
        assertThat(foundIn("IT", "versava sulla Postepay n. 4023 6009 1183 7741 ogni mese"))
                .containsExactly("ACCOUNT 4023600911837741");
        assertThat(foundIn("PL", "przelewem z konta 61 1090 1014 0000 0712 1981 2874, tytu\u0142em pomoc"))
                .containsExactly("ACCOUNT PL61109010140000071219812874");
        assertThat(foundIn("US", "a gray car bearing Florida tag QX4 71B.")).containsExactly("VEHICLE QX471B");
        assertThat(foundIn("IT", "Il debito era di 25mila euro.")).containsExactly("AMOUNT 25000 EUR");
    }

    @Test
    void takesNoPlateForOneWhereNothingSpeaksOfAVehicle() {
        assertThat(found("formularul AB 12 XYZ și anexa TM 07 ABC")).isEmpty();
    }

    @Test
    void readsTheNumberOfAPassportFromItsMachineReadableLines() {
        assertThat(found("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(FindingKind.PAPER);
                    assertThat(finding.value()).isEqualTo("L898902C3");
                    assertThat(finding.sureness()).isEqualTo(Sureness.SURE);
                });
        assertThat(found("L898902C37UTO7408122F1204159ZE184226B<<<<<10")).isEmpty();
    }

    @Test
    void partsNumbersThatStandSideBySide() {
        assertThat(found("tel 0722 123 456 0744 555 666"))
                .extracting(Finding::value)
                .containsExactly("+40722123456", "+40744555666");
    }

    @Test
    void saysThatCheckDigitsDoNotFit() {
        assertThat(found("IBAN RO50AAAA1B31007593840000"))
                .singleElement()
                .extracting(Finding::sureness)
                .isEqualTo(Sureness.WEAK);
    }

    @Test
    void findsNothingNewNextToAParagraphThatWasRefused() {
        // paragraph 2 was refused on import because of a shelter
        assertThat(found(Map.of(1, "Ana Popescu spoke.", 3, "Telefon 0744 555 666, Ana Popescu")))
                .extracting(Finding::kind)
                .containsOnly(FindingKind.NAME);
    }

    @Test
    void findsNoNumberInASentenceThatMayGiveAwayAShelter() {
        assertThat(found("She lives in the refuge now, phone 0744 555 666. My phone is 0745 555 666."))
                .extracting(Finding::value)
                .containsExactly("+40745555666");
    }

    @Test
    void placesOfFindingsHoldInLongPassages() {
        String filler = "Nothing of note was said there. ".repeat(3_000);
        String text = filler + "Call 0722 123 456. " + filler;
        assertThat(found(text)).singleElement().satisfies(finding -> {
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo("0722 123 456");
            assertThat(text.substring(finding.sentenceStart(), finding.sentenceEnd()))
                    .isEqualTo("Call 0722 123 456.");
        });
    }

    @Test
    void isNotHeldUpByTextsMadeToHoldItUp() {
        for (String unit :
                List.of("1 ", "1.", "+4", "(", "a@", "A1-", "RO49AAAA", "05.03.", "1.000.", "<", "Popescu ")) {
            String text = unit.repeat(200_000 / unit.length());
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> found(text), unit);
        }
    }

    @Test
    void stopsWhenCancelled() {
        CaseFindings findings =
                CaseFindings.of(known().document('b', "RO", Map.of(1, "text")).graph());
        assertThatThrownBy(() -> findings.all(Progress.NONE, () -> true)).isInstanceOf(CancelledException.class);
    }
}
