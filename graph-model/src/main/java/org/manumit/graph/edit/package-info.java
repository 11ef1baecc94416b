/** What people decide about a case, as claims: each can be asked who, when and why, and can be taken back. */
@NullMarked
package org.manumit.graph.edit;

import org.jspecify.annotations.NullMarked;
