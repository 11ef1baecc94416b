package org.manumit.app.feature.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manumit.app.feature.people.PeopleViewModel.NetworkRow;
import org.manumit.app.feature.people.PeopleViewModel.PersonRow;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.styles.Words;

class PeopleViewModelTest {
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final PeopleViewModel people = new PeopleViewModel(session, Words.in(Locale.UK));

    private List<String> names() {
        return people.rows().stream()
                .filter(PersonRow.class::isInstance)
                .map(row -> ((PersonRow) row).name())
                .toList();
    }

    @Test
    void listsANetworkWithItsPeopleAndVictimsLastByPseudonym() {
        assertThat(people.rows().getFirst()).isInstanceOfSatisfying(NetworkRow.class, row -> assertThat(row.name())
                .isEqualTo("Network of Viktor Brandt"));
        assertThat(names()).hasSize(5).endsWith("Victim 1").doesNotContain("Mira Elena Pop");
    }

    @Test
    void filtersByNameWhateverCaseAndAccents() {
        people.filterProperty().set("VÁLE");

        assertThat(names()).containsExactly("Dorin Vale");
    }

    @Test
    void filtersByRole() {
        people.roleFilterProperty().set(Optional.of(Role.TRANSPORTER));

        assertThat(names()).containsExactly("Mihai Stan");
    }

    @Test
    void followsASelectionMadeElsewhereAndMakesOneItself() {
        session.select(SampleCase.VIKTOR);
        assertThat(people.selectedProperty().get())
                .hasValueSatisfying(row -> assertThat(((PersonRow) row).name()).isEqualTo("Viktor Brandt"));

        people.choose(people.rows().getLast());
        assertThat(session.selection()).isEqualTo(new Selection.OfEntity(SampleCase.MIRA));
    }
}
