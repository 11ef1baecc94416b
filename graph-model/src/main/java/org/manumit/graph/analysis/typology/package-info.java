/** What class a network is of: entrepreneurial, hybrid, transnational. */
@NullMarked
package org.manumit.graph.analysis.typology;

import org.jspecify.annotations.NullMarked;
