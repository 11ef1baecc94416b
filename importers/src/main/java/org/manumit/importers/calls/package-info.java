/** Call records of any operator: calls, messages and data sessions, and lists of antennas. */
@NullMarked
package org.manumit.importers.calls;

import org.jspecify.annotations.NullMarked;
