/** People, ties, calls and transfers as tables. */
@NullMarked
package org.manumit.app.feature.tables;

import org.jspecify.annotations.NullMarked;
