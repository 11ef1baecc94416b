/** Full-text search over one snapshot: names, numbers, the text of documents, the words of claims. */
@NullMarked
package org.manumit.app.search;

import org.jspecify.annotations.NullMarked;
