package org.manumit.importers.tabular.value;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.tabular.Whitespace;

/**
 * Brings telephone numbers to one spelling, E.164, so that the same number written differently is one, and never two
 * different numbers one. Anything that does not surely belong to the international numbering plan stays as written:
 * short codes, names, withheld numbers, anonymised ids.
 *
 * <p>A number is normalised when it starts with {@code +} or {@code 00} and has a length that country has, when a home
 * country is given and it starts with that country's trunk prefix and has a length that country has, or, without any
 * prefix, when it is an allocated number there or an allocated international number as a whole. Digits
 * without any prefix that look generated (five or more equal ones in a row) stay as written. Keeps what it has read; not thread-safe.
 */
public final class PhoneNumbers {

    private static final int CACHE = 200_000;
    private static final int SHORTEST = 7;
    /** Dialled before a number to hide or show one's own: *67, #31#, *31#. */
    private static final Pattern SERVICE = Pattern.compile("^(?:[*#]31#|\\*(?:67|82)[ -]?)(?=[+(]?\\d)");

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d[.,]\\d+[eE]\\+?\\d+");
    private static final Pattern WHOLE_FLOAT = Pattern.compile("\\+?\\d{5,}[.,]0+");
    private static final Set<String> WITHHELD = Set.of(
            "withheld",
            "private",
            "unknown",
            "anonymous",
            "restricted",
            "unavailable",
            "hidden",
            "blocked",
            "no caller id",
            "number withheld",
            "private number",
            "unknown number",
            "unbekannt",
            "anonym",
            "unterdruckt",
            "inconnu",
            "masque",
            "numero masque",
            "anonyme",
            "desconocido",
            "oculto",
            "privado",
            "numero oculto",
            "sconosciuto",
            "anonimo",
            "nascosto",
            "privato",
            "desconhecido",
            "privado/oculto",
            "onbekend",
            "anoniem",
            "afgeschermd",
            "nieznany",
            "zastrzezony",
            "prywatny",
            "necunoscut",
            "ascuns",
            "privat",
            "неизвестен",
            "скрит",
            "ismeretlen",
            "rejtett",
            "titkos",
            "nezname",
            "skryte",
            "utajene",
            "αγνωστος",
            "αποκρυψη",
            "n/a",
            "null",
            "none",
            "-");

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final Optional<String> home;
    private final boolean bareInternational;
    private final Map<String, PhoneReading> known = new HashMap<>();

    /**
     * @param home ISO 3166 two-letter code of the country whose numbers come without a prefix
     * @throws IllegalArgumentException when there is no such country with a numbering plan
     */
    public PhoneNumbers(Optional<String> home) {
        this(home, false);
    }

    /**
     * Reads numbers as the user says where they come from.
     *
     * @throws ImportException when there is no such country; the message says what to give
     */
    public static PhoneNumbers of(Optional<String> country) {
        try {
            return new PhoneNumbers(country);
        } catch (IllegalArgumentException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        }
    }

    private PhoneNumbers(Optional<String> home, boolean bareInternational) {
        this.bareInternational = bareInternational;
        this.home = home.map(code -> code.toUpperCase(Locale.ROOT));
        this.home.ifPresent(code -> {
            if (!util.getSupportedRegions().contains(code)) {
                throw new IllegalArgumentException(
                        "'" + code + "' is no country with a telephone numbering plan; give two letters such as RO");
            }
        });
    }

    /** The same for a table whose numbers without a prefix begin with the code of their country. */
    public PhoneNumbers withBareInternational() {
        return new PhoneNumbers(home, true);
    }

