package org.manumit.graph.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;

/**
 * What victims and their things are called in anything that leaves the program: {@code Victim 1}, {@code Victim 1,
 * number 2}. Victims are numbered in the order in which the sources first call them so, so that further imports only
 * add to the list; a pseudonym says nothing of nationality, age or gender. Immutable; safe for use from several threads.
 *
 * <p>{@link #redact} finds names, aliases and parts of names as spelled in the case (whatever case and accents) and
 * numbers however they are spaced or prefixed; it cannot find what the case does not hold: nicknames, inflected forms,
 * misspellings.
 */
public final class Pseudonyms {

    private static final int LONGEST_NAME = 8;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_SUBSCRIBER_NUMBER = 7;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{Mn}'\u2019]*");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\d(?:[ \\u00a0().\\-/]{0,2}\\d)++");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Z0-9](?:[ \\u00a0.\\-]?[A-Z0-9]){3,}");

    /** Of somebody who is not a victim: their name must survive though a victim shares a part of it. */
    private static final String UNTOUCHED = "";

    private final Map<Integer, String> byEntity = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> subscriberNumbers = new HashMap<>();
    private final Map<String, String> identifiers = new HashMap<>();

    private Pseudonyms(CaseGraph graph, Actors actors, Victims victims) {
        int number = 0;
        for (Victims.Victim victim : victims.all()) {
            int described = actors.actorOf(victim.entity());
            @Nullable String known = byEntity.get(described);
            if (known == null) {
                known = "Victim " + ++number;
                byEntity.put(described, known);
            }
            byEntity.put(victim.entity(), known);
        }
        for (int victim : victims.entities().toArray()) {
            String name = pseudonym(victim).orElseThrow();
            for (EntityKind kind : EntityKind.values()) {
                int[] things = actors.thingsOf(victim, kind);
                for (int i = 0; i < things.length; i++) {
                    Optional<String> word = word(kind);
                    if (word.isPresent()) {
                        byEntity.putIfAbsent(things[i], name + ", " + word.get() + " " + (i + 1));
                    }
                }
            }
        }
        learnNames(graph);
        for (Map.Entry<Integer, String> entry : byEntity.entrySet()) {
            Entity entity = graph.entity(entry.getKey());
            if (!entity.kind().isActor()) {
                learnNumber(entity, entry.getValue());
            }
        }
        learnTold(graph);
    }

    /** Pseudonyms for the victims of a case. */
    public static Pseudonyms of(CaseGraph graph) {
        Actors actors = Actors.of(graph);
        return of(graph, actors, Victims.of(graph, actors));
    }

    /** Pseudonyms for the victims of a case. */
    public static Pseudonyms of(CaseGraph graph, Actors actors, Victims victims) {
        return new Pseudonyms(graph, actors, victims);
    }

    /** What a victim's thing is called; premises and adverts are places of the crime and keep their names. */
    private static Optional<String> word(EntityKind kind) {
        return switch (kind) {
            case PHONE -> Optional.of("number");
            case ACCOUNT -> Optional.of("account");
            case HANDSET -> Optional.of("handset");
            case SIM -> Optional.of("SIM card");
            case PAPER -> Optional.of("paper");
            case VEHICLE -> Optional.of("vehicle");
            case PERSON, ORGANISATION, PREMISES, ADVERT, CELL_SITE, DOCUMENT, EVENT -> Optional.empty();
        };
    }

    private void learnNames(CaseGraph graph) {
        Map<Integer, Set<String>> namesOf = new LinkedHashMap<>();
        for (int e = 0; e < graph.entities().size(); e++) {
            if (graph.entity(e).kind().isActor()) {
                namesOf.computeIfAbsent(e, k -> new HashSet<>())
                        .add(graph.entity(e).label());
            }
        }
        for (ClaimType type : List.of(ClaimType.PERSON, ClaimType.ORGANISATION)) {
            for (Claim claim : graph.claims(type)) {
                claim.first(Part.SUBJECT).map(graph::indexOf).ifPresent(e -> namesOf.computeIfAbsent(
                                e.orElseThrow(), k -> new HashSet<>())
                        .addAll(Actors.namesIn(claim)));
            }
        }
        Map<String, Set<String>> bearersOfPart = new HashMap<>();
        namesOf.forEach((entity, spelled) -> {
            String called = byEntity.getOrDefault(entity, UNTOUCHED);
            boolean person = graph.entity(entity).kind() == EntityKind.PERSON;
            for (String name : spelled) {
                String straight = Names.foldLetters(name);
                String turned = Names.fold(name);
                for (String folded : List.of(straight, turned)) {
                    if (!folded.isEmpty()) {
                        names.merge(folded, called, Pseudonyms::either);
                    }
                }
                if (person) {
                    for (String part : turned.split(" ", -1)) {
                        bearersOfPart
                                .computeIfAbsent(part, p -> new HashSet<>())
                                .add(called);
                    }
                }
            }
        });
        bearersOfPart.forEach((part, bearers) -> {
            if (part.length() >= SHORTEST_PART
                    && !bearers.contains(UNTOUCHED)
                    && part.chars().noneMatch(Character::isDigit)) {
                parts.put(part, bearers.size() == 1 ? bearers.iterator().next() : "a victim");
            }
        });
    }

