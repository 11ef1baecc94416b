package org.manumit.app.localstore;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.job.OwnsThread;
import org.neo4j.configuration.Config;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilderImplementation;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.graphdb.facade.DatabaseManagementServiceFactory;
import org.neo4j.graphdb.facade.ExternalDependencies;
import org.neo4j.graphdb.factory.module.GlobalModule;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.io.pagecache.PageCache;
import org.neo4j.io.pagecache.impl.muninn.MuninnPageCache;
import org.neo4j.kernel.database.NamedDatabaseId;
import org.neo4j.kernel.impl.factory.DbmsInfo;
import org.neo4j.kernel.monitoring.tracing.Tracers;
import org.neo4j.logging.internal.LogService;
import org.neo4j.memory.MemoryPools;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.time.SystemNanoClock;

/** Builds an embedded Neo4j upon a disk of ours; the public builder knows no way to say so. */
@OwnsThread("nobody else can watch a start that blocks")
final class StoreBuilder extends DatabaseManagementServiceBuilderImplementation {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final StoreDisk disk;
    private volatile @Nullable GlobalModule module;
    private volatile @Nullable Throwable failure;

    StoreBuilder(Path home, Map<Setting<?>, Object> settings, StoreDisk disk) {
        super(home);
        this.disk = disk;
        setConfig(settings);
    }

    @Override
    protected DatabaseManagementService newDatabaseManagementService(Config given, ExternalDependencies dependencies) {
        return new DatabaseManagementServiceFactory(getDbmsInfo(given), getEditionFactory(given)) {
            @Override
            protected GlobalModule createGlobalModule(
                    Config config, boolean daemonMode, ExternalDependencies dependencies) {
                OnDisk made = new OnDisk(config, dbmsInfo, daemonMode, dependencies);
                module = made;
                return made;
            }
        }.build(augmentConfig(given), daemonMode, dependencies);
    }

    /**
     * Builds and starts it. A system database that does not start is asked for its content for two minutes before Neo4j
     * gives up; so whoever waits for that is interrupted as soon as the database has failed.
     */
    @Override
    public DatabaseManagementService build() {
        Thread waiting = Thread.currentThread();
        CountDownLatch built = new CountDownLatch(1);
        Thread watch = Thread.ofPlatform().daemon().name("case-store-start").start(() -> watch(built, waiting));
        try {
            return super.build();
        } catch (RuntimeException e) {
            throw failure == null ? e : new IllegalStateException(failure);
        } finally {
            built.countDown();
            join(watch);
        }
    }

    private void watch(CountDownLatch built, Thread waiting) {
        try {
            while (!built.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                failure = failureOfSystem().orElse(null);
                if (failure != null) {
                    waiting.interrupt();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Throwable> failureOfSystem() {
        GlobalModule made = module;
        if (made == null || !made.getGlobalDependencies().containsDependency(DatabaseStateService.class)) {
            return Optional.empty();
        }
        DatabaseStateService<?> states = made.getGlobalDependencies().resolveDependency(DatabaseStateService.class);
        return states.causeOfFailure(NamedDatabaseId.NAMED_SYSTEM_DATABASE_ID);
    }

    /** Waits until the thread interrupts nobody any more, and forgets that it did. */
    private void join(Thread watch) {
        boolean interrupted = Thread.interrupted();
        try {
            watch.join();
            if (interrupted && failure == null) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            if (failure == null) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class OnDisk extends GlobalModule {

        OnDisk(Config config, DbmsInfo kind, boolean daemonMode, ExternalDependencies dependencies) {
            super(config, kind, daemonMode, dependencies);
        }

        @Override
        protected FileSystemAbstraction createFileSystemAbstraction() {
            return disk;
        }

        @Override
        protected PageCache createPageCache(
                FileSystemAbstraction files,
                Config config,
                LogService logging,
                Tracers tracers,
                JobScheduler scheduler,
                SystemNanoClock clock,
                MemoryPools memory) {
            PageCache pages = super.createPageCache(files, config, logging, tracers, scheduler, clock, memory);
            if (pages instanceof MuninnPageCache cache) {
                cache.setPrintExceptionsOnClose(false); // to the terminal, that is
            }
            return pages;
        }
    }
}
