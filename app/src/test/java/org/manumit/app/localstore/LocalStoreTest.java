package org.manumit.app.localstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manumit.app.localstore.LocalStore.IfAbsent;
import org.manumit.app.testing.ChildProgram;
import org.manumit.graph.store.StoreException;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

class LocalStoreTest {

    private static final long PLENTY = 1L << 30;

    @TempDir
    Path temp;

    private Path caseFolder() {
        return temp.resolve("A case, with spaces and ümlauts");
    }

    private LocalStore open(IfAbsent ifAbsent) {
        return LocalStore.open(new CaseFolder(caseFolder()), ifAbsent);
    }

    private static long ask(LocalStore store, String secret, String query) {
        try (Driver driver = GraphDatabase.driver(store.address(), AuthTokens.basic(LocalStore.USER, secret));
                Session session = driver.session(SessionConfig.forDatabase(LocalStore.DATABASE))) {
            return session.run(query).single().get(0).asLong();
        }
    }

    @Test
    void keepsWhatWasWrittenAndAnswersOnlyToTheSecret() {
        try (LocalStore store = open(IfAbsent.CREATE)) {
            assertThat(store.address().getHost()).isEqualTo("127.0.0.1");
            assertThat(ask(store, store.secret(), "CREATE (n:Mark {value: 7}) RETURN n.value"))
                    .isEqualTo(7);
            assertThatThrownBy(() -> ask(store, "guessed-wrong", "RETURN 1"))
                    .isInstanceOf(AuthenticationException.class);
        }
        try (LocalStore store = open(IfAbsent.REFUSE)) {
            assertThat(ask(store, store.secret(), "MATCH (n:Mark) RETURN n.value"))
                    .isEqualTo(7);
        }
    }

