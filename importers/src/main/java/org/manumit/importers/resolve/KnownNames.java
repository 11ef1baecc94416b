package org.manumit.importers.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.query.Actors;
import org.manumit.importers.resolve.Spelling.Nearness;
import org.manumit.importers.resolve.TextWord.Capital;

/**
 * The people, organisations, premises and places that a case knows by name, and where a text speaks of them. Finds names
 * and aliases whatever case, accents and alphabet, with the endings that names take in the languages of Europe, with the
 * surname first, and parts of people's names, which say less. Immutable; safe for use from several threads.
 *
 * <p>The text is read once; each word is compared with the names whose first word begins alike, so the cost grows with
 * the text, and hardly with the case.
 */
public final class KnownNames {

    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_ALONE = 3;
    private static final int LONGEST_GAP = 4;
    private static final int LONGEST_NAME = 8;
    private static final int KEY = 2;
    private static final int LONGEST_FORM = 5;

    /** What a name is a name of. */
    public enum Sort {
        PERSON,
        ORGANISATION,
        PREMISES,
        /** A place that claims name and that is nothing in the graph by itself. */
        PLACE
    }

    /** How much of a name stands in the text. */
    public enum Extent {
        /** The name or alias, word by word. */
        WHOLE,
        /** First and last word of it, another name between them. */
        WITH_ANOTHER_BETWEEN,
        /** First and last word of it, without those between. */
        WITHOUT_THOSE_BETWEEN,
        /** The last word of a person's name alone. */
        SURNAME,
        /** Another word of a person's name alone. */
        FIRST_NAME
    }

    /** How it is written. */
    public enum Writing {
        AS_KNOWN,
        DECLINED,
        OTHER_SPELLING
    }

    /**
     * A name found in a text.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param sort what it is a name of
     * @param bearers whose name it is, in the order of the case; none for a place
     * @param name the name as the case knows it
     * @param origin what the case gives it as
     * @param wordCount how many words of the text it takes
     * @param extent how much of the name it is
     * @param writing how it is written
     * @param capital how its first word begins
     */
    public record Hit(
            int start,
            int end,
            Sort sort,
            List<EntityId> bearers,
            String name,
            Origin origin,
            int wordCount,
            Extent extent,
            Writing writing,
            Capital capital) {
        public Hit {
            bearers = List.copyOf(bearers);
        }
    }

    /** What the case gives a name as. */
    public enum Origin {
        NAME,
        ALIAS
    }

    private record NameWord(String folded, String sound) {}

    private static final class Known {
        private final Sort sort;
        private final String name;
        private final Origin origin;
        private final List<NameWord> words;
        private final Extent extent;
        private final Set<EntityId> bearers = new LinkedHashSet<>();

        Known(Sort sort, String name, Origin origin, List<NameWord> words, Extent extent) {
            this.extent = extent;
            this.sort = sort;
            this.name = name;
            this.origin = origin;
            this.words = words;
        }
    }

    private static final Set<String> LEGAL_FORMS = Set.of(
            "srl",
            "sa",
            "sas",
            "spa",
            "snc",
            "gmbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "ltd",
            "limited",
            "llc",
            "plc",
            "inc",
            "bv",
            "nv",
            "sarl",
            "sl",
            "slu",
            "doo",
            "ood",
            "eood",
            "ad",
            "ead",
            "kft",
            "zrt",
            "bt",
            "sro",
            "as",
            "oy",
            "ab",
            "aps",
            "uab",
            "sia",
            "ou",
            "ooo",
            "oao",
            "zao",
            "tov",
            "spzoo",
            "lda",
            "unipessoal",
            "pfa",
            "sc",
            "co",
            "company");

