package org.manumit.benchmarks.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.manumit.graph.CallTable;
import org.manumit.graph.EntityKind;

/**
 * A town where people live and telephone: households, firms with colleagues and customers, friends, shops that everybody
 * calls. People call their family in the evening from home and their customers by day from work. Numbers change hands in
 * all the ways they do: somebody takes a new card or handset, leaves a job to another, sells a handset, gives it to a
 * child, goes away and leaves the family with a first telephone of its own, is one of a season's crew.
 */
final class Town {

    /**
     * What sets one town apart from another.
     *
     * @param people how many live there to begin with
     * @param days for how long
     * @param visible of which share of the numbers the operator's records are there
     * @param antennas which share of these records name the antenna
     * @param handsets which share name the handset
     * @param each how many there are of each way a number changes
     * @param faithful which share of their contacts those keep at least who change their number
     * @param calling how many calls somebody makes a day, about
     * @param forWork which share of the telephones is for work alone, nearly
     */
    record Habits(
            int people,
            int days,
            double visible,
            double antennas,
            double handsets,
            int each,
            double faithful,
            double calling,
            double forWork) {}

    private static final int SHOPS = 25;
    private static final int CREW = 5;
    private static final int NEVER = Integer.MAX_VALUE;

    /** A number in a handset for a while. */
    private record Line(int number, int handset, int from, int to) {}

    private static final class Person {
        final List<Line> lines = new ArrayList<>();
        int home;
        int haunt;
        double calling;
        double working;
        int[] family = {};
        int[] friends = {};
        int job = -1;
        int jobFrom;
        int jobTo = NEVER;

        Line lineOn(int day) {
            for (Line line : lines) {
                if (day >= line.from && day < line.to) {
                    return line;
                }
            }
            return NONE;
        }

        int changedOn() {
            return lines.size() < 2 ? NEVER : lines.getLast().from;
        }
    }

    private static final Line NONE = new Line(-1, -1, 0, 0);

    /** What somebody has to call for the firm: colleagues change, the customers stay. */
    private static final class Job {
        int place;
        int firm;
        int[] customers = {};
    }

    private final Random random;
    private final Habits habits;
    private final PlantedCase sketch;
    private final List<Person> people = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Integer> shops = new ArrayList<>();
    private final Map<Integer, List<Integer>> byFirm = new HashMap<>();
    /** Who no longer speaks with whom since when, by the two. */
    private final Map<Long, Integer> cut = new HashMap<>();

    /** Who has known whom since when, by the two, where that is not for ever. */
    private final Map<Long, Integer> met = new HashMap<>();

    private final Map<Integer, Boolean> visible = new HashMap<>();
    private final Map<Integer, Integer> successors = new LinkedHashMap<>();
    /** How each number that is new came to be, where it is nobody's second one. */
    private final Map<Integer, String> stories = new HashMap<>();

    private final Map<Person, int[]> moved = new HashMap<>();
    private int numbers;
    private int handsets;
    private int homes;
    private int next;

    Town(PlantedCase sketch, Habits habits, Random random) {
        this.random = random;
        this.habits = habits;
        this.sketch = sketch;
        settle();
    }

    /** Which number took over from which, in the hands of one person. */
    Map<Integer, Integer> successors() {
        return successors;
    }

    /** How a number came to be that took over from none. */
    String story(int number) {
        return stories.getOrDefault(number, "somebody new in town");
    }

    /** A number in use at some time of somebody who lives there all the time. */
    int anybody() {
        return people.get(random.nextInt(habits.people)).lines.getFirst().number;
    }

    private int newNumber() {
        return sketch.entity(EntityKind.PHONE, "+4479" + (10_000_000 + numbers++));
    }

    private int newHandset() {
        return sketch.entity(EntityKind.HANDSET, "35" + (1_000_000_000_000L + handsets++));
    }

    private int antenna(int place) {
        return sketch.entity(EntityKind.CELL_SITE, "cell " + place);
    }

    // ---- who lives there ----------------------------------------------------------------------------------------