    /**
     * Whether the numbers without {@code +}, {@code 00} or {@code 0} in these cells begin with the code of their country:
     * four or more do, nine in ten are allocated numbers so, and half are of one country, the home country where it is
     * known.
     *
     * @return why, in words; empty when they do not
     */
    public Optional<String> bareAreInternational(List<String> cells) {
        int bare = 0;
        int valid = 0;
        Map<Integer, Integer> countries = new HashMap<>();
        for (String cell : new HashSet<>(cells)) {
            String text = Whitespace.strip(cell);
            boolean plain = text.length() >= 9
                    && text.length() <= 15
                    && text.charAt(0) != '0'
                    && text.chars().allMatch(c -> c >= '0' && c <= '9');
            if (plain) {
                bare++;
                try {
                    PhoneNumber number = util.parse("+" + text, "ZZ");
                    if (util.isValidNumber(number)) {
                        valid++;
                        countries.merge(number.getCountryCode(), 1, Integer::sum);
                    }
                } catch (NumberParseException e) {
                    // No number of any country: counted as not valid.
                }
            }
        }
        int most = home.isPresent()
                ? countries.getOrDefault(util.getCountryCodeForRegion(home.get()), 0)
                : countries.values().stream().max(Integer::compare).orElse(0);
        return bare >= 4 && valid * 10 >= bare * 9 && most * 2 >= bare
                ? Optional.of("Numbers without a prefix begin with the code of their country, as " + valid + " of "
                        + bare + " are allocated so, and are read as international.")
                : Optional.empty();
    }

