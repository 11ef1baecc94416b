package org.manumit.graph.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;

/**
 * Who is a victim according to the sources. Whoever any source calls a victim, or presumes to be one, is treated as one
 * (in doubt, as a victim: ICMPD Background Reader, ch. 4.1.1; 001, l. 1945-1946), whatever else they are said to have
 * done (003, l. 1942-1948), so that no victim is ever ranked or targeted. Immutable; safe for use from several threads.
 */
public final class Victims {

    /** What makes the sources call somebody a victim. */
    public enum Basis {
        /** Status {@code victim}. */
        STATUS,
        /** Status {@code presumed victim}. */
        PRESUMED_STATUS,
        /** Stated to have been exploited. */
        EXPLOITED,
        /** Stated to have been recruited by somebody for exploitation. */
        RECRUITED,
        /** A role {@code victim}, or another's role for them. */
        ROLE,
        /** A name on a record that is spelled as a victim's and nobody else's. */
        SAME_NAME
    }

    /**
     * Somebody the sources call a victim.
     *
     * @param entity who, as an index into {@link CaseGraph#entities()}
     * @param claims where it is said, by what is said; in the order of import
     * @param certainty {@link Certainty#STATED} when any claim says it outright
     */
    public record Victim(int entity, Map<Basis, List<Claim>> claims, Certainty certainty) {
        public Victim {
            claims = Map.copyOf(claims);
            Objects.requireNonNull(certainty, "certainty");
        }

        /** All claims that say it. */
        public List<Claim> allClaims() {
            return claims.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(e -> e.getValue().stream())
                    .distinct()
                    .toList();
        }
    }

    /** Shorter numbers are of an exchange or a service, and end like many others. */
    private static final int LEAST_DIGITS = 7;

    private static final Pattern NO_DIGITS = Pattern.compile("\\D");

    private final CaseGraph graph;
    private final Map<Integer, Victim> victims;
    private final BitSet isVictim = new BitSet();
    private final BitSet isTheirs = new BitSet();

    private Victims(CaseGraph graph, Actors actors) {
        this.graph = graph;
        Map<Integer, Map<Basis, List<Claim>>> found = new LinkedHashMap<>();
        BitSet stated = new BitSet();
        for (Claim claim : graph.claims()) {
            switch (claim.type()) {
                case PERSON -> status(claim, found, stated);
                case EXPLOITATION -> part(claim, Part.VICTIM, Basis.EXPLOITED, found, stated);
                case RECRUITMENT -> part(claim, Part.VICTIM, Basis.RECRUITED, found, stated);
                case ROLE -> {
                    part(claim, Part.VICTIM, Basis.ROLE, found, stated);
                    if (plain(claim.value("role")).equals("victim")) {
                        part(claim, Part.WHO, Basis.ROLE, found, stated);
                    }
                }
                default -> {
                    // no other type says of anybody that they are a victim
                }
            }
        }
        Map<Integer, Victim> all = new LinkedHashMap<>();
        found.forEach((entity, claims) -> all.put(
                entity, new Victim(entity, claims, stated.get(entity) ? Certainty.STATED : Certainty.PRESUMED)));
        for (int entity : List.copyOf(all.keySet())) {
            for (Actors.Link link : actors.thingsOf(entity)) {
                if (link.basis() == Actors.Basis.SAME_NAME) {
                    all.putIfAbsent(
                            link.thing(),
                            new Victim(
                                    link.thing(),
                                    Map.of(
                                            Basis.SAME_NAME,
                                            link.claim().flatMap(graph::claim).stream()
                                                    .toList()),
                                    Certainty.PRESUMED));
                }
            }
        }
        victims = all;
        for (int entity : victims.keySet()) {
            isVictim.set(entity);
            for (Actors.Link link : actors.thingsOf(entity)) {
                isTheirs.set(link.thing());
            }
        }
        protectNumbersWrittenOtherwise();
    }

