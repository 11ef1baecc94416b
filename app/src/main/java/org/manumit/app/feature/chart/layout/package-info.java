/** Where entities stand: force, layered, radial and column layouts on plain arrays. Pure functions; cancellable; deterministic. */
@NullMarked
package org.manumit.app.feature.chart.layout;

import org.jspecify.annotations.NullMarked;
