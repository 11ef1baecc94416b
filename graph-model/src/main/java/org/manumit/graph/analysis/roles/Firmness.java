package org.manumit.graph.analysis.roles;

import java.util.Locale;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Grades;

/** How far a claim may be leaned on: what its source said firmly, and how that source was graded. */
public final class Firmness {

    private Firmness() {}

    /** Of a claim, with the certainty of the word or participant that matters in it; from 0 to 1. */
    public static double of(Claim claim, Certainty... parts) {
        double firmness = of(claim.grades());
        for (Certainty part : parts) {
            firmness *= switch (part) {
                case STATED -> 1;
                case APPROXIMATE -> 0.9;
                case PRESUMED -> 0.5;
            };
        }
        return firmness;
    }

    /**
     * Of grades in 5x5x5, 4x4 or 3x5x2 (ICMPD Background Reader, ch. 5.4; 001, l. 3125-3131). Ungraded counts as firm:
     * most files are, and the handling rules see to who may read them.
     */
    static double of(Grades grades) {
        double source =
                switch (first(grades.source())) {
                    case 'C' -> 0.85;
                    case 'D' -> 0.5;
                    case 'E', 'X' -> 0.7;
                    default -> 1;
                };
        double information =
                switch (first(grades.information())) {
                    case '3' -> 0.9;
                    case '4' -> 0.7;
                    case '5' -> 0.3;
                    default -> 1;
                };
        return source * information;
    }

    private static char first(String grade) {
        return grade.length() == 1 ? grade.toUpperCase(Locale.ROOT).charAt(0) : ' ';
    }
}
