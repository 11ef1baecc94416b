/** Where the program starts, and the only place that wires its parts together. */
@NullMarked
package org.manumit.app.main;

import org.jspecify.annotations.NullMarked;
