/** Tests of originals and the audit log. */
@NullMarked
package org.manumit.app.custody;

import org.jspecify.annotations.NullMarked;
