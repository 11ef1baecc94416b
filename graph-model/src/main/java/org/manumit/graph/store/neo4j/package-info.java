/**
 * Keeps a case in Neo4j, embedded or on a server, through the Java driver, and alone sees the driver.
 *
 * <p>What stands in the database, so that it can be read with plain Cypher too:
 *
 * <pre>
 * (:ManumitCase {key, schema, name, sources})
 * (:Source {id, number, state, fileName, ...})
 * (:Entity:Person {id, label, standing})                    the kind is the second label
 * (:Source)-[:SPEAKS_OF {at, kind, label, standing}]->(:Entity)   what each source calls it
 * (:Claim {id, type, from, to, v_NAME, ...})-[:STATED_IN]->(:Source)
 * (:Claim)-[:VICTIM {at, certainty}]->(:Entity)             a relationship type per part
 * (:Entity)-[:CALLED {source, kind, start[], duration[], row[], ...}]->(:Entity)
 * (:Entity)-[:PAID {source, currency, scale, amount[], time[], row[], ...}]->(:Entity)
 * (:ImportIssues {severity[], line[], message[], ...})-[:NOTICED_IN]->(:Source)
 * </pre>
 *
 * Calls and transfers are bundled, a relationship for all records of one source between two entities; why is written in
 * {@code docs/decisions}. A source is visible once its {@code state} is {@code complete}, which is set last, in one
 * transaction; whatever belongs to a source in another state is swept away when the case is next opened. A file read anew
 * is written beside what was there ({@code id~next}) and takes its names in that last transaction; it keeps the
 * {@code place} of the source it replaces in the order of import.
 */
@NullMarked
package org.manumit.graph.store.neo4j;

import org.jspecify.annotations.NullMarked;
