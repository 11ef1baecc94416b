/** What a text calls somebody or something, matched to whom and what the case knows. */
@NullMarked
package org.manumit.importers.resolve;

import org.jspecify.annotations.NullMarked;
