/** Tests. */
@NullMarked
package org.manumit.app.session;

import org.jspecify.annotations.NullMarked;
