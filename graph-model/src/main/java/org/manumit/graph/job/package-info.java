/** What long work tells its caller: how far it is, and whether to go on. */
@NullMarked
package org.manumit.graph.job;

import org.jspecify.annotations.NullMarked;
