package org.manumit.graph.analysis.shape;

/** The shape of a network (Williams, ch. 10, in Friesendorf 2009; 003, l. 16036-16190). */
public enum NetworkShape {
    /** Ad hoc pairings for single deals (003, l. 16044-16068). */
    FLUX,
    /** Repeated deals round people with contacts and reputation (003, l. 16069-16077). */
    BROKER,
    /** People passed from hand to hand between end clusters that do not know each other (003, l. 16079-16102). */
    CHAIN,
    /** Stable groups with divided labour that deal with each other directly (003, l. 16104-16141). */
    MESH,
    /** A core that directs, or sponsors for a share (003, l. 16143-16175). */
    HUB,
    /** The evidence does not suffice to say. */
    INSUFFICIENT
}
