package org.manumit.graph.analysis.roles;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of countries, brought to their ISO 3166 two-letter code where they have one; regions stay as written. */
final class Country {

    private static final Map<String, String> BY_NAME = byName();

    private Country() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            names.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        names.put("uk", "GB");
        names.put("usa", "US");
        names.put("united states of america", "US");
        names.put("czech republic", "CZ");
        return Map.copyOf(names);
    }

    /** The code or region; empty when nothing is said. */
    static Optional<String> of(String raw) {
        String text = Word.of(raw).text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() == 2 && !BY_NAME.containsKey(text)) {
            return Optional.of(text.toUpperCase(Locale.ROOT));
        }
        return Optional.of(BY_NAME.getOrDefault(text, text));
    }

    /** For a user to read. */
    static String display(String code) {
        if (code.length() != 2) {
            return Character.toUpperCase(code.charAt(0)) + code.substring(1);
        }
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }
}
