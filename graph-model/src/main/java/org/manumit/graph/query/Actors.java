package org.manumit.graph.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.Period;

/**
 * Who stands behind the numbers, accounts, vehicles, premises and papers of a case, as its sources say, and when: a SIM
 * card may change hands. A thing whose user nobody names stands for its unknown user; so does a thing that several
 * people used at the same time, because none of its calls can then be laid at one person's door.
 *
 * <p>Entities are given as indexes into {@link CaseGraph#entities()}. Immutable; safe for use from several threads.
 */
public final class Actors {

    /** What makes somebody the one behind a thing. Of several, the earlier constant wins. */
    public enum Basis {
        /** Used the number. */
        PHONE_USER(false),
        /** Really profits from the account (003, l. 8010-8011: not whose name it bears). */
        ACCOUNT_BENEFICIARY(false),
        ACCOUNT_HOLDER(false),
        PREMISES_RUN_BY(false),
        PREMISES_TENANT(false),
        PREMISES_OWNER(false),
        VEHICLE_USER(false),
        VEHICLE_OWNER(false),
        PAPER_FOR(false),
        ADVERT_PLACED_BY(false),
        /** The number that an advert gives. */
        ADVERT_NUMBER(true),
        /** The number that the handset or SIM card was seen with. */
        USED_WITH_NUMBER(true),
        /** A name on a record is spelled as the name or alias of one described person or organisation, and of no other. */
        SAME_NAME(false);

        private final boolean throughThing;

        Basis(boolean throughThing) {
            this.throughThing = throughThing;
        }

        /** Whether it leads to another thing, which has its own actor. */
        public boolean leadsToThing() {
            return throughThing;
        }
    }

    /**
     * That somebody stands behind a thing.
     *
     * @param thing the number, account, vehicle, premises, paper, advert, or name on a record
     * @param actor who stands behind it; a number where {@link Basis#leadsToThing}
     * @param basis what makes them so
     * @param when when, as the source says
     * @param window the same in seconds; an end that the source leaves open by saying nothing is cut where the next
     *     user begins
     * @param certainty whether the source says it outright
     * @param claim where it is said; empty where only a label is known
     */
    public record Link(
            int thing,
            int actor,
            Basis basis,
            Period when,
            TimeWindow window,
            Certainty certainty,
            Optional<ClaimId> claim) {
        public Link {
            Objects.requireNonNull(basis, "basis");
            Objects.requireNonNull(when, "when");
            Objects.requireNonNull(window, "window");
            Objects.requireNonNull(certainty, "certainty");
            Objects.requireNonNull(claim, "claim");
        }
    }

    private record Rule(ClaimType type, Part thing, Part actor, Basis basis) {}

    private static final List<Rule> RULES = List.of(
            new Rule(ClaimType.PHONE, Part.SUBJECT, Part.USER, Basis.PHONE_USER),
            new Rule(ClaimType.PHONE, Part.HANDSET, Part.SUBJECT, Basis.USED_WITH_NUMBER),
            new Rule(ClaimType.PHONE, Part.SIM, Part.SUBJECT, Basis.USED_WITH_NUMBER),
            new Rule(ClaimType.ACCOUNT, Part.SUBJECT, Part.BENEFICIARY, Basis.ACCOUNT_BENEFICIARY),
            new Rule(ClaimType.ACCOUNT, Part.SUBJECT, Part.HOLDER, Basis.ACCOUNT_HOLDER),
            new Rule(ClaimType.PREMISES, Part.SUBJECT, Part.RUN_BY, Basis.PREMISES_RUN_BY),
            new Rule(ClaimType.PREMISES, Part.SUBJECT, Part.TENANT, Basis.PREMISES_TENANT),
            new Rule(ClaimType.PREMISES, Part.SUBJECT, Part.OWNER, Basis.PREMISES_OWNER),
            new Rule(ClaimType.VEHICLE, Part.SUBJECT, Part.USER, Basis.VEHICLE_USER),
            new Rule(ClaimType.VEHICLE, Part.SUBJECT, Part.OWNER, Basis.VEHICLE_OWNER),
            new Rule(ClaimType.PAPER, Part.SUBJECT, Part.FOR, Basis.PAPER_FOR),
            new Rule(ClaimType.ADVERT, Part.SUBJECT, Part.PLACED_BY, Basis.ADVERT_PLACED_BY),
            new Rule(ClaimType.ADVERT, Part.SUBJECT, Part.NUMBER, Basis.ADVERT_NUMBER));

