package org.manumit.benchmarks.measures;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.calls.CallChains;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.ContactCoverages;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.SuccessorNumbers;
import org.manumit.graph.analysis.calls.SuccessorParameters;
import org.manumit.graph.analysis.money.MoneyAnalysis;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.money.MoneyFinding.Kind;
import org.manumit.graph.analysis.money.MoneyParameters;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/**
 * Plants successor numbers, holders of victims' numbers and patterns of money in ordinary traffic and asks the analysis for
 * them: precision and recall, with ranking by degree and drawing at random as baselines. The figures are
 * not blind: rules were changed after their misses on this traffic were seen. Argument: how many cases.
 */
public final class PlantedPatterns {

    private static final int DAYS = 300;
    private static final int EACH = 10;

    private final PrintStream out;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Reliability reliability = new Reliability();
    private final Map<Kind, Reliability> byKind = new EnumMap<>(Kind.class);

    private PlantedPatterns(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        new PlantedPatterns(System.out).run(args.length > 0 ? Integer.parseInt(args[0]) : 5);
    }

    /** What was planted, told and found over all cases. */
    private static final class Tally {
        int planted;
        int told;
        int right;
        int otherwise;
        int found;
        double byDegree;
        double atRandom;
    }

    private void run(int cases) {
        for (int seed = 1; seed <= cases; seed++) {
            calls(seed);
            money(seed, 1, "");
            money(seed, 0.6, ", 60 % of the accounts");
        }
        out.println(
                "| pattern | planted | found | told | of its kind | planted otherwise | ordinary | by degree | at random |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        tallies.forEach((name, t) -> out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %d | %.2f | %d | %d | %.2f | %.3f |%n",
                name,
                t.planted,
                (double) t.found / t.planted,
                t.told,
                t.told == 0 ? 1.0 : (double) t.right / t.told,
                t.otherwise,
                t.told - t.right - t.otherwise,
                t.byDegree / cases,
                t.atRandom / cases));
        out.println();
        reliability.print(out, 0.5);
        out.println();
        out.println("| pattern | findings | mean score | about something planted |");
        out.println("|---|---|---|---|");
        byKind.forEach((kind, r) -> r.printAll(out, words(kind)));
    }

    /**
     * Adds one case to what is known of a pattern.
     *
     * @param planted what was planted, each as the things a finding may name it by
     * @param told what was told
     * @param otherwise what was planted of other patterns: a finding about these is no accusation of the ordinary
     * @param degrees how well tied every candidate is; as many of the best tied are taken as were planted
     */
    private <T> void count(
            String name, List<Set<T>> planted, List<Set<T>> told, List<Set<T>> otherwise, Map<T, Integer> degrees) {
        Tally tally = tallies.computeIfAbsent(name, n -> new Tally());
        tally.planted += planted.size();
        tally.told += told.size();
        tally.right += (int) told.stream().filter(f -> anyMeets(planted, f)).count();
        tally.otherwise += (int) told.stream()
                .filter(f -> !anyMeets(planted, f) && anyMeets(otherwise, f))
                .count();
        tally.found += (int) planted.stream().filter(p -> anyMeets(told, p)).count();
        List<T> ranked = new ArrayList<>(degrees.keySet());
        ranked.sort((a, b) -> Integer.compare(degrees.getOrDefault(b, 0), degrees.getOrDefault(a, 0)));
        List<Set<T>> best = ranked.stream().limit(planted.size()).map(Set::of).toList();
        tally.byDegree +=
                (double) planted.stream().filter(p -> anyMeets(best, p)).count() / planted.size();
        tally.atRandom += (double) planted.size() / degrees.size();
    }

    private static <T> boolean anyMeets(Collection<Set<T>> sets, Set<T> set) {
        return sets.stream().anyMatch(s -> !Collections.disjoint(s, set));
    }

    // ---- calls --------------------------------------------------------------------------------------------------

    private void calls(int seed) {
        Random random = new Random(seed);
        PlantedCase sketch = new PlantedCase(random);
        int people = 1_500;
        int[] numbers = new int[people];
        int[][] circles = new int[people][];
        for (int p = 0; p < people; p++) {
            numbers[p] = sketch.entity(EntityKind.PHONE, "+4470" + (10_000_000 + p));
        }
        for (int p = 0; p < people; p++) {
            circles[p] = random.ints(6 + random.nextInt(20), 0, people).toArray();
        }
        int[] first = new int[people];
        int[] last = new int[people];
        for (int p = 0; p < people; p++) {
            // numbers come and go in ordinary life too
            boolean passing = random.nextInt(10) == 0;
            first[p] = passing ? random.nextInt(200) : 0;
            last[p] = passing ? first[p] + 30 + random.nextInt(70) : DAYS;
        }
        // some change their card: a new number, most of the old friends, some new ones, half of them a new handset too
        List<Set<Integer>> successors = new ArrayList<>();
        Map<Integer, int[]> changes = new LinkedHashMap<>();
        for (int i = 0; i < EACH; i++) {
            int p = 20 + i * 37;
            int change = 100 + random.nextInt(100);
            first[p] = 0;
            last[p] = change;
            int young = sketch.entity(EntityKind.PHONE, "+4471" + (20_000_000 + i));
            changes.put(p, new int[] {young, change + random.nextInt(10)});
            successors.add(Set.of(young));
        }
        // whoever has gone is no longer called, and whoever has changed is called at the new number
        Reached reached = (p, day) -> {
            int[] change = changes.get(p);
            return day >= first[p] && day < last[p] ? numbers[p] : change != null && day >= change[1] ? change[0] : -1;
        };
        for (int p = 0; p < people; p++) {
            talk(sketch, random, reached, circles[p], numbers[p], first[p], last[p], p);
        }
        changes.forEach((p, change) -> {
            int[] circle = circles[p].clone();
            for (int c = 0; c < circle.length; c++) {
                if (random.nextInt(3) == 0) {
                    circle[c] = random.nextInt(people);
                }
            }
            talk(sketch, random, reached, circle, change[0], change[1], DAYS, random.nextBoolean() ? p : people + p);
        });
        // whoever is called passes it on within minutes, some times in all these months
        List<Set<EntityId>> chains = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            int[] links = {numbers[30 + i * 37], numbers[31 + i * 37], numbers[32 + i * 37]};
            chains.add(Set.of(sketch.id(links[1])));
            int times = 5 + random.nextInt(6);
            for (int time = 0; time < times; time++) {
                double day = random.nextDouble() * DAYS;
                sketch.callAt(links[0], links[1], day, 40);
                sketch.callAt(links[1], links[2], day + (2 + 6 * random.nextDouble()) / 1_440, 40);
            }
        }
        // victims in flats of four to eight; somebody of each flat calls them all, and so do a few customers each
        List<Set<EntityId>> holders = new ArrayList<>();
        int next = 0;
        for (int flat = 0; flat < EACH; flat++) {
            int size = 4 + random.nextInt(5);
            EntityId place = sketch.id(EntityKind.PREMISES, "flat " + flat);
            EntityId holder = sketch.id(EntityKind.PERSON, "holder " + flat);
            int own = sketch.entity(EntityKind.PHONE, "+4472" + (30_000_000 + flat));
            sketch.claim(ClaimType.PHONE, Map.of(Part.SUBJECT, sketch.id(own), Part.USER, holder));
            holders.add(Set.of(holder));
            talk(sketch, random, reached, random.ints(10, 0, people).toArray(), own, 0, DAYS, 9_000 + flat);
            for (int v = 0; v < size; v++, next++) {
                EntityId victim = sketch.id(EntityKind.PERSON, "victim " + next);
                int phone = sketch.entity(EntityKind.PHONE, "+4473" + (40_000_000 + next));
                sketch.claim(ClaimType.PERSON, Map.of(Part.SUBJECT, victim), "status", "victim");
                sketch.claim(ClaimType.PHONE, Map.of(Part.SUBJECT, sketch.id(phone), Part.USER, victim));
                sketch.claim(ClaimType.EXPLOITATION, Map.of(Part.VICTIM, victim, Part.PREMISES, place));
                talk(sketch, random, reached, random.ints(3, 0, people).toArray(), phone, 0, DAYS, 9_500 + next);
                // one victim in five is not known to be called
                int calls = random.nextInt(5) == 0 ? 0 : 40;
                for (int call = 0; call < calls; call++) {
                    sketch.call(own, phone, random.nextInt(DAYS), 10 + random.nextInt(90), 0);
                }
                for (int customer = 0; customer < 15; customer++) {
                    sketch.call(numbers[random.nextInt(people)], phone, random.nextInt(DAYS), 60, 0);
                }
            }
        }
        CaseGraph graph = sketch.graph();
        Actors actors = Actors.of(graph);
        Victims victims = Victims.of(graph, actors);
        CallIndex index = CallIndex.of(graph);
        Map<Integer, Integer> degrees = new LinkedHashMap<>();
        Map<EntityId, Integer> holderDegrees = new LinkedHashMap<>();
        for (int n = 0; n < index.size(); n++) {
            int entity = index.entity(n);
            if (!victims.isProtected(entity)) {
                degrees.put(entity, index.contacts(n).length);
                holderDegrees.put(graph.entity(actors.actorOf(entity)).id(), index.contacts(n).length);
            }
        }
        List<SuccessorNumber> told =
                SuccessorNumbers.find(index, victims, SuccessorParameters.USUAL, Progress.NONE, Cancellation.NEVER);
        count(
                "successor number",
                successors,
                told.stream()
                        .map(s -> Set.of(graph.indexOf(s.to()).orElseThrow()))
                        .toList(),
                List.of(),
                degrees);
        count(
                "chain of calls",
                chains,
                CallChains.find(index, Duration.ofMinutes(15), 200, Cancellation.NEVER).stream()
                        .map(c -> Set.of(c.middle()))
                        .toList(),
                holders,
                holderDegrees);
        count(
                "holder of victims' numbers",
                holders,
                ContactCoverages.find(index, actors, victims, Cancellation.NEVER).stream()
                        .filter(c -> c.score() >= 0.5 && c.standing() == ContactCoverage.Standing.NOT_KNOWN_AS_VICTIM)
                        .map(c -> Set.of(c.holder()))
                        .toList(),
                List.of(),
                holderDegrees);
    }

    /** At which number somebody is reached on a day; -1 when at none. */
    private interface Reached {
        int number(int person, int day);
    }

    private static void talk(
            PlantedCase sketch, Random random, Reached reached, int[] circle, int own, int from, int to, int handset) {
        int calls = (to - from) * (1 + random.nextInt(4)) / 4;
        for (int i = 0; i < calls; i++) {
            int day = from + random.nextInt(Math.max(1, to - from));
            int other = reached.number(circle[(int) (circle.length * random.nextDouble() * random.nextDouble())], day);
            if (other >= 0 && other != own) {
                if (random.nextBoolean()) {
                    sketch.call(own, other, day, random.nextInt(400), handset + 1);
                } else {
                    sketch.call(other, own, day, random.nextInt(400), 0);
                }
            }
        }
    }

    // ---- money --------------------------------------------------------------------------------------------------

    private void money(int seed, double banked, String of) {
        Random random = new Random(seed * 31L);
        PlantedCase sketch = new PlantedCase(random, banked);
        int people = 2_000;
        int firms = 100;
        int[] account = new int[people + firms];
        for (int a = 0; a < account.length; a++) {
            account[a] = sketch.entity(EntityKind.ACCOUNT, "GB00" + (10_000_000 + a));
        }
        ordinary(sketch, random, account, people, firms);
        Map<Kind, List<Set<EntityId>>> planted = new EnumMap<>(Kind.class);
        for (int i = 0; i < EACH; i++) {
            int who = account[i * 150];
            planted.computeIfAbsent(Kind.FAN_IN, k -> new ArrayList<>()).add(Set.of(sketch.id(who)));
            int day = random.nextInt(DAYS - 5);
            for (int s = 0; s < 10 + random.nextInt(15); s++) {
                sketch.pay(account[random.nextInt(people)], who, 800 + random.nextInt(2_000), day + random.nextInt(3));
            }
            who = account[i * 150 + 10];
            planted.computeIfAbsent(Kind.FAN_OUT, k -> new ArrayList<>()).add(Set.of(sketch.id(who)));
            day = random.nextInt(DAYS - 5);
            for (int s = 0; s < 10 + random.nextInt(15); s++) {
                sketch.pay(who, account[random.nextInt(people)], 800 + random.nextInt(2_000), day + random.nextInt(3));
            }
            int length = 3 + random.nextInt(3);
            double amount = 3_000 + random.nextInt(9_000);
            double when = random.nextInt(DAYS - 30);
            Set<EntityId> round = new LinkedHashSet<>();
            for (int s = 0; s < length; s++) {
                round.add(sketch.id(account[i * 150 + 20 + s]));
                sketch.pay(account[i * 150 + 20 + s], account[i * 150 + 20 + (s + 1) % length], amount, when);
                amount *= 0.93 + 0.06 * random.nextDouble();
                when += 0.2 + 4 * random.nextDouble();
            }
            planted.computeIfAbsent(Kind.CYCLE, k -> new ArrayList<>()).add(round);
            who = account[i * 150 + 40];
            planted.computeIfAbsent(Kind.PASS_THROUGH, k -> new ArrayList<>()).add(Set.of(sketch.id(who)));
            for (int s = 0; s < 6; s++) {
                amount = 1_500 + random.nextInt(6_000);
                when = random.nextInt(DAYS - 3);
                sketch.pay(account[random.nextInt(people)], who, amount, when);
                sketch.pay(who, account[random.nextInt(people)], amount * 0.97, when + 0.2 + random.nextDouble());
            }
            who = account[i * 150 + 50];
            planted.computeIfAbsent(Kind.STRUCTURING, k -> new ArrayList<>()).add(Set.of(sketch.id(who)));
            for (int s = 0; s < 7; s++) {
                sketch.pay(who, account[i * 150 + 51], 9_000 + random.nextInt(950), 60 + s * 2.5);
            }
            who = account[i * 150 + 60];
            planted.computeIfAbsent(Kind.UPWARD_SHARE, k -> new ArrayList<>()).add(Set.of(sketch.id(who)));
            double share = 0.05 + 0.15 * random.nextDouble();
            for (int week = 0; week < 30; week++) {
                double takings = 0;
                for (int s = 0; s < 4 + random.nextInt(10); s++) {
                    amount = 60 + random.nextInt(300);
                    takings += amount;
                    sketch.pay(account[random.nextInt(people)], who, amount, week * 7 + random.nextInt(6));
                }
                sketch.pay(who, account[i * 150 + 61], takings * share, week * 7 + 6.5);
            }
        }
        lentNamesAndWages(sketch, random, account, people, planted);
        CaseGraph graph = sketch.graph();
        Actors actors = Actors.of(graph);
        List<MoneyFinding> told = MoneyAnalysis.analyse(
                graph, actors, Victims.of(graph, actors), MoneyParameters.USUAL, Progress.NONE, Cancellation.NEVER);
        Map<EntityId, Integer> degrees = new LinkedHashMap<>();
        Map<EntityId, Set<Integer>> partners = new LinkedHashMap<>();
        TransferTable transfers = graph.transfers();
        for (int t = 0; t < transfers.size(); t++) {
            partners.computeIfAbsent(graph.entity(transfers.from(t)).id(), k -> new HashSet<>())
                    .add(transfers.to(t));
            partners.computeIfAbsent(graph.entity(transfers.to(t)).id(), k -> new HashSet<>())
                    .add(transfers.from(t));
        }
        partners.forEach((id, others) -> degrees.put(id, others.size()));
        List<Set<EntityId>> any =
                planted.values().stream().flatMap(List::stream).toList();
        told.forEach(f -> {
            boolean right = anyMeets(any, subject(f));
            reliability.add(f.score(), right);
            byKind.computeIfAbsent(f.kind(), k -> new Reliability()).add(f.score(), right);
        });
        planted.forEach((kind, hidden) -> count(
                words(kind) + of,
                hidden,
                told.stream()
                        .filter(f -> f.kind() == kind)
                        .map(PlantedPatterns::subject)
                        .toList(),
                any,
                degrees));
    }

    /**
     * One who pays through five names, of whom every other is not seen to pay them; wages of five of which half goes to
     * one hand; and, which is nothing, collections for a present.
     */
    private static void lentNamesAndWages(
            PlantedCase sketch, Random random, int[] account, int people, Map<Kind, List<Set<EntityId>>> planted) {
        for (int i = 0; i < EACH; i++) {
            int recipient = account[i * 150 + 71];
            planted.computeIfAbsent(Kind.NOMINEE_SENDER, k -> new ArrayList<>()).add(Set.of(sketch.id(recipient)));
            for (int round = 0; round < 3; round++) {
                double day = 5 + random.nextInt(DAYS - 10);
                double amount = 600 + 50 * random.nextInt(12);
                for (int name = 72; name < 77; name++) {
                    if (i % 2 == 0) {
                        sketch.pay(account[i * 150 + 70], account[i * 150 + name], amount + 10, day);
                    }
                    sketch.pay(account[i * 150 + name], recipient, amount, day + 0.5 + random.nextDouble());
                }
            }
            int hand = account[i * 150 + 80];
            planted.computeIfAbsent(Kind.WAGE_SKIMMING, k -> new ArrayList<>()).add(Set.of(sketch.id(hand)));
            int farm = sketch.entity(EntityKind.ACCOUNT, "GB01" + (10_000_000 + i));
            for (int month = 0; month < DAYS / 30; month++) {
                for (int worker = 0; worker < 5; worker++) {
                    int hired = sketch.entity(EntityKind.ACCOUNT, "GB02" + (10_000_000 + 10 * i + worker));
                    double wage = 1_000 + random.nextInt(400);
                    sketch.pay(farm, hired, wage, month * 30 + 26);
                    sketch.pay(
                            hired,
                            hand,
                            wage * (0.45 + 0.1 * random.nextDouble()),
                            month * 30 + 26.5 + 1.5 * random.nextDouble());
                }
            }
            int host = account[i * 150 + 90];
            double day = random.nextInt(DAYS - 10);
            for (int guest = 0; guest < 12; guest++) {
                sketch.pay(account[random.nextInt(people)], host, 20, day + 4 * random.nextDouble());
            }
        }
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whom a finding is about: those who merely paid or were paid are not told as anything. */
    private static Set<EntityId> subject(MoneyFinding finding) {
        return switch (finding.kind()) {
            case FAN_IN, NOMINEE_SENDER, WAGE_SKIMMING ->
                Set.of(finding.accounts().getLast());
            case FAN_OUT, UPWARD_SHARE -> Set.of(finding.accounts().getFirst());
            default -> Set.copyOf(finding.accounts());
        };
    }

    /** A year's end of ordinary life: wages, rents, shops, families, firms that pay firms. */
    private static void ordinary(PlantedCase sketch, Random random, int[] account, int people, int firms) {
        for (int p = 0; p < people; p++) {
            int employer = account[people + random.nextInt(firms / 2)];
            double wage = 1_200 + 2_500 * random.nextDouble();
            int landlord = account[random.nextInt(people / 10)];
            for (int month = 0; month < DAYS / 30; month++) {
                sketch.pay(employer, account[p], wage * (0.98 + 0.04 * random.nextDouble()), month * 30 + 27);
                if (p % 3 == 0) {
                    sketch.pay(account[p], landlord, (double) Math.round(wage / 3), month * 30 + 1 + random.nextInt(4));
                }
            }
            int[] shops = random.ints(6, people + firms / 2, people + firms).toArray();
            for (int s = 0; s < 25; s++) {
                sketch.pay(
                        account[p],
                        account[shops[random.nextInt(6)]],
                        5 + Math.exp(2 + 1.2 * random.nextGaussian()),
                        random.nextInt(DAYS));
            }
            int friend = account[random.nextInt(people)];
            for (int s = 0; s < random.nextInt(6); s++) {
                sketch.pay(account[p], friend, 10 + random.nextInt(200), random.nextInt(DAYS));
            }
        }
        for (int f = 0; f < firms; f++) {
            for (int s = 0; s < 60; s++) {
                sketch.pay(
                        account[people + f],
                        account[people + random.nextInt(firms)],
                        200 + Math.exp(7 + 1.5 * random.nextGaussian()),
                        random.nextInt(DAYS));
            }
        }
    }
}
