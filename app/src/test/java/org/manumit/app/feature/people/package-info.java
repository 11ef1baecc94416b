@NullMarked
package org.manumit.app.feature.people;

import org.jspecify.annotations.NullMarked;
