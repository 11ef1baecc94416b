package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.custody.AuditLog;
import org.manumit.app.custody.OriginalsArchive;
import org.manumit.app.job.JobRunner;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.graph.store.StoreException;
import org.manumit.styles.Words;

class SessionTest {

    private final JobRunner jobs = JobRunner.sameThread();

    @Test
    void opensReadsAndAnalysesACase() {
        Session session = SampleCase.session(jobs);

        assertThat(session.opened()).isPresent();
        assertThat(session.snapshot().graph().calls().size()).isEqualTo(17);
        assertThat(session.snapshot().analysis()).isPresent();
        assertThat(session.analysingProperty().get()).isFalse();
    }

    @Test
    void closesTheStoreWithTheCase() {
        MemoryStore store = new MemoryStore("Operation Sample");
        Session session = SampleCase.emptySession(jobs, store, SampleCase.additions());
        session.open("sample");

        session.close();

        assertThat(store.isClosed()).isTrue();
        assertThat(session.snapshot().isEmpty()).isTrue();
        assertThat(session.stateProperty().get()).isInstanceOf(CaseState.Closed.class);
    }

    @Test
    void saysWhyACaseCannotBeOpenedAndStaysClosed() {
        Session session = new Session(
                (location, progress, cancellation) -> {
                    throw new StoreException(location + ": the case is open in another program; close it there");
                },
                (graph, progress, cancellation) -> SampleCase.analysis(),
                jobs,
                Words.in(Locale.UK),
                Clock.systemUTC(),
                "tester");

        session.open("busy");

        assertThat(session.stateProperty().get()).isInstanceOf(CaseState.Closed.class);
        assertThat(jobs.failureProperty().get())
                .hasValueSatisfying(failure -> assertThat(failure.message()).contains("open in another program"));
    }

    @Test
    void callsVictimsByPseudonymEverywhereUntilTheirNameIsAskedFor() {
        Session session = SampleCase.session(jobs);

        assertThat(session.names().name(SampleCase.MIRA)).isEqualTo("Victim 1");
        assertThat(session.names().text("Mira was promised work")).isEqualTo("Victim 1 was promised work");

        session.reveal(SampleCase.MIRA);

        assertThat(session.names().name(SampleCase.MIRA)).isEqualTo("Mira Elena Pop");

        session.undo().undo();

        assertThat(session.names().name(SampleCase.MIRA)).isEqualTo("Victim 1");
    }

    /** A session on the sample case, as if it were kept in a folder. */
    private Session opened(Path folder, String user) {
        MemoryStore store = new MemoryStore("Operation Sample");
        Session session = new Session(
                (request, progress, cancellation) -> {
                    SampleCase.additions().forEach(a -> store.commit(a, progress, cancellation));
                    return new OpenedCase(store, Optional.of(folder));
                },
                (graph, progress, cancellation) -> SampleCase.analysis(),
                jobs,
                Words.in(Locale.UK),
                Clock.systemUTC(),
                user);
        session.open("sample");
        return session;
    }

    @Test
    void logsWhoseNameWasShown(@TempDir Path folder) {
        Session session = opened(folder, "tester");

        session.reveal(SampleCase.MIRA);

        assertThat(new AuditLog(folder, Clock.systemUTC(), "tester").entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.decision()).isEqualTo(AuditLog.Decision.REVEAL);
                    assertThat(entry.who()).isEqualTo("tester");
                    assertThat(entry.details()).containsEntry("whose", SampleCase.MIRA.value());
                });
    }

    @Test
    void keepsADecisionWithItsNoteAndLineAndTakesItBack(@TempDir Path folder) {
        Session session = opened(folder, "vera");

        session.decide(SampleCase.MIHAI, Role.TRANSPORTER, Ruling.OVERRULED, "was abroad then");

        RoleDecision kept = Objects.requireNonNull(
                session.snapshot().decisions(SampleCase.MIHAI).get("TRANSPORTER"));
        assertThat(kept.by()).isEqualTo("vera");
        assertThat(kept.reason()).isEqualTo("was abroad then");
        OriginalsArchive originals = new OriginalsArchive(folder);
        assertThat(originals.check(session.snapshot().graph().sources())).noneMatch(line -> line.contains("decision"));
        assertThat(new AuditLog(folder, Clock.systemUTC(), "vera").entries())
                .extracting(AuditLog.Entry::decision)
                .containsExactly(AuditLog.Decision.OVERRULE);
        assertThat(session.undo().nextUndoProperty().get()).hasValue("overrule Transporter – Mihai Stan");

        session.undo().undo();

        assertThat(session.snapshot().decisions(SampleCase.MIHAI)).isEmpty();
        assertThat(originals.original(kept.noteId())).isEmpty();

        session.undo().redo();

        assertThat(session.snapshot().decisions(SampleCase.MIHAI)).containsKey("TRANSPORTER");

        session.takeBack(kept);

        assertThat(session.snapshot().decisions(SampleCase.MIHAI)).isEmpty();
    }

    @Test
    void goesBackToWhatWasSelectedBefore() {
        Session session = SampleCase.session(jobs);
        session.select(SampleCase.DORIN);
        session.select(SampleCase.VIKTOR);

        session.selectEarlier();

        assertThat(session.selection()).isEqualTo(new Selection.OfEntity(SampleCase.DORIN));
        assertThat(session.canGoBackProperty().get()).isFalse();
    }

    @Test
    void laysCallsOfANumberToItsUserAndLeavesUnknownNumbersAlone() {
        CaseSnapshot snapshot = SampleCase.snapshot();
        int dorin = snapshot.graph().indexOf(SampleCase.DORIN).orElseThrow();
        int mihai = snapshot.graph().indexOf(SampleCase.MIHAI).orElseThrow();
        int unknown = snapshot.graph().indexOf(SampleCase.UNKNOWN_NUMBER).orElseThrow();

        assertThat(snapshot.links().between(dorin, mihai))
                .hasValueSatisfying(link -> assertThat(link.callCount()).isEqualTo(12));
        assertThat(snapshot.links().between(dorin, unknown))
                .hasValueSatisfying(link -> assertThat(link.callCount()).isEqualTo(5));
    }

    @Test
    void findsTheRecordThatAnEvidenceNameStandsFor() {
        CaseSnapshot snapshot = SampleCase.snapshot();

        List<Evidence> evidence = snapshot.evidence(List.of(
                ClaimId.of(SampleCase.WORKBOOK, "Ties", 2),
                ClaimId.of(SampleCase.CALLS, "", 3),
                ClaimId.of(SampleCase.BANK, "", 2),
                new ClaimId("nowhere/at/1")));

        assertThat(evidence).hasSize(3);
        assertThat(evidence.get(0)).isInstanceOf(Evidence.Stated.class);
        assertThat(evidence.get(1)).isEqualTo(new Evidence.Called(1));
        assertThat(evidence.get(2)).isEqualTo(new Evidence.Transferred(0));
    }
}
