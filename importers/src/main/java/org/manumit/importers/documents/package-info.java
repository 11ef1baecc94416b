/** Statements and reports read as text, passage by passage; nothing else enters the graph from them unaccepted. */
@NullMarked
package org.manumit.importers.documents;

import org.jspecify.annotations.NullMarked;
