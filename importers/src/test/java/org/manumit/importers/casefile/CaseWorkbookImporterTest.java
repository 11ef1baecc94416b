package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.importers.casefile.WorkbookOf.readFile;
import static org.manumit.importers.casefile.WorkbookOf.sheet;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate.Precision;
import org.manumit.graph.Period;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.spi.ImportOptions;

class CaseWorkbookImporterTest {

    @TempDir
    Path folder;

    @Test
    void resolvesIdsAndExactNamesAcrossSheetsWhateverTheirOrder() {
        ImportDraft draft = sheet("Ties", "who | whom | kind", "P1 | Blue Harbour | hires", "anna  berg | P1 | kin")
                .and("Organisations", "id | name", "O1 | Blue Harbour")
                .and("People", "id | name", "P1 | Otto Lind", "P2 | Anna Berg")
                .read(folder);

        Claim hires = claim(draft, "Ties", 2);
        assertThat(label(draft, hires, Part.WHO)).containsExactly("Otto Lind");
        assertThat(label(draft, hires, Part.WHOM)).containsExactly("Blue Harbour");
        assertThat(label(draft, claim(draft, "Ties", 3), Part.WHO)).containsExactly("Anna Berg");
        assertThat(draft.entities()).extracting(Entity::standing).containsOnly(Entity.Standing.DESCRIBED);
        assertThat(draft.issues()).isEmpty();
    }

    @Test
    void matchesSheetsAndColumnsWithoutRegardToCaseAndSpaces() {
        ImportDraft draft = sheet(
                        " EXPLOITATION", "VICTIM | By | kept_by_victim | KeptBy Victim", "Mira | Otto | 20 | x")
                .and("people", "Name | STATUS", "Mira | Presumed  Victim", "Otto | SUSPECT")
                .read(folder);

        Claim exploitation = claim(draft, " EXPLOITATION", 2);
        assertThat(exploitation.type()).isEqualTo(ClaimType.EXPLOITATION);
        assertThat(exploitation.value("kept by victim")).isEqualTo("20");
        assertThat(exploitation.value("kept by victim (2)")).isEqualTo("x");
        assertThat(claim(draft, "people", 2).value("status")).isEqualTo("presumed victim");
    }

    @Test
    void keepsUnknownColumnsAndWordsAsWrittenAndReportsThem() {
        ImportDraft draft = sheet("Ties", "who | whom | kind | Shoe Size", "A | B | Quarrels with | 44")
                .and("Weather", "day | sky", "Monday | grey")
                .read(folder);

        assertThat(claim(draft, "Ties", 2).values())
                .containsEntry("kind", "Quarrels with")
                .containsEntry("shoe size", "44");
        Claim other = claim(draft, "Weather", 2);
        assertThat(other.type()).isEqualTo(ClaimType.OTHER);
        assertThat(other.values()).containsEntry("day", "Monday").containsEntry("sky", "grey");
        assertThat(draft.issues())
                .anySatisfy(i -> assertThat(i.found()).isEqualTo("Quarrels with"))
                .anySatisfy(i -> {
                    assertThat(i.sheet()).isEqualTo("Weather");
                    assertThat(i.severity()).isEqualTo(Severity.WARNING);
                });
        assertThat(draft.rowsRead()).isEqualTo(2).isEqualTo(draft.rowsAccepted());
    }

    @Test
    void aReferenceToNobodyIsKnownOnlyByReferenceOnceWithAWarning() {
        ImportDraft draft = sheet("Ties", "who | whom | kind", "Otto | P9 | tasks", "P9 | Otto | reports to")
                .and("Members", "who | organisation", "Otto | The Firm")
                .and("Roles", "who | role", "The Firm | SPONSOR")
                .read(folder);

        assertThat(draft.entities())
                .extracting(e -> e.label() + " " + e.kind() + " " + e.standing())
                .containsExactlyInAnyOrder(
                        "Otto PERSON REFERENCE_ONLY",
                        "P9 PERSON REFERENCE_ONLY",
                        "The Firm ORGANISATION REFERENCE_ONLY");
        assertThat(draft.issues())
                .filteredOn(i -> i.severity() == Severity.WARNING)
                .extracting(ImportIssue::found)
                .containsExactlyInAnyOrder("Otto", "P9", "The Firm");
        assertThat(draft.rowsRejected()).isZero();
    }