    /** How many things may lie between a thing and its actor: an advert, its number, a name on a record. */
    private static final int LONGEST_WAY = 4;

    /** Two may share a telephone; three who all give it on slips have it from whoever sends the money. */
    private static final int NAMES_OF_MANY = 3;

    private static final List<Link> NO_LINKS = List.of();

    private final CaseGraph graph;
    private final ZoneId zone;
    private final Map<Integer, List<Link>> byThing;
    private final Map<Integer, List<Link>> byActor;
    private final int[] always;

    private Actors(CaseGraph graph) {
        this.graph = graph;
        zone = CaseZone.of(graph);
        Map<Integer, List<Link>> links = new HashMap<>();
        for (Rule rule : RULES) {
            for (Claim claim : graph.claims(rule.type())) {
                collect(claim, rule, links);
            }
        }
        sameNames(links);
        byThing = HashMap.newHashMap(links.size());
        byActor = new HashMap<>();
        links.forEach((thing, list) -> byThing.put(thing, describedFirst(cut(list))));
        byThing.keySet().stream().sorted().forEach(thing -> {
            boolean lent = isGivenByMany(thing);
            for (Link link : linksOf(thing)) {
                if (!lent || !isNameOnly(link)) {
                    byActor.computeIfAbsent(link.actor(), a -> new ArrayList<>())
                            .add(link);
                }
            }
        });
        byActor.replaceAll((actor, list) -> List.copyOf(list));
        always = new int[graph.entities().size()];
        for (int e = 0; e < always.length; e++) {
            int[] candidates = candidates(e);
            always[e] = candidates.length == 1 ? candidates[0] : e;
        }
    }

    /** Reads a snapshot. */
    public static Actors of(CaseGraph graph) {
        return new Actors(graph);
    }

    private void collect(Claim claim, Rule rule, Map<Integer, List<Link>> links) {
        for (Claim.Participant thing : claim.participants()) {
            if (thing.part() != rule.thing()) {
                continue;
            }
            for (Claim.Participant actor : claim.participants()) {
                if (actor.part() != rule.actor() || actor.entity().equals(thing.entity())) {
                    continue;
                }
                int t = index(thing);
                Certainty certainty =
                        thing.certainty().compareTo(actor.certainty()) > 0 ? thing.certainty() : actor.certainty();
                links.computeIfAbsent(t, k -> new ArrayList<>())
                        .add(new Link(
                                t,
                                index(actor),
                                rule.basis(),
                                claim.when(),
                                TimeWindow.of(claim.when(), zone),
                                certainty,
                                Optional.of(claim.id())));
            }
        }
    }

    private int index(Claim.Participant participant) {
        return graph.indexOf(participant.entity()).orElseThrow();
    }

    /** Ends the links of which the source does not say the end where the next user of the thing begins. */
    private static List<Link> cut(List<Link> links) {
        List<Link> cut = new ArrayList<>(links.size());
        for (Link link : links) {
            TimeWindow window = link.window();
            if (link.when().end() == Period.End.UNKNOWN || link.when().from().isEmpty()) {
                long from = window.from();
                long to = window.to();
                for (Link other : links) {
                    if (other.actor() == link.actor() || other.basis() != link.basis()) {
                        continue;
                    }
                    TimeWindow o = other.window();
                    if (link.when().end() == Period.End.UNKNOWN && o.from() > from && o.from() < to) {
                        to = o.from();
                    }
                    if (link.when().from().isEmpty() && other.when().to().isPresent() && o.to() > from && o.to() < to) {
                        from = o.to();
                    }
                }
                window = new TimeWindow(from, to);
            }
            cut.add(
                    window.equals(link.window())
                            ? link
                            : new Link(
                                    link.thing(),
                                    link.actor(),
                                    link.basis(),
                                    link.when(),
                                    window,
                                    link.certainty(),
                                    link.claim()));
        }
        return cut;
    }

