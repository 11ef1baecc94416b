package org.manumit.app.feature.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.feature.start.StartViewModel.Presence;
import org.manumit.app.feature.start.StartViewModel.RecentCase;
import org.manumit.app.job.JobRunner;
import org.manumit.app.localstore.LocalStore.IfAbsent;
import org.manumit.app.session.CaseRequest;
import org.manumit.app.session.MemoryStore;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.Session;
import org.manumit.app.session.UserPreferences;
import org.manumit.app.shell.SilentDialogs;
import org.manumit.styles.Words;

class StartViewModelTest {

    @TempDir
    Path folder;

    private final Words words = Words.in(Locale.UK);
    private final JobRunner jobs = JobRunner.sameThread();
    private final SilentDialogs dialogs = new SilentDialogs();
    private final List<CaseRequest> asked = new ArrayList<>();

    private StartViewModel start(UserPreferences preferences) {
        Session session = new Session(
                (request, progress, cancellation) -> {
                    asked.add(request);
                    return new OpenedCase(new MemoryStore("Case"), Optional.empty());
                },
                (graph, progress, cancellation) -> SampleCase.analysis(),
                jobs,
                words,
                Clock.systemUTC(),
                "tester");
        return new StartViewModel(session, jobs, preferences, dialogs, words, Optional.empty(), files -> {});
    }

    @Test
    void marksRecentCasesThatAreNotWhereTheyWere() throws IOException {
        UserPreferences preferences = new UserPreferences(folder.resolve("remembered"));
        Path there = Files.createDirectories(folder.resolve("Operation Lantern"));
        preferences.opened("neo4j://vera@server.example:7687/kestrel");
        preferences.opened(folder.resolve("gone").toString());
        preferences.opened(there.toString());

        assertThat(start(preferences).recent())
                .extracting(RecentCase::name, RecentCase::presence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Operation Lantern", Presence.THERE),
                        org.assertj.core.groups.Tuple.tuple("gone", Presence.MISSING),
                        org.assertj.core.groups.Tuple.tuple("kestrel", Presence.SHARED));
    }

    @Test
    void opensNothingThatIsNotThereAndMakesOnlyWhatIsToBeNew() {
        StartViewModel start = start(new UserPreferences(folder.resolve("remembered")));
        dialogs.choosingFolder(folder.resolve("some"));

        start.openCase();
        start.newCase();

        assertThat(asked).extracting(CaseRequest::ifAbsent).containsExactly(IfAbsent.REFUSE, IfAbsent.CREATE);
    }

    @Test
    void asksForThePasswordOfASharedCaseEachTimeAndRemembersTheAddressOnly() throws IOException {
        Path remembered = folder.resolve("remembered");
        StartViewModel start = start(new UserPreferences(remembered));
        dialogs.knowing("neo4j://vera@server.example:7687/kestrel", "open sesame");

        start.openShared();
        start.open(start.recent().getFirst());

        assertThat(asked)
                .extracting(CaseRequest::password)
                .containsExactly(Optional.of("open sesame"), Optional.of("open sesame"));
        assertThat(asked.getFirst().toString()).doesNotContain("sesame");
        try (var files = Files.list(remembered)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).doesNotContain("sesame");
            }
        }
        assertThat(start.recent())
                .extracting(RecentCase::location)
                .containsExactly("neo4j://vera@server.example:7687/kestrel");
    }
}
