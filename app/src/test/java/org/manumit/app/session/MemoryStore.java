package org.manumit.app.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.StoreException;

/** A store that keeps what is committed in memory, through the same merging as previews use; for tests of the window. */
public final class MemoryStore implements CaseStore {
    private final String name;
    private final Map<SourceId, CaseAddition> additions = new HashMap<>();
    private final List<SourceId> order = new ArrayList<>();
    private boolean closed;

    public MemoryStore(String name) {
        this.name = name;
    }

    @Override
    public String caseName() {
        return name;
    }

    @Override
    public Sharing sharing() {
        return Sharing.LOCAL;
    }

    @Override
    public synchronized Outcome commit(CaseAddition addition, Progress progress, Cancellation cancellation) {
        if (additions.putIfAbsent(addition.source().id(), addition) != null) {
            return Outcome.ALREADY_KNOWN;
        }
        order.add(addition.source().id());
        return Outcome.COMMITTED;
    }

    @Override
    public synchronized void replace(CaseAddition addition, Progress progress, Cancellation cancellation) {
        if (additions.replace(addition.source().id(), addition) == null) {
            throw new StoreException("no source " + addition.source().id());
        }
    }

    @Override
    public synchronized boolean withdraw(SourceId source, Progress progress) {
        order.remove(source);
        return additions.remove(source) != null;
    }

    @Override
    public synchronized CaseGraph load(Progress progress, Cancellation cancellation) {
        return CaseGraph.of(name, order.stream().map(id -> addition(id)).toList());
    }

    private CaseAddition addition(SourceId id) {
        CaseAddition found = additions.get(id);
        if (found == null) {
            throw new IllegalStateException("no source " + id);
        }
        return found;
    }

    @Override
    public synchronized List<Source> sources() {
        return order.stream().map(id -> addition(id).source()).toList();
    }

    @Override
    public synchronized List<ImportIssue> issues(SourceId source) {
        return addition(source).issues();
    }

    @Override
    public List<String> check(Progress progress) {
        return List.of();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    /** Whether it was closed. */
    public synchronized boolean isClosed() {
        return closed;
    }
}
