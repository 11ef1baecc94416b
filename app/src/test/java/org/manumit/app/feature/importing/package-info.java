@NullMarked
package org.manumit.app.feature.importing;

import org.jspecify.annotations.NullMarked;
