/** What several tests of the app need. */
@NullMarked
package org.manumit.app.testing;

import org.jspecify.annotations.NullMarked;
