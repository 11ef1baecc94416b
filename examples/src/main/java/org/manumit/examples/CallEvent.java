package org.manumit.examples;

/**
 * One call, message or data session of an invented case.
 *
 * @param second start, in seconds since 1970-01-01T00:00Z
 * @param from number that called, E.164
 * @param to number that was called, E.164; empty for a data session
 * @param type what passed
 * @param duration seconds; 0 for a message
 * @param imei handset of the caller
 * @param toImei handset of the called
 */
record CallEvent(long second, String from, String to, Type type, int duration, String imei, String toImei) {
    enum Type {
        VOICE,
        MESSAGE,
        DATA
    }
}
