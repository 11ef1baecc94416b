package org.manumit.importers.resolve;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;

/**
 * The numbers, accounts, plates and papers that a case knows, found again however they are spaced. Immutable; safe for
 * use from several threads.
 */
public final class KnownNumbers {

    private static final int SHORTEST = 5;
    private static final int SHORTEST_DIGITS = 7;
    private static final int ENDING = 8;
    private static final Set<EntityKind> NUMBERED = Set.of(
            EntityKind.PHONE,
            EntityKind.ACCOUNT,
            EntityKind.VEHICLE,
            EntityKind.PAPER,
            EntityKind.HANDSET,
            EntityKind.SIM);
    private static final List<ClaimType> TELLING =
            List.of(ClaimType.PHONE, ClaimType.ACCOUNT, ClaimType.VEHICLE, ClaimType.PAPER);
    private static final List<String> COLUMNS = List.of("number", "account", "plate", "imei", "imsi");

    private final Map<String, Set<EntityId>> byNumber = new HashMap<>();
    private final Map<String, Set<EntityId>> byMailAddress = new HashMap<>();
    private final Map<String, Set<String>> byEnding = new HashMap<>();
    private final int longest;

    private KnownNumbers(CaseGraph graph) {
        for (Entity entity : graph.entities()) {
            if (NUMBERED.contains(entity.kind())) {
                learn(entity.label(), entity.id());
                String key = entity.id().value();
                learn(key.substring(Math.max(key.indexOf(':'), key.lastIndexOf('/')) + 1), entity.id());
            }
        }
        for (ClaimType type : TELLING) {
            for (Claim claim : graph.claims(type)) {
                Optional<Entity> subject = claim.first(Part.SUBJECT).flatMap(graph::entity);
                subject.filter(entity -> NUMBERED.contains(entity.kind())).ifPresent(entity -> {
                    for (String column : COLUMNS) {
                        if (!column.startsWith("im")) {
                            learn(claim.value(column), entity.id());
                        }
                    }
                });
            }
        }
        for (Claim claim : graph.claims()) {
            for (String column : List.of("e-mail", "email", "mail")) {
                for (String address : claim.value(column).split("[;,\\s]+", -1)) {
                    if (address.contains("@")) {
                        claim.first(Part.SUBJECT).ifPresent(id -> byMailAddress
                                .computeIfAbsent(address.toLowerCase(Locale.ROOT), k -> new LinkedHashSet<>())
                                .add(id));
                    }
                }
            }
        }
        longest = byNumber.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The numbers of a case. */
    public static KnownNumbers of(CaseGraph graph) {
        return new KnownNumbers(graph);
    }

    private void learn(String written, EntityId id) {
        String compact = compact(written);
        long digits = compact.chars().filter(c -> c >= '0' && c <= '9').count();
        // few digits alone stand for anything
        boolean telling = digits == compact.length() ? digits >= SHORTEST_DIGITS : digits >= 2;
        if (compact.length() >= SHORTEST && telling) {
            byNumber.computeIfAbsent(compact, k -> new LinkedHashSet<>()).add(id);
            if (written.startsWith("+")) {
                byEnding.computeIfAbsent(
                                compact.substring(compact.length() - Math.min(ENDING, compact.length())),
                                k -> new LinkedHashSet<>())
                        .add(compact);
            }
        }
    }

    /** Letters and digits only, in capitals. */
    public static String compact(String written) {
        StringBuilder compact = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                compact.append(Character.toUpperCase(c));
            }
        }
        return compact.toString();
    }

    /** What bears a number, in the order of the case; none when nothing does. */
    public List<EntityId> bearers(String written) {
        return List.copyOf(byNumber.getOrDefault(compact(written), Set.of()));
    }

    /** The international numbers that end in the digits of one written without its country, or with a 0 in its place. */
    public List<String> endingIn(String written) {
        String digits = written.replaceAll("\\D", "");
        String rest = digits.startsWith("0") ? digits.substring(1) : digits;
        if (rest.length() < ENDING) {
            return List.of();
        }
        return byEnding.getOrDefault(rest.substring(rest.length() - ENDING), Set.of()).stream()
                .filter(number -> number.endsWith(rest))
                .map(number -> "+" + number)
                .toList();
    }

    /** Whose e-mail address it is. */
    public List<EntityId> bearersOfMail(String address) {
        return List.copyOf(byMailAddress.getOrDefault(address.toLowerCase(Locale.ROOT), Set.of()));
    }

    /** The length of the longest known number, letters and digits only. */
    public int longest() {
        return longest;
    }
}