    @Test
    void letsOnlyTheOwnerReadTheSecretAndEnterTheFolder() throws IOException {
        assumeThat(Files.getFileStore(temp).supportsFileAttributeView("posix")).isTrue();
        try (LocalStore store = open(IfAbsent.CREATE)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(store.folder().secret())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(caseFolder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void makesANewSecretWhenTheOldOneIsLost() throws IOException {
        try (LocalStore store = open(IfAbsent.CREATE)) {
            ask(store, store.secret(), "CREATE (n:Mark {value: 7}) RETURN n.value");
        }
        Files.delete(caseFolder().resolve(CaseFolder.SECRET));
        try (LocalStore store = open(IfAbsent.REFUSE)) {
            assertThat(ask(store, store.secret(), "MATCH (n:Mark) RETURN n.value"))
                    .isEqualTo(7);
        }
    }

    @Test
    void leavesNoThreadBehindThatWouldKeepTheProgramAlive() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        open(IfAbsent.CREATE).close();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(t -> t.isAlive() && !t.isDaemon() && !before.contains(t))
                        .filter(t -> t.getName().startsWith("neo4j"))
                        .map(Thread::getName))
                .isEmpty();
    }

    @Test
    void namesTheProgramThatHasTheCaseOpen() throws Exception {
        try (ChildProgram other =
                ChildProgram.start(HoldsCaseOpen.class, Map.of(), caseFolder().toString())) {
            other.awaitLineContaining("open");
            assertThatThrownBy(() -> open(IfAbsent.CREATE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is open in another program")
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageNotContaining("\n");
        }
        open(IfAbsent.REFUSE).close();
    }

    @Test
    void refusesToOpenACaseTwiceInOneProgram() {
        try (LocalStore store = open(IfAbsent.CREATE)) {
            assertThatThrownBy(() -> open(IfAbsent.REFUSE))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(store.folder().path().toString())
                    .hasMessageContaining("open in this program already");
        }
    }

    @Test
    void opensAfterTheProgramWasKilledAndSaysNothingOnTheTerminal() throws Exception {
        try (ChildProgram killed =
                ChildProgram.start(HoldsCaseOpen.class, Map.of(), caseFolder().toString())) {
            killed.awaitLineContaining("open");
            killed.kill();
            assertThat(killed.errors()).isEmpty();
        }
        open(IfAbsent.REFUSE).close();
    }

    @Test
    void speaksToNobodyButThisMachine() throws Exception {
        assumeThat(Path.of("/proc/net/tcp")).exists();
        try (ChildProgram program =
                ChildProgram.start(HoldsCaseOpen.class, Map.of(), caseFolder().toString())) {
            program.awaitLineContaining("open");
            assertThat(localAddressesOfSockets(program.pid())).isNotEmpty().allSatisfy(address -> assertThat(address)
                    .matches("0100007F:.*|0{24}01000000:.*|0{16}FFFF00000100007F:.*"));
        }
    }

    /** As the kernel writes them: little-endian hexadecimal address, colon, port. */
    private static List<String> localAddressesOfSockets(long process) throws IOException {
        Path self = Path.of("/proc", Long.toString(process));
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(self.resolve("fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = Files.readSymbolicLink(descriptor).toString();
                if (target.startsWith("socket:[")) {
                    sockets.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : Files.readAllLines(self.resolve("net").resolve(table))) {
                List<String> columns = List.of(line.strip().split("\\s+", -1));
                if (columns.size() > 9 && sockets.contains(columns.get(9))) {
                    addresses.add(columns.get(1));
                }
            }
        }
        return addresses;
    }

    @Test
    void stopsTheStoreWhenTheProgramIsAskedToEnd() throws Exception {
        try (ChildProgram program =
                ChildProgram.start(HoldsCaseOpen.class, Map.of(), caseFolder().toString())) {
            program.awaitLineContaining("open");
            program.terminate();
            program.await();
            assertThat(program.errors()).isEmpty();
        }
        // Emptied after the store has stopped, and only then
        assertThat(caseFolder().resolve(CaseFolder.LOCK)).isEmptyFile();
    }

    @Test
    void beginsAgainWhenTheFirstSettingUpWasCutShort() throws IOException {
        CaseFolder folder = new CaseFolder(caseFolder());
        Files.createDirectories(folder.store().resolve("data/databases/neo4j"));
        Files.writeString(folder.store().resolve("data/databases/neo4j/neostore"), "half");
        folder.writeManifest(CaseFolder.Manifest.fresh());
        try (LocalStore store = open(IfAbsent.REFUSE)) {
            assertThat(ask(store, store.secret(), "RETURN 1")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"neo4j", "system"})
    void endsWithOneLineWhenTheStoreIsDamaged(String database) throws Exception {
        open(IfAbsent.CREATE).close();
        Path data =
                caseFolder().resolve(CaseFolder.STORE).resolve("data/databases").resolve(database);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(Math.min(channel.size(), 100));
                }
            }
        }
        try (ChildProgram program =
                ChildProgram.start(HoldsCaseOpen.class, Map.of(), caseFolder().toString())) {
            assertThat(program.await()).isNotZero();
            assertThat(program.errors().lines().findFirst().orElse(""))
                    .contains("StoreException")
                    .contains("the store of the case")
                    .contains("is damaged")
                    .contains("originals");
        }
    }

    private LocalStore open(AtomicLong freeBytes) {
        return LocalStore.open(new CaseFolder(caseFolder()), IfAbsent.CREATE, freeBytes::get);
    }

    private static String aMegabyte() {
        return "x".repeat(1 << 20);
    }

    @Test
    void stopsAtOnceWhenTheDiskFillsAndKeepsWhatWasCommitted() {
        AtomicLong freeBytes = new AtomicLong(PLENTY);
        try (LocalStore store = open(freeBytes)) {
            ask(store, store.secret(), "CREATE (n:Mark {value: 7}) RETURN n.value");
            assertThat(store.trouble()).isEmpty();
            freeBytes.set(0);
            assertThatThrownBy(() -> ask(
                            store, store.secret(), "CREATE (n:Lost {text: '" + aMegabyte() + "'}) RETURN size(n.text)"))
                    .isInstanceOf(Neo4jException.class);
            assertThat(store.trouble())
                    .get()
                    .asString()
                    .contains("the disk is full")
                    .doesNotContain("\n");
            freeBytes.set(PLENTY);
            assertThatThrownBy(() -> ask(store, store.secret(), "RETURN 1"))
                    .as("what is read after a failed write may be half of what is there")
                    .isInstanceOf(Neo4jException.class);
        }
        try (LocalStore store = open(IfAbsent.REFUSE)) {
            assertThat(ask(store, store.secret(), "MATCH (n:Mark) RETURN n.value"))
                    .isEqualTo(7);
            assertThat(ask(store, store.secret(), "MATCH (n:Lost) RETURN count(n)"))
                    .isZero();
        }
    }

    @Test
    void saysSoWhenTheDiskFillsAsItIsPutAwayAndLosesNothing() {
        AtomicLong freeBytes = new AtomicLong(PLENTY);
        LocalStore full = open(freeBytes);
        ask(full, full.secret(), "CREATE (n:Mark {text: '" + aMegabyte() + "'}) RETURN size(n.text)");
        freeBytes.set(0);
        assertThatThrownBy(full::close)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the disk is full")
                .hasMessageContaining("nothing is lost")
                .hasMessageNotContaining("\n");
        try (LocalStore store = open(IfAbsent.REFUSE)) {
            assertThat(ask(store, store.secret(), "MATCH (n:Mark) RETURN size(n.text)"))
                    .isEqualTo(1 << 20);
        }
    }

    @Test
    void leavesNothingBehindWhenTheDiskFillsAsACaseIsMade() {
        AtomicInteger looks = new AtomicInteger();
        assertThatThrownBy(() -> LocalStore.open(
                        new CaseFolder(caseFolder()), IfAbsent.CREATE, () -> looks.getAndIncrement() == 0 ? PLENTY : 0))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the disk is full")
                .hasMessageNotContaining("\n");
        assertThat(caseFolder()).doesNotExist();
        open(IfAbsent.CREATE).close();
    }

    @Test
    void takesAwayACaseIntoWhichNothingCame() {
        open(IfAbsent.CREATE).closeUnused();
        assertThat(caseFolder()).doesNotExist();
    }

    @Test
    void doesNotTakeAnEmptyStoreForTheOneThatIsGone() {
        CaseFolder folder = new CaseFolder(caseFolder());
        open(IfAbsent.CREATE).close();
        folder.deleteStore();
        assertThatThrownBy(() -> open(IfAbsent.REFUSE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
        assertThat(folder.store()).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNotACase() throws IOException {
        Files.createDirectories(caseFolder());
        Files.writeString(caseFolder().resolve("holiday.jpg"), "");
        assertThatThrownBy(() -> open(IfAbsent.CREATE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds other things and no case");
        assertThat(caseFolder()).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(caseFolder(), "");
        assertThatThrownBy(() -> open(IfAbsent.CREATE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void makesNothingWhereACaseWasExpected() {
        assertThatThrownBy(() -> open(IfAbsent.REFUSE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no case at");
        assertThat(caseFolder()).doesNotExist();
    }

    @Test
    void refusesACaseOfANewerVersion() throws IOException {
        Files.createDirectories(caseFolder());
        Files.writeString(caseFolder().resolve(CaseFolder.MANIFEST), "format=manumit-case\nversion=99\n");
        assertThatThrownBy(() -> open(IfAbsent.REFUSE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("made by a newer version of Manumit");
    }

    @Test
    void refusesAFolderItMayNotWriteTo() throws IOException {
        Path parent = Files.createDirectory(temp.resolve("locked"));
        assumeThat(parent.toFile().setWritable(false)).isTrue();
        // The superuser may write anywhere
        assumeThat(Files.isWritable(parent)).isFalse();
        assertThatThrownBy(() -> LocalStore.open(new CaseFolder(parent.resolve("case")), IfAbsent.CREATE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no permission to write there");
    }
}
