package org.manumit.app.feature.releasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.brief.CaseOutput.Product;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.SlowJobs;
import org.manumit.app.release.Naming;
import org.manumit.app.session.MemoryStore;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.app.shell.SilentDialogs;
import org.manumit.styles.Words;

class ReleasingViewModelTest {

    @TempDir
    private Path folder;

    private final SilentDialogs dialogs = new SilentDialogs();

    private ReleasingViewModel releasing(Session session, JobRunner jobs) {
        return new ReleasingViewModel(
                session,
                jobs,
                dialogs,
                new CaseOutput(
                        (graph, progress, cancellation) -> {
                            cancellation.check();
                            return SampleCase.analysis();
                        },
                        new ChartPictures(),
                        Clock.systemUTC(),
                        "tester",
                        "test"),
                Words.in(Locale.UK),
                () -> {});
    }

    private static Session sample(JobRunner jobs) {
        Session session = SampleCase.emptySession(jobs, new MemoryStore("Sample"), SampleCase.additions());
        session.open("sample");
        return session;
    }

    @Test
    void writesABriefUnderTheNameThatWasChosenWithItsEnding() throws IOException {
        JobRunner jobs = JobRunner.sameThread();
        ReleasingViewModel releasing = releasing(sample(jobs), jobs);
        releasing.begin(Product.BRIEF);
        dialogs.choosingFolder(folder.resolve("for the court"));

        releasing.write();

        assertThat(folder.resolve("for the court.docx")).isNotEmptyFile();
        assertThat(releasing.saidProperty().get()).startsWith("Written: ").contains("for the court.docx");
        assertThat(jobs.failureProperty().get()).isEmpty();
    }

    @Test
    void writesNoBriefThatNamesVictimsAndWarnsOfAnExportThatDoes() {
        JobRunner jobs = JobRunner.sameThread();
        ReleasingViewModel releasing = releasing(sample(jobs), jobs);
        releasing.begin(Product.EXPORT);
        releasing.namingProperty().set(Naming.EVERYBODY_NAMED);
        assertThat(releasing.aboutProperty().get()).contains("must never leave");

        releasing.formProperty().set(OutputForm.BRIEF_PDF);

        assertThat(releasing.whyNotProperty().get()).contains("A brief never names victims");
        dialogs.choosingFolder(folder.resolve("brief.pdf"));
        releasing.write();
        assertThat(folder.resolve("brief.pdf")).doesNotExist();
    }

    @Test
    void overwritesNoFileThatTheEndingLeadsToUnlessTheUserSaysSo() throws IOException {
        JobRunner jobs = JobRunner.sameThread();
        ReleasingViewModel releasing = releasing(sample(jobs), jobs);
        releasing.begin(Product.EXPORT);
        releasing.formProperty().set(OutputForm.GRAPHML);
        Path there = Files.writeString(folder.resolve("case.graphml"), "of last week");
        dialogs.choosingFolder(folder.resolve("case")).refusing();

        releasing.write();

        assertThat(there).hasContent("of last week");
    }

    @Test
    void leavesNoHalfFileAndKeepsTheOldOneWhenStopped() throws IOException {
        SlowJobs slow = new SlowJobs();
        Session session = SampleCase.emptySession(slow.runner(), new MemoryStore("Sample"), SampleCase.additions());
        session.open("sample");
        slow.finishAll();
        ReleasingViewModel releasing = releasing(session, slow.runner());
        releasing.begin(Product.EXPORT);
        Path there = Files.writeString(folder.resolve("case.xlsx"), "of last week");
        dialogs.choosingFolder(there);
        releasing.write();
        assertThat(releasing.whyNotProperty().get()).isEqualTo("A file is being written.");

        releasing.stop();

        assertThat(releasing.saidProperty().get()).isEqualTo("Stopped; nothing was written.");
        slow.finishAll();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.toList()).isEqualTo(List.of(there));
        }
        assertThat(there).hasContent("of last week");
        assertThat(slow.runner().failureProperty().get()).isEqualTo(Optional.empty());
    }
}
