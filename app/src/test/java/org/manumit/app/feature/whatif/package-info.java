/** The page on which people are taken out of a network, without a toolkit. */
@NullMarked
package org.manumit.app.feature.whatif;

import org.jspecify.annotations.NullMarked;
