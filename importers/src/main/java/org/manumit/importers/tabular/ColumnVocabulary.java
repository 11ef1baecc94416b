package org.manumit.importers.tabular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.value.DateOrder;
import org.manumit.importers.tabular.value.DurationReading;

/**
 * The meanings that the columns of one kind of table can have, and the headers that people give them. Immutable.
 *
 * <p>Written as text: a line {@code key : SHAPE} opens a meaning, the lines below it, indented, list headers separated
 * by {@code |} in any language and spelling; {@code #} starts a comment. Lines that open with {@code @} say what single
 * words speak of; {@code {called cell}} among the headers then stands for all headers that speak of just these.
 */
public final class ColumnVocabulary {

    /**
     * One meaning.
     *
     * @param key its name in mappings: {@code start}, {@code caller}
     * @param shape what its values must look like
     * @param headers headers in comparable form
     * @param patterns what headers of it speak of, word by word
     */
    public record Meaning(String key, ValueShape shape, Set<String> headers, Set<Set<String>> patterns) {
        /** Copies both. */
        public Meaning {
            headers = Set.copyOf(headers);
            patterns = Set.copyOf(patterns);
        }

        /** Whether some header of it speaks of all this. */
        private boolean bears(Set<String> concepts) {
            return patterns.isEmpty() || patterns.stream().anyMatch(p -> p.containsAll(concepts));
        }
    }

    /** A header made ready to be compared. */
    record Header(String comparable, String outside, WordConcepts.Reading speaks) {}

    /** Headers that say something when they stand alone, and nothing as one word among others. */
    private static final Set<String> GENERIC = Set.of(
            "number",
            "user",
            "line",
            "from",
            "to",
            "other",
            "site",
            "service",
            "event",
            "kind",
            "type",
            "typ",
            "tip",
            "tipo",
            "time",
            "date",
            "data",
            "datum",
            "day",
            "name",
            "code",
            "account",
            "end",
            "value",
            "source",
            "target",
            "art",
            "number account",
            "status",
            "text",
            "reference");

    /** A hint for amounts: those without a minus were paid out, as card companies list what was spent. */
    public static final String PLUS_IS_OUT = "plus is out";

    private final Map<String, Meaning> meanings;
    private final Map<String, List<Meaning>> exact = new HashMap<>();
    private final WordConcepts concepts;

    private ColumnVocabulary(Map<String, Meaning> meanings, WordConcepts concepts) {
        this.meanings = meanings;
        this.concepts = concepts;
        for (Meaning meaning : meanings.values()) {
            for (String header : meaning.headers()) {
                exact.computeIfAbsent(header, h -> new ArrayList<>()).add(meaning);
            }
        }
    }

    /** Reads the vocabulary that lies beside {@code owner} under {@code name}. */
    public static ColumnVocabulary of(Class<?> owner, String name) {
        return parse(lines(owner, name));
    }

    /** The lines of a text that lies beside {@code owner}. */
    static List<String> lines(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no vocabulary " + name + " beside " + owner.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ColumnVocabulary parse(List<String> lines) {
        Map<String, ValueShape> shapes = new LinkedHashMap<>();
        Map<String, Set<String>> headers = new LinkedHashMap<>();
        Map<String, List<String>> patterns = new HashMap<>();
        List<String> words = new ArrayList<>();
        String key = "";
        for (String line : lines) {
            int comment = line.indexOf('#');
            String text = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
            if (text.isBlank()) {
                continue;
            }
            if (text.charAt(0) == '@') {
                words.add(text.substring(1));
            } else if (Character.isWhitespace(text.charAt(0))) {
                Set<String> known = headers.get(key);
                if (known == null) {
                    throw new IllegalStateException("headers before the first meaning: " + text);
                }
                for (String header : text.split("\\|", -1)) {
                    if (header.strip().startsWith("{")) {
                        patterns.computeIfAbsent(key, k -> new ArrayList<>()).add(header.strip());
                        continue;
                    }
                    String comparable = HeaderText.comparable(header);
                    if (!comparable.isEmpty()) {
                        known.add(comparable);
                    }
                }
            } else {
                int colon = text.indexOf(':');
                if (colon < 0) {
                    throw new IllegalStateException("a meaning is written 'key : SHAPE', not: " + text);
                }
                key = text.substring(0, colon).strip();
                shapes.put(
                        key,
                        ValueShape.valueOf(text.substring(colon + 1).strip().toUpperCase(Locale.ROOT)));
                headers.put(key, new HashSet<>());
            }
        }
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        shapes.forEach((k, shape) -> meanings.put(
                k,
                new Meaning(
                        k,
                        shape,
                        headers.getOrDefault(k, Set.of()),
                        WordConcepts.patterns(patterns.getOrDefault(k, List.of())))));
        return new ColumnVocabulary(meanings, WordConcepts.ofHeaders(words));
    }

