package org.manumit.graph.store.neo4j;

import java.util.Map;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** Takes everything out that belongs to a source which is no longer visible. Can be cut short and run again. */
final class SourceRemover {

    private final Database database;

    SourceRemover(Database database) {
        this.database = database;
    }

    /** Makes a source invisible. False when there is no such complete source. */
    boolean hide(String id) {
        return database.write(
                "take an import back",
                tx -> tx.run(
                                        "MATCH (s:Source {id: $id}) WHERE s.state = $complete "
                                                + "SET s.state = $leaving, s.heartbeat = timestamp() RETURN s.number",
                                        Map.of("id", id, "complete", State.COMPLETE, "leaving", State.LEAVING))
                                .list()
                                .size()
                        == 1);
    }

    /**
     * Leaves a source that was cut short to whoever takes it out later; it is as invisible as it was. In a store of this
     * program alone that goes without saying.
     */
    void abandon(String id) {
        database.write("end the import", tx -> tx.run(
                        "MATCH (s:Source {id: $id}) WHERE s.state <> $complete "
                                + "SET s.state = $leaving, s.heartbeat = 0 REMOVE s.token RETURN s.number",
                        Map.of("id", id, "complete", State.COMPLETE, "leaving", State.LEAVING))
                .list()
                .size());
    }

    /**
     * Takes a hidden source out.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled; what is left can be taken out later
     */
    void remove(String id, Progress progress, Cancellation cancellation) {
        int number = database.write("take an import back", tx -> tx
                .run(
                        "MATCH (s:Source {id: $id}) WHERE s.state <> $complete SET s.state = $leaving "
                                + "REMOVE s.token RETURN s.number AS number",
                        Map.of("id", id, "complete", State.COMPLETE, "leaving", State.LEAVING))
                .list(r -> r.get("number").asInt())
                .stream()
                .findFirst()
                .orElse(0));
        if (number == 0) {
            return;
        }
        Map<String, Object> parameters = Map.of("id", id, "number", number, "ranks", SourceWriter.ranks());
        String beat = "SET s.heartbeat = timestamp() ";
        String source = "MATCH (s:Source {id: $id}) ";
        for (String type : new String[] {"CALLED", "PAID"}) {
            repeat(
                    source + beat + "WITH s MATCH ()-[r:" + type + "]->() WHERE r.source = $number WITH r LIMIT 5000 "
                            + "DELETE r RETURN count(*) AS n",
                    parameters,
                    progress,
                    cancellation,
                    "Records");
        }
        repeat(
                source + beat + "WITH s MATCH (s)<-[:STATED_IN]-(c:Claim) WITH c LIMIT 5000 "
                        + "DETACH DELETE c RETURN count(*) AS n",
                parameters,
                progress,
                cancellation,
                "Claims");
        repeat(
                source + beat + "WITH s MATCH (s)<-[:NOTICED_IN]-(i:ImportIssues) WITH i LIMIT 500 "
                        + "DETACH DELETE i RETURN count(*) AS n",
                parameters,
                progress,
                cancellation,
                "Issues");
        repeat(
                source + beat + "WITH s MATCH (s)-[a:SPEAKS_OF]->(e:Entity) WITH s, a, e LIMIT 5000 "
                        + "WITH a, e, COLLECT { MATCH (o:Source)-[b:SPEAKS_OF]->(e) WHERE o <> s "
                        + "RETURN b ORDER BY $ranks[b.standing], o.number LIMIT 1 } AS others "
                        + "DELETE a "
                        + "FOREACH (b IN others | SET e.label = b.label, e.standing = b.standing) "
                        + "FOREACH (x IN CASE WHEN size(others) = 0 THEN [e] ELSE [] END | DELETE x) "
                        + "RETURN count(*) AS n",
                parameters,
                progress,
                cancellation,
                "Names");
        repeat(
                "MATCH (e:Nobody) WHERE NOT (e)--() WITH e LIMIT 1 DELETE e RETURN count(*) AS n",
                parameters,
                progress,
                cancellation,
                "Names");
        database.write("take an import back", tx -> {
            tx.run("MATCH (s:Source {id: $id}) WHERE s.state = 'leaving' DELETE s", Map.of("id", id));
            return number;
        });
    }

    private void repeat(
            String statement,
            Map<String, Object> parameters,
            Progress progress,
            Cancellation cancellation,
            String step) {
        int n;
        long done = 0;
        do {
            cancellation.check();
            n = database.write(
                    "take an import back",
                    tx -> tx.run(statement, parameters).single().get("n").asInt());
            done += n;
            progress.report(done, -1, step);
        } while (n > 0);
    }
}
