@NullMarked
package org.manumit.app.feature.search;

import org.jspecify.annotations.NullMarked;
