package org.manumit.importers.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.importers.casefile.WorkbookOf.sheet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.Part;

/** However a case was cut into workbooks, and in whatever order they came, everybody is one. */
final class CutWorkbooksTest {

    @TempDir
    Path folder;

    private CaseAddition workbook(String name, WorkbookOf of) {
        return WorkbookOf.readFile(of.folder(folder.resolve(name))).toAddition(Instant.EPOCH, "test");
    }

    private static List<String> tied(CaseGraph graph) {
        return graph.claims(ClaimType.TIE).stream()
                .flatMap(claim -> List.of(Part.WHO, Part.WHOM).stream().flatMap(claim::holders))
                .map(id -> graph.entity(id).orElseThrow())
                .map(e -> e.label() + (e.standing() == Entity.Standing.DESCRIBED ? "" : " (by reference)"))
                .toList();
    }

    private final WorkbookOf people = sheet("People", "id | name", "P1 | Anna Berg", "P2 | Boris Kern")
            .and("Organisations", "id | name | kind", "G | The Circle | crime group");

    @Test
    void referencesFindWhomAnotherWorkbookDescribesWhicheverCameFirst() {
        CaseAddition described = workbook("people", people);
        CaseAddition said = workbook(
                "ties", sheet("Ties", "who | whom | kind", "P1 | Boris Kern | tasks", "the circle | P2 | hires"));
        List<String> expected = List.of("Anna Berg", "Boris Kern", "The Circle", "Boris Kern");
        assertThat(tied(CaseGraph.of("case", List.of(described, said)))).isEqualTo(expected);
        CaseGraph other = CaseGraph.of("case", List.of(said, described));
        assertThat(tied(other)).isEqualTo(expected);
        assertThat(other.entities()).hasSize(3);
    }

    @Test
    void peopleOfTwoWorkbooksThatGiveOneIdToDifferentNamesStayApart() {
        CaseAddition described = workbook("people", people);
        CaseAddition other = workbook(
                "other",
                sheet("People", "id | name", "P1 | Carla Dorn").and("Ties", "who | whom | kind", "P1 | P2 | kin"));
        assertThat(tied(CaseGraph.of("case", List.of(described, other))))
                .containsExactly("Carla Dorn", "P2 (by reference)");
    }

    @Test
    void workbooksOfDifferentCasesStayApart() {
        CaseAddition described = workbook("people", people.and("Case", "key | value", "reference | A-1"));
        CaseAddition other = workbook(
                "other",
                sheet("Case", "key | value", "reference | B-7").and("Ties", "who | whom | kind", "P1 | P2 | kin"));
        assertThat(tied(CaseGraph.of("case", List.of(described, other))))
                .containsExactly("P1 (by reference)", "P2 (by reference)");
    }

    @Test
    void whomSeveralAnswerToWhereItIsWrittenNoOtherWorkbookDecides() {
        CaseAddition described = workbook("people", people);
        CaseAddition other = workbook(
                "other",
                sheet("People", "id | name", "Q1 | Anna Berg", "Q2 | Anna Berg")
                        .and("Ties", "who | whom | kind", "Anna Berg | Q2 | kin"));
        assertThat(tied(CaseGraph.of("case", List.of(described, other))).getFirst())
                .isEqualTo("Anna Berg (by reference)");
    }
}
