package org.manumit.importers.tabular.value;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which currency a text names: by ISO 4217 code, or by a sign or word that only one currency has. */
public final class CurrencyWords {

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("\u20ac", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("euroa", "EUR"),
            Map.entry("eurot", "EUR"),
            Map.entry("eura", "EUR"),
            Map.entry("\u00a3", "GBP"),
            Map.entry("us$", "USD"),
            Map.entry("usd$", "USD"),
            Map.entry("\u20ba", "TRY"),
            Map.entry("tl", "TRY"),
            Map.entry("din", "RSD"),
            Map.entry("din.", "RSD"),
            Map.entry("\u0433\u0440\u043d", "UAH"),
            Map.entry("\u0433\u0440\u043d.", "UAH"),
            Map.entry("\u0440\u0443\u0431", "RUB"),
            Map.entry("\u0440\u0443\u0431.", "RUB"),
            Map.entry("rur", "RUB"),
            Map.entry("\u20b9", "INR"),
            Map.entry("\u20b4", "UAH"),
            Map.entry("\u20bd", "RUB"),
            Map.entry("\u20a6", "NGN"),
            Map.entry("\u20ab", "VND"),
            Map.entry("\u0e3f", "THB"),
            Map.entry("\u20b8", "KZT"),
            Map.entry("\u20be", "GEL"),
            Map.entry("\u20bc", "AZN"),
            Map.entry("\u058f", "AMD"),
            Map.entry("\u20aa", "ILS"),
            Map.entry("\u20a9", "KRW"),
            Map.entry("\u20b1", "PHP"),
            Map.entry("\u20b5", "GHS"),
            Map.entry("\u20ae", "MNT"),
            Map.entry("\u09f3", "BDT"),
            Map.entry("lek\u00eb", "ALL"),
            Map.entry("\u0434\u0435\u043d", "MKD"),
            Map.entry("\u0434\u0435\u043d.", "MKD"),
            Map.entry("z\u0142", "PLN"),
            Map.entry("zl", "PLN"),
            Map.entry("k\u010d", "CZK"),
            Map.entry("kc", "CZK"),
            Map.entry("ft", "HUF"),
            Map.entry("lei", "RON"),
            Map.entry("ron", "RON"),
            Map.entry("\u043b\u0432", "BGN"),
            Map.entry("\u043b\u0432.", "BGN"),
            Map.entry("fr.", "CHF"),
            Map.entry("sfr", "CHF"),
            Map.entry("sfr.", "CHF"),
            Map.entry("\u0631.\u0633", "SAR"),
            Map.entry("\u0631.\u0633.", "SAR"),
            Map.entry("\u20c1", "SAR"),
            Map.entry("\u062f.\u0625", "AED"),
            Map.entry("\u062f.\u0625.", "AED"),
            Map.entry("\u062f.\u0643", "KWD"),
            Map.entry("\u062f.\u0643.", "KWD"),
            Map.entry("\u062f.\u0628", "BHD"),
            Map.entry("\u062f.\u0628.", "BHD"),
            Map.entry("\u0631.\u0642", "QAR"),
            Map.entry("\u0631.\u0642.", "QAR"),
            Map.entry("\u0631.\u0639", "OMR"),
            Map.entry("\u0631.\u0639.", "OMR"),
            Map.entry("\u062c.\u0645", "EGP"),
            Map.entry("\u062c.\u0645.", "EGP"),
            Map.entry("\u062f.\u0645", "MAD"),
            Map.entry("\u062f.\u0645.", "MAD"),
            Map.entry("\u062f.\u062a", "TND"),
            Map.entry("\u062f.\u062a.", "TND"),
            Map.entry("\u062f.\u062c", "DZD"),
            Map.entry("\u062f.\u062c.", "DZD"),
            Map.entry("\u062f.\u0639", "IQD"),
            Map.entry("\u062f.\u0639.", "IQD"),
            Map.entry("\u062f.\u0623", "JOD"),
            Map.entry("\u062f.\u0623.", "JOD"),
            Map.entry("\u0644.\u0644", "LBP"),
            Map.entry("\u0644.\u0644.", "LBP"),
            Map.entry("\u0644.\u0633", "SYP"),
            Map.entry("\u0631.\u064a", "YER"),
            Map.entry("ksh", "KES"),
            Map.entry("ksh.", "KES"),
            Map.entry("kshs", "KES"),
            Map.entry("kshs.", "KES"),
            Map.entry("gh\u20b5", "GHS"),
            Map.entry("gh\u00a2", "GHS"),
            Map.entry("ghc", "GHS"),
            Map.entry("tk", "BDT"),
            Map.entry("tk.", "BDT"),
            Map.entry("birr", "ETB"),
            Map.entry("mk", "MWK"),
            Map.entry("kz", "AOA"),
            Map.entry("n$", "NAD"),
            Map.entry("rd$", "DOP"),
            Map.entry("j$", "JMD"),
            Map.entry("b/.", "PAB"),
            Map.entry("u$s", "USD"),
            Map.entry("\u20b2", "PYG"),
            Map.entry("\u20a1", "CRC"),
            Map.entry("\u20ad", "LAK"),
            Map.entry("\u17db", "KHR"),
            Map.entry("\u20bf", "BTC"),
            Map.entry("\u0441\u045e\u043c", "UZS"),
            Map.entry("so'm", "UZS"),
            Map.entry("\u0441\u043e\u043c", "KGS"),
            Map.entry("\u0442\u0435\u043d\u0433\u0435", "KZT"),
            Map.entry("\u0e1a\u0e32\u0e17", "THB"),
            Map.entry("\u0111", "VND"),
            Map.entry("vn\u0111", "VND"),
            Map.entry("\u5713", "TWD"),
            Map.entry("tsh", "TZS"),
            Map.entry("tshs", "TZS"),
            Map.entry("ush", "UGX"),
            Map.entry("ugx.", "UGX"),
            Map.entry("\u4eba\u6c11\u5e01", "CNY"),
            Map.entry("rmb", "CNY"),
            Map.entry("\u6e2f\u5e01", "HKD"),
            Map.entry("\u7f8e\u5143", "USD"),
            Map.entry("\u6b27\u5143", "EUR"),
            Map.entry("\u65e5\u5143", "JPY"),
            Map.entry("\u5186", "JPY"),
            Map.entry("\uc6d0", "KRW"),
            Map.entry("rp", "IDR"),
            Map.entry("rp.", "IDR"),
            Map.entry("rm", "MYR"),
            Map.entry("r$", "BRL"),
            Map.entry("a$", "AUD"),
            Map.entry("c$", "CAD"),
            Map.entry("ca$", "CAD"),
            Map.entry("hk$", "HKD"),
            Map.entry("s$", "SGD"),
            Map.entry("nz$", "NZD"),
            Map.entry("nt$", "TWD"),
            Map.entry("mx$", "MXN"),
            Map.entry("s/", "PEN"),
            Map.entry("s/.", "PEN"));

