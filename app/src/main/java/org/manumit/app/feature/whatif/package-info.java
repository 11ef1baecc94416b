/** The page on which people are taken out of a network to see what it could still do. */
@NullMarked
package org.manumit.app.feature.whatif;

import org.jspecify.annotations.NullMarked;
