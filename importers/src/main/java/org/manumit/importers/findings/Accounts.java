package org.manumit.importers.findings;

import java.util.List;
import org.iban4j.CountryCode;
import org.iban4j.IbanFormat;
import org.iban4j.IbanUtil;
import org.manumit.graph.EntityId;
import org.manumit.importers.resolve.KnownNumbers;

/** International account numbers (ISO 13616) with their check digits, however they are spaced. */
final class Accounts {

    private static final int HEAD = 4;
    private static final int NEAR = 5;

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

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
