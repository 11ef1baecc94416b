/** Briefs and exhibits: what the analysis says, for people who were not there, with victims' names kept out. */
@NullMarked
package org.manumit.app.brief;

import org.jspecify.annotations.NullMarked;