    /**
     * Leaves out names on records where the file describes who stood behind the thing at that time: the name on a slip or
     * a contract is often lent, a victim's above all (003, l. 8010-8011), and must not put the user's number in doubt.
     */
    private List<Link> describedFirst(List<Link> links) {
        return links.stream()
                .filter(link -> !isNameOnly(link)
                        || links.stream()
                                .noneMatch(other -> other.basis() == link.basis()
                                        && !isNameOnly(other)
                                        && other.window().overlaps(link.window())))
                .toList();
    }

    /** Whether a thing goes with so many names on records that it is not one of theirs, but whoever's fills in the slips. */
    private boolean isGivenByMany(int thing) {
        return linksOf(thing).stream()
                        .filter(this::isNameOnly)
                        .mapToInt(Link::actor)
                        .distinct()
                        .count()
                >= NAMES_OF_MANY;
    }

    private boolean isNameOnly(Link link) {
        return graph.entity(link.actor()).standing() == Entity.Standing.NAME_ONLY;
    }

    private void sameNames(Map<Integer, List<Link>> links) {
        if (graph.entities().stream().noneMatch(e -> e.standing() == Entity.Standing.NAME_ONLY)) {
            return;
        }
        record Bearer(int entity, Optional<ClaimId> claim) {}
        Map<String, Map<Integer, Bearer>> bearers = new HashMap<>();
        for (int e = 0; e < graph.entities().size(); e++) {
            Entity entity = graph.entity(e);
            if (entity.kind().isActor() && entity.standing() == Entity.Standing.DESCRIBED) {
                bearers.computeIfAbsent(Names.fold(entity.label()), n -> new HashMap<>())
                        .putIfAbsent(e, new Bearer(e, Optional.empty()));
            }
        }
        for (ClaimType type : List.of(ClaimType.PERSON, ClaimType.ORGANISATION)) {
            for (Claim claim : graph.claims(type)) {
                OptionalInt subject =
                        claim.first(Part.SUBJECT).map(graph::indexOf).orElse(OptionalInt.empty());
                if (subject.isEmpty() || graph.entity(subject.getAsInt()).standing() != Entity.Standing.DESCRIBED) {
                    continue;
                }
                int e = subject.getAsInt();
                for (String name : namesIn(claim)) {
                    bearers.computeIfAbsent(Names.fold(name), n -> new HashMap<>())
                            .put(e, new Bearer(e, Optional.of(claim.id())));
                }
            }
        }
        bearers.remove("");
        for (int e = 0; e < graph.entities().size(); e++) {
            Entity entity = graph.entity(e);
            if (!entity.kind().isActor() || entity.standing() != Entity.Standing.NAME_ONLY) {
                continue;
            }
            @Nullable Map<Integer, Bearer> found = bearers.get(Names.fold(entity.label()));
            if (found != null && found.size() == 1) {
                Bearer bearer = found.values().iterator().next();
                links.computeIfAbsent(e, k -> new ArrayList<>())
                        .add(new Link(
                                e,
                                bearer.entity(),
                                Basis.SAME_NAME,
                                Period.UNKNOWN,
                                TimeWindow.ALL,
                                Certainty.PRESUMED,
                                bearer.claim()));
            }
        }
    }

    /** The names and aliases that a claim about a person or an organisation gives, question marks taken off. */
    public static List<String> namesIn(Claim claim) {
        List<String> names = new ArrayList<>();
        if (!claim.value("name").isBlank()) {
            names.add(withoutMark(claim.value("name")));
        }
        claim.list("aliases").forEach(alias -> names.add(withoutMark(alias)));
        return names;
    }

