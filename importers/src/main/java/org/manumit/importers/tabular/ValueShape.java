package org.manumit.importers.tabular;

/** What the values of a column must look like for it to have a certain meaning. */
public enum ValueShape {
    /** A date with or without a time of day. */
    MOMENT,
    /** A time of day. */
    TIME,
    /** An elapsed time. */
    DURATION,
    /** A number, perhaps with a currency. */
    AMOUNT,
    /** Names or identifiers of those concerned: nearly anything but dates. */
    PARTY,
    /** The same of networks, whose members may be called 1, 2, 3. */
    NODE,
    /** Fifteen digits or so. */
    EQUIPMENT,
    /** Degrees from -90 to 90. */
    LATITUDE,
    /** Degrees from -180 to 180. */
    LONGITUDE,
    /** A latitude and a longitude in one cell. */
    POSITION,
    /** One of few words or numbers. */
    CODE,
    /** Anything. */
    TEXT
}
