package org.manumit.importers.casefile;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/**
 * Countries by ISO 3166 code or by name in the languages of case files; region names that are none. Names of many
 * languages are loaded only when English does not know one. Safe for use from several threads.
 */
final class CountryNames {

    private static final List<String> LANGUAGES = List.of(
            "de", "fr", "es", "it", "pt", "nl", "pl", "ro", "bg", "hu", "cs", "sk", "el", "sl", "hr", "sr", "sr_Latn",
            "bs", "da", "sv", "nb", "fi", "et", "lv", "lt", "ru", "uk", "be", "tr", "sq", "mk", "ar", "zh", "th", "vi",
            "ka", "hy");

    /** What English reports call countries beside the names of the standard. */
    private static final Map<String, String> USAGE = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("northern ireland", "GB"),
            Map.entry("el", "GR"),
            Map.entry("usa", "US"),
            Map.entry("us", "US"),
            Map.entry("u.s.", "US"),
            Map.entry("u.s.a.", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("holland", "NL"),
            Map.entry("the netherlands", "NL"),
            Map.entry("czech republic", "CZ"),
            Map.entry("slovak republic", "SK"),
            Map.entry("russian federation", "RU"),
            Map.entry("republic of moldova", "MD"),
            Map.entry("macedonia", "MK"),
            Map.entry("fyr macedonia", "MK"),
            Map.entry("fyrom", "MK"),
            Map.entry("bosnia", "BA"),
            Map.entry("bih", "BA"),
            Map.entry("kosovo", "XK"),
            Map.entry("burma", "MM"),
            Map.entry("ivory coast", "CI"),
            Map.entry("cape verde", "CV"),
            Map.entry("swaziland", "SZ"),
            Map.entry("east timor", "TL"),
            Map.entry("south korea", "KR"),
            Map.entry("north korea", "KP"),
            Map.entry("korea", "KR"),
            Map.entry("taiwan", "TW"),
            Map.entry("hong kong", "HK"),
            Map.entry("macau", "MO"),
            Map.entry("vatican", "VA"),
            Map.entry("turkey", "TR"),
            Map.entry("uae", "AE"),
            Map.entry("emirates", "AE"),
            Map.entry("drc", "CD"),
            Map.entry("palestine", "PS"));

    private static final List<String> REGIONS = List.of(
            "Eastern Europe",
            "East Europe",
            "Western Europe",
            "Central Europe",
            "Northern Europe",
            "Southern Europe",
            "South-East Europe",
            "South-Eastern Europe",
            "Southeastern Europe",
            "South East Europe",
            "Balkans",
            "the Balkans",
            "Western Balkans",
            "Baltics",
            "Baltic states",
            "Scandinavia",
            "Nordic countries",
            "EU",
            "European Union",
            "non-EU",
            "Schengen",
            "Schengen area",
            "former Soviet Union",
            "former Yugoslavia",
            "Yugoslavia",
            "Soviet Union",
            "CIS",
            "Caucasus",
            "Central Asia",
            "Middle East",
            "Near East",
            "Gulf",
            "Gulf states",
            "Maghreb",
            "North Africa",
            "West Africa",
            "East Africa",
            "Central Africa",
            "Southern Africa",
            "Sub-Saharan Africa",
            "Horn of Africa",
            "Sahel",
            "South Asia",
            "South-East Asia",
            "Southeast Asia",
            "East Asia",
            "Far East",
            "Latin America",
            "South America",
            "Central America",
            "North America",
            "Caribbean",
            "Oceania",
            "overseas",
            "abroad",
            "several",
            "various",
            "unknown");

    private final Map<String, String> english = new HashMap<>();
    private final Set<String> regions = new HashSet<>();

    CountryNames() {
        for (String code : Locale.getISOCountries()) {
            english.put(code.toLowerCase(Locale.ROOT), code);
            english.putIfAbsent(fold(name(code, ULocale.ENGLISH)), code);
            threeLetters(code).ifPresent(c -> english.putIfAbsent(c, code));
        }
        english.put("xk", "XK");
        USAGE.forEach(english::put);
        REGIONS.forEach(r -> regions.add(fold(r)));
        for (Region.RegionType type : List.of(
                Region.RegionType.WORLD,
                Region.RegionType.CONTINENT,
                Region.RegionType.SUBCONTINENT,
                Region.RegionType.GROUPING)) {
            for (Region region : Region.getAvailable(type)) {
                regions.add(fold(name(region.toString(), ULocale.ENGLISH)));
            }
        }
    }

    private static Optional<String> threeLetters(String code) {
        try {
            return Optional.of(Locale.of("", code).getISO3Country().toLowerCase(Locale.ROOT));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** The ISO code of the country that a text names; empty when it names none, or one of several. */
    Optional<String> code(String text) {
        String folded = fold(text);
        String code = english.get(folded);
        if (code == null && folded.length() > 3 && !regions.contains(folded)) {
            code = ForeignNames.CODES.get(folded);
        }
        return code == null || code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    /** Whether the text names a region of the world that is no country. */
    boolean isRegion(String text) {
        return regions.contains(fold(text));
    }

    /** Loaded on first use: a third of a second that workbooks in English need not spend. */
    private static final class ForeignNames {
        static final Map<String, String> CODES = load();

        private static Map<String, String> load() {
            Map<String, String> codes = new HashMap<>();
            for (String language : LANGUAGES) {
                ULocale locale = new ULocale(language);
                for (String code : Locale.getISOCountries()) {
                    // A name that means different countries in different languages names none.
                    codes.merge(fold(name(code, locale)), code, (a, b) -> a.equals(b) ? a : "");
                }
            }
            return Map.copyOf(codes);
        }
    }

    private static String name(String code, ULocale locale) {
        return ULocale.getDisplayCountry("und_" + code, locale);
    }

    private static String fold(String text) {
        return Folding.name(Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", ""));
    }
}
