package org.manumit.graph.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;

/** What statements say of other rows of the case file. */
public final class Statements {

    private Statements() {}

    /**
     * The rows that a statement supports or contradicts.
     *
     * @param statement the statement
     * @param column {@code supports} or {@code contradicts}: rows as {@code Sheet!row}
     * @param claims claims by id
     */
    public static List<ClaimId> rows(Claim statement, String column, Function<ClaimId, Optional<Claim>> claims) {
        List<String> named = Arrays.stream(statement.value(column).split("[;,]"))
                .map(Statements::plain)
                .filter(text -> !text.isEmpty())
                .toList();
        return statement.refersTo().stream()
                .filter(id -> claims.apply(id)
                        .filter(other -> named.contains(plain(other.provenance().sheet() + "!"
                                + other.provenance().row())))
                        .isPresent())
                .distinct()
                .toList();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s?]", "");
    }
}
