package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/**
 * Finds who holds the victims' numbers: in handsets, and, weaker, by calls. Whoever watches over people holds the numbers
 * of those people, not of every victim of the case, so coverage is reckoned over all victims and over each
 * {@linkplain VictimGroups group} held together, and the best founded is told. Time linear in claims and records, and in
 * holders times groups.
 */
public final class ContactCoverages {

    private static final double PRIOR = -4;

    /** Of those who only call victims: customers, kin, friends and drivers are a thousand to one. */
    private static final double PRIOR_BY_CALLS = -7.8;

    private static final int MOST_EVIDENCE = 20;
    private static final int FEWEST_KNOWN = 2;
    private static final int SHORT_CALL_SECONDS = 60;
    private static final int AT_LENGTH_SECONDS = 180;
    private static final int FEWEST_TIMED = 5;

    /** So many short calls a week are a leash, as good as one a day. */
    private static final int DAILY = 5;

    private static final long DAY = 86_400;

    /** In touch on so many days is a steady contact; customers and wrong numbers seldom come so far. */
    private static final int STEADY_DAYS = 3;

    /** Which part of the calls is the holder's own doing at least. */
    private static final double OWN_DOING = 0.25;

    /** How many of a group's numbers chance gives anybody at least. */
    private static final double LEAST_EXPECTED = 0.1;

    private ContactCoverages() {}

    private static final class Holding {
        final Set<Integer> held = new HashSet<>();
        final Map<Integer, ClaimId> heldEvidence = new LinkedHashMap<>();
        final Map<Integer, Called> called = new LinkedHashMap<>();
        int others;
        boolean handset;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;

        /** How many of some numbers are held or called. */
        long reach(IntPredicate numbers) {
            return Stream.concat(held.stream(), called.keySet().stream())
                    .distinct()
                    .filter(numbers::test)
                    .count();
        }
    }

    /** The calls between a holder and one victim's number. */
    private static final class Called {
        int calls;
        int shortCalls;
        int made;
        long seconds;
        int timed;
        final Set<Long> days = new HashSet<>();
        final List<ClaimId> dayEvidence = new ArrayList<>();
        ClaimId first = new ClaimId("none");
        final List<ClaimId> shortEvidence = new ArrayList<>();
    }

