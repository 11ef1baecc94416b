package org.manumit.importers.graphs;

import java.util.Locale;
import java.util.Optional;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Part;

/**
 * What the edges of this program's own exports state: what claims of a type say of two, told by the type and how the
 * one stands to the other ({@code tie} and {@code tasks}, {@code premises} and {@code tenant}).
 */
final class OwnStatements {

    /**
     * A statement about two.
     *
     * @param type what kind of claim it is
     * @param from the part of the one that the edge goes out from
     * @param to the part of the other
     * @param value the name of the value that says more exactly how they stand; empty where the parts say it
     */
    record Statement(ClaimType type, Part from, Part to, String value) {}

    private OwnStatements() {}

    /** What an edge states; empty where no claim is meant, as with calls and transfers, which are sums. */
    static Optional<Statement> of(String type, String kind) {
        ClaimType claim;
        try {
            claim = ClaimType.valueOf(type.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Optional<String> value =
                switch (claim) {
                    case TIE -> Optional.of("kind");
                    case MEMBERSHIP -> Optional.of("as");
                    case ROLE -> Optional.of("role");
                    case PAYMENT -> Optional.of("purpose");
                    default -> Optional.empty();
                };
        for (ClaimType.Pair pair : claim.ties()) {
            String word = pair.one() == pair.other()
                    ? "together"
                    : pair.other() == Part.BY || claim == ClaimType.DEBT
                            ? ""
                            : pair.other().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            if (value.isPresent() || word.equals(kind.strip())) {
                boolean back = actsOnFirst(pair.other());
                return Optional.of(new Statement(
                        claim, back ? pair.other() : pair.one(), back ? pair.one() : pair.other(), value.orElse("")));
            }
        }
        return Optional.empty();
    }

    /** Whether the second part of a pair is the one that does something to the first: the edge goes out from it. */
    private static boolean actsOnFirst(Part second) {
        return switch (second) {
            case BY, USER, OWNER, HOLDER, BENEFICIARY, TENANT, RUN_BY, PAYER, OCCUPANT -> true;
            case FOR, HELD_BY, MADE_BY, PLACED_BY, MOVED_BY, PAID_BY -> true;
            default -> false;
        };
    }
}