    /** The country that nine in ten of these cells' international numbers are of; empty when they are of several. */
    public Optional<String> countryOf(List<String> cells) {
        Map<String, Integer> countries = new HashMap<>();
        int all = 0;
        for (String cell : new HashSet<>(cells)) {
            if (cell.isEmpty() || read(cell).form() != PhoneReading.Form.NORMALISED) {
                continue;
            }
            try {
                String region =
                        util.getRegionCodeForNumber(util.parse(read(cell).value(), "ZZ"));
                if (region != null) {
                    all++;
                    countries.merge(region, 1, Integer::sum);
                }
            } catch (NumberParseException e) {
                // Normalised ones are numbers.
            }
        }
        int numbers = all;
        return countries.entrySet().stream()
                .filter(entry -> entry.getValue() * 10 >= numbers * 9)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The home country. */
    public Optional<String> home() {
        return home;
    }

    /** Reads one cell; its text must not be empty. */
    public PhoneReading read(String cell) {
        PhoneReading reading = known.get(cell);
        if (reading == null) {
            reading = work(cell);
            if (known.size() < CACHE) {
                known.put(cell, reading);
            }
        }
        return reading;
    }

    private PhoneReading work(String cell) {
        String written = SERVICE.matcher(unwrapped(Whitespace.strip(PlainDigits.of(cell))))
                .replaceFirst("");
        if (isWithheld(written)) {
            return new PhoneReading(written, PhoneReading.Form.WITHHELD);
        }
        if (SCIENTIFIC.matcher(written).matches()) {
            return new PhoneReading(written, PhoneReading.Form.TRUNCATED);
        }
        if (WHOLE_FLOAT.matcher(written).matches()) {
            written = written.substring(0, Math.max(written.indexOf('.'), written.indexOf(',')));
        }
        StringBuilder digits = new StringBuilder();
        boolean plus = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == '+' && digits.isEmpty() && !plus) {
                plus = true;
            } else if (Character.isLetter(c)) {
                return new PhoneReading(written, PhoneReading.Form.NAME);
            } else if (" ()-./\u00a0\u2010\u2011\u2012\u2013\u202f".indexOf(c) < 0) {
                return new PhoneReading(
                        written,
                        digits.length() < SHORTEST ? PhoneReading.Form.SHORT_CODE : PhoneReading.Form.AS_WRITTEN);
            }
        }
        if (digits.length() < SHORTEST) {
            return new PhoneReading(written, PhoneReading.Form.SHORT_CODE);
        }
        return normalised(written, digits.toString(), plus)
                .map(e164 -> new PhoneReading(e164, PhoneReading.Form.NORMALISED))
                .orElse(new PhoneReading(written, PhoneReading.Form.AS_WRITTEN));
    }

    private Optional<String> normalised(String written, String digits, boolean plus) {
        if (plus) {
            // +44 (0)20 ...: the bracketed trunk prefix is not dialled from abroad.
            String international =
                    written.contains("(0)") ? written.replace("(0)", "").replaceAll("\\D", "") : digits;
            return e164("+" + international, "ZZ", Proof.POSSIBLE);
        }
        if (digits.startsWith("00")) {
            return e164("+" + digits.substring(2), "ZZ", Proof.POSSIBLE);
        }
        if (bareInternational && digits.charAt(0) != '0') {
            Optional<String> international = e164("+" + digits, "ZZ", Proof.VALID);
            if (international.isPresent()) {
                return international;
            }
        }
        if (home.isEmpty()) {
            return Optional.empty();
        }
        String trunk = util.getNddPrefixForRegion(home.get(), true);
        if (trunk != null && !trunk.isEmpty() && trunk.charAt(0) == '0' && digits.startsWith(trunk)) {
            return e164(digits, home.get(), Proof.POSSIBLE);
        }
        if (hasNoPrefix(digits, home.get()) && looksGenerated(digits)) {
            return Optional.empty();
        }
        boolean withTrunk = trunk != null && !trunk.isEmpty();
        Optional<String> whole = digits.startsWith(Integer.toString(util.getCountryCodeForRegion(home.get())))
                ? e164("+" + digits, "ZZ", Proof.VALID)
                : Optional.empty();
        if (whole.isPresent() && withTrunk) {
            // 4917012345678 could be a number in Leer, dialled without its 0: hardly.
            return whole;
        }
        Optional<String> national = e164(digits, home.get(), Proof.VALID);
        if (national.isPresent() || whole.isPresent()) {
            return national.isPresent() ? national : whole;
        }
        return digits.length() >= 11 && digits.charAt(0) != '0'
                ? e164("+" + digits, "ZZ", Proof.VALID)
                : Optional.empty();
    }

    /** How much must be certain: written with a prefix the country is, and only the length is left to check. */
    private enum Proof {
        POSSIBLE,
        VALID
    }

    private Optional<String> e164(String number, String region, Proof proof) {
        try {
            PhoneNumber parsed = util.parse(number, region);
            boolean sure =
                    switch (proof) {
                        case POSSIBLE ->
                            util.isPossibleNumberWithReason(parsed) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
                        case VALID -> util.isValidNumber(parsed);
                    };
            return sure ? Optional.of(util.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Whether the text surely is the number of a mobile telephone: in international form, or as the home country allocates them. */
    public boolean isMobile(String text) {
        String plain = Whitespace.strip(PlainDigits.of(text));
        if (plain.length() < SHORTEST || plain.chars().anyMatch(c -> c != '+' && (c < '0' || c > '9'))) {
            return false;
        }
        if (plain.charAt(0) == '+') {
            return isMobile(plain, "ZZ");
        }
        return home.isPresent()
                && (isMobile(plain, home.get())
                        || (plain.startsWith(Integer.toString(util.getCountryCodeForRegion(home.get())))
                                && isMobile("+" + plain, "ZZ")));
    }

    private boolean isMobile(String number, String region) {
        try {
            PhoneNumber parsed = util.parse(number, region);
            return util.isValidNumber(parsed) && util.getNumberType(parsed) == PhoneNumberUtil.PhoneNumberType.MOBILE;
        } catch (NumberParseException e) {
            return false;
        }
    }

    private boolean hasNoPrefix(String digits, String region) {
        return digits.charAt(0) != '0' && !digits.startsWith(Integer.toString(util.getCountryCodeForRegion(region)));
    }

    private static boolean looksGenerated(String digits) {
        int run = 1;
        for (int i = 1; i < digits.length(); i++) {
            run = digits.charAt(i) == digits.charAt(i - 1) ? run + 1 : 1;
            if (run >= 5) {
                return true;
            }
        }
        return false;
    }

    /** Without the wrappings that exports put around numbers: {@code tel:}, {@code ="..."}, a leading apostrophe. */
    private static String unwrapped(String written) {
        String text = written;
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 3) {
            text = text.substring(2, text.length() - 1);
        }
        if (text.startsWith("'") && text.length() > 1) {
            text = text.substring(1);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("tel:")) {
            text = text.substring(4);
        } else if (lower.startsWith("sip:")) {
            int end = text.indexOf('@');
            text = text.substring(4, end < 0 ? text.length() : end);
        }
        return Whitespace.strip(text);
    }

    private static boolean isWithheld(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return WITHHELD.contains(plain);
    }
}
