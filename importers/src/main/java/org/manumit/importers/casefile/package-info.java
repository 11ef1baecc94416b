/** The case workbook: its sheets and columns, its reading into claims, and the empty one to fill in. */
@NullMarked
package org.manumit.importers.casefile;

import org.jspecify.annotations.NullMarked;
