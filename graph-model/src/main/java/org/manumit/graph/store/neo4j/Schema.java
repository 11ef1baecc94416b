package org.manumit.graph.store.neo4j;

import java.util.List;
import java.util.Map;
import org.manumit.graph.store.StoreException;
import org.neo4j.driver.Record;

/**
 * The schema and its versions. A database that holds nothing is at version 0. Every step leads from one version to the
 * next and can be run again where it was cut short; the version is raised after it.
 */
final class Schema {

    /** The steps of this program: {@code STEPS.get(n)} leads from version n to n + 1. */
    static final List<Step> STEPS = List.of(Schema::layFirst, Schema::numberEquipment, Schema::shortenLists);

    /** A step from one version to the next. */
    @FunctionalInterface
    interface Step {
        void run(Database database);
    }

    private final Database database;
    private final List<Step> steps;

    Schema(Database database, List<Step> steps) {
        this.database = database;
        this.steps = List.copyOf(steps);
    }

    /** What a database was before it was brought up. */
    enum Before {
        /** Empty: nothing can have been cut short in it. */
        EMPTY,
        /** A case. */
        A_CASE
    }

    /**
     * Brings the database to this program's version.
     *
     * @param caseName kept as the case's name when the database is new
     * @throws StoreException when it was made by a newer version, or holds something that is no case
     */
    Before bringUp(String caseName) {
        int version = version();
        if (version > steps.size()) {
            throw new StoreException("the store " + database.trouble().store()
                    + " was made by a newer version of Manumit (schema " + version + ", this program knows "
                    + steps.size() + "); open it with that version");
        }
        if (version == 0) {
            requireEmpty();
        }
        for (int next = version; next < steps.size(); next++) {
            steps.get(next).run(database);
            int reached = next + 1;
            database.write("note its version", tx -> {
                tx.run(
                        "MERGE (k:ManumitCase {key: 'case'}) ON CREATE SET k.name = $name, k.sources = 0 "
                                + "SET k.schema = $reached",
                        Map.of("name", caseName, "reached", reached));
                return reached;
            });
        }
        return version == 0 ? Before.EMPTY : Before.A_CASE;
    }

    private int version() {
        return database.read("tell its version", tx -> tx.run(
                        "OPTIONAL MATCH (k:ManumitCase {key: 'case'}) RETURN coalesce(k.schema, 0) AS version")
                .single()
                .get("version")
                .asInt());
    }

    private void requireEmpty() {
        boolean foreign = database.read("be looked into", tx -> {
            Record found =
                    tx.run("MATCH (n) WHERE NOT n:ManumitCase RETURN labels(n) AS labels LIMIT 1").list().stream()
                            .findFirst()
                            .orElse(null);
            return found != null;
        });
        if (foreign) {
            throw new StoreException("the database '" + database.name() + "' of the store "
                    + database.trouble().store() + " holds something else than a case; name an empty database");
        }
    }

    private static void layFirst(Database database) {
        for (String statement : List.of(
                "CREATE CONSTRAINT manumit_case IF NOT EXISTS FOR (k:ManumitCase) REQUIRE k.key IS UNIQUE",
                "CREATE CONSTRAINT manumit_source IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE",
                "CREATE CONSTRAINT manumit_entity IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE",
                "CREATE CONSTRAINT manumit_claim IF NOT EXISTS FOR (c:Claim) REQUIRE c.id IS UNIQUE",
                "CREATE INDEX manumit_claim_type IF NOT EXISTS FOR (c:Claim) ON (c.type)",
                "CREATE INDEX manumit_called_source IF NOT EXISTS FOR ()-[r:CALLED]-() ON (r.source)",
                "CREATE INDEX manumit_paid_source IF NOT EXISTS FOR ()-[r:PAID]-() ON (r.source)")) {
            database.alone("lay its schema", statement);
        }
        database.alone("lay its schema", "CALL db.awaitIndexes(300)");
    }

    /**
     * From here on bundles of calls name antennas, handsets and SIM cards by the numbers of their source, and leave out
     * places that follow from rows. What stands there already is read as it is.
     */
    private static void numberEquipment(Database database) {}

    /**
     * From here on bundles say once what is the same for all their records: a handset used throughout, how far record
     * numbers are beyond their rows. What stands there already is read as it is.
     */
    private static void shortenLists(Database database) {}
}