    /** A file read without its country holds a victim's number without the prefix; it is the victim's all the same. */
    private void protectNumbersWrittenOtherwise() {
        Map<String, List<String>> byEnd = new HashMap<>();
        isTheirs.stream()
                .mapToObj(graph::entity)
                .filter(thing -> thing.kind() == EntityKind.PHONE)
                .map(thing -> digits(thing.label()))
                .filter(number -> number.length() >= LEAST_DIGITS)
                .forEach(number -> byEnd.computeIfAbsent(end(number), e -> new ArrayList<>())
                        .add(number));
        if (byEnd.isEmpty()) {
            return;
        }
        for (int entity = 0; entity < graph.entities().size(); entity++) {
            Entity thing = graph.entity(entity);
            if (thing.kind() != EntityKind.PHONE || thing.label().startsWith("+")) {
                continue;
            }
            String number = digits(thing.label());
            if (number.length() >= LEAST_DIGITS
                    && byEnd.getOrDefault(end(number), List.of()).stream().anyMatch(whole -> whole.endsWith(number))) {
                isTheirs.set(entity);
            }
        }
    }

    /** Without blanks and marks, and without the zeros before a number that is called from within or abroad. */
    private static String digits(String label) {
        String digits = NO_DIGITS.matcher(label).replaceAll("");
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static String end(String number) {
        return number.substring(number.length() - LEAST_DIGITS);
    }

    /** Reads a snapshot. */
    public static Victims of(CaseGraph graph) {
        return of(graph, Actors.of(graph));
    }

    /**
     * Reads a snapshot.
     *
     * @param actors who stands behind things in it
     */
    public static Victims of(CaseGraph graph, Actors actors) {
        return new Victims(graph, actors);
    }

    private void status(Claim claim, Map<Integer, Map<Basis, List<Claim>>> found, BitSet stated) {
        for (String status : claim.list("status")) {
            switch (plain(status)) {
                case "victim" ->
                    part(claim, Part.SUBJECT, presumed(status) ? Basis.PRESUMED_STATUS : Basis.STATUS, found, stated);
                case "presumed victim" -> part(claim, Part.SUBJECT, Basis.PRESUMED_STATUS, found, stated);
                default -> {
                    // says nothing of being a victim
                }
            }
        }
    }

    private void part(Claim claim, Part part, Basis basis, Map<Integer, Map<Basis, List<Claim>>> found, BitSet stated) {
        for (Claim.Participant participant : claim.participants()) {
            if (participant.part() == part) {
                int entity = graph.indexOf(participant.entity()).orElseThrow();
                found.computeIfAbsent(entity, e -> new EnumMap<>(Basis.class))
                        .computeIfAbsent(basis, b -> new ArrayList<>())
                        .add(claim);
                if (participant.certainty() != Certainty.PRESUMED && basis != Basis.PRESUMED_STATUS) {
                    stated.set(entity);
                }
            }
        }
    }

    private static boolean presumed(String word) {
        return word.endsWith("?");
    }

    private static String plain(String word) {
        return (presumed(word) ? word.substring(0, word.length() - 1) : word)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The victims, in the order in which the sources first call them so. */
    public List<Victim> all() {
        return List.copyOf(victims.values());
    }

    /** The victims as indexes into {@link CaseGraph#entities()}, in the same order. */
    public IntStream entities() {
        return victims.keySet().stream().mapToInt(Integer::intValue);
    }

    /** How many. */
    public int size() {
        return victims.size();
    }

    /** Whether any source calls an entity a victim. */
    public boolean isVictim(int entity) {
        return isVictim.get(entity);
    }

    /** Whether any source calls an entity a victim. */
    public boolean isVictim(EntityId entity) {
        OptionalInt index = graph.indexOf(entity);
        return index.isPresent() && isVictim.get(index.getAsInt());
    }

    /**
     * Whether an entity is a victim, or a number, account or other thing that a victim stands behind, a number written
     * without its country included.
     */
    public boolean isProtected(int entity) {
        return isVictim.get(entity) || isTheirs.get(entity);
    }

    /** The claims that call an entity a victim; empty when none does. */
    public List<Claim> claims(int entity) {
        @Nullable Victim victim = victims.get(entity);
        return victim == null ? List.of() : victim.allClaims();
    }
}
