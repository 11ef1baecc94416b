package org.manumit.importers.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.Quantity;
import org.manumit.importers.tabular.value.CurrencyWords;

/**
 * Brings values to the spelling the contract gives them where that is beyond doubt: pick-list words in the list's own
 * case, countries by code, amounts without thousands separators. Everything else stays as written, with a doubt.
 */
final class CellValues {

    private static final Pattern GROUPED = Pattern.compile(
            "(>=|>|<=|<|~)?\\s*(\\d{1,3}(?:[ \u00a0\u202f'\u2019]\\d{3})+|\\d{1,3}(?:,\\d{3})+)(\\.\\d+)?(\\s*\\?)?");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("(>=|>|<=|<|~)?\\s*(\\d{1,3}(?:[. \u00a0\u202f']\\d{3})+|\\d+),(\\d{1,2})(\\s*\\?)?");
    private static final Pattern ONE_POINT_THREE = Pattern.compile("\\d{1,3}\\.\\d{3}");
    private static final Pattern WITH_CURRENCY = Pattern.compile(
            "(?:([\\p{L}\\p{Sc}$]{1,4}\\.?)\\s*)?([~<>=\\d][^\\p{L}\\p{Sc}$]*?)(?:\\s*([\\p{L}\\p{Sc}$]{1,4}\\.?))?(\\s*\\?)?");
    private static final Set<String> YES = Set.of("true", "y");
    private static final Set<String> NO = Set.of("false", "n");

    /** Spellings of the other side of the ocean. */
    private static final Map<String, String> SPELLINGS = Map.of("labor", "labour", "license", "licence");

    private final CountryNames countries = new CountryNames();
    private final Map<List<String>, Map<String, String>> pickLists = new HashMap<>();
    private final Set<String> doubtedCountries = new HashSet<>();

    /**
     * A value as it will be kept.
     *
     * @param text the value
     * @param doubt what the user should look at, and what was expected; empty when all is well
     */
    record Kept(String text, Optional<Doubt> doubt) {
        static Kept sure(String text) {
            return new Kept(text, Optional.empty());
        }

        static Kept doubtful(String text, String found, String expected, String message) {
            return new Kept(text, Optional.of(new Doubt(found, expected, message)));
        }
    }

    /** Why a value is doubtful. */
    record Doubt(String found, String expected, String message) {}

    /** Words of a pick-list, each with its {@code ?} if it has one. */
    Kept words(String cell, List<String> list) {
        Map<String, String> words = pickLists.computeIfAbsent(list, CellValues::byFolding);
        List<String> kept = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String element : elements(cell)) {
            boolean presumed = element.endsWith("?") && element.length() > 1;
            String word = presumed ? element.substring(0, element.length() - 1).strip() : element;
            String folded = Folding.heading(word);
            String known = words.get(SPELLINGS.getOrDefault(folded, folded));
            if (known == null && words.containsKey("yes")) {
                known = YES.contains(folded) ? "yes" : NO.contains(folded) ? "no" : null;
            }
            if (known == null) {
                unknown.add(word);
            }
            kept.add((known == null ? word : known) + (presumed ? "?" : ""));
        }
        String text = String.join("; ", kept);
        return unknown.isEmpty()
                ? Kept.sure(text)
                : Kept.doubtful(
                        text,
                        String.join("; ", unknown),
                        String.join(", ", list),
                        "not a word of the list; kept as written");
    }

    private static Map<String, String> byFolding(List<String> list) {
        Map<String, String> words = new HashMap<>();
        list.forEach(w -> words.put(Folding.heading(w), w));
        return words;
    }

    /** Countries by code, regions as written. */
    Kept countries(String cell) {
        List<String> kept = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String element : elements(cell)) {
            boolean presumed = element.endsWith("?") && element.length() > 1;
            String name = presumed ? element.substring(0, element.length() - 1).strip() : element;
            Optional<String> code = countries.code(name);
            if (code.isEmpty() && !countries.isRegion(name) && doubtedCountries.add(Folding.name(name))) {
                unknown.add(name);
            }
            kept.add(code.orElse(name) + (presumed ? "?" : ""));
        }
        String text = String.join("; ", kept);
        return unknown.isEmpty()
                ? Kept.sure(text)
                : Kept.doubtful(
                        text,
                        String.join("; ", unknown),
                        "an ISO 3166 code (RO), a country's name or a region",
                        "no country or region known to the program; kept as written, as a region");
    }

    /** The code of the one country that a text names. */
    Optional<String> country(String text) {
        return countries.code(text);
    }

    /** Currencies by code. */
    Kept currency(String cell) {
        return CurrencyWords.code(cell)
                .map(Kept::sure)
                .orElseGet(() -> Kept.doubtful(
                        cell, cell, "an ISO 4217 code such as EUR", "not a known currency; kept as written"));
    }

    /** Per cent, without the sign. */
    Kept share(String cell) {
        String text = cell.replaceFirst("(?i)\\s*(?:%|per ?cent|pct)\\s*(\\??)$", "$1");
        Kept number = quantity(text);
        boolean tooMuch = Quantity.parse(number.text())
                .map(q -> q.least().doubleValue() > 100)
                .orElse(false);
        return tooMuch
                ? Kept.doubtful(number.text(), cell, "per cent of proceeds, 0 to 100", "more than the whole")
                : number;
    }

    /** A number or amount. */
    Kept quantity(String cell) {
        if (ONE_POINT_THREE.matcher(cell).matches()) {
            return Kept.doubtful(
                    cell,
                    cell,
                    "digits without thousands separators",
                    "read with a decimal point; write 1200, not 1.200");
        }
        if (Quantity.parse(cell).isPresent()) {
            return Kept.sure(cell);
        }
        Matcher grouped = GROUPED.matcher(cell);
        if (grouped.matches()) {
            return Kept.sure(part(grouped, 1)
                    + grouped.group(2).replaceAll("\\D", "")
                    + part(grouped, 3)
                    + part(grouped, 4).strip());
        }
        Matcher comma = DECIMAL_COMMA.matcher(cell);
        if (comma.matches()) {
            return Kept.sure(part(comma, 1) + comma.group(2).replaceAll("\\D", "") + "." + comma.group(3)
                    + part(comma, 4).strip());
        }
        return Kept.doubtful(
                cell,
                cell,
                "a number: 12, >=8, ~100, 8-10, several, many",
                "not a number; kept as written, and left out of all reckoning");
    }

    /** An amount with its currency in the same cell: both; otherwise empty. */
    Optional<Amount> amountWithCurrency(String cell) {
        Matcher m = WITH_CURRENCY.matcher(cell);
        if (!m.matches() || (m.group(1) == null) == (m.group(3) == null)) {
            return Optional.empty();
        }
        String sign = m.group(1) == null ? part(m, 3) : part(m, 1);
        Kept number = quantity((m.group(2) + part(m, 4)).strip());
        return CurrencyWords.code(sign).filter(c -> number.doubt().isEmpty()).map(c -> new Amount(number.text(), c));
    }

    /** An amount and its currency. */
    record Amount(String number, String currency) {}

    private static String part(Matcher m, int group) {
        String text = m.group(group);
        return text == null ? "" : text;
    }

    /** The elements of a list cell. */
    static List<String> elements(String cell) {
        List<String> elements = new ArrayList<>();
        for (String element : cell.split(";", -1)) {
            String text = Folding.spaced(element);
            if (!text.isEmpty()) {
                elements.add(text);
            }
        }
        return elements;
    }
}