    /** A thing may be labelled otherwise than with its number. */
    private void learnTold(CaseGraph graph) {
        for (ClaimType type : List.of(ClaimType.PHONE, ClaimType.ACCOUNT, ClaimType.PAPER, ClaimType.VEHICLE)) {
            for (Claim claim : graph.claims(type)) {
                int thing = claim.first(Part.SUBJECT)
                        .map(graph::indexOf)
                        .orElse(OptionalInt.empty())
                        .orElse(-1);
                @Nullable String called = byEntity.get(thing);
                if (called != null && !graph.entity(thing).kind().isActor()) {
                    for (String column : List.of("number", "account", "plate", "imei", "imsi")) {
                        if (!claim.value(column).isBlank()) {
                            learnNumber(
                                    new Entity(
                                            graph.entity(thing).id(),
                                            graph.entity(thing).kind(),
                                            claim.value(column),
                                            Entity.Standing.DESCRIBED),
                                    called);
                        }
                    }
                }
            }
        }
    }

    /** A victim's name is withheld even when others bear it too. */
    private static String either(String known, String other) {
        if (known.equals(other)) {
            return known;
        }
        return known.isEmpty() ? other : other.isEmpty() ? known : "a victim";
    }

    private void learnNumber(Entity entity, String called) {
        String label = entity.label();
        String digits = label.replaceAll("\\D", "");
        if (entity.kind() == EntityKind.PHONE) {
            if (!digits.isEmpty()) {
                numbers.put(digits, called);
            }
            if (label.startsWith("+") && digits.length() > SHORTEST_SUBSCRIBER_NUMBER + 1) {
                // country codes have one to three digits; what follows is how it is written at home
                for (int code = 1; code <= 3; code++) {
                    String rest = digits.substring(code);
                    if (rest.length() >= SHORTEST_SUBSCRIBER_NUMBER) {
                        subscriberNumbers.put(rest, called);
                    }
                }
            }
        } else {
            identifiers.put(compact(label), called);
        }
    }

    private static String compact(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** What an entity is called instead of its name; empty for whom the name may stand. */
    public Optional<String> pseudonym(int entity) {
        return Optional.ofNullable(byEntity.get(entity));
    }

    /** What to call an entity: a victim or a victim's thing by its pseudonym, anything else by its redacted label. */
    public String label(CaseGraph graph, int entity) {
        @Nullable String pseudonym = byEntity.get(entity);
        return pseudonym == null ? redact(graph.entity(entity).label()) : pseudonym;
    }

    /** A text in which victims' names and numbers are replaced by pseudonyms. */
    public String redact(String text) {
        return byEntity.isEmpty() ? text : redactWords(redactNumbers(text));
    }

    private String redactNumbers(String text) {
        String safe = text;
        if (!numbers.isEmpty()) {
            safe = DIGITS.matcher(safe).replaceAll(m -> Matcher.quoteReplacement(number(m.group())));
        }
        if (!identifiers.isEmpty()) {
            safe = IDENTIFIER.matcher(safe).replaceAll(m -> Matcher.quoteReplacement(identifier(m.group())));
        }
        return safe;
    }

    private String number(String written) {
        String digits = written.replaceAll("\\D", "");
        @Nullable String called = numbers.get(digits);
        if (called == null && digits.startsWith("00")) {
            called = numbers.get(digits.substring(2));
        }
        if (called == null && digits.startsWith("0")) {
            called = subscriberNumbers.get(digits.substring(1));
        }
        if (called == null) {
            called = subscriberNumbers.get(digits);
        }
        return called == null ? written : called;
    }

    private String identifier(String written) {
        @Nullable String whole = identifiers.get(compact(written));
        if (whole != null) {
            return whole;
        }
        // the run may have swallowed words in capitals round the identifier
        List<int[]> words = new ArrayList<>();
        Matcher m = Pattern.compile("[A-Z0-9]+").matcher(written);
        while (m.find()) {
            words.add(new int[] {m.start(), m.end()});
        }
        StringBuilder safe = new StringBuilder();
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            for (int j = words.size() - 1; j >= i; j--) {
                int start = words.get(i)[0];
                int end = words.get(j)[1];
                @Nullable String called = start < at ? null : identifiers.get(compact(written.substring(start, end)));
                if (called != null) {
                    safe.append(written, at, start).append(called);
                    at = end;
                    break;
                }
            }
        }
        return safe.append(written, at, written.length()).toString();
    }

    private String redactWords(String text) {
        record Word(int start, int end, String folded) {}
        List<Word> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            String written = m.group();
            int end = m.end();
            // an English genitive is no part of the name
            if (written.length() > 2 && (written.endsWith("'s") || written.endsWith("\u2019s"))) {
                end -= 2;
                written = written.substring(0, written.length() - 2);
            }
            words.add(new Word(m.start(), end, Names.foldLetters(written)));
        }
        StringBuilder safe = new StringBuilder(text.length());
        int at = 0;
        for (int i = 0; i < words.size(); ) {
            int taken = 1;
            @Nullable String called = null;
            for (int length = Math.min(LONGEST_NAME, words.size() - i); length >= 1 && called == null; length--) {
                StringBuilder name = new StringBuilder();
                for (int j = i; j < i + length; j++) {
                    name.append(j == i ? "" : " ").append(words.get(j).folded());
                }
                called = names.get(name.toString());
                if (called != null) {
                    taken = length;
                }
            }
            if (called == null
                    && Character.isUpperCase(text.codePointAt(words.get(i).start()))) {
                called = parts.get(words.get(i).folded());
                // "Mira Elena" of one victim is one mention
                while (called != null
                        && i + taken < words.size()
                        && called.equals(parts.get(words.get(i + taken).folded()))
                        && Character.isUpperCase(
                                text.codePointAt(words.get(i + taken).start()))) {
                    taken++;
                }
            }
            if (called != null && !called.equals(UNTOUCHED)) {
                safe.append(text, at, words.get(i).start()).append(called);
                at = words.get(i + taken - 1).end();
            }
            i += taken;
        }
        return safe.append(text, at, text.length()).toString();
    }
}
