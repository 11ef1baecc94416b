package org.manumit.graph;

import java.util.List;
import java.util.Objects;

/**
 * What one file adds to a case: the reviewed outcome of an import, committed as a whole or not at all.
 *
 * @param source the file
 * @param entities everything the claims and records are about; the tables' indexes point into this list
 * @param claims what the file states, but for calls and transfers
 * @param calls its call records
 * @param transfers its transfers
 * @param issues what the reader noticed, kept with the source so that rejected rows can be listed later
 */
public record CaseAddition(
        Source source,
        List<Entity> entities,
        List<Claim> claims,
        CallTable calls,
        TransferTable transfers,
        List<ImportIssue> issues) {

    public CaseAddition {
        Objects.requireNonNull(source, "source");
        entities = List.copyOf(entities);
        claims = List.copyOf(claims);
        Objects.requireNonNull(calls, "calls");
        Objects.requireNonNull(transfers, "transfers");
        issues = List.copyOf(issues);
    }
}
