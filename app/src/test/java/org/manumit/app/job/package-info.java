/** Tests. */
@NullMarked
package org.manumit.app.job;

import org.jspecify.annotations.NullMarked;
