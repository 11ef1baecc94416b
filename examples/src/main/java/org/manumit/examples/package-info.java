/** Invented cases: who is in them, what they did, and the files that an investigation of them would hold. */
@NullMarked
package org.manumit.examples;

import org.jspecify.annotations.NullMarked;
