package org.manumit.graph.store.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manumit.graph.job.Progress;
import org.neo4j.driver.TransactionContext;

/** Compares what the store holds with its own rules. */
final class StoreCheck {

    private static final List<String> COUNTS = List.of("entities", "claims", "calls", "transfers", "issues");

    private final TransactionContext tx;
    private final List<String> wrong = new ArrayList<>();

    StoreCheck(TransactionContext tx) {
        this.tx = tx;
    }

    List<String> run(StaleAfter staleAfter, Progress progress) {
        unfinished(staleAfter);
        progress.report(1, 4, "Counts");
        counts();
        progress.report(2, 4, "Records");
        bundles("CALLED", "call records", CallBundles.uneven());
        bundles("PAID", "transfers", TransferBundles.uneven());
        progress.report(3, 4, "Claims and names");
        number(
                "MATCH (c:Claim) WHERE NOT (c)-[:STATED_IN]->(:Source) RETURN count(c) AS n",
                " claims stand in no source");
        number(
                "MATCH (e:Entity) WHERE NOT e:Nobody AND NOT (:Source)-[:SPEAKS_OF]->(e) RETURN count(e) AS n",
                " entities are spoken of by no source");
        progress.report(4, 4, "Done");
        return List.copyOf(wrong);
    }

    private void unfinished(StaleAfter staleAfter) {
        Database.each(
                tx,
                "MATCH (s:Source) WHERE s.state <> 'complete' AND timestamp() - s.heartbeat >= $stale "
                        + "RETURN s.fileName AS name",
                Map.of("stale", staleAfter.millis()),
                record -> wrong.add("an import of " + record.get("name").asString()
                        + " was cut short; open the case again to sweep it away"));
    }

    private void counts() {
        Database.each(
                tx,
                "MATCH (s:Source) WHERE s.state = 'complete' RETURN s.fileName AS name, "
                        + "[s.entities, s.claims, s.calls, s.transfers, s.issues] AS noted, "
                        + "[COUNT { (s)-[:SPEAKS_OF]->(:Entity) }, COUNT { (s)<-[:STATED_IN]-(:Claim) }, "
                        + "reduce(n = 0, m IN COLLECT { MATCH ()-[r:CALLED]->() WHERE r.source = s.number "
                        + "RETURN r.count } | n + m), "
                        + "reduce(n = 0, m IN COLLECT { MATCH ()-[r:PAID]->() WHERE r.source = s.number "
                        + "RETURN r.count } | n + m), "
                        + "reduce(n = 0, m IN COLLECT { MATCH (s)<-[:NOTICED_IN]-(i:ImportIssues) "
                        + "RETURN size(i.line) } | n + m)] AS held",
                Map.of(),
                record -> {
                    for (int i = 0; i < COUNTS.size(); i++) {
                        long noted = record.get("noted").get(i).asLong(0);
                        long held = record.get("held").get(i).asLong();
                        if (noted != held) {
                            wrong.add(record.get("name").asString() + ": " + held + " " + COUNTS.get(i)
                                    + " are held where " + noted + " were imported; withdraw the file and import it "
                                    + "again");
                        }
                    }
                });
    }

    private void bundles(String type, String records, String uneven) {
        number(
                "MATCH ()-[r:" + type + "]->() WHERE " + uneven + " RETURN count(r) AS n",
                " bundles of " + records + " are damaged");
        number(
                "MATCH (s:Source) WITH collect(s.number) AS numbers MATCH ()-[r:" + type + "]->() "
                        + "WHERE NOT r.source IN numbers RETURN count(r) AS n",
                " bundles of " + records + " stand in no source");
    }

    private void number(String query, String what) {
        long n = tx.run(query).single().get("n").asLong();
        if (n > 0) {
            wrong.add(n + what);
        }
    }
}