    private void settle() {
        for (int s = 0; s < SHOPS; s++) {
            shops.add(newNumber());
        }
        while (people.size() < habits.people) {
            household(1 + random.nextInt(5));
        }
        int firms = habits.people / 12;
        for (int firm = 0; firm < firms; firm++) {
            int place = 10_000 + firm % 40;
            for (int j = 0; j < 3 + random.nextInt(10); j++) {
                Job job = new Job();
                job.place = place;
                job.firm = firm;
                job.customers = random.ints(4 + random.nextInt(14), 0, habits.people)
                        .distinct()
                        .toArray();
                int holder = random.nextInt(people.size());
                if (people.get(holder).job < 0) {
                    jobs.add(job);
                    people.get(holder).job = jobs.size() - 1;
                    byFirm.computeIfAbsent(firm, f -> new ArrayList<>()).add(holder);
                }
            }
        }
    }

    private int[] household(int size) {
        int home = homes++ / 6;
        int first = people.size();
        for (int i = 0; i < size; i++) {
            Person person = newcomer(home);
            person.lines.add(new Line(newNumber(), newHandset(), 0, NEVER));
        }
        int[] members = IntStream.range(first, first + size).toArray();
        int[] relatives = random.ints(random.nextInt(4), 0, people.size()).toArray();
        for (int member : members) {
            people.get(member).family = IntStream.concat(
                            Arrays.stream(members).filter(m -> m != member), Arrays.stream(relatives))
                    .filter(m -> m != member)
                    .distinct()
                    .toArray();
        }
        return members;
    }

    /** Somebody without a telephone yet. */
    private Person newcomer(int home) {
        Person person = new Person();
        person.home = home;
        person.haunt = random.nextInt(Math.max(1, habits.people / 30));
        person.calling = habits.calling * Math.exp(0.7 * random.nextGaussian());
        // some have a telephone for work alone, nearly
        person.working = random.nextDouble() < habits.forWork ? 0.95 : 0.4 + 0.4 * random.nextDouble();
        person.friends =
                random.ints(3 + random.nextInt(10), 0, habits.people).distinct().toArray();
        people.add(person);
        return person;
    }

    // ---- how numbers change -------------------------------------------------------------------------------------

    /** Lets numbers change in every way, as often as the habits say. */
    void change() {
        for (int i = 0; i < habits.each; i++) {
            newCard(true);
            newCard(true);
            newCard(false);
            newCard(random.nextBoolean());
            trade();
            jobPasses(false);
            jobPasses(true);
            handsetSold(random.nextBoolean());
            childsFirst(random.nextBoolean());
            familyStays();
            comesBack();
            reassigned();
            newHandsetOnly();
        }
        for (int crew = 0; crew < Math.max(1, habits.each / 3); crew++) {
            crewsChange();
        }
        for (int i = 0; i < habits.people / 12; i++) {
            goesOrComes();
        }
    }

    private Person untouched(boolean working) {
        for (int tries = 0; tries < 10_000; tries++) {
            next = random.nextInt(habits.people);
            Person person = people.get(next);
            if (person.lines.size() == 1
                    && person.lines.getFirst().from == 0
                    && person.lines.getFirst().to == NEVER
                    && (!working || person.job >= 0)) {
                return person;
            }
        }
        throw new IllegalStateException("the town is too small for all that is to happen in it");
    }

    private int someDay() {
        return (int) (habits.days * (0.3 + 0.35 * random.nextDouble()));
    }

    private void end(Person person, int day) {
        Line line = person.lines.removeLast();
        person.lines.add(new Line(line.number, line.handset, line.from, day));
    }

    private void takes(Person person, int number, int handset, int from) {
        end(person, Math.min(from, person.lines.getLast().to));
        person.lines.add(new Line(number, handset, from, NEVER));
    }

    /** Some contacts are not told the new number, or not missed. */
    private void forgets(int who, int[] contacts, double kept, int day) {
        for (int other : contacts) {
            if (random.nextDouble() > kept) {
                cut.put(pair(who, other), day);
            }
        }
    }

    /** New friends come with time. */
    private void meets(int who, int day) {
        Person person = people.get(who);
        int[] more = random.ints(random.nextInt(4), 0, habits.people)
                .filter(other -> other != who && Arrays.stream(person.friends).noneMatch(f -> f == other))
                .distinct()
                .toArray();
        for (int other : more) {
            met.put(pair(who, other), day);
        }
        person.friends = IntStream.concat(Arrays.stream(more), Arrays.stream(person.friends))
                .toArray();
    }

