package org.manumit.graph.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manumit.graph.analysis.NetworkText.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/**
 * Networks drawn at random as each shape is described (Williams, ch. 10, in Friesendorf 2009; 003, l. 16044-16175), among
 * bystanders, with a part of what is known taken away.
 */
final class ShapesToldApartTest {

    private static final int CASES = 12;

    @ParameterizedTest
    @EnumSource(
            value = NetworkShape.class,
            names = {"FLUX", "BROKER", "CHAIN", "MESH", "HUB"})
    void tellsAShapeOrSaysThatItCannot(NetworkShape shape) {
        int right = 0;
        int wrong = 0;
        for (int seed = 1; seed <= CASES; seed++) {
            NetworkShape told = told(shape, seed, 0.15);
            right += told == shape ? 1 : 0;
            wrong += told != shape && told != NetworkShape.INSUFFICIENT ? 1 : 0;
        }
        assertThat(wrong).as("taken for another shape").isLessThanOrEqualTo(CASES / 6);
        assertThat(right).as("told").isGreaterThanOrEqualTo(CASES / 2);
    }

    /** What a network of a shape is taken for when a share of what is known of it is missing. */
    static NetworkShape told(NetworkShape shape, long seed, double missing) {
        Random random = new Random(seed * 31 + shape.name().length());
        List<String> facts = new ArrayList<>(
                switch (shape) {
                    case FLUX -> flux(random);
                    case BROKER -> broker(random);
                    case CHAIN -> chain(random);
                    case MESH -> mesh(random);
                    case HUB -> hub(random);
                    case INSUFFICIENT -> List.of();
                });
        facts.removeIf(fact -> fact.contains("->") && random.nextDouble() < missing);
        for (int b = 0; b < 6; b++) {
            facts.add("by" + b + ": bystander");
            facts.add("by" + b + " -calls " + (5 + random.nextInt(40)) + "-> r" + random.nextInt(2));
        }
        return new CaseAnalyser()
                        .analyse(
                                network(String.join("\n", facts)),
                                new AnalysisParameters(
                                        Optional.empty(), Period.UNKNOWN, AnalysisParameters.Stability.SKIP),
                                Progress.NONE,
                                Cancellation.NEVER)
                        .networks()
                        .stream()
                        .max(Comparator.comparingInt(n -> n.members().size()))
                        .map(n -> n.shape().answer())
                        .orElse(NetworkShape.INSUFFICIENT);
    }

    private static void people(List<String> facts, String prefix, int count, String country) {
        IntStream.range(0, count).forEach(i -> facts.add(prefix + i + ": suspect, country=" + country));
    }

    private static void victims(List<String> facts, int count) {
        IntStream.range(0, count).forEach(i -> facts.add("v" + i + ": victim"));
    }

