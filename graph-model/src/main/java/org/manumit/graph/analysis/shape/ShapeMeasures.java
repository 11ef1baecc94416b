package org.manumit.graph.analysis.shape;

/**
 * What was measured of a network's parties and the ties between them.
 *
 * @param parties how many act as one, rows that stand for several counted so often
 * @param ties pairs of parties tied to each other
 * @param density ties among all pairs, from 0 to 1
 * @param centralisation Freeman's (1979) degree centralisation, from 0 to 1
 * @param routes ways from recruitment to exploitation that share no party in between (Menger)
 * @param repeatedShare share of dealings that happened more than once, among those of which it is known
 * @param singleShare share of dealings said to have happened once, among those of which it is known
 */
public record ShapeMeasures(
        int parties,
        int ties,
        double density,
        double centralisation,
        int routes,
        double repeatedShare,
        double singleShare) {}