    /**
     * Finds all who hold or call at least one of the victims' numbers, where at least two are known; those not known as
     * victims first, the best founded first.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<ContactCoverage> find(
            CallIndex index, Actors actors, Victims victims, Cancellation cancellation) {
        CaseGraph graph = index.graph();
        // whose number each is, when a victim's
        Map<Integer, Integer> victimOf = new TreeMap<>();
        victims.entities().forEach(victim -> {
            for (int phone : actors.thingsOf(victim, EntityKind.PHONE)) {
                victimOf.put(phone, actors.actorOf(victim));
            }
        });
        if (victimOf.size() < FEWEST_KNOWN) {
            return List.of();
        }
        Map<Integer, Holding> holdings = new TreeMap<>();
        contactLists(graph, actors, victimOf, holdings);
        calls(index, actors, victimOf, holdings, cancellation);
        List<VictimGroups.Group> groups = VictimGroups.of(graph, actors, Set.copyOf(victimOf.values()));
        SteadyTouch steady = SteadyTouch.of(index, actors, victimOf.keySet(), STEADY_DAYS);
        VictimCircles circles = new VictimCircles();
        CallsToVictims counts = new CallsToVictims();
        holdings.forEach((holder, holding) -> {
            if (!victims.isVictim(holder)) {
                holding.called.forEach((phone, called) -> {
                    circles.called(holder, phone, called.made);
                    counts.called(holder, phone, called.made);
                });
            }
        });
        Map<VictimGroups.Group, int[]> most = new HashMap<>();
        groups.forEach(group -> most.put(group, mostTwo(group, victims, victimOf, holdings)));
        List<ContactCoverage> found = new ArrayList<>();
        for (Map.Entry<Integer, Holding> entry : holdings.entrySet()) {
            cancellation.check();
            if (entry.getValue().held.isEmpty() && entry.getValue().called.isEmpty()) {
                continue;
            }
            groups.stream()
                    .flatMap(group -> over(
                            index,
                            victims,
                            group,
                            victimOf,
                            holdings,
                            steady,
                            circles,
                            counts,
                            entry.getKey(),
                            most.getOrDefault(group, new int[2]))
                            .stream())
                    .max(Comparator.comparingDouble(ContactCoverage::score).thenComparingInt(ContactCoverage::known))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing(ContactCoverage::standing)
                .thenComparing(
                        Comparator.comparingDouble(ContactCoverage::score).reversed())
                .thenComparing(ContactCoverage::holder));
        return List.copyOf(found);
    }

    private static Optional<ContactCoverage> over(
            CallIndex index,
            Victims victims,
            VictimGroups.Group group,
            Map<Integer, Integer> victimOf,
            Map<Integer, Holding> holdings,
            SteadyTouch steady,
            VictimCircles circles,
            CallsToVictims counts,
            int holder,
            int[] mostTwo) {
        Holding holding = holdings.getOrDefault(holder, new Holding());
        if (Stream.concat(holding.held.stream(), holding.called.keySet().stream())
                .noneMatch(phone -> group.victims().contains(victimOf.get(phone)))) {
            return Optional.empty();
        }
        Set<Integer> numbers = new TreeSet<>();
        victimOf.forEach((phone, victim) -> {
            if (victim != holder && phone != holder && group.victims().contains(victim)) {
                numbers.add(phone);
            }
        });
        return numbers.size() < FEWEST_KNOWN
                ? Optional.empty()
                : Optional.of(weigh(
                        index, victims, group, numbers, victimOf, holdings, steady, circles, counts, holder, mostTwo));
    }

    /** How many of a group's numbers the best and the second best of those who are no victims hold or call. */
    private static int[] mostTwo(
            VictimGroups.Group group, Victims victims, Map<Integer, Integer> victimOf, Map<Integer, Holding> holdings) {
        int[] most = new int[2];
        holdings.forEach((holder, holding) -> {
            if (!victims.isVictim(holder)) {
                int reach = (int) holding.reach(phone -> group.victims().contains(victimOf.get(phone)));
                if (reach > most[0]) {
                    most[1] = most[0];
                    most[0] = reach;
                } else if (reach > most[1]) {
                    most[1] = reach;
                }
            }
        });
        return most;
    }

    private static void contactLists(
            CaseGraph graph, Actors actors, Map<Integer, Integer> victimOf, Map<Integer, Holding> holdings) {
        for (Claim claim : graph.claims(ClaimType.PHONE)) {
            if (claim.first(Part.CONTACT).isEmpty()) {
                continue;
            }
            Set<Integer> holders = new HashSet<>();
            claim.holders(Part.USER)
                    .forEach(user ->
                            holders.add(actors.actorOf(graph.indexOf(user).orElseThrow())));
            if (holders.isEmpty()) {
                claim.holders(Part.SUBJECT)
                        .forEach(phone ->
                                holders.add(actors.actorOf(graph.indexOf(phone).orElseThrow())));
            }
            for (int holder : holders) {
                Holding holding = holdings.computeIfAbsent(holder, h -> new Holding());
                holding.handset = true;
                claim.holders(Part.CONTACT).forEach(contact -> {
                    int phone = graph.indexOf(contact).orElseThrow();
                    Integer victim = victimOf.get(phone);
                    if (victim != null && victim != holder && phone != holder) {
                        holding.held.add(phone);
                        holding.heldEvidence.putIfAbsent(phone, claim.id());
                    }
                });
            }
        }
    }

