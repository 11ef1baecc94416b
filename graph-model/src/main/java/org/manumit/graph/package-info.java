/** What is known about a case: entities, claims about them, where each claim stands, and how far it may be trusted. */
@NullMarked
package org.manumit.graph;

import org.jspecify.annotations.NullMarked;
