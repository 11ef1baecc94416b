package org.manumit.importers.transfers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iban4j.IbanFormat;
import org.iban4j.IbanUtil;

/** International account numbers, by their country's form and their check digits (ISO 13616). */
final class Iban {

    private static final Pattern LIKE_ONE = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final int SHORTEST = 15;
    private static final Pattern IN_TEXT =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?)\\b");

    private Iban() {}

    /** What a text is as an international account number. */
    enum Verdict {
        VALID,
        /** Looks like one, and a digit or letter is wrong. */
        WRONG,
        NONE
    }

    static Verdict verdict(String text) {
        String plain = plain(text);
        if (!LIKE_ONE.matcher(plain).matches()) {
            return Verdict.NONE;
        }
        return IbanUtil.isValid(plain, IbanFormat.None) ? Verdict.VALID : Verdict.WRONG;
    }

    static boolean isValid(String text) {
        return verdict(text) == Verdict.VALID;
    }

    /** The first valid one within a text, other than {@code not}. */
    static Optional<String> within(String text, String not) {
        Matcher matcher = IN_TEXT.matcher(text);
        while (matcher.find()) {
            String found = plain(matcher.group());
            // What follows without a mark between may be another word: "... 8595 EUR".
            for (int end = found.length(); end >= SHORTEST; end--) {
                String number = found.substring(0, end);
                if (isValid(number) && !number.equals(plain(not))) {
                    return Optional.of(number);
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
}
