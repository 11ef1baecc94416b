package org.manumit.importers.findings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iban4j.CountryCode;
import org.iban4j.IbanFormat;
import org.iban4j.IbanUtil;
import org.manumit.graph.EntityId;
import org.manumit.importers.resolve.KnownNumbers;

/** International account numbers (ISO 13616) with their check digits, however they are spaced. */
final class Accounts {

    private static final int HEAD = 4;
    private static final int NEAR = 5;

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 26;

    /** The word, what stands between in the same sentence, and the number. */
    private static final Pattern NATIONAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:accounts?|acct?|a/c|[\\p{L}]*kont(?:o|a|u|em|om)|koncie|cuenta|compte|conto|contul(?:ui)?|cont|rachun\\p{L}+"
                    + "|\\p{L}*sz\u00e1mla\\p{L}*|\u00fa\u010d(?:et|tu|te)|t\u00e0i\\s+kho\u1ea3n|hesap|hesab\u0131\\p{L}*|ra\u010dun\\p{L}*"
                    + "|\u0441\u0447[\u0435\u0451]\u0442\\p{L}*|\u0441\u043c\u0435\u0442\u043a\u0430|rekening\\p{L}*)"
                    + "(?![\\p{L}\\p{N}])((?:[^\\p{N}.;\n\u0001]|(?<=\\b[nN][\u00bar\u00b0o])\\.){0,40}?)"
                    + "(?<![\\p{L}\\p{N}.,/+-])(\\d(?:[ -]?\\d){5,25})(?![\\p{L}\\p{N}/]|[.,-]\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CARD = Pattern.compile(
            "(?<!\\p{L})(?:\\p{L}{0,12}kart[\\p{L}]{0,4}|\\p{L}{0,8}card|cart[ae]|tarjeta|postepay|visa|mastercard|maestro)"
                    + "(?!\\p{L})[^\\p{N}\n\u0001]{0,30}?(?<![\\p{L}\\p{N}.,/+-])(\\d{4}(?:[ -]?\\d{4}){3})(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NO_ACCOUNT = Pattern.compile(
            "(?i)(?:tel|phone|gsm|mobil|cell|whatsapp|passport|crime|case|file|ref|custody|sort\\s+code|blz)");

    private Accounts() {}

    static void find(Spots spots, KnownNumbers known) {
        String text = spots.text();
        for (int i = 0; i + HEAD < text.length(); i++) {
            if (!isLetter(text.charAt(i))
                    || (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)))
                    || !isLetter(text.charAt(i + 1))) {
                continue;
            }
            at(spots, i, known);
        }
    }

    private static void at(Spots spots, int start, KnownNumbers known) {
        String text = spots.text();
        CountryCode country =
                CountryCode.getByCode(text.substring(start, start + 2).toUpperCase(java.util.Locale.ROOT));
        if (country == null || !IbanUtil.isSupportedCountry(country)) {
            return;
        }
        int length = IbanUtil.getIbanLength(country);
        StringBuilder compact = new StringBuilder(length);
        int at = start;
        int gap = 0;
        while (at < text.length() && compact.length() < length) {
            char c = text.charAt(at);
            if ((c >= '0' && c <= '9') || isLetter(c)) {
                if (compact.length() >= 2 && compact.length() < HEAD && !(c >= '0' && c <= '9')) {
                    return;
                }
                compact.append(Character.toUpperCase(c));
                gap = 0;
            } else if ((c == ' ' || c == '\u00a0' || c == '\u202f' || c == '-' || c == '.' || c == '\n')
                    && gap == 0
                    && compact.length() != 1) {
                gap = 1;
            } else {
                return;
            }
            at++;
        }
        if (compact.length() < length || (at < text.length() && Character.isLetterOrDigit(text.charAt(at)))) {
            return;
        }
        String iban = compact.toString();
        List<EntityId> bearers = known.bearers(iban);
        if (IbanUtil.isValid(iban, IbanFormat.None)) {
            spots.add(new Spots.Spot(
                    FindingKind.ACCOUNT,
                    start,
                    at,
                    iban,
                    bearers,
                    Sureness.SURE,
                    bearers.isEmpty()
                            ? "an IBAN whose check digits fit"
                            : "an account that the case knows; its check digits fit"));
        } else if (Context.ACCOUNT.before(spots.words(), start, NEAR) >= 0) {
            spots.add(new Spots.Spot(
                    FindingKind.ACCOUNT,
                    start,
                    at,
                    iban,
                    bearers,
                    Sureness.WEAK,
                    "as long as an IBAN of " + country.getAlpha2()
                            + ", but its check digits do not fit: one sign at least is wrong"));
        }
    }

    /** Numbers of payment cards: sixteen digits in fours after words that say card. */
    static void cards(Spots spots, KnownNumbers known) {
        Matcher card = CARD.matcher(spots.unclaimed());
        while (card.find()) {
            String digits = KnownNumbers.compact(card.group(1));
            List<EntityId> bearers = known.bearers(digits);
            boolean fits = fitsLuhn(digits);
            spots.add(new Spots.Spot(
                    FindingKind.ACCOUNT,
                    card.start(1),
                    card.end(1),
                    digits,
                    bearers,
                    fits ? Sureness.LIKELY : Sureness.WEAK,
                    fits
                            ? "words before it say card; its check digit fits"
                            : "words before it say card, but its check digit does not fit"));
        }
    }

    /** ISO/IEC 7812. */
    private static boolean fitsLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** Account numbers of one country's banks: nothing but digits, and only after words that say account. */
    static void national(Spots spots, KnownNumbers known) {
        Matcher named = NATIONAL.matcher(spots.unclaimed());
        while (named.find()) {
            String digits = KnownNumbers.compact(named.group(2));
            if (digits.length() < FEWEST_DIGITS
                    || digits.length() > MOST_DIGITS
                    || NO_ACCOUNT.matcher(named.group(1)).find()) {
                continue;
            }
            // Polish banks write the international number without its country.
            boolean polish = digits.length() == 26 && IbanUtil.isValid("PL" + digits, IbanFormat.None);
            String value = polish ? "PL" + digits : digits;
            List<EntityId> bearers = known.bearers(value);
            spots.add(new Spots.Spot(
                    FindingKind.ACCOUNT,
                    named.start(2),
                    named.end(2),
                    value,
                    bearers,
                    bearers.isEmpty() ? Sureness.LIKELY : Sureness.SURE,
                    bearers.isEmpty() ? "words before it say account" : "an account that the case knows"));
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
