package org.manumit.app.feature.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.manumit.app.feature.tables.TablesViewModel.Subject;
import org.manumit.app.feature.tables.TablesViewModel.Table;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.styles.Words;

class TablesViewModelTest {
    private final JobRunner jobs = JobRunner.sameThread();
    private final Session session = SampleCase.session(jobs);
    private final TablesViewModel tables = new TablesViewModel(session, jobs, Words.in(Locale.UK));

    private Table table(Subject subject) {
        tables.subjectProperty().set(subject);
        tables.shown();
        return tables.tableProperty().get().orElseThrow();
    }

    @Test
    void holdsEveryCallWithItsRow() {
        Table calls = table(Subject.CALLS);

        assertThat(calls.rows()).hasSize(17);
        assertThat(calls.rows().getFirst().cells().getLast()).isEqualTo("calls.csv, row 2");
    }

    @Test
    void filtersByAnyColumnAndSaysHowManyThereAre() {
        tables.filterProperty().set("unknown file");
        assertThat(table(Subject.CALLS).rows()).isEmpty();

        tables.filterProperty().set("message");
        Table messages = table(Subject.CALLS);
        assertThat(messages.rows()).hasSize(5);
        assertThat(messages.all()).isEqualTo(17);
    }

    @Test
    void selectsTheTieThatARowIsAbout() {
        tables.choose(table(Subject.TRANSFERS).rows().getFirst());

        assertThat(session.selection()).isEqualTo(new Selection.OfLink(SampleCase.VIKTOR, SampleCase.DORIN));
    }
}
