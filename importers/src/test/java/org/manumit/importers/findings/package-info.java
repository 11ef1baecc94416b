/** Tests of what is found in passages of documents. */
@NullMarked
package org.manumit.importers.findings;

import org.jspecify.annotations.NullMarked;
