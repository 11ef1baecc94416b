package org.manumit.app.feature.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.manumit.app.feature.search.SearchViewModel.Hit;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.styles.Words;

class SearchViewModelTest {
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final SearchViewModel search =
            new SearchViewModel(session, JobRunner.sameThread(), Words.in(Locale.UK), passage -> {});

    private List<String> found(String text) {
        search.search(text);
        return search.hits().stream()
                .filter(hit -> hit.claim().isEmpty())
                .map(Hit::name)
                .toList();
    }

    @Test
    void findsPeopleByTheBeginningOfAnyWordOfNameOrAlias() {
        assertThat(found("bra")).containsExactly("Viktor Brandt");
        assertThat(found("misu")).containsExactly("Mihai Stan");
    }

    @Test
    void findsNumbersByAnyRunOfDigitsHoweverSpacedAndSaysWhose() {
        search.search("722 000 002");

        assertThat(search.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.name()).isEqualTo("+40722000002");
            assertThat(hit.detail()).isEqualTo("Phone number of Mihai Stan");
        });
    }

    @Test
    void findsVictimsByPseudonymAndShowsThemByIt() {
        assertThat(found("victim")).containsExactly("Victim 1");
        assertThat(found("mira")).containsExactly("Victim 1");
    }

    @Test
    void selectsWhatIsChosen() {
        search.search("dorin");

        search.choose(search.hits().getFirst());

        assertThat(session.selection()).isEqualTo(new Selection.OfEntity(SampleCase.DORIN));
    }
}
