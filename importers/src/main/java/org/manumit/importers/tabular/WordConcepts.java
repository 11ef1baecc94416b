package org.manumit.importers.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of headers and codes speak of: "Celulă apelat" of a cell and of the called party. Headers of many
 * languages and operators are few words in many combinations; knowing the words, a combination nobody listed is understood. A word is
 * known as it stands, by its beginning ({@code abonent*}), or by its end ({@code *zelle}). In scripts without blanks words
 * are found one after the other. A word that may say nothing (listed under {@code -} and something else: "operation" in
 * "date of the operation") counts where no other says more. Immutable.
 */
public final class WordConcepts {

    /** Concept of words that say nothing: units, articles, "call". */
    static final String NOTHING = "-";

    /** Concept of all words for number, which {@link HeaderText} makes one. */
    private static final String NUMBER = "number";

    private static final int LONGEST = 4;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{]([^)\\]}]*)[)\\]}]");

    /** What a text speaks of, and how many of its words are not known. */
    record Reading(Set<String> concepts, int unknown) {
        /** Copies the concepts. */
        Reading {
            concepts = Set.copyOf(concepts);
        }
    }

    private final Function<String, List<String>> words;
    private final Map<String, Set<String>> whole = new HashMap<>();
    private final Map<String, Set<String>> beginnings = new HashMap<>();
    private final Map<String, Set<String>> ends = new HashMap<>();

    private WordConcepts(List<String> lines, Function<String, List<String>> words) {
        this.words = words;
        for (String line : lines) {
            int colon = line.indexOf(':');
            Set<String> concepts = concepts(line.substring(0, colon));
            for (String entry : line.substring(colon + 1).split("\\|", -1)) {
                add(entry.strip(), concepts);
            }
        }
        whole.putIfAbsent(NUMBER, Set.of(NUMBER));
    }

    /**
     * The words of headers.
     *
     * @param lines concepts separated by blanks, a colon, words separated by {@code |}
     */
    static WordConcepts ofHeaders(List<String> lines) {
        return new WordConcepts(lines, HeaderText::words);
    }

    /**
     * The words that cells hold, from a text beside {@code owner}: a line each for a concept, opened by {@code @} as in a
     * vocabulary of columns.
     */
    public static WordConcepts ofCells(Class<?> owner, String name) {
        List<String> lines = ColumnVocabulary.lines(owner, name).stream()
                .filter(line -> line.startsWith("@"))
                .map(line -> line.substring(1))
                .toList();
        return new WordConcepts(
                lines, text -> Arrays.asList(HeaderText.plain(text).split(" ", -1)));
    }

    private void add(String entry, Set<String> concepts) {
        String word = String.join(" ", words.apply(entry.replace('*', ' ')));
        if (word.isEmpty()) {
            return;
        }
        Map<String, Set<String>> kind = entry.endsWith("*") ? beginnings : entry.startsWith("*") ? ends : whole;
        kind.merge(word, concepts, WordConcepts::both);
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** The concepts named in a list with blanks between. */
    static Set<String> concepts(String list) {
        return new TreeSet<>(Arrays.asList(list.strip().split("\\s+", -1)));
    }

    /** What the words of a cell speak of. */
    public Set<String> in(String cell) {
        return of(words.apply(cell)).concepts();
    }

    /**
     * What a header speaks of; what stands in brackets ("amount (credit)") counts where all of it is known, or where
     * nothing stands outside.
     */
    Reading read(String header) {
        List<String> outside = words.apply(header.replaceAll("[(\\[{][^)\\]}]*[)\\]}]", " "));
        if (outside.isEmpty()) {
            return of(words.apply(header));
        }
        Reading reading = of(outside);
        StringBuilder brackets = new StringBuilder();
        Matcher matcher = BRACKETS.matcher(header);
        while (matcher.find()) {
            brackets.append(matcher.group(1)).append(' ');
        }
        Reading inside = of(words.apply(brackets.toString()));
        return inside.unknown() > 0 || inside.concepts().isEmpty()
                ? reading
                : new Reading(both(reading.concepts(), inside.concepts()), reading.unknown());
    }

    private Reading of(List<String> text) {
        List<String> apart = new ArrayList<>();
        for (String word : text) {
            apart.addAll(whole.containsKey(word) ? List.of(word) : Unspaced.words(word, whole.keySet()));
        }
        Set<String> concepts = new TreeSet<>();
        Set<String> perhaps = new TreeSet<>();
        int unknown = 0;
        int at = 0;
        while (at < apart.size()) {
            int taken = 0;
            for (int length = Math.min(LONGEST, apart.size() - at); length > 0 && taken == 0; length--) {
                Set<String> found = meaning(apart.subList(at, at + length));
                if (!found.isEmpty()) {
                    (found.contains(NOTHING) ? perhaps : concepts).addAll(found);
                    taken = length;
                }
            }
            unknown += taken == 0 && !isNumber(apart.get(at)) ? 1 : 0;
            at += Math.max(1, taken);
        }
        perhaps.remove(NOTHING);
        return new Reading(concepts.isEmpty() ? perhaps : concepts, unknown);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private Set<String> meaning(List<String> run) {
        String text = String.join(" ", run);
        Set<String> found = whole.get(text);
        if (found != null) {
            return found;
        }
        Set<String> begun = Set.of();
        for (int end = text.length(); end > 2 && begun.isEmpty(); end--) {
            found = beginnings.get(text.substring(0, end));
            begun = found != null && text.indexOf(' ', end) < 0 ? found : begun;
        }
        // "Buchungswährung": a beginning that says nothing leaves it to the end of the word.
        if (run.size() == 1 && (begun.isEmpty() || begun.equals(Set.of(NOTHING)))) {
            for (int start = 1; start < text.length() - 2; start++) {
                found = ends.get(text.substring(start));
                if (found != null) {
                    return found;
                }
            }
        }
        return begun;
    }

    /** The patterns of entries of a vocabulary: {@code {a cell}}, {@code {a own? number?}} with and without the asked ones. */
    static Set<Set<String>> patterns(List<String> entries) {
        Set<Set<String>> patterns = new HashSet<>();
        for (String entry : entries) {
            Set<Set<String>> grown = new HashSet<>(Set.of(Set.of()));
            for (String concept : concepts(entry.substring(1, entry.length() - 1))) {
                boolean asked = concept.endsWith("?");
                Set<String> more = Set.of(asked ? concept.substring(0, concept.length() - 1) : concept);
                Set<Set<String>> with = new HashSet<>(asked ? grown : Set.of());
                grown.forEach(pattern -> with.add(both(pattern, more)));
                grown = with;
            }
            patterns.addAll(grown);
        }
        return patterns;
    }
}
