package org.manumit.importers.tabular.value;

/**
 * A telephone number, or what stands in place of one.
 *
 * @param value in E.164 when normalised, otherwise as written without surrounding blanks
 * @param form what it is
 */
public record PhoneReading(String value, Form form) {

    /** What stands in a column of numbers. */
    public enum Form {
        /** A number of the international numbering plan, in E.164. */
        NORMALISED,
        /** A number that only a network knows: a short or service code. */
        SHORT_CODE,
        /** A name in place of a number, as senders of mass messages use, or an anonymised id with letters. */
        NAME,
        /** Withheld: says that the number is not shown. */
        WITHHELD,
        /** Digits that fit no numbering plan the program can be sure of: kept as written. */
        AS_WRITTEN,
        /** Digits were lost before the file came here (a spreadsheet's 4.07E+10). */
        TRUNCATED
    }
}
