@NullMarked
package org.manumit.app.localstore;

import org.jspecify.annotations.NullMarked;
