/**
 * The embedded Neo4j of a case that is kept in a folder: starting it, stopping it whatever happens, and keeping a second
 * program out. Alone sees the classes of the Neo4j server; everything else speaks to it through the driver.
 */
@NullMarked
package org.manumit.app.localstore;

import org.jspecify.annotations.NullMarked;
