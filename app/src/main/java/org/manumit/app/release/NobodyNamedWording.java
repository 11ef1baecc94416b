package org.manumit.app.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.query.Pseudonyms;

/**
 * Everybody and everything by kind and number, for thematic briefs that carry no personal data (ICMPD Background Reader,
 * ch. 3.5.1; 001, l. 1598-1607). Takes too much rather than too little out of texts: a month that is also somebody's
 * name goes.
 */
final class NobodyNamedWording implements Wording {

    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d(?:[ ./()-]{0,2}\\d){5,}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(?:-\\d{2}.*)?");
    private static final Pattern BANK_ACCOUNT = Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){8,30}\\b");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final int SHORTEST_PART = 3;

    private final Pseudonyms victims;
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<String, String> spelled = new HashMap<>();
    private final Map<String, String> byDigits = new HashMap<>();
    private final Pattern anySpelled;

    NobodyNamedWording(CaseGraph graph) {
        victims = Pseudonyms.of(graph);
        Map<EntityKind, Integer> count = new EnumMap<>(EntityKind.class);
        for (int e = 0; e < graph.entities().size(); e++) {
            Entity entity = graph.entity(e);
            String pseudonym = victims.pseudonym(e).orElse("");
            String name = pseudonym.isEmpty()
                    ? word(entity.kind()) + " " + count.merge(entity.kind(), 1, Integer::sum)
                    : pseudonym;
            names.put(e, name);
            learn(entity, name);
        }
        for (ClaimType type : List.of(ClaimType.PERSON, ClaimType.ORGANISATION)) {
            for (Claim claim : graph.claims(type)) {
                claim.first(Part.SUBJECT).map(graph::indexOf).ifPresent(e -> {
                    String name = names.getOrDefault(e.orElse(-1), "somebody");
                    learnSpelling(claim.value("name"), name);
                    claim.list("aliases").forEach(alias -> learnSpelling(alias, name));
                });
            }
        }
        List<String> longestFirst = new ArrayList<>(spelled.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        anySpelled = longestFirst.isEmpty()
                ? NOTHING
                : Pattern.compile(longestFirst.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    private void learn(Entity entity, String name) {
        switch (entity.kind()) {
            case PHONE, HANDSET, SIM, ACCOUNT, CELL_SITE -> {
                // found by their digits: there may be very many
                String digits = entity.label().replaceAll("\\D", "");
                if (!digits.isEmpty()) {
                    byDigits.putIfAbsent(digits, name);
                }
                if (digits.isEmpty()) {
                    learnSpelling(entity.label(), name);
                }
            }
            case PERSON -> {
                learnSpelling(entity.label(), name);
                for (String part : entity.label().split("[^\\p{L}\\p{M}]+", -1)) {
                    if (part.length() >= SHORTEST_PART && Character.isUpperCase(part.codePointAt(0))) {
                        learnSpelling(part, "somebody");
                    }
                }
            }
            case ORGANISATION, PREMISES, VEHICLE, PAPER, ADVERT, DOCUMENT, EVENT -> learnSpelling(entity.label(), name);
        }
    }

    private void learnSpelling(String text, String name) {
        String plain = text.strip();
        if (plain.endsWith("?")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        if (plain.length() > 1) {
            spelled.putIfAbsent(plain, name);
        }
    }

    private static String word(EntityKind kind) {
        return switch (kind) {
            case PERSON -> "Person";
            case ORGANISATION -> "Organisation";
            case PHONE -> "Number";
            case HANDSET -> "Handset";
            case SIM -> "SIM card";
            case ACCOUNT -> "Account";
            case PREMISES -> "Premises";
            case VEHICLE -> "Vehicle";
            case PAPER -> "Paper";
            case ADVERT -> "Advert";
            case CELL_SITE -> "Antenna";
            case DOCUMENT -> "Document";
            case EVENT -> "Event";
        };
    }

    @Override
    public String label(int entity) {
        return names.getOrDefault(entity, "somebody");
    }

    @Override
    public String text(String text) {
        String safe = anySpelled
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(spelled.getOrDefault(m.group(), "somebody")));
        safe = victims.redact(safe);
        safe = MAIL.matcher(safe).replaceAll("[address]");
        safe = BANK_ACCOUNT
                .matcher(safe)
                .replaceAll(m -> Matcher.quoteReplacement(byDigits(m.group()).orElse("[account]")));
        return LONG_NUMBER
                .matcher(safe)
                .replaceAll(m -> Matcher.quoteReplacement(
                        DATE.matcher(m.group()).matches()
                                ? m.group()
                                : byDigits(m.group()).orElse("[number]")));
    }

    private Optional<String> byDigits(String written) {
        return Optional.ofNullable(byDigits.get(written.replaceAll("\\D", "")));
    }

    @Override
    public boolean conceals(int entity) {
        return true;
    }

    @Override
    public FreeText freeText() {
        return FreeText.LEFT_OUT;
    }
}