    @Test
    void anAmbiguousNameIsNeverGuessed() {
        ImportDraft draft = sheet("People", "id | name", "P1 | Maria", "P2 | Maria")
                .and("Ties", "who | whom | kind", "Maria | P1 | kin", "Maria | P2 | kin")
                .read(folder);

        EntityId first = claim(draft, "Ties", 2).first(Part.WHO).orElseThrow();
        EntityId second = claim(draft, "Ties", 3).first(Part.WHO).orElseThrow();
        assertThat(first).isNotEqualTo(second);
        assertThat(entity(draft, first).standing()).isEqualTo(Entity.Standing.REFERENCE_ONLY);
        assertThat(draft.entities()).hasSize(4);
        assertThat(draft.issues())
                .filteredOn(i -> i.message().contains("nobody can say"))
                .hasSize(2);
    }

    @Test
    void aQuestionMarkMeansPresumedPerElement() {
        ImportDraft draft = sheet("People", "id | name | status", "P1 | Anna | suspect; victim?", "P2 | Otto |")
                .and("Premises", "id | occupants | from", "F1 | P1; P2? | 2024-03?")
                .read(folder);

        Claim flat = claim(draft, "Premises", 2);
        assertThat(flat.participants().stream().filter(p -> p.part() == Part.OCCUPANT))
                .extracting(Claim.Participant::certainty)
                .containsExactly(Certainty.STATED, Certainty.PRESUMED);
        assertThat(flat.when().from().orElseThrow().certainty()).isEqualTo(Certainty.PRESUMED);
        assertThat(claim(draft, "People", 2).list("status")).containsExactly("suspect", "victim?");
    }

    @Test
    void keepsThePrecisionOfDates() {
        ImportDraft draft = sheet(
                        "Ties",
                        "who | whom | from | to",
                        "A | B | 2024-03-05 | open",
                        "A | B | 2024-03 | 2024",
                        "A | B | 1990s | ~2024",
                        "A | B | 05.03.2024 | 2024-03-05 14:30",
                        "A | B | 31/02/2024 | soon",
                        "A | B | 03/05/2024 |")
                .read(folder);

        assertThat(period(draft, 2).from().orElseThrow().precision()).isEqualTo(Precision.DAY);
        assertThat(period(draft, 2).end()).isEqualTo(Period.End.OPEN);
        assertThat(period(draft, 3).from().orElseThrow()).hasToString("2024-03");
        assertThat(period(draft, 3).to().orElseThrow()).hasToString("2024");
        assertThat(period(draft, 4).from().orElseThrow()).hasToString("1990s");
        assertThat(period(draft, 4).to().orElseThrow()).hasToString("~2024");
        assertThat(period(draft, 5).from().orElseThrow()).hasToString("2024-03-05");
        assertThat(period(draft, 5).to().orElseThrow().precision()).isEqualTo(Precision.MINUTE);
        assertThat(period(draft, 6).isUnknown()).isTrue();
        assertThat(claim(draft, "Ties", 6).values())
                .containsEntry("from", "31/02/2024")
                .containsEntry("to", "soon");
        assertThat(period(draft, 7).from().orElseThrow()).hasToString("2024");
        assertThat(draft.issues()).filteredOn(i -> i.line() == 6).hasSize(2);
        assertThat(draft.rowsRejected()).isZero();
    }

    @Test
    void gradesFallBackToTheSourceThenToTheCase() {
        ImportDraft draft = sheet(
                        "Ties", "who | whom | source | information grade", "A|B|S1|", "A|B|S1|1", "A|B||", "A|B|S7|")
                .and("Case", "key | value", "source grade | E", "Information Grade | 5", "handling | 5")
                .and("Sources", "id | title | source grade | handling", "S1 | Statement | B | 3")
                .read(folder);

        assertThat(claim(draft, "Ties", 2).grades()).isEqualTo(new Grades("B", "5", "3"));
        assertThat(claim(draft, "Ties", 3).grades()).isEqualTo(new Grades("B", "1", "3"));
        assertThat(claim(draft, "Ties", 4).grades()).isEqualTo(new Grades("E", "5", "5"));
        assertThat(claim(draft, "Ties", 5).provenance().cites()).isEqualTo("S7");
        assertThat(draft.issues()).anySatisfy(i -> assertThat(i.found()).isEqualTo("S7"));
    }

    @Test
    void rowReferencesCountAsExcelDoes() {
        WorkbookOf workbook = sheet("People", "name", "Mira")
                .and("Events", "kind | about", "raid | Mira; statements!2")
                .and(
                        "Statements",
                        "who|says|supports|contradicts",
                        "Mira|x|events!2|Statements!3;Nowhere!2",
                        "Mira|y||");
        ImportDraft draft = workbook.read(folder);

        assertThat(claim(draft, "Events", 2).refersTo())
                .containsExactly(claim(draft, "Statements", 2).id());
        assertThat(claim(draft, "Statements", 2).refersTo())
                .containsExactly(
                        claim(draft, "Events", 2).id(),
                        claim(draft, "Statements", 3).id());
        assertThat(claim(draft, "Statements", 2).value("supports")).isEqualTo("Events!2");
        assertThat(claim(draft, "Statements", 2).value("contradicts")).isEqualTo("Statements!3; Nowhere!2");
        assertThat(draft.issues()).anySatisfy(i -> assertThat(i.found()).isEqualTo("Nowhere!2"));
    }