    private static final Set<String> STREETS = Set.of(
            "str",
            "strada",
            "strasse",
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "av",
            "via",
            "viale",
            "corso",
            "piazza",
            "calle",
            "avenida",
            "rua",
            "rue",
            "boulevard",
            "bd",
            "bulevardul",
            "bulevard",
            "bul",
            "ul",
            "ulica",
            "ulitsa",
            "utca",
            "ut",
            "ter",
            "nr",
            "no",
            "number",
            "numarul",
            "flat",
            "apt",
            "ap",
            "bl",
            "bloc",
            "sc",
            "et",
            "house",
            "plac",
            "pl",
            "aleja",
            "al",
            "trg",
            "namesti",
            "calea",
            "soseaua",
            "sos",
            "laan",
            "straat",
            "weg",
            "platz",
            "allee",
            "apartment",
            "building");

    private final Map<String, List<Known>> byFirst = new HashMap<>();
    private final Map<String, List<Known>> bySurname = new HashMap<>();
    private final Map<String, List<Known>> byFirstName = new HashMap<>();

    private KnownNames(CaseGraph graph) {
        Map<String, Known> all = new LinkedHashMap<>();
        Map<String, Known> surnames = new LinkedHashMap<>();
        Map<String, Known> firstNames = new LinkedHashMap<>();
        for (Entity entity : graph.entities()) {
            if (entity.kind() == EntityKind.PERSON) {
                person(all, surnames, firstNames, entity.label(), Origin.NAME, entity.id());
            } else if (entity.kind() == EntityKind.ORGANISATION) {
                organisation(all, entity.label(), Origin.NAME, entity.id());
            }
        }
        for (Claim claim : graph.claims()) {
            switch (claim.type()) {
                case PERSON, ORGANISATION -> {
                    Optional<Entity> subject = claim.first(Part.SUBJECT).flatMap(graph::entity);
                    subject.ifPresent(entity -> {
                        for (String name : Actors.namesIn(claim)) {
                            Origin origin = name.equals(claim.value("name").strip()) ? Origin.NAME : Origin.ALIAS;
                            if (entity.kind() == EntityKind.PERSON) {
                                person(all, surnames, firstNames, name, origin, entity.id());
                            } else {
                                organisation(all, name, origin, entity.id());
                            }
                        }
                    });
                }
                case PREMISES -> {
                    claim.first(Part.SUBJECT).ifPresent(id -> address(all, claim.value("address"), id));
                    place(all, claim.value("city"));
                }
                default -> {
                    for (String column : List.of("place", "from place", "to place", "city")) {
                        place(all, claim.value(column));
                    }
                }
            }
        }
        all.values().forEach(known -> index(byFirst, known));
        surnames.values().forEach(known -> index(bySurname, known));
        firstNames.values().forEach(known -> index(byFirstName, known));
    }

    /** The names of a case. */
    public static KnownNames of(CaseGraph graph) {
        return new KnownNames(graph);
    }

    private static void index(Map<String, List<Known>> into, Known known) {
        into.computeIfAbsent(key(known.words.getFirst().sound()), k -> new ArrayList<>())
                .add(known);
    }

    private static String key(String sound) {
        return sound.substring(0, Math.min(KEY, sound.length()));
    }

    private static void person(
            Map<String, Known> all,
            Map<String, Known> surnames,
            Map<String, Known> firstNames,
            String name,
            Origin origin,
            EntityId bearer) {
        int comma = name.indexOf(',');
        boolean turned = comma > 0 && comma == name.lastIndexOf(',') && comma < name.length() - 1;
        List<NameWord> words = words(turned ? name.substring(comma + 1) + " " + name.substring(0, comma) : name);
        if (!isName(words)) {
            return;
        }
        add(all, Sort.PERSON, name, origin, words, bearer);
        if (words.size() < 2) {
            return;
        }
        List<NameWord> surnameFirst = new ArrayList<>();
        surnameFirst.add(words.getLast());
        surnameFirst.addAll(words.subList(0, words.size() - 1));
        add(all, Sort.PERSON, name, origin, surnameFirst, bearer);
        if (words.size() > 2) {
            add(
                    all,
                    Sort.PERSON,
                    name,
                    origin,
                    List.of(words.getFirst(), words.getLast()),
                    Extent.WITHOUT_THOSE_BETWEEN,
                    bearer);
        }
        for (int i = 0; i < words.size(); i++) {
            NameWord word = words.get(i);
            if (word.folded().length() >= SHORTEST_PART && word.folded().chars().noneMatch(Character::isDigit)) {
                add(i == words.size() - 1 ? surnames : firstNames, Sort.PERSON, name, origin, List.of(word), bearer);
            }
        }
    }

