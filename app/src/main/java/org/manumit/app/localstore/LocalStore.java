package org.manumit.app.localstore;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.manumit.app.localstore.CaseFolder.Manifest;
import org.manumit.app.localstore.StoreSecret.Secret;
import org.manumit.graph.job.OwnsThread;
import org.manumit.graph.store.StoreException;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseNotFoundException;
import org.neo4j.exceptions.UnsatisfiedDependencyException;
import org.neo4j.fleetmanagement.FleetManagementSettings;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.internal.helpers.HostnamePort;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.impl.security.User;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.NullLogProvider;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.monitoring.DatabaseHealth;
import org.neo4j.server.security.SecureHasher;
import org.neo4j.server.security.SystemGraphCredential;
import org.neo4j.server.security.auth.CommunitySecurityModule;
import org.neo4j.server.security.auth.FileUserRepository;

/**
 * The embedded Neo4j of one case folder, running. It answers on a port of this machine only, to whoever knows the case's
 * secret. Opening and closing block; close from any thread, as often as you like. The process's end closes it too.
 */
@OwnsThread("the Java machine takes shutdown hooks as threads only")
public final class LocalStore implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LocalStore.class.getName());

    /** The one user of an embedded store. */
    public static final String USER = "neo4j";

    /** The one database of an embedded store. */
    public static final String DATABASE = "neo4j";

    /** A store that was killed repairs itself first, which takes time in proportion to what it had not yet put away. */
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private static final Duration AVAILABLE_WITHIN = Duration.ofMillis(300);

    private final CaseFolder folder;
    private final FolderLock lock;
    private final DatabaseManagementService service;
    private final StoreDisk disk;
    private final URI address;
    private final String secret;
    private final Thread atExit;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final WhenUnused whenUnused;
    private boolean discarded;

    private LocalStore(
            CaseFolder folder,
            FolderLock lock,
            DatabaseManagementService service,
            StoreDisk disk,
            URI address,
            String secret,
            WhenUnused whenUnused) {
        this.folder = folder;
        this.lock = lock;
        this.service = service;
        this.disk = disk;
        this.address = address;
        this.secret = secret;
        this.whenUnused = whenUnused;
        atExit = new Thread(this::stopAtExit, "case-store-at-exit");
    }

    /** What to do with a case that was opened and not used. */
    private enum WhenUnused {
        KEEP,
        TAKE_AWAY
    }

    /** What to do where there is no case yet. */
    public enum IfAbsent {
        CREATE,
        REFUSE
    }

    /**
     * Starts the store of a case. Takes a few seconds; call it on a thread of its own where somebody is waiting.
     *
     * @throws StoreException when the case cannot be opened: open elsewhere, not a case, made by a newer version, no
     *     room, no permission, damaged
     */
    public static LocalStore open(CaseFolder folder, IfAbsent ifAbsent) {
        return open(
                folder, ifAbsent, () -> FolderTrouble.freeBytes(folder.path()).orElse(Long.MAX_VALUE));
    }

    /**
     * Starts the store of a case, as the other method does.
     *
     * @param freeBytes how much room is left on the case's disk
     */
    public static LocalStore open(CaseFolder folder, IfAbsent ifAbsent, LongSupplier freeBytes) {
        requireCase(folder, ifAbsent);
        boolean made = !Files.exists(folder.path());
        try {
            StoreSecret.createFolderForOwner(folder.path());
        } catch (IOException e) {
            throw FolderTrouble.explain("cannot make the case", folder.path(), e);
        }
        FolderLock lock;
        try {
            lock = FolderLock.take(folder);
        } catch (StoreException e) {
            if (made) {
                folder.deleteWhenEmpty();
            }
            throw e;
        }
        made = !Files.exists(folder.manifest());
        try {
            return start(folder, lock, freeBytes);
        } catch (RuntimeException | Error e) {
            if (made) {
                remove(folder, lock, e);
            } else {
                lock.close();
            }
            throw e;
        }
    }

    private static void requireCase(CaseFolder folder, IfAbsent ifAbsent) {
        switch (folder.found()) {
            case CASE -> {}
            case FILE ->
                throw new StoreException(folder.path() + " is a file; a case is a folder: name the case's folder");
            case SOMETHING_ELSE ->
                throw new StoreException("the folder " + folder.path()
                        + " holds other things and no case; name a case's folder, or a new one");
            case NOTHING -> {
                if (ifAbsent == IfAbsent.REFUSE) {
                    throw new StoreException("there is no case at " + folder.path()
                            + "; 'manumit import' makes one, or name another folder");
                }
            }
        }
    }

    private static LocalStore start(CaseFolder folder, FolderLock lock, LongSupplier freeBytes) {
        long free = freeBytes.getAsLong();
        if (free < FolderTrouble.LEAST_FREE_BYTES) {
            throw new StoreException("cannot open the case " + folder.path() + ": only " + (free >> 20)
                    + " MB are free on its disk; make room and try again");
        }
        Manifest manifest;
        if (Files.exists(folder.manifest())) {
            manifest = folder.readManifest();
        } else {
            manifest = Manifest.fresh();
            folder.writeManifest(manifest);
        }
        Secret secret = StoreSecret.readOrMake(folder);
        boolean first = manifest.store() == Manifest.StoreState.UNFINISHED;
        if (first) {
            folder.deleteStore();
            setFirstPassword(folder, secret.text());
        }
        if (!Files.isDirectory(folder.store())) {
            throw damaged(folder, new NoSuchFileException(folder.store().toString()));
        }
        StoreDisk disk = new StoreDisk(freeBytes);
        DatabaseManagementService service = build(folder, disk);
        LocalStore store;
        try {
            GraphDatabaseAPI database = started(folder, service);
            // Nothing may be read or committed any more once something was not written
            DatabaseHealth health = database.getDependencyResolver().resolveDependency(DatabaseHealth.class);
            disk.onFailure(health::panic);
            if (!first && secret.age() == Secret.Age.NEW) {
                changePassword(service, secret.text());
            }
            store = new LocalStore(
                    folder,
                    lock,
                    service,
                    disk,
                    address(database),
                    secret.text(),
                    first ? WhenUnused.TAKE_AWAY : WhenUnused.KEEP);
            if (first) {
                folder.writeManifest(manifest.ready());
            }
            stopAtExit(store);
        } catch (RuntimeException | Error e) {
            disk.stopping();
            shutDown(service, e);
            disk.letGo();
            throw e;
        }
        return store;
    }

    private static void stopAtExit(LocalStore store) {
        try {
            Runtime.getRuntime().addShutdownHook(store.atExit);
        } catch (IllegalStateException e) {
            // the process is ending already: whoever opens the store is waited for, and closes it
            return;
        }
    }

    /** Takes a case away; nobody else can open it meanwhile. */
    private static void remove(CaseFolder folder, FolderLock lock, Throwable because) {
        try {
            remove(folder, lock);
        } catch (StoreException e) {
            because.addSuppressed(e);
        }
    }

    private static void remove(CaseFolder folder, FolderLock lock) {
        try {
            folder.deleteContent();
        } finally {
            lock.closeAndDelete();
        }
        folder.deleteWhenEmpty();
    }

    private static void shutDown(DatabaseManagementService service, Throwable because) {
        try {
            service.shutdown();
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private static DatabaseManagementService build(CaseFolder folder, StoreDisk disk) {
        // The store is stopped by our own hook; a second one of its logging library fails when the program is ended.
        System.setProperty("log4j.shutdownHookEnabled", "false");
        try {
            return new StoreBuilder(folder.store(), settings(), disk).build();
        } catch (RuntimeException | LinkageError e) {
            disk.letGo();
            throw damaged(folder, e);
        }
    }

    /** A failed database leaves the service running, so its failure has to be asked for. */
    private static GraphDatabaseAPI started(CaseFolder folder, DatabaseManagementService service) {
        try {
            GraphDatabaseAPI database = (GraphDatabaseAPI) service.database(DATABASE);
            DatabaseStateService<?> states =
                    database.getDependencyResolver().resolveDependency(DatabaseStateService.class);
            Instant deadline = Instant.now().plus(LONGEST_START);
            while (!database.isAvailable(AVAILABLE_WITHIN.toMillis())) {
                Optional<Throwable> failure = states.causeOfFailure(database.databaseId());
                if (failure.isPresent() || Instant.now().isAfter(deadline)) {
                    throw damaged(
                            folder, failure.orElseGet(() -> new TimeoutException("it does not become available")));
                }
            }
            return database;
        } catch (DatabaseNotFoundException | UnsatisfiedDependencyException e) {
            throw damaged(folder, e);
        }
    }

    private static StoreException damaged(CaseFolder folder, Throwable cause) {
        return new StoreException(
                FolderTrouble.known(folder.path(), cause)
                        .map(why -> "cannot open the case " + folder.path() + ": " + why)
                        .orElseGet(() -> "the store of the case " + folder.path() + " is damaged: "
                                + FolderTrouble.why(folder.path(), cause)
                                + "; restore the folder from a copy, or import its files (kept in "
                                + folder.path().resolve("originals") + ") into a new case"),
                cause);
    }

    private static URI address(GraphDatabaseAPI database) {
        HostnamePort bolt = database.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT);
        return URI.create("bolt://127.0.0.1:" + bolt.getPort());
    }

    private static Map<Setting<?>, Object> settings() {
        return Map.ofEntries(
                Map.entry(BoltConnector.enabled, true),
                Map.entry(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0)),
                Map.entry(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.DISABLED),
                Map.entry(BoltConnector.thread_pool_min_size, 1),
                Map.entry(BoltConnector.thread_pool_max_size, 16),
                Map.entry(GraphDatabaseSettings.auth_enabled, true),
                // Nothing of a case leaves the machine
                Map.entry(GraphDatabaseSettings.udc_enabled, false),
                Map.entry(GraphDatabaseInternalSettings.udc_network_enabled, false),
                Map.entry(BoltConnector.server_bolt_telemetry_enabled, false),
                Map.entry(FleetManagementSettings.fleet_manager_enabled, false),
                Map.entry(BoltConnector.enable_discovery, false),
                // No personal data in logs, and no complaints on the terminal when they cannot be written
                Map.entry(GraphDatabaseSettings.debug_log_enabled, false),
                Map.entry(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF),
                Map.entry(GraphDatabaseSettings.pagecache_memory, pageCacheBytes()),
                Map.entry(GraphDatabaseSettings.pagecache_warmup_enabled, false),
                Map.entry(GraphDatabaseSettings.filewatcher_enabled, false),
                Map.entry(GraphDatabaseSettings.preallocate_logical_logs, false),
                Map.entry(GraphDatabaseSettings.preallocate_store_files, false),
                Map.entry(GraphDatabaseSettings.logical_log_rotation_threshold, 16L << 20),
                Map.entry(GraphDatabaseSettings.keep_logical_logs, "1 files"),
                Map.entry(GraphDatabaseSettings.shutdown_transaction_end_timeout, Duration.ofSeconds(1)),
                // Stopping: ten seconds by default, spent waiting for connections that nobody opens any more
                Map.entry(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO),
                Map.entry(GraphDatabaseInternalSettings.netty_server_shutdown_timeout, Duration.ofSeconds(2)),
                Map.entry(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, Duration.ofMillis(200)),
                Map.entry(BoltConnectorInternalSettings.connection_shutdown_wait_time, Duration.ofMillis(200)));
    }

    /** A thirty-second of the machine's memory, from 64 to 512 MB: the default of a half is a server's. */
    private static long pageCacheBytes() {
        long memory = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
        return Math.clamp(memory / 32, 64L << 20, 512L << 20);
    }

    /** Read by the store when it is made; setting a password later costs seconds. */
    private static void setFirstPassword(CaseFolder folder, String secret) {
        Config config = Config.newBuilder()
                .set(GraphDatabaseSettings.neo4j_home, folder.store())
                .build();
        try (DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction()) {
            FileUserRepository users = new FileUserRepository(
                    files,
                    CommunitySecurityModule.getInitialUserRepositoryFile(config),
                    NullLogProvider.getInstance(),
                    EmptyMemoryTracker.INSTANCE);
            users.start();
            users.create(new User(
                    USER,
                    "",
                    SystemGraphCredential.createCredentialForPassword(
                            secret.getBytes(StandardCharsets.UTF_8), new SecureHasher()),
                    false,
                    false));
            users.shutdown();
        } catch (StoreException e) {
            throw e;
        } catch (Exception e) {
            throw FolderTrouble.explain("cannot set up the store of the case", folder.path(), e);
        }
    }

    private static void changePassword(DatabaseManagementService service, String secret) {
        service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER " + USER + " SET PASSWORD $secret CHANGE NOT REQUIRED", Map.of("secret", secret));
    }

    /** Where the driver finds the store. */
    public URI address() {
        return address;
    }

    /** The password of {@link #USER}. */
    public String secret() {
        return secret;
    }

    /** The case's folder. */
    public CaseFolder folder() {
        return folder;
    }

    /**
     * Why the store fails, when its disk is the reason. A store whose disk has failed takes nothing more, even when there
     * is room again: it has to be opened anew. Empty when the disk is well.
     */
    public Optional<String> trouble() {
        return disk.failure()
                .map(failure -> "the case " + folder.path() + " can take nothing more: "
                        + FolderTrouble.why(folder.path(), failure));
    }

    /**
     * Stops the store.
     *
     * @throws StoreException when something could not be put away; what was committed is kept all the same
     */
    @Override
    public void close() {
        if (stop()) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // the process is ending: the hook finds nothing left to do
            }
        }
    }

    /** When the process is ending there is nobody left to tell; what a hard end leaves, the next start mends. */
    private void stopAtExit() {
        try {
            stop();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the store did not stop cleanly as the process ended", e);
        }
    }

    /** Stops the store into which nothing was put: a case that this opening has made is taken away again. */
    public synchronized void closeUnused() {
        discarded = whenUnused == WhenUnused.TAKE_AWAY;
        close();
    }

    private synchronized boolean stop() {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        boolean failedBefore = disk.failure().isPresent();
        disk.stopping();
        try {
            service.shutdown();
        } catch (RuntimeException e) {
            if (disk.failure().isEmpty() && !discarded) {
                throw notPutAway(FolderTrouble.why(folder.path(), e), e);
            }
        } finally {
            disk.letGo();
            release();
        }
        if (!failedBefore && !discarded) {
            disk.failure().ifPresent(failure -> {
                throw notPutAway(FolderTrouble.why(folder.path(), failure), failure);
            });
        }
        return true;
    }

    private void release() {
        if (discarded) {
            remove(folder, lock);
        } else {
            lock.close();
        }
    }

    private StoreException notPutAway(String why, Throwable cause) {
        return new StoreException(
                "the case " + folder.path() + " could not be put away: " + why
                        + " (nothing is lost: what was reported as done is done, and is put away when the case is next "
                        + "opened)",
                cause);
    }
}
