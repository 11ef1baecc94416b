package org.manumit.importers.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;

/**
 * Everybody and everything that the rows of one workbook describe, found by id, exact name or number. Never guesses:
 * what fits two is {@link Found.Several}. Not safe for use from several threads.
 */
final class CaseDirectory {

    /** What a reference names. */
    sealed interface Found {
        /** One entity. */
        record One(EntityId entity) implements Found {}

        /** One entity, by another name that its row gives. */
        record ByAlias(EntityId entity, String name) implements Found {}

        /** Different ones: nobody can say which. */
        record Several(int number) implements Found {}

        /** Nobody the workbook describes. */
        record Nobody() implements Found {}

        /** Something whose row was refused. */
        record Refused() implements Found {}
    }

    /** How a reference fits an entry, the surest first. */
    private enum Fit {
        ID,
        NAME,
        NUMBER
    }

    private record Entry(EntityKind kind, EntityId entity, String label) {}

    private final Map<Fit, Map<String, Set<Entry>>> exact = new HashMap<>();
    private final Map<Fit, Map<String, Set<Entry>>> folded = new HashMap<>();
    private final Map<String, Set<Entry>> aliases = new HashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();

    CaseDirectory() {
        for (Fit fit : Fit.values()) {
            exact.put(fit, new HashMap<>());
            folded.put(fit, new HashMap<>());
        }
    }

    void id(String id, EntityKind kind, EntityId entity, String label) {
        put(Fit.ID, id, Folding.name(id), new Entry(kind, entity, label));
    }

    void name(String name, EntityKind kind, EntityId entity, String label) {
        put(Fit.NAME, name, Folding.name(name), new Entry(kind, entity, label));
    }

    /** @param number normalised, as its kind does it */
    void number(String number, EntityKind kind, EntityId entity, String label) {
        put(Fit.NUMBER, number, number, new Entry(kind, entity, label));
    }

    void alias(String alias, EntityKind kind, EntityId entity, String label) {
        aliases.computeIfAbsent(Folding.name(alias), k -> new LinkedHashSet<>()).add(new Entry(kind, entity, label));
    }

    /** Remembers what a refused row was called, so that no reference to it is kept. */
    void refuse(String idOrName) {
        if (!idOrName.isEmpty()) {
            refused.add(Folding.name(idOrName));
        }
    }

    private void put(Fit fit, String as, String foldedAs, Entry entry) {
        if (!as.isEmpty()) {
            exact.getOrDefault(fit, Map.of())
                    .computeIfAbsent(as, k -> new LinkedHashSet<>())
                    .add(entry);
            folded.getOrDefault(fit, Map.of())
                    .computeIfAbsent(foldedAs, k -> new LinkedHashSet<>())
                    .add(entry);
        }
    }

    /**
     * Whom or what a reference names: an entry of the kinds expected, by id before name before number; failing that an
     * entry of any kind.
     *
     * @param numbers the reference normalised as numbers of the kinds expected would be
     */
    Found find(String reference, List<EntityKind> kinds, List<String> numbers) {
        Found expected = find(reference, numbers, e -> kinds.contains(e.kind()));
        if (!(expected instanceof Found.Nobody)) {
            return expected;
        }
        if (refused.contains(Folding.name(reference))) {
            return new Found.Refused();
        }
        Found any = find(reference, numbers, e -> true);
        if (!(any instanceof Found.Nobody)) {
            return any;
        }
        List<Entry> called = new ArrayList<>();
        matching(aliases, Folding.name(reference), e -> kinds.contains(e.kind()), called);
        return called.size() == 1
                ? new Found.ByAlias(
                        called.getFirst().entity(), called.getFirst().label())
                : called.isEmpty() ? new Found.Nobody() : new Found.Several(called.size());
    }

    private Found find(String reference, List<String> numbers, Predicate<Entry> wanted) {
        for (Fit fit : Fit.values()) {
            List<Entry> found = new ArrayList<>();
            for (String key : fit == Fit.NUMBER ? numbers : List.of(reference)) {
                matching(exact.getOrDefault(fit, Map.of()), key, wanted, found);
            }
            if (found.isEmpty() && fit != Fit.NUMBER) {
                matching(folded.getOrDefault(fit, Map.of()), Folding.name(reference), wanted, found);
            }
            if (found.size() == 1) {
                return new Found.One(found.getFirst().entity());
            }
            if (found.size() > 1) {
                return new Found.Several(found.size());
            }
        }
        return new Found.Nobody();
    }

    /** Adds one entry for each entity. */
    private static void matching(Map<String, Set<Entry>> by, String key, Predicate<Entry> wanted, List<Entry> found) {
        for (Entry entry : by.getOrDefault(key, Set.of())) {
            if (wanted.test(entry) && found.stream().noneMatch(f -> f.entity().equals(entry.entity()))) {
                found.add(entry);
            }
        }
    }
}