    private static int some(Random random, int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Ad hoc pairs for single deals, each with a victim or two of their own. */
    private static List<String> flux(Random random) {
        List<String> facts = new ArrayList<>();
        int n = some(random, 4, 8);
        people(facts, "r", n, "RO");
        victims(facts, n);
        for (int i = 0; i < n; i++) {
            facts.add("r" + i + " -recruits-> v" + i);
            facts.add("r" + i + " -exploits in IT-> v" + i);
        }
        return facts;
    }

    /** Brokers sell people of several recruiters to several exploiters, again and again. */
    private static List<String> broker(Random random) {
        List<String> facts = new ArrayList<>();
        int recruiters = some(random, 2, 4);
        int brokers = some(random, 1, 2);
        int buyers = some(random, 3, 5);
        people(facts, "r", recruiters, "UA");
        people(facts, "b", brokers, "PL");
        people(facts, "x", buyers, "DE");
        victims(facts, 10);
        for (int v = 0; v < 10; v++) {
            int b = random.nextInt(brokers);
            int r = random.nextInt(recruiters);
            int x = random.nextInt(buyers);
            facts.add("r" + r + " -recruits-> v" + v);
            facts.add("x" + x + " -exploits in DE-> v" + v);
            facts.add("r" + r + " -sells to-> b" + b);
            facts.add("b" + b + " -sells to-> x" + x);
            facts.add("x" + x + " -pays purchase of person-> b" + b);
        }
        return facts;
    }

    /** Two ends unknown to each other, joined by one or two who carry people on. */
    private static List<String> chain(Random random) {
        List<String> facts = new ArrayList<>();
        int origin = some(random, 2, 4);
        int ends = some(random, 2, 4);
        int carriers = some(random, 1, 2);
        people(facts, "r", origin, "NG");
        people(facts, "c", carriers, "LY");
        people(facts, "x", ends, "NL");
        victims(facts, 8);
        for (int v = 0; v < 8; v++) {
            int r = random.nextInt(origin);
            int c = random.nextInt(carriers);
            int x = random.nextInt(ends);
            facts.add("r" + r + " -recruits-> v" + v);
            facts.add("c" + c + " -moves NG to NL-> v" + v);
            facts.add("x" + x + " -exploits in NL-> v" + v);
            facts.add("r" + r + " -hands over to-> c" + c);
            facts.add("c" + c + " -hands over to-> x" + x);
        }
        for (int i = 1; i < origin; i++) {
            facts.add("r" + (i - 1) + " -acquaintance-> r" + i);
        }
        for (int i = 1; i < ends; i++) {
            facts.add("x" + (i - 1) + " -business partner-> x" + i);
        }
        return facts;
    }

    /** Groups that know each other and deal directly, several for each task. */
    private static List<String> mesh(Random random) {
        List<String> facts = new ArrayList<>();
        int recruiters = some(random, 2, 3);
        int forgers = some(random, 1, 2);
        int movers = some(random, 2, 3);
        int exploiters = some(random, 2, 3);
        people(facts, "r", recruiters, "MD");
        people(facts, "f", forgers, "BG");
        people(facts, "m", movers, "RO");
        people(facts, "x", exploiters, "GR");
        victims(facts, 12);
        for (int v = 0; v < 12; v++) {
            facts.add("r" + random.nextInt(recruiters) + " -recruits-> v" + v);
            facts.add("f" + random.nextInt(forgers) + " -papers-> v" + v);
            facts.add("m" + random.nextInt(movers) + " -moves MD to GR-> v" + v);
            facts.add("x" + random.nextInt(exploiters) + " -exploits in GR-> v" + v);
        }
        List<String> all = new ArrayList<>();
        IntStream.range(0, recruiters).forEach(i -> all.add("r" + i));
        IntStream.range(0, forgers).forEach(i -> all.add("f" + i));
        IntStream.range(0, movers).forEach(i -> all.add("m" + i));
        IntStream.range(0, exploiters).forEach(i -> all.add("x" + i));
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (random.nextInt(10) < 6) {
                    facts.add(all.get(i) + " -business partner-> " + all.get(j) + " {from=2021, to=2024}");
                }
            }
        }
        return facts;
    }

    /** A core that takes shares of crews or gives them orders. */
    private static List<String> hub(Random random) {
        List<String> facts = new ArrayList<>();
        int crews = some(random, 3, 5);
        facts.add("core: crime group, country=RU");
        people(facts, "r", 2, "RU");
        people(facts, "x", crews, "SE");
        victims(facts, 10);
        boolean shares = random.nextBoolean();
        for (int v = 0; v < 10; v++) {
            facts.add("r" + random.nextInt(2) + " -recruits-> v" + v);
            facts.add("x" + random.nextInt(crews) + " -exploits in SE-> v" + v);
        }
        facts.add("r0 -member-> core");
        facts.add("core -tasks-> r1");
        for (int x = 0; x < crews; x++) {
            facts.add(
                    shares
                            ? "x" + x + " -pays 10%-> core {every=week}"
                            : "core -tasks-> x" + x + " {from=2020, to=2024}");
            facts.add("x" + x + " -pays proceeds-> core");
        }
        return facts;
    }
}
