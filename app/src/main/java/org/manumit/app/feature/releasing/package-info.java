/** Writing what leaves a case: what, for whom, and whose names it may give. */
@NullMarked
package org.manumit.app.feature.releasing;

import org.jspecify.annotations.NullMarked;
