package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.importers.casefile.WorkbookOf.sheet;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.graph.Entity;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

class ShelterTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shelter",
                "Shelter",
                "victims' shelter",
                "victims\u2019 shelter",
                "women's shelter",
                "Women\u2019s Refuge Riga",
                "shelter for victims of trafficking",
                "safe house",
                "safe-house for women",
                "NGO safehouse",
                "protected accommodation",
                "crisis centre",
                "refuge",
                "Frauenhaus",
                "casa rifugio",
                "casa de acogida",
                "foyer d'h\u00e9bergement",
                "Schutzwohnung der Caritas",
                "kvinnojour",
                "ad\u0103post pentru victime",
                "\u043f\u0440\u0438\u044e\u0442",
                "sigurna ku\u0107a",
                "her shelter from March",
                "emergency shelter"
            })
    void refusesPremisesOfThatKind(String kind) {
        ImportDraft draft = sheet(
                        "Premises", "id | address | kind", "F1 | Rose Street 5 | " + kind, "F2 | Oak Lane 1 | flat")
                .read(folder);

        assertThat(draft.rowsRejected()).isEqualTo(1);
        assertThat(draft.rowsAccepted()).isEqualTo(1);
        assertThat(draft.toString()).doesNotContain("Rose Street");
        assertThat(draft.issues())
                .filteredOn(i -> i.severity() == Severity.REJECTED)
                .singleElement()
                .satisfies(i -> assertThat(i.line()).isEqualTo(2))
                .satisfies(i -> assertThat(i.found()).isEmpty())
                .satisfies(
                        i -> assertThat(i.message()).contains("never entered").contains("homeless shelter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traffickers' safe house",
                "Traffickers\u2019 Safe House",
                "flat",
                "homeless shelter",
                "night shelter near the station",
                "bus shelter",
                "animal shelter",
                "shelter for the homeless",
                "refugee camp",
                "wildlife refuge",
                "home for women workers",
                "bomb shelter"
            })
    void takesPremisesOfOtherKinds(String kind) {
        ImportDraft draft = sheet("Premises", "id | address | kind", "F1 | Rose Street 5 | " + kind)
                .read(folder);

        assertThat(draft.rowsRejected()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She now lives in the shelter at Rose Street 5",
                "moved to a women's refuge in Leeds",
                "taken to a police safe house",
                "placed in protected accommodation",
                "sie wohnt im Frauenhaus K\u00f6ln",
                "SHELTERS visited: two"
            })
    void refusesNotesAndStatementsThatGiveOneAway(String text) {
        assertThat(ShelterGuard.givesAway(text, ShelterGuard.Text.NARRATIVE)).isTrue();
        ImportDraft draft = sheet("Statements", "who | says", "Mira | " + text)
                .and("Events", "kind | note", "rescue | " + text)
                .and("Garden", "plant | remark", "rose | " + text)
                .read(folder);
        assertThat(draft.rowsRejected()).isEqualTo(3);
        assertThat(draft.claims()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "they gave her shelter from the rain",
                "he promised food and shelter",
                "they kept her in a safe house in Milan",
                "recruited at the homeless shelter in the old town",
                "she took refuge in the kitchen",
                "asked to shelter them for a night",
                "refugees waited at the border"
            })
    void takesNotesAndStatementsThatDoNot(String text) {
        assertThat(ShelterGuard.givesAway(text, ShelterGuard.Text.NARRATIVE)).isFalse();
    }

    @Test
    void aSafeHouseRunBySomebodyAccusedIsTheirs() {
        ImportDraft draft = sheet("People", "id | name | status", "P1 | Otto | suspect", "P2 | Sister Ruth | witness")
                .and(
                        "Premises",
                        "id | address | kind | run by",
                        "F1 | Oak Lane 1 | safe house | P1",
                        "F2 | Rose Street 5 | safe house | P2")
                .read(folder);

        assertThat(draft.rowsRejected()).isEqualTo(1);
        assertThat(draft.toString()).contains("Oak Lane").doesNotContain("Rose Street");
    }

    @Test
    void nothingOfARefusedPlaceSurvivesInOtherRows() {
        ImportDraft draft = sheet(
                        "People", "id | name | note", "V1 | Mira | sleeps at rose street 5, flat 2", "V2 | Dana |")
                .and("Premises", "id | address | kind", "F1 | Rose Street 5 | shelter")
                .and("Exploitation", "victim | premises", "V2 | F1", "V2 | Rose  Street 5")
                .and("Events", "kind | about", "raid | F1; Premises!2")
                .read(folder);

        assertThat(draft.rowsRejected()).isEqualTo(3);
        assertThat(draft.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("rose street")
                .doesNotContain("rose  street");
        assertThat(draft.entities()).extracting(Entity::label).doesNotContain("F1");
        assertThat(draft.entities()).extracting(e -> e.kind().toString()).doesNotContain("PREMISES");
    }

    @Test
    void aColumnOrSheetAboutSheltersIsRefused() {
        ImportDraft draft = sheet(
                        "People", "id | name | shelter", "V1 | Mira | Rose House", "V2 | Dana | no", "V3 | Vera |")
                .and("Shelters", "name", "Rose House")
                .read(folder);

        assertThat(draft.rowsAccepted()).isEqualTo(2);
        assertThat(draft.rowsRejected()).isEqualTo(2);
        assertThat(draft.toString()).doesNotContain("Rose House");
    }

    @Test
    void thePreviewShowsNothingOfARefusedRow() {
        Path file = sheet("Premises", "id | address | kind", "F1 | Rose Street 5 | shelter")
                .xlsx(folder.resolve("p.xlsx"));
        assertThat(new CaseWorkbookImporter()
                        .preview(SourceFile.of(file), ImportOptions.NONE, 10)
                        .toString())
                .contains("(not shown)")
                .doesNotContain("Rose Street");
    }
}
