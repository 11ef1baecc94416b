/** Numbers, accounts, plates, papers, amounts, dates and known names in passages of documents, offered and not believed. */
@NullMarked
package org.manumit.importers.findings;

import org.jspecify.annotations.NullMarked;
