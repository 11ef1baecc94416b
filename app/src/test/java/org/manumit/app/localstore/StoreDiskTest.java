package org.manumit.app.localstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.io.fs.StoreChannel;

class StoreDiskTest {

    private static final Set<StandardOpenOption> FOR_WRITING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    @TempDir
    Path temp;

    @Test
    void leavesNoFileLockedThatAStoppedStoreDidNotClose() throws IOException {
        Path file = temp.resolve("store_lock");
        StoreDisk stopped = new StoreDisk(() -> Long.MAX_VALUE);
        StoreDisk next = new StoreDisk(() -> Long.MAX_VALUE);
        StoreChannel left = stopped.open(file, Set.copyOf(FOR_WRITING));
        assertThat(left.tryLock().isValid()).isTrue();

        stopped.letGo();

        assertThat(left.isOpen()).isFalse();
        try (StoreChannel channel = next.open(file, Set.copyOf(FOR_WRITING))) {
            assertThat(channel.tryLock().isValid()).isTrue();
        }
        assertThatThrownBy(() -> stopped.open(file, Set.copyOf(FOR_WRITING))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stopped.write(file)).isInstanceOf(IOException.class);
    }
}
