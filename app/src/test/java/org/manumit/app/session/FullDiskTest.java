package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.localstore.LocalStore;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.StoreException;
import org.manumit.graph.store.neo4j.Samples;

/** A disk that fills up while a file is imported costs that file, and nothing else. */
class FullDiskTest {

    private static final long PLENTY = 1L << 30;

    @TempDir
    Path temp;

    private final AtomicLong freeBytes = new AtomicLong(PLENTY);

    private OpenedCase open() {
        return new CaseOpener(
                        address -> Optional.empty(),
                        (folder, ifAbsent) -> LocalStore.open(folder, ifAbsent, freeBytes::get))
                .open(CaseRequest.made(temp.resolve("case").toString()), Progress.NONE, Cancellation.NEVER);
    }

    @Test
    void holdsNoneOfTheFileAndTakesItOnceThereIsRoomAgain() {
        CaseAddition before = Samples.addition(1, 50);
        CaseAddition large = Samples.addition(2, 20_000);
        try (OpenedCase opened = open()) {
            opened.store().commit(before, Progress.NONE, Cancellation.NEVER);
            Progress filling = (done, total, step) -> freeBytes.set(0);

            assertThatThrownBy(() -> opened.store().commit(large, filling, Cancellation.NEVER))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining("make room")
                    .hasMessageNotContaining("\n");
            freeBytes.set(0);
            assertThatThrownBy(() -> opened.store().sources())
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("are free on its disk");
            freeBytes.set(PLENTY);

            assertThat(opened.store().check(Progress.NONE)).isEmpty();
            assertThat(written(opened)).isEqualTo(Samples.written(CaseGraph.of("case", List.of(before))));
            opened.store().commit(large, Progress.NONE, Cancellation.NEVER);
        }
        try (OpenedCase opened = open()) {
            assertThat(opened.store().check(Progress.NONE)).isEmpty();
            assertThat(written(opened)).isEqualTo(Samples.written(CaseGraph.of("case", List.of(before, large))));
        }
    }

    private static List<String> written(OpenedCase opened) {
        return Samples.written(opened.store().load(Progress.NONE, Cancellation.NEVER));
    }
}
