package org.manumit.app.feature.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manumit.app.feature.inspector.Inspection.FactValue;
import org.manumit.app.feature.inspector.Inspection.MeasureAct;
import org.manumit.app.feature.inspector.Inspection.MeasureSection;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.SlowJobs;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.MeasureDesk;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.centrality.CentralityAnalysis;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.styles.Words;

/** What the inspector says of how good a figure is. */
class InspectedMeasuresTest {
    private final Words words = Words.in(Locale.UK);
    private final SlowJobs slow = new SlowJobs();
    private final Session session = SampleCase.session(JobRunner.sameThread());
    private final MeasureDesk desk = new MeasureDesk(session, slow.runner(), words);
    private final InspectorViewModel inspector = new InspectorViewModel(
            session, new RoleDesk(session, (title, text, go) -> Optional.empty(), words), desk, words);

    private void show(CaseAnalysis analysis) {
        session.display(CaseSnapshot.of(SampleCase.graph()).with(analysis));
        session.select(SampleCase.DORIN);
    }

    private Optional<MeasureSection> section() {
        return inspector.inspectionProperty().get().orElseThrow().sections().stream()
                .filter(MeasureSection.class::isInstance)
                .map(MeasureSection.class::cast)
                .findFirst();
    }

    private FactValue betweenness() {
        return section().orElseThrow().facts().get(1).values().getFirst();
    }

    @Test
    void saysThatAFigureIsExact() {
        show(SampleCase.analysis());

        assertThat(betweenness()).isEqualTo(new FactValue("5.0", "exact", ""));
        assertThat(section().orElseThrow().note()).isEmpty();
        assertThat(section().orElseThrow().act()).isEmpty();
        assertThat(slow.runner().running()).isEmpty();
    }

    @Test
    void saysFromHowManyAFigureWasEstimatedWhileExactOnesAreReckoned() {
        show(SampleCase.estimated());

        assertThat(betweenness().text()).isEqualTo("4.0");
        assertThat(betweenness().place())
                .startsWith("estimated from 2 of 6 actors; off by at most 14.0")
                .contains("95%");
        assertThat(section().orElseThrow().note()).isEqualTo(words.text("inspector.measure.underWay"));
        assertThat(section().orElseThrow().act()).hasValue(MeasureAct.STOP);
        assertThat(slow.runner().running()).hasSize(1);
    }

    @Test
    void putsTheExactFigureInPlaceOfTheEstimate() {
        show(SampleCase.estimated());

        slow.finishAll();

        assertThat(betweenness().place()).isEqualTo("exact");
        CentralityAnalysis.analyse(
                        TieGraph.of(SampleCase.graph(), TieOptions.ACTORS),
                        CentralityParameters.EXACT,
                        Progress.NONE,
                        Cancellation.NEVER)
                .ranked(nobody -> false)
                .stream()
                .filter(exact -> !exact.entity().equals(SampleCase.MIRA))
                .forEach(exact -> assertThat(desk.measures().scores()).containsEntry(exact.entity(), exact));
        assertThat(desk.measures().scores().values())
                .allSatisfy(score -> assertThat(score.betweennessBound()).isZero());
        assertThat(desk.measures().betweenness().nodes()).isEqualTo(6);
        assertThat(section().orElseThrow().act()).isEmpty();
    }

    @Test
    void keepsTheEstimateWhenTheExactRunIsStoppedAndStartsItAgainWhenAsked() {
        show(SampleCase.estimated());

        inspector.perform(MeasureAct.STOP);
        slow.finishAll();

        assertThat(betweenness().place()).startsWith("estimated");
        assertThat(section().orElseThrow().act()).hasValue(MeasureAct.RECKON_EXACTLY);

        inspector.perform(MeasureAct.RECKON_EXACTLY);
        slow.finishAll();

        assertThat(betweenness().place()).isEqualTo("exact");
    }

    @Test
    void marksFiguresAsOfBeforeOnceTheCaseHasChangedAndDropsTheRunOnTheOldOne() {
        show(SampleCase.estimated());

        session.display(CaseSnapshot.of(SampleCase.graph()));
        slow.finishAll();

        assertThat(betweenness().place()).startsWith("estimated");
        assertThat(section().orElseThrow().note()).isEqualTo(words.text("inspector.measure.stale"));
        assertThat(section().orElseThrow().act()).isEmpty();

        show(SampleCase.analysis());

        assertThat(section().orElseThrow().note()).isEmpty();
    }

    @Test
    void ranksNoVictim() {
        show(SampleCase.estimated());

        session.select(SampleCase.MIRA);

        assertThat(section()).isEmpty();
    }
}