    private static String withoutMark(String text) {
        String stripped = text.strip();
        return stripped.endsWith("?")
                ? stripped.substring(0, stripped.length() - 1).strip()
                : stripped;
    }

    /** Who stands behind a thing, as far as any source says; in the order of {@link Basis}, then of the sources. */
    public List<Link> linksOf(int thing) {
        return byThing.getOrDefault(thing, NO_LINKS);
    }

    /** The things somebody stands behind, as far as any source says. */
    public List<Link> thingsOf(int actor) {
        return byActor.getOrDefault(actor, NO_LINKS);
    }

    /**
     * The one who stands behind an entity whenever anything is said of it: the entity itself when it is a person or an
     * organisation, when nobody is named, and when several are.
     */
    public int actorOf(int entity) {
        return always[entity];
    }

    /** Whether exactly one person or organisation is named behind a thing, or the entity is one. */
    public boolean isResolved(int entity) {
        return graph.entity(always[entity]).kind().isActor();
    }

    /**
     * The one who stood behind an entity at a moment; the entity itself when nobody is named for it, or several are.
     *
     * @param epochSecond the moment, or {@link CallTable#NO_TIME} when it is not known
     */
    public int actorAt(int entity, long epochSecond) {
        if (epochSecond == CallTable.NO_TIME || byThing.isEmpty()) {
            return always[entity];
        }
        int at = entity;
        for (int step = 0; step < LONGEST_WAY; step++) {
            List<Link> links = linksOf(at);
            if (links.isEmpty()) {
                break;
            }
            int next = single(links, epochSecond);
            if (next < 0 || next == entity) {
                break;
            }
            at = next;
        }
        return graph.entity(at).kind().isActor() ? at : entity;
    }

    private static int single(List<Link> links, long epochSecond) {
        @Nullable Link best = null;
        boolean several = false;
        for (Link link : links) {
            if (!link.window().contains(epochSecond)) {
                continue;
            }
            int order = best == null ? -1 : BEST_FIRST.compare(link, best);
            if (order < 0) {
                best = link;
                several = false;
            } else if (order == 0 && best != null && best.actor() != link.actor()) {
                several = true;
            }
        }
        return best == null || several ? -1 : best.actor();
    }

    private static final Comparator<Link> BEST_FIRST =
            Comparator.comparing(Link::basis).thenComparing(Link::certainty);

    /**
     * All persons and organisations who ever stood behind an entity on the best basis that is stated (a beneficiary
     * before a holder); the entity itself when nobody is named or it is one of them. In ascending order.
     */
    public int[] candidates(int entity) {
        Set<Integer> found = new HashSet<>();
        collectCandidates(entity, 0, found);
        if (found.isEmpty()) {
            return new int[] {entity};
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private void collectCandidates(int entity, int depth, Set<Integer> found) {
        List<Link> links = linksOf(entity);
        if (links.isEmpty() || depth == LONGEST_WAY) {
            if (graph.entity(entity).kind().isActor()) {
                found.add(entity);
            }
            return;
        }
        Basis best = Collections.min(links, Comparator.comparing(Link::basis)).basis();
        for (Link link : links) {
            if (link.basis() == best && link.actor() != entity) {
                collectCandidates(link.actor(), depth + 1, found);
            }
        }
    }

    /** The numbers, accounts and other things of a kind that somebody stands behind at any time, ascending. */
    public int[] thingsOf(int actor, EntityKind kind) {
        Set<Integer> found = new HashSet<>();
        for (Link link : thingsOf(actor)) {
            if (graph.entity(link.thing()).kind() == kind) {
                found.add(link.thing());
            } else if (link.basis() == Basis.SAME_NAME) {
                Arrays.stream(thingsOf(link.thing(), kind)).forEach(found::add);
            }
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
