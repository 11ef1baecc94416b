package org.manumit.examples;

/** The class of network that a generated case holds (Picarelli, ch. 3, in Friesendorf 2009; 003, l. 4915-5068). */
public enum NetworkModel {
    /** Two or three people who recruit, move and exploit themselves. */
    ENTREPRENEURIAL,
    /** Local crews who run the exploitation and remit a share to a crime group that supplies papers and haulage. */
    HYBRID,
    /** One centre that takes orders from outlets, tasks recruiters and carriers, and takes the profit. */
    TRANSNATIONAL
}