    private long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private void newCard(boolean sameHandset) {
        Person person = untouched(false);
        int who = next;
        int day = someDay();
        Line old = person.lines.getFirst();
        int number = newNumber();
        end(person, day);
        takes(person, number, sameHandset ? old.handset : newHandset(), day + random.nextInt(8));
        double kept = habits.faithful + (1 - habits.faithful) * random.nextDouble();
        forgets(who, person.friends, kept, day);
        if (person.job >= 0) {
            forgets(who, jobs.get(person.job).customers, kept, day);
        }
        meets(who, day);
        if (random.nextInt(6) == 0) {
            movesOn(person, day);
        }
        successors.put(old.number, number);
    }

    /** Moves house when the number changes: reckoned as two people of one circle. */
    private void movesOn(Person person, int day) {
        moved.put(person, new int[] {day, homes++ / 6});
    }

    /** Whoever throws a card away because of the trade keeps the trade and the family, and little else. */
    private void trade() {
        Person person = untouched(true);
        int who = next;
        int day = someDay();
        Line old = person.lines.getFirst();
        int number = newNumber();
        takes(person, number, newHandset(), day + random.nextInt(4));
        forgets(who, person.friends, 0.3, day);
        meets(who, day);
        successors.put(old.number, number);
    }

    /** A new person does the job from now on; the old one leaves town, or does something else. */
    private void jobPasses(boolean leaves) {
        Person old = untouched(true);
        int oldIndex = next;
        int day = someDay();
        Person young = newcomer(random.nextInt(3) == 0 ? old.home : homes++ / 6);
        int youngIndex = people.size() - 1;
        young.family = random.ints(1 + random.nextInt(4), 0, habits.people).toArray();
        boolean sameHandset = leaves && random.nextInt(4) == 0;
        int from = day - random.nextInt(6) + 2;
        young.lines.add(new Line(newNumber(), sameHandset ? old.lines.getFirst().handset : newHandset(), from, NEVER));
        tell(young, "a new person in an old job");
        young.job = old.job;
        young.jobFrom = from;
        young.calling = Math.max(young.calling, old.calling);
        young.working = old.working;
        old.jobTo = day;
        byFirm.getOrDefault(jobs.get(old.job).firm, new ArrayList<>()).add(youngIndex);
        if (leaves) {
            end(old, day + random.nextInt(4));
        } else if (random.nextInt(3) == 0) {
            // takes another job and a new number with it
            Line before = old.lines.getFirst();
            int number = newNumber();
            takes(old, number, before.handset, day + random.nextInt(4));
            successors.put(before.number, number);
        }
        int talks = random.nextInt(8);
        for (int i = 0; i < talks; i++) {
            Line a = old.lineOn(day - 1);
            if (a.number >= 0 && from <= day) {
                record(a, young.lines.getFirst(), old, young, day - 1, 9 + 8 * random.nextDouble(), 120);
            }
        }
        cut.put(pair(oldIndex, youngIndex), day + 3);
    }

    /** A handset is sold to a stranger; who sold it leaves, or has a new one with a new number. */
    private void handsetSold(boolean leaves) {
        Person old = untouched(false);
        int who = next;
        int day = someDay();
        Line line = old.lines.getFirst();
        if (leaves) {
            end(old, day);
        } else {
            int number = newNumber();
            takes(old, number, newHandset(), day);
            forgets(who, old.friends, habits.faithful, day);
            successors.put(line.number, number);
        }
        Person buyer = newcomer(homes++ / 6);
        buyer.family = random.ints(1 + random.nextInt(4), 0, habits.people).toArray();
        buyer.lines.add(new Line(newNumber(), line.handset, day + 2 + random.nextInt(20), NEVER));
        tell(buyer, "a handset sold");
    }

    /** A child gets the old handset and a first number; the parent keeps the number, or takes a new one. */
    private void childsFirst(boolean parentChanges) {
        Person parent = untouched(false);
        int who = next;
        int day = someDay();
        Line line = parent.lines.getFirst();
        int number = parentChanges ? newNumber() : line.number;
        takes(parent, number, newHandset(), day);
        if (parentChanges) {
            successors.put(line.number, number);
        }
        Person child = newcomer(parent.home);
        child.family = withWho(parent.family, who);
        child.lines.add(new Line(newNumber(), line.handset, day + random.nextInt(4), NEVER));
        tell(child, "a handset given to a child");
    }

