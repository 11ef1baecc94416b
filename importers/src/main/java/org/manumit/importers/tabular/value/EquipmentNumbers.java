package org.manumit.importers.tabular.value;

import java.util.Optional;

/**
 * Brings the numbers of handsets and SIM cards to one spelling.
 *
 * <p>An IMEI's first fourteen digits name the handset (3GPP TS 23.003, 6.2.1); the fifteenth is a check digit that
 * networks often send as 0, and a sixteen-digit IMEISV has the software version in its place. All three spellings of
 * one handset become the fifteen digits with the right check digit.
 */
public final class EquipmentNumbers {

    private EquipmentNumbers() {}

    /** How a handset's number is written. */
    public enum Spelling {
        /** In fifteen digits with the right check digit, or not as an IMEI at all. */
        EXACT,
        /** Without the check digit, or with another digit in its place, as networks send it. */
        COMPLETED,
        /** In fifteen digits, the last of which contradicts the others. */
        CONTRADICTORY
    }

    /** How the number of a handset is written. */
    public static Spelling spelling(String text) {
        String digits = digits(text);
        if (!isImei(digits) || completed(digits).equals(digits)) {
            return Spelling.EXACT;
        }
        return digits.length() == 15 && digits.charAt(14) != '0' ? Spelling.CONTRADICTORY : Spelling.COMPLETED;
    }

    /**
     * The IMEI in fifteen digits, or empty when the text is none. One whose last digit contradicts the others stays as it
     * is: any of its digits may be the mistyped one, so it must not become the number of another handset.
     */
    public static Optional<String> imei(String text) {
        String digits = digits(text);
        if (!isImei(digits)) {
            return Optional.empty();
        }
        return Optional.of(spelling(digits) == Spelling.CONTRADICTORY ? digits : completed(digits));
    }

    private static boolean isImei(String digits) {
        return digits.length() >= 14
                && digits.length() <= 16
                && digits.chars().distinct().count() > 1;
    }

    private static String completed(String digits) {
        String body = digits.substring(0, 14);
        return body + checkDigit(body);
    }

    /** The IMSI in fourteen or fifteen digits, or empty when the text is none. */
    public static Optional<String> imsi(String text) {
        String digits = digits(text);
        return digits.length() < 14
                        || digits.length() > 15
                        || digits.chars().distinct().count() == 1
                ? Optional.empty()
                : Optional.of(digits);
    }

    /** Digits without the marks between them; empty text when there is anything else. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(16);
        // A spreadsheet's column of numbers: 449698079317467.0
        int end = text.endsWith(".0") ? text.length() - 2 : text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != '-' && c != ' ' && c != '/' && c != '\'' && c != '"' && c != '=') {
                return "";
            }
        }
        return digits.toString();
    }

    /** Luhn's check digit. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
