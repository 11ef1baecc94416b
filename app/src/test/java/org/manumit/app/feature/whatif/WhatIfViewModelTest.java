package org.manumit.app.feature.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manumit.app.feature.whatif.WhatIfAnswer.Weight;
import org.manumit.app.feature.whatif.WhatIfViewModel.Candidate;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.AnalysisParameters;
import org.manumit.graph.analysis.assessment.CaseAnalyser;
import org.manumit.styles.Words;

class WhatIfViewModelTest {
    private final JobRunner jobs = JobRunner.sameThread();
    private final Session session = SampleCase.session(jobs);
    private final WhatIfViewModel model = new WhatIfViewModel(
            session,
            jobs,
            (graph, progress, cancellation) ->
                    new CaseAnalyser().networks(graph, AnalysisParameters.ALL, progress, cancellation),
            Words.in(Locale.UK));

    @BeforeEach
    void ask() {
        model.ask();
    }

    private WhatIfAnswer answer() {
        return model.answerProperty().get().orElseThrow();
    }

    @Test
    void offersEverybodyButVictims() {
        assertThat(model.candidates()).isNotEmpty();
        assertThat(model.candidates()).extracting(Candidate::id).doesNotContain(SampleCase.MIRA);
    }

    @Test
    void saysNothingBeforeAnybodyIsTakenOut() {
        assertThat(answer().weight()).isEqualTo(Weight.NONE);
        assertThat(answer().roles()).isEmpty();
    }

    @Test
    void takesSomebodyOutAndPutsThemBack() {
        EntityId first = model.candidates().getFirst().id();

        model.toggle(first);
        assertThat(model.removedProperty().get()).isEqualTo(Set.of(first));
        assertThat(answer().weight()).isNotEqualTo(Weight.NONE);

        model.toggle(first);
        assertThat(model.removedProperty().get()).isEmpty();
        assertThat(answer().weight()).isEqualTo(Weight.NONE);
    }

    @Test
    void theFewestStopTheFlow() {
        model.fewest();

        assertThat(model.removedProperty().get()).isNotEmpty();
        assertThat(answer().weight()).isEqualTo(Weight.STOPPED);
    }
}
