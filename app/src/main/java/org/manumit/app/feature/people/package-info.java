/** The list of networks and the people in them. */
@NullMarked
package org.manumit.app.feature.people;

import org.jspecify.annotations.NullMarked;
