@NullMarked
package org.manumit.importers.draft;

import org.jspecify.annotations.NullMarked;