    private static void calls(
            CallIndex index,
            Actors actors,
            Map<Integer, Integer> victimOf,
            Map<Integer, Holding> holdings,
            Cancellation cancellation) {
        CallTable calls = index.graph().calls();
        for (Map.Entry<Integer, Integer> entry : victimOf.entrySet()) {
            cancellation.check();
            int phone = entry.getKey();
            int number = index.number(phone);
            if (number < 0) {
                continue;
            }
            for (int i = 0; i < index.count(number); i++) {
                int row = index.row(number, i);
                int other = index.entity(index.other(number, row));
                int holder = actors.actorAt(other, calls.start(row));
                if (holder == entry.getValue() || holder == phone) {
                    continue;
                }
                Holding holding = holdings.computeIfAbsent(holder, h -> new Holding());
                Called called = holding.called.computeIfAbsent(phone, p -> new Called());
                if (called.calls++ == 0) {
                    called.first = calls.claim(row);
                }
                called.made += index.isCaller(number, row) ? 0 : 1;
                if (calls.duration(row) > 0) {
                    called.seconds += calls.duration(row);
                    called.timed++;
                }
                if (called.days.add(Math.floorDiv(calls.start(row), DAY)) && called.days.size() <= STEADY_DAYS) {
                    called.dayEvidence.add(calls.claim(row));
                }
                if (!index.isCaller(number, row)
                        && calls.duration(row) >= 0
                        && calls.duration(row) <= SHORT_CALL_SECONDS) {
                    called.shortCalls++;
                    if (called.shortEvidence.size() < MOST_EVIDENCE) {
                        called.shortEvidence.add(calls.claim(row));
                    }
                }
            }
        }
        // how many others the callers' numbers are in touch with tells a shop from a controller
        Map<Integer, BitSet> contacts = new HashMap<>();
        for (int number = 0; number < index.size(); number++) {
            int actor = actors.actorOf(index.entity(number));
            Holding holding = holdings.get(actor);
            if (holding != null) {
                holding.first = Math.min(holding.first, index.first(number));
                holding.last = Math.max(holding.last, index.last(number));
                BitSet seen = contacts.computeIfAbsent(actor, a -> new BitSet());
                for (int contact : index.contacts(number)) {
                    if (!victimOf.containsKey(index.entity(contact))) {
                        seen.set(contact);
                    }
                }
            }
        }
        contacts.forEach((actor, seen) -> {
            Holding holding = holdings.get(actor);
            if (holding != null) {
                holding.others = seen.cardinality();
            }
        });
    }

    /**
     * The share of one another's numbers that examined handsets of a group's victims lack, the holder and the holder's
     * numbers left out; -1 when none was examined.
     */
    private static double victimsLackEachOther(
            Set<Integer> numbers, Map<Integer, Integer> victimOf, Map<Integer, Holding> holdings) {
        Set<Integer> owners = new HashSet<>();
        numbers.forEach(phone -> owners.add(victimOf.get(phone)));
        int examined = 0;
        double lacking = 0;
        for (int victim : owners) {
            Holding holding = holdings.get(victim);
            List<Integer> others = numbers.stream()
                    .filter(phone -> !Objects.equals(victimOf.get(phone), victim))
                    .toList();
            if (holding != null && holding.handset && !others.isEmpty()) {
                examined++;
                lacking += 1
                        - (double) others.stream()
                                        .filter(holding.held::contains)
                                        .count()
                                / others.size();
            }
        }
        return examined == 0 ? -1 : lacking / examined;
    }

