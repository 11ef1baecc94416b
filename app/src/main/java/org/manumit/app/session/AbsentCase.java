package org.manumit.app.session;

import java.util.List;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.CaseStore;
import org.manumit.graph.store.StoreException;

/** A case that is not there, for reading files against it without making it: nothing is known, nothing can be added. */
public final class AbsentCase implements CaseStore {

    private final String name;

    /**
     * A case that is not there.
     *
     * @param name what it would be called
     */
    public AbsentCase(String name) {
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
    public Outcome commit(CaseAddition addition, Progress progress, Cancellation cancellation) {
        throw new StoreException(name + ": there is no such case; nothing can be added to it");
    }

    @Override
    public void replace(CaseAddition addition, Progress progress, Cancellation cancellation) {
        throw new StoreException(name + ": there is no such case; nothing in it can be replaced");
    }

    @Override
    public boolean withdraw(SourceId source, Progress progress) {
        return false;
    }

    @Override
    public CaseGraph load(Progress progress, Cancellation cancellation) {
        return CaseGraph.empty(name);
    }

    @Override
    public List<Source> sources() {
        return List.of();
    }

    @Override
    public List<ImportIssue> issues(SourceId source) {
        return List.of();
    }

    @Override
    public List<String> check(Progress progress) {
        return List.of();
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
