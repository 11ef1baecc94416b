/** Tests. */
@NullMarked
package org.manumit.app.feature.documents;

import org.jspecify.annotations.NullMarked;
