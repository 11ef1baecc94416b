/** What was read and not yet believed: rows, where each stood, and what was noticed about them. */
@NullMarked
package org.manumit.importers.draft;

import org.jspecify.annotations.NullMarked;
