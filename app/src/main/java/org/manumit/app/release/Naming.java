package org.manumit.app.release;

/** Whose names may be given in what leaves the program. */
public enum Naming {
    /** Everybody's, victims' too: for the originating agency alone. */
    EVERYBODY_NAMED,
    /** Everybody's but victims'. */
    VICTIMS_PSEUDONYMOUS,
    /** Nobody's: no personal data at all, for partners outside the law-enforcement circle. */
    NOBODY_NAMED
}
