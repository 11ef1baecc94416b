package org.manumit.importers.findings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.resolve.TextWord;
import org.manumit.importers.tabular.value.CurrencyWords;

/** Amounts of money: a number with a currency before or after it. */
final class Amounts {

    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<![\\p{L}\\p{N}.,+])|(?<=(?<![\\p{L}\\p{N}])N)(?=\\d{1,3},\\d{3}))(?:\\d{1,3}(?:[ .,'\u00a0\u202f\u2019]\\d{3}){1,4}(?:[.,]\\d{1,2})?"
                    + "|\\d{1,12}(?:[.,]\\d{1,2})?)(?:,[-\u2013\u2014]{1,2})?(?!\\p{N})(?!/\\p{N})");
    private static final String SIGNS =
            "\u20ac\u00a3$\u20ba\u20b4\u20bd\u20a6\u20b9\u20ab\u0e3f\u20b8\u20be\u20bc\u058f\u20aa\u20b1\u20b5";

    /** What stands before amounts, in capitals or not. */
    private static final Map<String, String> BEFORE =
            Map.of("rs", "INR", "ksh", "KES", "kshs", "KES", "sfr", "CHF", "fr", "CHF", "ngn", "NGN", "gh", "GHS");

    private static final Map<String, String> WORDS = words();
    private static final Map<String, Integer> THOUSANDS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("mii", 3),
            Map.entry("mie", 3),
            Map.entry("thousand", 3),
            Map.entry("tausend", 3),
            Map.entry("mila", 3),
            Map.entry("mille", 3),
            Map.entry("mil", 3),
            Map.entry("tys", 3),
            Map.entry("tisic", 3),
            Map.entry("tis", 3),
            Map.entry("ezer", 3),
            Map.entry("hiljadi", 3),
            Map.entry("hil", 3),
            Map.entry("duizend", 3),
            Map.entry("tysiecy", 3),
            Map.entry("tysiac", 3),
            Map.entry("tysiace", 3),
            Map.entry("tisuca", 3),
            Map.entry("tysiach", 3),
            Map.entry("nghin", 3),
            Map.entry("bin", 3),
            Map.entry("lakh", 5),
            Map.entry("lakhs", 5),
            Map.entry("crore", 7),
            Map.entry("trieu", 6),
            Map.entry("milyon", 6),
            Map.entry("millones", 6),
            Map.entry("millon", 6),
            Map.entry("millions", 6),
            Map.entry("milhoes", 6),
            Map.entry("milioni", 6),
            Map.entry("milione", 6),
            Map.entry("million", 6),
            Map.entry("millionen", 6),
            Map.entry("milioane", 6),
            Map.entry("milion", 6),
            Map.entry("mln", 6));

    private Amounts() {}

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        Map.of(
                        "EUR", "euro euros eur evro evra eura eurot euroa euru evri",
                        "RON", "lei leu ron leilor",
                        "PLN", "zl zloty zlotych zlote zlotowek pln",
                        "CZK", "kc korun koruny korunu czk",
                        "HUF", "ft forint forintot huf forintert",
                        "BGN", "lv leva lev levove bgn",
                        "USD", "usd dollar dollars dolar dolari dolarow dolara dolaru dollari dolares",
                        "GBP", "gbp pound pounds sterline sterlinen",
                        "RSD", "rsd dinar dinara dinari",
                        "UAH", "uah grn griven hryven hryvnia hryvnias griveni")
                .forEach((code, names) -> {
                    for (String name : names.split(" ", -1)) {
                        words.put(name, code);
                    }
                });
        words.putAll(Map.of(
                "chf", "CHF", "sek", "SEK", "nok", "NOK", "dkk", "DKK", "mdl", "MDL", "try", "TRY", "hrk", "HRK", "rub",
                "RUB", "all", ""));
        Map.of(
                        "NGN", "naira nairas",
                        "VND", "dong vnd",
                        "INR", "rupee rupees rupie rupien roupies rupias inr",
                        "THB", "baht bahts thb",
                        "GHS", "cedi cedis",
                        "TRY", "lira liras lirasi tl",
                        "ALL", "lek leke leks",
                        "MKD", "denar denari denara",
                        "CHF", "franken",
                        "BRL", "reais")
                .forEach((code, names) -> {
                    for (String name : names.split(" ", -1)) {
                        words.put(name, code);
                    }
                });
        words.putAll(Map.of("rublei", "RUB", "rubli", "RUB", "rubley", "RUB", "kuna", "HRK", "kronor", "SEK"));
        words.values().removeIf(String::isEmpty);
        return Map.copyOf(words);
    }

    static void find(Spots spots) {
        Matcher number = NUMBER.matcher(spots.unclaimed());
        while (number.find()) {
            Found after = after(spots, number.end());
            Found found = after.currency().isPresent()
                    ? after
                    : isNaira(spots.text(), number.start())
                            ? new Found(Optional.of("NGN"), number.start() - 1, 0, 0)
                            : before(spots, number.start());
            if (found.currency().isPresent()) {
                add(spots, number, found);
            }
        }
    }

    /** N450,000. */
    private static boolean isNaira(String text, int start) {
        return start > 0
                && text.charAt(start - 1) == 'N'
                && (start == 1 || !Character.isLetterOrDigit(text.charAt(start - 2)));
    }

    private record Found(Optional<String> currency, int start, int end, int power) {
        static final Found NONE = new Found(Optional.empty(), 0, 0, 0);
    }

    private static Found after(Spots spots, int end) {
        String text = spots.text();
        int at = skipSpace(text, end);
        if (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0) {
            return new Found(sign(text.charAt(at)), end, at + 1, 0);
        }
        int power = 0;
        int last = end;
        // 25mila, 5k
        int run = end;
        while (run < text.length() && Character.isLetter(text.charAt(run))) {
            run++;
        }
        if (run > end) {
            power = THOUSANDS.getOrDefault(text.substring(end, run).toLowerCase(Locale.ROOT), 0);
            if (power == 0) {
                return Found.NONE;
            }
            last = run;
        }
        int index = spots.words().wordFrom(last);
        List<TextWord> words = spots.words().words();
        for (int step = 0; step < 3 && index < words.size(); step++, index++) {
            TextWord word = words.get(index);
            if (word.start() - last > 2 || !isGap(text, last, word.start())) {
                return Found.NONE;
            }
            @Nullable Integer thousands = step < 2 ? THOUSANDS.get(word.folded()) : null;
            if (thousands != null && power == 0) {
                power = thousands;
            } else if (word.folded().equals("bang")
                    && index + 1 < words.size()
                    && words.get(index + 1).folded().equals("anh")) {
                // what pounds are in Vietnamese
                return new Found(Optional.of("GBP"), end, words.get(index + 1).end(), power);
            } else if (!word.folded().equals("de")) {
                int scale = power;
                return currency(text, word)
                        .map(code -> new Found(Optional.of(code), end, word.end(), scale))
                        .orElse(Found.NONE);
            }
            last = word.end();
            if (last < text.length() && text.charAt(last) == '.') {
                last++;
            }
        }
        return Found.NONE;
    }

    private static Found before(Spots spots, int start) {
        String text = spots.text();
        int at = start;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\u00a0') && start - at < 2) {
            at--;
        }
        if (at > 0 && SIGNS.indexOf(text.charAt(at - 1)) >= 0) {
            return new Found(sign(text.charAt(at - 1)), at - 1, 0, 0);
        }
        int index = spots.words().wordFrom(start) - 1;
        if (index < 0) {
            return Found.NONE;
        }
        TextWord word = spots.words().words().get(index);
        String written = text.substring(word.start(), word.end());
        if (BEFORE.containsKey(word.folded())
                && Character.isUpperCase(written.charAt(0))
                && start - word.end() <= 2
                && isGap(text, word.end(), start)
                && (written.length() > 1 || word.end() == start)) {
            return new Found(Optional.of(BEFORE.getOrDefault(word.folded(), "")), word.start(), 0, 0);
        }
        // before the number only the code stands, in capitals
        return start - word.end() <= 2
                        && isGap(text, word.end(), start)
                        && written.length() == 3
                        && written.equals(written.toUpperCase(Locale.ROOT))
                        && WORDS.containsKey(word.folded())
                ? new Found(Optional.of(WORDS.getOrDefault(word.folded(), "")), word.start(), 0, 0)
                : Found.NONE;
    }

    private static boolean isGap(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\u00a0' && c != '\u202f' && c != '-' && c != '.' && c != '\t') {
                return false;
            }
        }
        return true;
    }

    private static int skipSpace(String text, int at) {
        int next = at;
        while (next < text.length() && next - at < 2 && (text.charAt(next) == ' ' || text.charAt(next) == '\u00a0')) {
            next++;
        }
        return next;
    }

    private static Optional<String> sign(char sign) {
        return sign == '$' ? Optional.of("$") : CurrencyWords.code(String.valueOf(sign));
    }

    private static Optional<String> currency(String text, TextWord word) {
        String written = text.substring(word.start(), word.end());
        @Nullable String code = WORDS.get(word.folded());
        if (code != null) {
            return Optional.of(code);
        }
        return written.length() == 3 && written.equals(written.toUpperCase(Locale.ROOT))
                ? CurrencyWords.code(written)
                : Optional.empty();
    }

    private static void add(Spots spots, Matcher number, Found found) {
        String code = found.currency().orElse("");
        BigDecimal amount = value(number.group()).scaleByPowerOfTen(found.power());
        if (amount.signum() == 0) {
            return;
        }
        // Three capitals after a bare number of four digits are a plate where words before speak of a vehicle.
        if (found.end() > 0
                && number.group().matches("\\d{4}")
                && spots.text().substring(number.end(), found.end()).strip().matches("[A-Z]{3}")
                && Context.VEHICLE.before(spots.words(), number.start(), 4) >= 0) {
            return;
        }
        boolean dollar = code.equals("$");
        spots.add(new Spots.Spot(
                FindingKind.AMOUNT,
                Math.min(number.start(), found.end() == 0 ? found.start() : number.start()),
                Math.max(number.end(), found.end()),
                plain(amount) + " " + (dollar ? "USD" : code),
                List.of(),
                dollar ? Sureness.LIKELY : Sureness.SURE,
                dollar
                        ? "a number with the sign of a dollar; which dollar is not said"
                        : "a number with its currency"));
    }

    /** Whole amounts without decimals, others with two. */
    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() <= 0 ? stripped.setScale(0) : amount.setScale(2)).toPlainString();
    }

    /** One or two digits after the last comma or point are decimals; three are thousands. */
    static BigDecimal value(String number) {
        String written = number.replaceAll("\\D+$", "");
        int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
        boolean decimals = last >= 0 && written.length() - last - 1 <= 2;
        String whole = (decimals ? written.substring(0, last) : written).replaceAll("\\D", "");
        return new BigDecimal(decimals ? whole + "." + written.substring(last + 1) : whole);
    }
}
