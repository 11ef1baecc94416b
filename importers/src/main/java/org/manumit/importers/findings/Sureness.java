package org.manumit.importers.findings;

/** How sure a finding is, the surest first. */
public enum Sureness {
    /** Checked by its own digits, or exactly as the case knows it. */
    SURE,
    /** Written as such things are, and little else could be meant. */
    LIKELY,
    /** May well be something or somebody else: look at the sentence. */
    WEAK;

    /** The less sure of two. */
    public Sureness and(Sureness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