    private static void organisation(Map<String, Known> all, String name, Origin origin, EntityId bearer) {
        String joined = name.replaceAll("(?<=\\b\\p{L})\\.(?=\\s?\\p{L}\\b)", "");
        List<NameWord> words = new ArrayList<>(words(joined));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast().folded())) {
            words.removeLast();
        }
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getFirst().folded())) {
            words.removeFirst();
        }
        if (isName(words)) {
            add(all, Sort.ORGANISATION, name, origin, words, bearer);
        }
    }

    private static void address(Map<String, Known> all, String address, EntityId premises) {
        List<NameWord> words = words(address).stream()
                .filter(word -> !STREETS.contains(word.folded()))
                .toList();
        boolean street = words.stream()
                .anyMatch(w -> w.folded().length() > SHORTEST_PART
                        && Character.isLetter(w.folded().charAt(0)));
        boolean number =
                words.stream().anyMatch(w -> Character.isDigit(w.folded().charAt(0)));
        if (street && words.size() <= LONGEST_NAME && (number || words.size() > 1)) {
            add(all, Sort.PREMISES, address, Origin.NAME, words, premises);
        }
    }

    private static void place(Map<String, Known> all, String written) {
        for (String place : written.split("[;/]", -1)) {
            String plain = place.replace("?", "").strip();
            List<NameWord> words = words(plain);
            if (isName(words) && Character.isUpperCase(plain.codePointAt(0)) && words.size() <= LONGEST_NAME) {
                all.computeIfAbsent(
                        Sort.PLACE + spelled(words),
                        k -> new Known(Sort.PLACE, plain, Origin.NAME, words, Extent.WHOLE));
            }
        }
    }

    private static boolean isName(List<NameWord> words) {
        return !words.isEmpty()
                && words.size() <= LONGEST_NAME
                && words.stream()
                        .anyMatch(w -> w.folded().length() >= SHORTEST_ALONE
                                && Character.isLetter(w.folded().charAt(0)));
    }

    private static void add(
            Map<String, Known> all, Sort sort, String name, Origin origin, List<NameWord> words, EntityId bearer) {
        add(all, sort, name, origin, words, Extent.WHOLE, bearer);
    }

    private static void add(
            Map<String, Known> all,
            Sort sort,
            String name,
            Origin origin,
            List<NameWord> words,
            Extent extent,
            EntityId bearer) {
        all.computeIfAbsent(
                        sort + "/" + extent + spelled(words),
                        k -> new Known(sort, name, origin, List.copyOf(words), extent))
                .bearers
                .add(bearer);
    }

    private static String spelled(List<NameWord> words) {
        StringBuilder spelled = new StringBuilder();
        words.forEach(word -> spelled.append('/').append(word.folded()));
        return spelled.toString();
    }

    private static List<NameWord> words(String name) {
        return TextWords.of(name).words().stream()
                .filter(word -> !word.folded().isEmpty())
                .map(word -> new NameWord(word.folded(), word.sound()))
                .toList();
    }

    /** The names that stand in a text, none overlapping another; whole names before parts, long before short. */
    public List<Hit> find(TextWords text) {
        List<Hit> hits = new ArrayList<>();
        List<TextWord> words = text.words();
        for (int i = 0; i < words.size(); i++) {
            TextWord word = words.get(i);
            if (word.folded().isEmpty()) {
                continue;
            }
            String key = key(word.sound());
            for (Known known : byFirst.getOrDefault(key, List.of())) {
                whole(text, i, known).ifPresent(hits::add);
            }
            if (word.capital() != Capital.SMALL) {
                for (Known known : bySurname.getOrDefault(key, List.of())) {
                    part(word, known, Extent.SURNAME).ifPresent(hits::add);
                }
                for (Known known : byFirstName.getOrDefault(key, List.of())) {
                    part(word, known, Extent.FIRST_NAME).ifPresent(hits::add);
                }
            }
        }
        return apart(hits);
    }

    private static Optional<Hit> part(TextWord word, Known known, Extent extent) {
        NameWord part = known.words.getFirst();
        Nearness near = Spelling.nearness(part.folded(), part.sound(), word);
        return near == Nearness.NONE
                        || (near != Nearness.SAME
                                && extent == Extent.FIRST_NAME
                                && part.folded().length() < 4)
                ? Optional.empty()
                : Optional.of(hit(known, word.start(), word.end(), 1, extent, writing(near), word.capital()));
    }

    private static Writing writing(Nearness near) {
        return switch (near) {
            case SAME, NONE -> Writing.AS_KNOWN;
            case DECLINED -> Writing.DECLINED;
            case OTHER_SPELLING -> Writing.OTHER_SPELLING;
        };
    }

    private static Hit hit(
            Known known, int start, int end, int words, Extent extent, Writing writing, Capital capital) {
        return new Hit(
                start,
                end,
                known.sort,
                List.copyOf(known.bearers),
                known.name,
                known.origin,
                words,
                extent,
                writing,
                capital);
    }

    private static Optional<Hit> whole(TextWords text, int first, Known known) {
        List<TextWord> words = text.words();
        Writing worst = Writing.AS_KNOWN;
        Extent extent = known.extent;
        int at = first;
        int end = first;
        for (int w = 0; w < known.words.size(); w++) {
            int next = at;
            if (w > 0) {
                next = joined(text, at - 1, at, known.sort) ? at : -1;
                if (next >= 0 && known.sort == Sort.PREMISES) {
                    next = skipStreetWords(text, next);
                }
            }
            @Nullable Nearness near = next < 0 || next >= words.size() ? null : near(known, w, words.get(next));
            if (near == null && w > 0 && next >= 0 && mayStandBetween(text, next, known, w)) {
                next++;
                extent = Extent.WITH_ANOTHER_BETWEEN;
                near = near(known, w, words.get(next));
            }
            if (near == null) {
                return Optional.empty();
            }
            if (writing(near).compareTo(worst) > 0) {
                worst = writing(near);
            }
            end = next;
            at = next + 1;
        }
        TextWord begin = words.get(first);
        boolean alone = known.words.size() == 1;
        if (alone
                && (begin.capital() == Capital.SMALL
                        || known.words.getFirst().folded().length() < SHORTEST_ALONE)) {
            return Optional.empty();
        }
        if (worst != Writing.AS_KNOWN && begin.capital() == Capital.SMALL) {
            return Optional.empty();
        }
        int from = known.sort == Sort.PREMISES ? fromStreetWord(text, first) : first;
        int to = known.sort == Sort.ORGANISATION ? toLegalForm(text, end) : end;
        return Optional.of(hit(
                known, words.get(from).start(), words.get(to).end(), end - first + 1, extent, worst, begin.capital()));
    }

    private static @Nullable Nearness near(Known known, int w, TextWord word) {
        NameWord name = known.words.get(w);
        boolean exactly = known.sort == Sort.PREMISES
                || name.folded().chars().anyMatch(Character::isDigit)
                // of a firm's name the last word at most is declined
                || (known.sort == Sort.ORGANISATION && w < known.words.size() - 1);
        Nearness near = Spelling.nearness(name.folded(), name.sound(), word);
        return near == Nearness.NONE || (exactly && near != Nearness.SAME) ? null : near;
    }

    /** A second first name, between the first word of a person's name and the last. */
    private static boolean mayStandBetween(TextWords text, int between, Known known, int w) {
        List<TextWord> words = text.words();
        return known.sort == Sort.PERSON
                && known.words.size() == 2
                && w == 1
                && between + 1 < words.size()
                && words.get(between).capital() == Capital.PROPER
                && words.get(between).folded().length() > 1
                && joined(text, between, between + 1, known.sort);
    }

    private static boolean joined(TextWords text, int one, int next, Sort sort) {
        if (next >= text.words().size()) {
            return false;
        }
        int from = text.words().get(one).end();
        int to = text.words().get(next).start();
        if (to - from > LONGEST_GAP) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.text().charAt(i);
            boolean comma = c == ',' && (sort == Sort.PERSON || sort == Sort.PREMISES);
            if (c != ' ' && c != '\u00a0' && c != '-' && c != '.' && c != '\n' && c != '\t' && c != '&' && !comma) {
                return false;
            }
        }
        return true;
    }

    private static int skipStreetWords(TextWords text, int at) {
        int next = at;
        while (next + 1 < text.words().size()
                && STREETS.contains(text.words().get(next).folded())
                && joined(text, next, next + 1, Sort.PREMISES)) {
            next++;
        }
        return next;
    }

    /** "Str. Florilor 12" begins with its street, whether or not the case writes that word. */
    private static int fromStreetWord(TextWords text, int first) {
        int from = first;
        while (from > 0
                && STREETS.contains(text.words().get(from - 1).folded())
                && joined(text, from - 1, from, Sort.PREMISES)) {
            from--;
        }
        return from;
    }

    /** SRL and S.R.L. alike. */
    private static int toLegalForm(TextWords text, int end) {
        StringBuilder letters = new StringBuilder();
        int form = end;
        for (int at = end + 1; at < text.words().size() && at <= end + LONGEST_FORM; at++) {
            TextWord word = text.words().get(at);
            if (word.capital() == Capital.SMALL || !joined(text, at - 1, at, Sort.ORGANISATION)) {
                break;
            }
            letters.append(word.folded());
            if (LEGAL_FORMS.contains(letters.toString())) {
                form = at;
            }
            if (word.folded().length() > 1) {
                break;
            }
        }
        return form;
    }

    /** Of hits that overlap the best stay; equal ones of several bearers become one. */
    private static List<Hit> apart(List<Hit> hits) {
        List<Hit> best = new ArrayList<>(hits);
        best.sort(Comparator.comparing((Hit h) -> h.extent())
                .thenComparing(Comparator.comparingInt(Hit::wordCount).reversed())
                .thenComparing(Hit::writing)
                .thenComparing(Hit::sort)
                .thenComparingInt(Hit::start));
        List<Hit> kept = new ArrayList<>();
        Map<Integer, Integer> ownerOfStart = new HashMap<>();
        TreeMap<Integer, Integer> taken = new TreeMap<>();
        for (Hit hit : best) {
            Map.@Nullable Entry<Integer, Integer> before = taken.lowerEntry(hit.end());
            boolean free = before == null || before.getValue() <= hit.start();
            if (free) {
                taken.put(hit.start(), hit.end());
                ownerOfStart.put(hit.start(), kept.size());
                kept.add(hit);
                continue;
            }
            @Nullable Integer at = ownerOfStart.get(hit.start());
            if (at != null) {
                Hit same = kept.get(at);
                if (same.end() == hit.end()
                        && same.sort() == hit.sort()
                        && same.extent() == hit.extent()
                        && same.writing() == hit.writing()) {
                    Set<EntityId> bearers = new LinkedHashSet<>(same.bearers());
                    bearers.addAll(hit.bearers());
                    kept.set(
                            at,
                            new Hit(
                                    same.start(),
                                    same.end(),
                                    same.sort(),
                                    List.copyOf(bearers),
                                    same.name(),
                                    same.origin(),
                                    same.wordCount(),
                                    same.extent(),
                                    same.writing(),
                                    same.capital()));
                }
            }
        }
        kept.sort(Comparator.comparingInt(Hit::start));
        return List.copyOf(kept);
    }
}