    private void tell(Person person, String story) {
        stories.put(person.lines.getFirst().number, story);
    }

    private static int[] withWho(int[] family, int who) {
        int[] all = Arrays.copyOf(family, family.length + 1);
        all[family.length] = who;
        return all;
    }

    /** Somebody goes away; one of the family has a first telephone then, sometimes the handset that was left. */
    private void familyStays() {
        Person gone = untouched(false);
        int day = someDay();
        end(gone, day);
        Person stays = newcomer(gone.home);
        stays.family = gone.family;
        int common = Math.min(2, gone.friends.length);
        System.arraycopy(gone.friends, 0, stays.friends, 0, Math.min(common, stays.friends.length));
        stays.lines.add(new Line(
                newNumber(),
                random.nextInt(3) == 0 ? gone.lines.getFirst().handset : newHandset(),
                day + random.nextInt(10),
                NEVER));
        tell(stays, "one of the family of somebody gone");
    }

    /** A card rests for weeks and is used again. */
    private void comesBack() {
        Person person = untouched(false);
        int day = someDay();
        Line line = person.lines.getFirst();
        end(person, day);
        person.lines.add(new Line(line.number, line.handset, day + 25 + random.nextInt(20), NEVER));
    }

    /** A number that was given up is given to a stranger after a while. */
    private void reassigned() {
        Person old = untouched(false);
        int day = someDay();
        Line line = old.lines.getFirst();
        end(old, day);
        Person stranger = newcomer(homes++ / 6);
        stranger.family = random.ints(1 + random.nextInt(4), 0, habits.people).toArray();
        stranger.lines.add(new Line(line.number, newHandset(), day + 20 + random.nextInt(20), NEVER));
    }

    private void newHandsetOnly() {
        Person person = untouched(false);
        takes(person, person.lines.getFirst().number, newHandset(), someDay());
    }

    /** One season's crew leaves, the next comes to the same huts and the same foreman. */
    private void crewsChange() {
        int day = someDay();
        int hut = 20_000 + homes++;
        Person foreman = untouched(false);
        int boss = next;
        Job work = new Job();
        work.place = hut;
        work.firm = 100_000 + hut;
        work.customers = new int[] {boss};
        jobs.add(work);
        int job = jobs.size() - 1;
        for (int season = 0; season < 2; season++) {
            int first = people.size();
            int[] crew = IntStream.range(first, first + CREW).toArray();
            for (int c : crew) {
                Person person = newcomer(hut);
                person.friends = random.ints(2, 0, habits.people).toArray();
                // kin abroad, whom nobody else calls
                person.family = Arrays.stream(crew).filter(m -> m != c).toArray();
                person.job = job;
                person.lines.add(new Line(
                        newNumber(),
                        newHandset(),
                        season == 0 ? 0 : day + random.nextInt(5),
                        season == 0 ? day : NEVER));
                tell(person, "one of the next crew");
            }
        }
        foreman.calling = Math.max(foreman.calling, 2);
    }

    private void goesOrComes() {
        if (random.nextBoolean()) {
            end(untouched(false), (int) (habits.days * random.nextDouble()));
        } else {
            Person person = newcomer(random.nextInt(Math.max(1, homes / 6)));
            person.family = random.ints(1 + random.nextInt(4), 0, habits.people).toArray();
            person.lines.add(new Line(newNumber(), newHandset(), (int) (habits.days * random.nextDouble()), NEVER));
        }
    }

    // ---- what they say to each other ----------------------------------------------------------------------------

    /** Lets them telephone. */
    void talk() {
        for (int p = 0; p < people.size(); p++) {
            for (int day = 0; day < habits.days; day++) {
                Line line = people.get(p).lineOn(day);
                if (line.number >= 0) {
                    double left = people.get(p).calling;
                    while (left > 0 && (left >= 1 || random.nextDouble() < left)) {
                        left -= 0.5 + random.nextDouble();
                        call(p, line, day);
                    }
                }
            }
        }
    }

