package org.manumit.app.release;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.query.CaseFacts;

/**
 * What the handling codes of a grading scheme permit. A code names an audience that may receive something; it is not a
 * step on a scale, and a claim may carry several (ICMPD Background Reader, ch. 5.4; 001, l. 3125-3131, whose footnote
 * lists the audiences in an order that is not that of the codes). What carries no code is released to nobody. Codes of
 * 5x5x5 after the HMRC manual MLR3C14000, of 4x4 after Europol Regulation, Art. 29.
 */
public enum HandlingScheme {
    FIVE_BY_FIVE_BY_FIVE("5x5x5") {
        @Override
        Map<String, String> meanings() {
            Map<String, String> meanings = new LinkedHashMap<>();
            meanings.put("1", "other police and prosecuting agencies, those of the EU included");
            meanings.put("2", "bodies of the country of origin that do not prosecute");
            meanings.put("3", "police outside the EU, under conditions");
            meanings.put(OWN_AGENCY, "the originating agency only");
            return meanings;
        }

        @Override
        boolean releases(Set<String> codes, String audience) {
            if (codes.contains("5")) {
                return false; // the originator must be asked each time
            }
            return codes.contains(audience) || (audience.equals(OWN_AGENCY) && !codes.isEmpty());
        }
    },
    FOUR_BY_FOUR("4x4") {
        @Override
        Map<String, String> meanings() {
            Map<String, String> meanings = new LinkedHashMap<>();
            meanings.put("H0", "all who prevent and combat crime");
            meanings.put("H1", "those who will not use it in court without the provider's permission");
            meanings.put("H2", "those whom the provider has permitted");
            meanings.put("H3", "those under further conditions of the provider");
            return meanings;
        }
    },
    THREE_BY_FIVE_BY_TWO("3x5x2") {
        @Override
        Map<String, String> meanings() {
            Map<String, String> meanings = new LinkedHashMap<>();
            meanings.put("P", "lawful sharing permitted");
            meanings.put("C", "lawful sharing under conditions");
            return meanings;
        }

        @Override
        boolean releases(Set<String> codes, String audience) {
            return codes.contains(audience) || (audience.equals("C") && codes.contains("P"));
        }
    },
    /** A scheme that this program does not know: a code releases to the audience of that very word. */
    OTHER("") {
        @Override
        Map<String, String> meanings() {
            return Map.of();
        }
    };

    private static final String OWN_AGENCY = "4";

    private final String word;

    HandlingScheme(String word) {
        this.word = word;
    }

    /** The scheme a case names: {@code 5x5x5}, {@code 4x4}, {@code 3x5x2}; anything else is {@link #OTHER}. */
    public static HandlingScheme named(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('\u00d7', 'x').replaceAll("\\s", "");
        return Arrays.stream(values())
                .filter(scheme -> !scheme.word.isEmpty() && scheme.word.equals(plain))
                .findFirst()
                .orElse(OTHER);
    }

    /** The scheme of a case. */
    public static HandlingScheme of(CaseFacts facts) {
        return named(facts.value("grading scheme"));
    }

    /** The audiences by their codes, with what each means; empty where the scheme is not known. */
    abstract Map<String, String> meanings();

    /** Whom something of a case can be for, as handling codes; where the scheme is not known, those that were used. */
    public List<String> audiences(CaseGraph graph) {
        if (!meanings().isEmpty()) {
            return List.copyOf(meanings().keySet());
        }
        CaseFacts facts = new CaseFacts(graph);
        Set<String> used = new TreeSet<>();
        graph.sources().forEach(s -> used.addAll(codes(facts.gradesOf(s.id()).handling())));
        graph.claims().forEach(c -> used.addAll(codes(facts.gradesOf(c).handling())));
        return List.copyOf(used);
    }

    boolean releases(Set<String> codes, String audience) {
        return codes.contains(audience);
    }

    /** Whether something with this handling, as written, may go to an audience. Ungraded goes to nobody. */
    public boolean releases(String handling, String audience) {
        return releases(codes(handling), code(audience));
    }

    /** What an audience is, in words. */
    public String meaning(String audience) {
        return meanings().getOrDefault(code(audience), "handling code " + audience);
    }

    /**
     * Makes sure that an audience is one of the scheme's.
     *
     * @throws ReleaseException when it is not
     */
    public void requireAudience(String audience) {
        if (!meanings().isEmpty() && !meanings().containsKey(code(audience))) {
            throw new ReleaseException(
                    "audience " + audience + ": the case is graded " + word + ", whose audiences are "
                            + meanings().entrySet().stream()
                                    .map(e -> e.getKey() + " (" + e.getValue() + ")")
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static Set<String> codes(String handling) {
        return Arrays.stream(handling.split("[;,/\\s]+"))
                .map(HandlingScheme::code)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String code(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** All schemes whose codes are known, for help texts. */
    public static List<String> words() {
        return Arrays.stream(values())
                .map(s -> s.word)
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