    private static ContactCoverage weigh(
            CallIndex index,
            Victims victims,
            VictimGroups.Group group,
            Set<Integer> numbers,
            Map<Integer, Integer> victimOf,
            Map<Integer, Holding> holdings,
            SteadyTouch steady,
            VictimCircles circles,
            CallsToVictims counts,
            int holder,
            int[] mostTwo) {
        CaseGraph graph = index.graph();
        Holding holding = holdings.getOrDefault(holder, new Holding());
        List<Integer> held = numbers.stream().filter(holding.held::contains).toList();
        List<Integer> called =
                numbers.stream().filter(holding.called::containsKey).toList();
        int known = numbers.size();
        String name = graph.entity(holder).label();
        boolean victim = victims.isVictim(holder);
        // that one holds two of two numbers says less than that one holds nine of ten
        double ample = 1 - Math.exp(-known / 3.0);
        double heldShare = (double) held.size() / known;
        Weighing weighing =
                new Weighing(victim ? PRIOR : PRIOR_BY_CALLS + (PRIOR - PRIOR_BY_CALLS) * Math.min(1, 2 * heldShare));
        if (!held.isEmpty()) {
            weighing.add(
                    CallCriterion.HOLDS_VICTIMS_NUMBERS,
                    Math.pow(heldShare, 1.5) * ample * (held.size() > 1 ? 1 : 0.2),
                    name + " holds " + held.size() + " of the " + known + " known numbers of " + group.name()
                            + " in a handset.",
                    held.stream()
                            .flatMap(phone -> Stream.ofNullable(holding.heldEvidence.get(phone)))
                            .distinct()
                            .limit(MOST_EVIDENCE)
                            .toList());
        }
        // a number that was given up before the holder's came into use could not be called from it
        int inUse = (int) numbers.stream()
                .filter(phone -> holding.called.containsKey(phone) || inUse(index, phone, holding))
                .count();
        double calledShare = inUse == 0 ? 0 : (double) called.size() / inUse;
        if (!called.isEmpty()) {
            List<Called> talks = called.stream()
                    .flatMap(phone -> Stream.ofNullable(holding.called.get(phone)))
                    .toList();
            int calls = talks.stream().mapToInt(t -> t.calls).sum();
            // two of two are any regular customer's
            double many = 1 - Math.exp(-(known - 1) / 3.0);
            double rare = 1 / (1 + Math.max(0, holding.others - 50) / 50.0);
            weighing.add(
                    CallCriterion.CALLS_VICTIMS_NUMBERS,
                    Math.pow(calledShare, 1.5) * many * rare * (called.size() > 1 ? 1 : 0.2),
                    name + " is in touch with " + called.size() + " of the " + known + " known numbers of "
                            + group.name() + (inUse < known ? ", " + inUse + " of them in use in its time" : "")
                            + ", in " + calls + " calls, and with " + holding.others + " others.",
                    talks.stream().map(t -> t.first).limit(MOST_EVIDENCE).toList());
            if (!victim) { // victims who live together are in touch anyway
                steadyTouch(weighing, steady, group, numbers, holding, name, holder);
                firstInCircles(weighing, circles, group, numbers, holding, name);
                counts.weigh(
                        weighing,
                        name,
                        group.name(),
                        called.size(),
                        calls,
                        talks.stream().mapToInt(t -> t.made).sum(),
                        talks.stream().map(t -> t.first).limit(MOST_EVIDENCE).toList());
            }
            atLength(weighing, talks, group, name);
            leash(index, weighing, numbers, holding, group, name);
        }
        long reach = holding.reach(numbers::contains);
        long next = !victim && reach == mostTwo[0] ? mostTwo[1] : mostTwo[0];
        if (reach > 2 && reach > next && heldShare + calledShare >= 0.5) {
            weighing.add(
                    CallCriterion.ALONE_IN_TOUCH_WITH_THEM,
                    1 - (double) next / reach,
                    "The next best is in touch with " + next + " of them.",
                    List.of());
        }
        double lacking = victimsLackEachOther(numbers, victimOf, holdings);
        if (lacking >= 0 && heldShare + calledShare >= 0.5) {
            String text = "The victims' own handsets lack " + Wording.percent(lacking) + " of one another's numbers.";
            weighing.add(CallCriterion.VICTIMS_LACK_EACH_OTHER, 2 * lacking - 1, text, List.of());
            weighing.subtract(CallCriterion.VICTIMS_LACK_EACH_OTHER, 1 - 2 * lacking, text, List.of());
        }
        return new ContactCoverage(
                graph.entity(holder).id(),
                victim ? ContactCoverage.Standing.VICTIM_TOO : ContactCoverage.Standing.NOT_KNOWN_AS_VICTIM,
                group.name(),
                held.size(),
                called.size(),
                known,
                weighing.score(),
                weighing.reasonsFor(),
                weighing.reasonsAgainst());
    }

    private static boolean inUse(CallIndex index, int phone, Holding holding) {
        int number = index.number(phone);
        return number >= 0 && index.first(number) <= holding.last && index.last(number) >= holding.first;
    }

    /**
     * How far it is beyond chance that somebody is in steady touch with so many of a group: against how many the steady
     * contacts of these numbers and the holder's own would share if they were dealt out anew, each keeping as many as
     * they have (the configuration model), made up for how many might have been told.
     */
    private static void steadyTouch(
            Weighing weighing,
            SteadyTouch steady,
            VictimGroups.Group group,
            Set<Integer> numbers,
            Holding holding,
            String name,
            int holder) {
        List<Called> talks = numbers.stream()
                .flatMap(phone -> Stream.ofNullable(holding.called.get(phone)))
                // a taxi is called by them, and calls nobody
                .filter(called -> called.days.size() >= STEADY_DAYS && called.made >= OWN_DOING * called.calls)
                .toList();
        int k = talks.size();
        if (k < 2) {
            return;
        }
        double expected = Math.max(LEAST_EXPECTED, steady.expected(holder, numbers));
        double surprise = k <= expected
                ? 0
                : k * Math.log(k / expected) - (k - expected) - Math.log(Math.max(1, steady.callers()));
        weighing.add(
                CallCriterion.STEADY_TOUCH_WITH_VICTIMS,
                surprise / 7,
                String.format(
                        Locale.ENGLISH,
                        "%s is in touch with %d of the numbers of %s on %d days or more each; chance lets expect %.1f.",
                        name,
                        k,
                        group.name(),
                        STEADY_DAYS,
                        expected),
                talks.stream()
                        .flatMap(t -> t.dayEvidence.stream())
                        .limit(MOST_EVIDENCE)
                        .toList());
    }