    private void call(int who, Line line, int day) {
        Person person = people.get(who);
        boolean working = person.job >= 0 && day >= person.jobFrom && day < person.jobTo && day % 7 < 5;
        double hour = random.nextInt(12) == 0 ? 24 * random.nextDouble() : 8 + 14 * random.nextDouble();
        double kind = random.nextDouble();
        int other;
        // whose telephone is for work hardly calls anybody else with it
        if (person.working > 0.9 && person.job >= 0 && !working && random.nextInt(5) > 0) {
            return;
        }
        if (working && hour >= 8 && hour < 18 && kind < person.working) {
            Job job = jobs.get(person.job);
            List<Integer> colleagues = byFirm.getOrDefault(job.firm, List.of());
            other = random.nextBoolean() && colleagues.size() > 1
                    ? colleagues.get(random.nextInt(colleagues.size()))
                    : pick(job.customers);
        } else if ((kind = random.nextDouble()) < 0.12) {
            int shop = shops.get((int) (SHOPS * random.nextDouble() * random.nextDouble()));
            record(line, new Line(shop, -1, 0, NEVER), person, person, day, hour, 60);
            return;
        } else if (person.family.length > 0 && kind < 0.6) {
            other = pick(person.family);
        } else {
            other = pick(person.friends);
        }
        if (other < 0
                || other == who
                || cut.getOrDefault(pair(who, other), NEVER) <= day
                || met.getOrDefault(pair(who, other), 0) > day) {
            return;
        }
        Person callee = people.get(other);
        Line far = callee.lineOn(day);
        boolean turned = random.nextInt(5) < 2;
        if (far.number < 0 || (day - callee.changedOn() < 10 && day >= callee.changedOn() && random.nextInt(6) == 0)) {
            // who has not heard of the change tries the old number, once or twice
            if (!callee.lines.isEmpty() && random.nextInt(8) == 0) {
                record(line, callee.lines.getFirst(), person, callee, day, hour, 0);
            }
            return;
        }
        int seconds = (int) (20 + 200 * -Math.log(1 - random.nextDouble()));
        if (turned) {
            record(far, line, callee, person, day, hour, seconds);
        } else {
            record(line, far, person, callee, day, hour, seconds);
        }
    }

    private int pick(int[] contacts) {
        return contacts.length == 0
                ? -1
                : contacts[(int) (contacts.length * random.nextDouble() * random.nextDouble())];
    }

    private boolean isVisible(int number) {
        return visible.computeIfAbsent(number, n -> random.nextDouble() < habits.visible);
    }

    private void record(Line from, Line to, Person caller, Person callee, int day, double hour, int seconds) {
        if (from.number == to.number || !(isVisible(from.number) || isVisible(to.number))) {
            return;
        }
        int row = sketch.callAt(from.number, to.number, day + hour / 24, seconds);
        if (isVisible(from.number)) {
            equip(row, from, caller, day, hour, CallTable.Equipment.FROM_CELL, CallTable.Equipment.FROM_HANDSET);
        }
        if (isVisible(to.number) && to.handset >= 0 && seconds > 0) {
            equip(row, to, callee, day, hour, CallTable.Equipment.TO_CELL, CallTable.Equipment.TO_HANDSET);
        }
    }

    private void equip(
            int row,
            Line line,
            Person person,
            int day,
            double hour,
            CallTable.Equipment cell,
            CallTable.Equipment handset) {
        if (random.nextDouble() < habits.antennas) {
            sketch.equip(row, cell, antenna(whereabouts(person, day, hour)));
        }
        if (random.nextDouble() < habits.handsets) {
            sketch.equip(row, handset, line.handset);
        }
    }

    private int whereabouts(Person person, int day, double hour) {
        int[] move = moved.get(person);
        int home = move != null && day >= move[0] ? move[1] : person.home;
        boolean working = person.job >= 0 && day >= person.jobFrom && day < person.jobTo && day % 7 < 5;
        if (hour < 7.5 || hour >= 21) {
            return random.nextInt(12) == 0 ? person.haunt : home;
        }
        if (working && hour >= 8.5 && hour < 17.5) {
            return random.nextInt(5) == 0 ? person.haunt : jobs.get(person.job).place;
        }
        return random.nextInt(3) == 0 ? person.haunt : home;
    }
}
