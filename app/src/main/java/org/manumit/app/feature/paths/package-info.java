/** The page that tells how people and things are joined. */
@NullMarked
package org.manumit.app.feature.paths;

import org.jspecify.annotations.NullMarked;
