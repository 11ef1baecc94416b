package org.manumit.graph.analysis.typology;

/** The class of a trafficking network (Picarelli, ch. 3, in Friesendorf 2009; 003, l. 4915-5068). */
public enum NetworkClass {
    /** A handful of people who recruit, move and exploit themselves (003, l. 4915-4965). */
    ENTREPRENEURIAL,
    /** Small groups and crime groups that share the roles between them by agreement (003, l. 5032-5053). */
    HYBRID,
    /** One organisation that controls every phase from a centre (003, l. 4969-5028). */
    TRANSNATIONAL,
    /** The evidence does not suffice to say. */
    INSUFFICIENT
}
