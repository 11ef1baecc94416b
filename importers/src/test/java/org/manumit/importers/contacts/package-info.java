/** Tests of address books. */
@NullMarked
package org.manumit.importers.contacts;

import org.jspecify.annotations.NullMarked;
