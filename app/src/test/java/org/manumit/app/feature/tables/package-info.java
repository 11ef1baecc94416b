@NullMarked
package org.manumit.app.feature.tables;

import org.jspecify.annotations.NullMarked;