    @Test
    void aFolderOfCsvFilesIsTheSameThing() {
        WorkbookOf workbook = sheet("People", "id | name | born", "P1 | Anna, \"Ania\" Berg | ~1990", "P2 | Otto |")
                .and("Ties", "who | whom | kind", "P1 | P2 | kin");
        ImportDraft xlsx = workbook.read(folder);
        ImportDraft csv = readFile(workbook.folder(folder.resolve("csv")));

        assertThat(csv.entities()).isEqualTo(xlsx.entities());
        assertThat(csv.claims()).hasSameSizeAs(xlsx.claims());
        for (int i = 0; i < csv.claims().size(); i++) {
            assertThat(csv.claims().get(i).values())
                    .isEqualTo(xlsx.claims().get(i).values());
            assertThat(csv.claims().get(i).participants())
                    .isEqualTo(xlsx.claims().get(i).participants());
            assertThat(csv.claims().get(i).provenance().row())
                    .isEqualTo(xlsx.claims().get(i).provenance().row());
        }
    }

    @Test
    void rowsOfCsvFilesCountAsExcelCountsThemEvenWithLineBreaksInCells() {
        ImportDraft draft = readFile(sheet("People", "name | note", "Anna | first\nsecond\nthird", "Otto | x")
                .folder(folder.resolve("csv")));

        assertThat(draft.claims()).extracting(c -> c.provenance().row()).containsExactly(2L, 3L);
    }

    @Test
    void thingsWithANumberAreThatNumber() {
        ImportDraft draft = sheet("Case", "key | value", "country | Latvia")
                .and(
                        "Phones",
                        "id | number | user | contacts",
                        "T1 | 2612 3456 | Anna | +371 26123457; 00371 26123458",
                        "T2 | | Otto |")
                .and("Accounts", "id | account | holder", "A1 | LV80 BANK 0000 4351 9500 1 | Anna")
                .and("Vehicles", "id | plate | country", "V1 | ab-12 34 | Latvija")
                .and("Papers", "id | number | kind | country", "D1 | lv 123 | passport | LV")
                .and("Adverts", "id | number", "X1 | T1", "X2 | +371 26123456", "X3 | 26123459")
                .and("Payments", "payer | payee", "LV80BANK0000435195001 | T2")
                .read(folder);

        assertThat(draft.entities())
                .extracting(e -> e.id().value())
                .contains(
                        "phone:+37126123456",
                        "phone:+37126123457",
                        "phone:+37126123458",
                        "phone:+37126123459",
                        "account:LV80BANK0000435195001",
                        "vehicle:LV/AB1234",
                        "paper:LV/LV123");
        assertThat(claim(draft, "Adverts", 2).first(Part.NUMBER))
                .contains(EntityId.of(EntityKind.PHONE, "+37126123456"))
                .isEqualTo(claim(draft, "Adverts", 3).first(Part.NUMBER));
        assertThat(claim(draft, "Payments", 2).first(Part.PAYER))
                .contains(EntityId.of(EntityKind.ACCOUNT, "LV80BANK0000435195001"));
        assertThat(label(draft, claim(draft, "Payments", 2), Part.PAYEE)).containsExactly("T2");
    }

    @Test
    void aCorrectedWorkbookMeansTheSamePeopleAgain() {
        WorkbookOf first = sheet("Case", "key | value", "reference | 12/24", "originator | Unit 3")
                .and("People", "id | name", "P1 | Ana Berg", " | Otto Lind");
        WorkbookOf corrected = sheet("Case", "key | value", "originator | Unit 3", "reference | 12/24")
                .and("People", "id | name | born", "P7 | New One |", "P1 | Anna Berg | 1990", " | Otto Lind | 1980");

        assertThat(corrected.read(folder).entities())
                .extracting(Entity::id)
                .containsAll(
                        first.read(folder).entities().stream().map(Entity::id).toList());
    }

    @Test
    void peopleOfTwoWorkbooksAreNeverMergedByIdOrNameAlone() {
        ImportDraft one = sheet("People", "id | name", "P1 | Anna Berg", " | Maria", "P3 |")
                .read(folder);
        ImportDraft other = sheet("People", "id | name", "P1 | Otto Lind", " | Maria", "P3 |", "P4 | x")
                .read(folder);

        assertThat(other.entities())
                .extracting(Entity::id)
                .doesNotContainAnyElementsOf(
                        one.entities().stream().map(Entity::id).toList());
    }

