@NullMarked
package org.manumit.app.feature.inspector;

import org.jspecify.annotations.NullMarked;
