package org.manumit.benchmarks.measures;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.ContactCoverages;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/**
 * How many of those who watch over victims by telephone are found, from calls alone, among customers, kin, taxis, landlords,
 * helpers and the victims themselves; how many others are told, and whether scores mean what they say. Few victims of a flat
 * are known, of some flats no place is known, and some flats are watched over without a telephone. Arguments: the first
 * seed and how many of each kind. Seeds from 1,000 on were never looked at while rules were written.
 */
public final class HolderReliability {

    /**
     * What sets one case from another.
     *
     * @param flats how many flats
     * @param most how many victims of a flat have a known number at most; two at least
     * @param leash how many calls a day a holder makes to each, on average
     * @param placed of which share of the flats the place is known
     */
    private record Habits(int flats, int most, double leash, double placed) {}

    private static final Map<String, Habits> CASES = new LinkedHashMap<>();

    static {
        CASES.put("two or three numbers known", new Habits(12, 3, 0.6, 0.8));
        CASES.put("up to seven", new Habits(12, 7, 0.6, 0.8));
        CASES.put("up to seven, seldom called", new Habits(12, 7, 0.15, 0.8));
        CASES.put("other habits", new Habits(20, 5, 0.3, 0.5));
        CASES.put("one flat only", new Habits(1, 5, 0.6, 0));
    }

    private static final int DAYS = 90;

    private final PrintStream out;
    private final Reliability reliability = new Reliability();
    private final Map<String, Integer> wrongly = new TreeMap<>();

    private HolderReliability(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        int first = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        int each = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        new HolderReliability(System.out).run(first, each);
    }

