package org.manumit.importers.tabular.value;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time of day as a cell tells it.
 *
 * @param time the time
 * @param offset from UTC, where the cell names one
 */
public record ClockTime(LocalTime time, Optional<ZoneOffset> offset) {}
