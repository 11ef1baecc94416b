/** The open case: what is imported into it, selected in it, and undone. */
@NullMarked
package org.manumit.app.session;

import org.jspecify.annotations.NullMarked;