    private void run(int first, int each) {
        out.println(
                "| case | holders | found | told | right of those told | by score | by calls with victims | by calls to victims | by degree |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        CASES.forEach((name, habits) -> {
            int[] counts = new int[7];
            int runs = habits.flats == 1 ? 8 * each : each;
            for (int seed = first; seed < first + runs; seed++) {
                new Flats(habits, seed).count(counts);
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    name,
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[2] == 0 ? 1 : (double) counts[1] / counts[2],
                    (double) counts[5] / counts[0],
                    (double) counts[3] / counts[0],
                    (double) counts[6] / counts[0],
                    (double) counts[4] / counts[0]);
        });
        out.println();
        out.println("| told wrongly | times |");
        out.println("|---|---|");
        wrongly.forEach((who, times) -> out.printf("| %s | %d |%n", who, times));
        out.println();
        reliability.print(out, 0.2);
    }

    /** One case. */
    private final class Flats {
        private final Habits habits;
        private final Random random;
        private final PlantedCase sketch;
        private final Town town;
        private final Set<EntityId> holders = new HashSet<>();
        private final Map<EntityId, String> others = new LinkedHashMap<>();
        private int numbers;

        Flats(Habits habits, int seed) {
            this.habits = habits;
            random = new Random(seed * 104_729L + habits.hashCode());
            sketch = new PlantedCase(random);
            town = new Town(sketch, new Town.Habits(300, DAYS, 1, 0, 0, 1, 0.6, 0.5, 0.25), random);
            town.talk();
            int taxi = number("a taxi");
            for (int i = 0; i < 60; i++) {
                sketch.call(town.anybody(), taxi, random.nextInt(DAYS), 40, 0);
            }
            for (int flat = 0; flat < habits.flats; flat++) {
                flat(flat, taxi);
            }
        }

        private int number(String who) {
            int number = sketch.entity(EntityKind.PHONE, "+4474" + (10_000_000 + numbers++));
            others.put(sketch.id(number), who);
            return number;
        }

        /** Calls back and forth over the whole time. */
        private void calls(int from, int to, double aDay, double back, int least, int most) {
            double calls = aDay * DAYS;
            for (int i = 0; i < calls; i++) {
                int seconds = least + random.nextInt(most - least);
                double day = random.nextInt(DAYS);
                if (random.nextDouble() < back) {
                    sketch.call(to, from, day, seconds, 0);
                } else {
                    sketch.call(from, to, day, seconds, 0);
                }
            }
        }

        private void flat(int flat, int taxi) {
            List<Integer> phones = new ArrayList<>();
            int known = 2 + random.nextInt(habits.most - 1);
            EntityId place = sketch.id(EntityKind.PREMISES, "flat " + flat);
            boolean placed = random.nextDouble() < habits.placed;
            for (int v = 0; v < known; v++) {
                EntityId victim = sketch.id(EntityKind.PERSON, "victim " + flat + "/" + v);
                int phone = sketch.entity(EntityKind.PHONE, "+4475" + (10_000_000 + 100 * flat + v));
                sketch.claim(ClaimType.PERSON, Map.of(Part.SUBJECT, victim), "status", "victim");
                sketch.claim(ClaimType.PHONE, Map.of(Part.SUBJECT, sketch.id(phone), Part.USER, victim));
                if (placed) {
                    sketch.claim(ClaimType.EXPLOITATION, Map.of(Part.VICTIM, victim, Part.PREMISES, place));
                }
                phones.add(phone);
                calls(number("kin of a victim"), phone, 0.1 + 0.3 * random.nextDouble(), 0.5, 60, 900);
                for (int customer = 0; customer < 5 + random.nextInt(30); customer++) {
                    int caller = random.nextInt(3) == 0 ? town.anybody() : number("a customer");
                    calls(caller, phone, 0.012 * (1 + random.nextInt(3)), 0.1, 10, 120);
                }
                if (random.nextBoolean()) {
                    calls(phone, taxi, 0.05, 0, 20, 60);
                }
                if (random.nextInt(3) == 0) {
                    calls(number("a friend of a victim"), phone, 0.2 + 0.5 * random.nextDouble(), 0.5, 20, 400);
                }
            }
            if (random.nextInt(5) < 2) {
                for (int a : phones) {
                    calls(a, phones.get(random.nextInt(phones.size())), 0.2, 0.5, 20, 200);
                }
            }
            int regular = number("a customer of several");
            phones.stream().limit(2).forEach(p -> calls(regular, p, 0.04 + 0.05 * random.nextDouble(), 0.1, 10, 120));
            if (random.nextInt(3) == 0) {
                int helper = number("a helper");
                calls(helper, town.anybody(), 0.5, 0.5, 60, 400);
                phones.forEach(p -> calls(helper, p, 0.1, 0.4, 120, 500));
            }
            if (random.nextInt(2) == 0) {
                int landlord = number("a landlord");
                phones.stream().limit(3).forEach(p -> calls(landlord, p, 0.03, 0.3, 30, 200));
                for (int i = 0; i < 10; i++) {
                    calls(landlord, town.anybody(), 0.05, 0.3, 30, 200);
                }
            }
            if (random.nextInt(4) == 0) {
                int admirer = number("an admirer of two");
                phones.stream()
                        .limit(2)
                        .forEach(p -> calls(admirer, p, 0.05 + 0.4 * random.nextDouble(), 0.4, 10, 200));
            }
            if (random.nextInt(4) == 0) {
                int driver = number("a driver");
                phones.forEach(p -> calls(driver, p, 0.03 + 0.15 * random.nextDouble(), 0.6, 10, 60));
                calls(driver, town.anybody(), 0.5, 0.5, 10, 60);
            }
            if (random.nextInt(4) > 0) {
                int longest = random.nextInt(4) == 0 ? 300 : 90;
                EntityId holder = sketch.id(EntityKind.PERSON, "holder " + flat);
                int own = sketch.entity(EntityKind.PHONE, "+4476" + (10_000_000 + flat));
                sketch.claim(ClaimType.PHONE, Map.of(Part.SUBJECT, sketch.id(own), Part.USER, holder));
                holders.add(holder);
                for (int i = 0; i < 5 + random.nextInt(15); i++) {
                    calls(own, town.anybody(), 0.1, 0.5, 20, 300);
                }
                for (int p : phones) {
                    // one in five is reached by other means
                    if (random.nextInt(5) > 0) {
                        calls(own, p, habits.leash * (0.5 + random.nextDouble()), 0.25, 10, longest);
                    }
                }
            }
        }

        void count(int[] counts) {
            CaseGraph graph = sketch.graph();
            Actors actors = Actors.of(graph);
            Victims victims = Victims.of(graph, actors);
            CallIndex index = CallIndex.of(graph);
            counts[0] += holders.size();
            Map<EntityId, Double> scores = new LinkedHashMap<>();
            for (ContactCoverage coverage : ContactCoverages.find(index, actors, victims, Cancellation.NEVER)) {
                if (coverage.standing() == ContactCoverage.Standing.VICTIM_TOO) {
                    continue;
                }
                boolean right = holders.contains(coverage.holder());
                scores.put(coverage.holder(), coverage.score());
                reliability.add(coverage.score(), right);
                if (coverage.score() >= 0.5) {
                    counts[1] += right ? 1 : 0;
                    counts[2]++;
                    if (!right) {
                        wrongly.merge(others.getOrDefault(coverage.holder(), "somebody in town"), 1, Integer::sum);
                    }
                }
            }
            Map<EntityId, Integer> calls = new LinkedHashMap<>();
            Map<EntityId, Integer> made = new LinkedHashMap<>();
            Map<EntityId, Integer> degrees = new LinkedHashMap<>();
            for (int n = 0; n < index.size(); n++) {
                if (victims.isProtected(index.entity(n))) {
                    continue;
                }
                EntityId who = graph.entity(actors.actorOf(index.entity(n))).id();
                degrees.put(who, index.contacts(n).length);
                for (int i = 0; i < index.count(n); i++) {
                    if (victims.isProtected(index.entity(index.other(n, index.row(n, i))))) {
                        calls.merge(who, 1, Integer::sum);
                        made.merge(who, index.isCaller(n, index.row(n, i)) ? 1 : 0, Integer::sum);
                    }
                }
            }
            counts[3] += best(calls);
            counts[4] += best(degrees);
            counts[5] += best(scores);
            counts[6] += best(made);
        }

        private <N extends Comparable<N>> int best(Map<EntityId, N> ranked) {
            return (int) ranked.entrySet().stream()
                    .sorted(Map.Entry.<EntityId, N>comparingByValue().reversed())
                    .limit(holders.size())
                    .filter(e -> holders.contains(e.getKey()))
                    .count();
        }
    }
}
