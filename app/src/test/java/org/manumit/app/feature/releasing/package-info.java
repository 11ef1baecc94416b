/** Tests of writing what leaves a case. */
@NullMarked
package org.manumit.app.feature.releasing;

import org.jspecify.annotations.NullMarked;