    /** How often somebody calls a victim for a minute at most, in a week in which both numbers are in use. */
    private static void leash(
            CallIndex index,
            Weighing weighing,
            Set<Integer> numbers,
            Holding holding,
            VictimGroups.Group group,
            String name) {
        double weekly = 0;
        int inUse = 0;
        int shortCalls = 0;
        int called = 0;
        List<ClaimId> evidence = new ArrayList<>();
        for (int phone : numbers) {
            int number = index.number(phone);
            Called talks = holding.called.get(phone);
            if (number < 0 || (talks == null && !inUse(index, phone, holding))) {
                continue;
            }
            inUse++;
            if (talks != null && talks.shortCalls > 0) {
                double together =
                        Math.min(index.last(number), holding.last) - Math.max(index.first(number), holding.first);
                weekly += talks.shortCalls / Math.max(1, together / (7 * DAY));
                shortCalls += talks.shortCalls;
                called++;
                talks.shortEvidence.stream()
                        .limit(MOST_EVIDENCE - evidence.size())
                        .forEach(evidence::add);
            }
        }
        if (called < 2) {
            return;
        }
        weighing.add(
                CallCriterion.FREQUENT_SHORT_CALLS,
                Math.log1p(weekly / inUse) / Math.log1p(DAILY),
                String.format(
                        Locale.ENGLISH,
                        "%s makes %d calls of at most a minute to %d of %s, %.1f a week to each.",
                        name,
                        shortCalls,
                        called,
                        group.name(),
                        weekly / called),
                evidence);
    }

    /** How far it is beyond chance that somebody comes first, or nearly, with several of a group. */
    private static void firstInCircles(
            Weighing weighing,
            VictimCircles circles,
            VictimGroups.Group group,
            Set<Integer> numbers,
            Holding holding,
            String name) {
        List<VictimCircles.Place> places = new ArrayList<>();
        List<ClaimId> evidence = new ArrayList<>();
        for (int phone : numbers) {
            Called called = holding.called.get(phone);
            if (called != null && called.made >= OWN_DOING * called.calls) {
                places.add(circles.place(phone, called.made));
                called.dayEvidence.stream()
                        .limit(MOST_EVIDENCE - evidence.size())
                        .forEach(evidence::add);
            }
        }
        long firsts = places.stream().filter(VictimCircles.Place::first).count();
        weighing.add(
                CallCriterion.FIRST_IN_VICTIMS_CIRCLES,
                circles.surprise(places, numbers) / 5,
                name + " calls " + places.size() + " of " + group.name() + " and is the one who calls most with "
                        + firsts + " of them, of "
                        + Math.round(places.stream()
                                .mapToInt(VictimCircles.Place::of)
                                .average()
                                .orElse(0))
                        + " who call one on average.",
                evidence);
    }

    /** A leash is short; kin, friends and helpers talk. */
    private static void atLength(Weighing weighing, List<Called> talks, VictimGroups.Group group, String name) {
        long seconds = talks.stream().mapToLong(t -> t.seconds).sum();
        int timed = talks.stream().mapToInt(t -> t.timed).sum();
        if (timed < FEWEST_TIMED) {
            return;
        }
        double mean = (double) seconds / timed;
        weighing.subtract(
                CallCriterion.TALKS_AT_LENGTH,
                (mean - AT_LENGTH_SECONDS) / AT_LENGTH_SECONDS,
                name + " talks with " + group.name() + " for " + Wording.stretch(mean) + " at a time, on average.",
                talks.stream().map(t -> t.first).limit(MOST_EVIDENCE).toList());
    }
}
