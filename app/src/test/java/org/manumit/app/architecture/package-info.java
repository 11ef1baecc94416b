@NullMarked
package org.manumit.app.architecture;

import org.jspecify.annotations.NullMarked;
