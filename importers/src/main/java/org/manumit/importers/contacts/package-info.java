/** Address books of telephones and mail programs. */
@NullMarked
package org.manumit.importers.contacts;

import org.jspecify.annotations.NullMarked;