    /** All meanings, in the order of writing. */
    public List<Meaning> meanings() {
        return List.copyOf(meanings.values());
    }

    /** All meanings with the ways in which their values can be read, for the user to choose from. */
    public List<SourceImporter.Meaning> choices() {
        return meanings.values().stream()
                .map(meaning -> new SourceImporter.Meaning(meaning.key(), hints(meaning.shape())))
                .toList();
    }

    private static List<String> hints(ValueShape shape) {
        return switch (shape) {
            case MOMENT ->
                Arrays.stream(DateOrder.values()).map(DateOrder::words).toList();
            case DURATION ->
                Arrays.stream(DurationReading.Unit.values())
                        .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                        .toList();
            case AMOUNT -> List.of("comma", "point", PLUS_IS_OUT);
            case LATITUDE, LONGITUDE -> List.of("comma", "point");
            case TIME, PARTY, NODE, EQUIPMENT, POSITION, CODE, TEXT -> List.of();
        };
    }

    /** The meaning of a key. */
    public Optional<Meaning> meaning(String key) {
        return Optional.ofNullable(meanings.get(key));
    }

    /** Makes a header ready to be compared. */
    Header header(String text) {
        return new Header(
                HeaderText.comparable(text),
                HeaderText.comparable(text.replaceAll("[(\\[{][^)\\]}]*[)\\]}]", " ")),
                concepts.read(text));
    }

    /** The same of a header as it stands. */
    int score(String header, Meaning meaning) {
        return score(header(header), meaning);
    }

    /**
     * How well a header says a meaning, from 0 (not at all) to 100 (a header listed word for word). A header whose words
     * speak of just what the meaning is about scores less, and less with each word that is not known; one that contains
     * a listed one ("Dauer (Sek.)") scores between, the more of it is covered the higher, unless it speaks of something
     * that no header of the meaning speaks of: the end of a call is not its time.
     */
    int score(Header header, Meaning meaning) {
        String comparable = header.comparable();
        if (comparable.isEmpty()) {
            return 0;
        }
        if (meaning.headers().contains(comparable)) {
            return 100;
        }
        if (!header.outside().isEmpty() && meaning.headers().contains(header.outside())) {
            return 95;
        }
        WordConcepts.Reading speaks = header.speaks();
        if (meaning.patterns().contains(speaks.concepts())) {
            return Math.max(0, 94 - 12 * speaks.unknown());
        }
        if (!meaning.bears(speaks.concepts())) {
            return 0;
        }
        int best = 0;
        int length = comparable.length();
        for (String listed : meaning.headers()) {
            if (listed.length() < 3 || listed.length() >= length || GENERIC.contains(listed)) {
                continue;
            }
            int at = (" " + comparable + " ").indexOf(" " + listed + " ");
            if (at >= 0) {
                best = Math.max(best, 40 + 45 * listed.length() / length);
            } else if (listed.length() >= 5 && listed.indexOf(' ') < 0 && compound(comparable, listed)) {
                best = Math.max(best, 30 + 30 * listed.length() / length);
            }
        }
        return best;
    }

    /** German and Dutch join words: Anrufdauer ends in Dauer. */
    private static boolean compound(String comparable, String listed) {
        for (String word : comparable.split(" ", -1)) {
            if (word.length() > listed.length() + 2 && word.endsWith(listed)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line of text speaks of what a meaning is about, besides whatever else it says. */
    public boolean names(String line, String key) {
        Set<String> spoken = concepts.read(line).concepts();
        Meaning meaning = meanings.get(key);
        return meaning != null && meaning.patterns().stream().anyMatch(spoken::containsAll);
    }

    /** Whether some word of a header speaks of a concept. */
    public boolean speaksOf(String header, String concept) {
        return concepts.read(header).concepts().contains(concept);
    }

    /** Whether two cells or more of the row, and most of them, are headers of this vocabulary. */
    public boolean namesSeveral(Row row) {
        int found = headersIn(row);
        return found >= 2 && found * 2 > row.filled();
    }

    /** How many cells of the row are headers of this vocabulary, word for word or nearly. */
    int headersIn(Row row) {
        int found = 0;
        for (int column = 0; column < row.size(); column++) {
            String cell = row.value(column);
            if (cell.isEmpty() || cell.length() > 60) {
                continue;
            }
            Header header = header(cell);
            boolean known = exact.containsKey(header.comparable());
            if (!known) {
                for (Meaning meaning : meanings.values()) {
                    known |= score(header, meaning) >= 60;
                }
            }
            if (known) {
                found++;
            }
        }
        return found;
    }
}
