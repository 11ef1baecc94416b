/** What the analysis says of each network, and why. */
@NullMarked
package org.manumit.app.feature.verdicts;

import org.jspecify.annotations.NullMarked;
