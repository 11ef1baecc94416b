/** What is known of whatever is selected, and where it stands. */
@NullMarked
package org.manumit.app.feature.inspector;

import org.jspecify.annotations.NullMarked;
