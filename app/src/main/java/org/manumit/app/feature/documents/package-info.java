/** The documents of the case with what they speak of, to be accepted or dismissed. */
@NullMarked
package org.manumit.app.feature.documents;

import org.jspecify.annotations.NullMarked;