    /** Currencies of no state that exchanges list, by the signs they go by. */
    private static final Set<String> COINS = Set.of(
            "BTC", "XBT", "ETH", "USDT", "USDC", "XMR", "LTC", "TRX", "BNB", "XRP", "SOL", "DOGE", "BCH", "DAI", "ADA",
            "DASH", "ZEC", "TON", "MATIC", "BUSD", "EURC");

    private CurrencyWords() {}

    /** The currency that the whole text names, as ISO 4217 code. A bare {@code $} or {@code kr} names several. */
    public static Optional<String> code(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (upper.equals("RUR")) {
            return Optional.of("RUB"); // Russian banks still write the code that ended in 1998.
        }
        if (CODES.contains(upper) || COINS.contains(upper)) {
            return Optional.of(upper);
        }
        if (upper.length() == 4 && upper.endsWith("$") && CODES.contains(upper.substring(0, 3))) {
            return Optional.of(upper.substring(0, 3));
        }
        return Optional.ofNullable(WORDS.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * The currency that a sign or letters right beside a number name: what {@link #code} knows, and single letters that
     * say nothing elsewhere.
     */
    static Optional<String> sign(String text) {
        return switch (text) {
            case "R" -> Optional.of("ZAR");
            case "N" -> Optional.of("NGN");
            default -> code(text);
        };
    }

    /** The currency that a header names besides other words: {@code Betrag (EUR)}, {@code amount_usd}. */
    public static Optional<String> inHeader(String header) {
        for (String word : header.split("[^\\p{L}\\p{Sc}$]+", -1)) {
            boolean code = word.length() == 3 && CODES.contains(word.toUpperCase(Locale.ROOT));
            // Three letters are a word more often than a code, unless they stand out; the usual codes pass anyway.
            boolean standsOut =
                    word.equals(word.toUpperCase(Locale.ROOT)) && !header.equals(header.toUpperCase(Locale.ROOT));
            if (code && (standsOut || USUAL.contains(word.toLowerCase(Locale.ROOT)))) {
                return Optional.of(word.toUpperCase(Locale.ROOT));
            }
            Optional<String> sign = word.isEmpty() || code ? Optional.empty() : code(word);
            if (sign.isPresent()) {
                return sign;
            }
        }
        return Optional.empty();
    }

    private static final Set<String> USUAL = Set.of(
            "eur", "usd", "gbp", "ron", "pln", "czk", "huf", "bgn", "chf", "sek", "nok", "dkk", "uah", "try", "rsd");
}