    @Test
    void sameCaseReferenceOfAnotherOriginatorIsAnotherCase() {
        ImportDraft one = sheet("Case", "key | value", "reference | 12/24", "originator | Unit 3")
                .and("People", "id | name", "P1 | Anna Berg")
                .read(folder);
        ImportDraft other = sheet("Case", "key | value", "reference | 12/24", "originator | Unit 4")
                .and("People", "id | name", "P1 | Anna Berg")
                .read(folder);

        assertThat(one.entities().getFirst().id())
                .isNotEqualTo(other.entities().getFirst().id());
    }

    @Test
    void readsCountriesByCodeOrNameOfManyLanguagesAndKeepsRegions() {
        ImportDraft draft = sheet(
                        "People",
                        "name | origin | country",
                        "a | Eastern Europe | Lettland",
                        "b | Rum\u00e4nien; MD? | \u0411\u044a\u043b\u0433\u0430\u0440\u0438\u044f",
                        "c | the hills | UK")
                .read(folder);

        assertThat(claim(draft, "People", 2).values())
                .containsEntry("origin", "Eastern Europe")
                .containsEntry("country", "LV")
                .containsEntry("country as written", "Lettland");
        assertThat(claim(draft, "People", 3).values())
                .containsEntry("origin", "RO; MD?")
                .containsEntry("country", "BG");
        assertThat(claim(draft, "People", 4).values())
                .containsEntry("origin", "the hills")
                .containsEntry("country", "GB");
        assertThat(draft.issues()).extracting(ImportIssue::found).containsExactly("the hills");
    }

    @Test
    void readsAmountsWithThousandsSeparatorsAndCurrencies() {
        ImportDraft draft = sheet(
                        "Payments",
                        "payer | payee | amount | currency | share",
                        "A | B | ~1,200 | \u20ac | 10%",
                        "A | B | 1.200,50 | EUR | 10 per cent",
                        "A | B | 600 EUR | | several",
                        "A | B | lots | doubloon | 250")
                .read(folder);

        assertThat(claim(draft, "Payments", 2).values())
                .containsEntry("amount", "~1200")
                .containsEntry("currency", "EUR")
                .containsEntry("share", "10");
        assertThat(claim(draft, "Payments", 3).values())
                .containsEntry("amount", "1200.50")
                .containsEntry("share", "10");
        assertThat(claim(draft, "Payments", 4).values())
                .containsEntry("amount", "600")
                .containsEntry("currency", "EUR");
        assertThat(draft.issues()).filteredOn(i -> i.line() == 5).hasSize(3);
    }

    @Test
    void nominalPartiesAreNamesOnlyUnlessTheWorkbookKnowsThem() {
        ImportDraft draft = sheet("People", "id | name", "V1 | Mira", "P1 | Otto")
                .and("Payments", "payer | payee | in the name of | received as", "P1 | P1 | V1 | J. Smith")
                .read(folder);

        Claim payment = claim(draft, "Payments", 2);
        assertThat(label(draft, payment, Part.NOMINAL_PAYER)).containsExactly("Mira");
        assertThat(entity(draft, payment.first(Part.NOMINAL_PAYEE).orElseThrow())
                        .standing())
                .isEqualTo(Entity.Standing.NAME_ONLY);
    }

    @Test
    void optionsOverruleTheCasesCountryAndZone() {
        ImportDraft draft = WorkbookOf.read(
                sheet("Case", "key | value", "country | LV", "time zone | Europe/Riga")
                        .and("Phones", "number", "0171 1234567")
                        .xlsx(folder.resolve("x.xlsx")),
                ImportOptions.NONE.withCountry("DE"));

        assertThat(draft.country()).isEqualTo("DE");
        assertThat(draft.zone()).isEqualTo("Europe/Riga");
        assertThat(draft.entities().getFirst().id().value()).isEqualTo("phone:+491711234567");
    }

    private static Claim claim(ImportDraft draft, String sheet, long row) {
        return draft.claims().stream()
                .filter(c ->
                        c.provenance().sheet().equals(sheet) && c.provenance().row() == row)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no claim of " + sheet + "!" + row));
    }

    private static Period period(ImportDraft draft, long row) {
        return claim(draft, "Ties", row).when();
    }

    private static Entity entity(ImportDraft draft, EntityId id) {
        return draft.entities().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> label(ImportDraft draft, Claim claim, Part part) {
        return claim.holders(part).map(id -> entity(draft, id).label()).toList();
    }
}
