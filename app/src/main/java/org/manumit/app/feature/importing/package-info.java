/** Reviewing files before they are imported, importing them, and what became of their rows. */
@NullMarked
package org.manumit.app.feature.importing;

import org.jspecify.annotations.NullMarked;
