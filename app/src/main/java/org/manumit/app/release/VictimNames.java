package org.manumit.app.release;

/** Whether victims are named in what leaves the program. */
public enum VictimNames {
    PSEUDONYMS,
    NAMES
}
