package org.manumit.importers.draft;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose records a file holds that does not say so itself: the number in its name, or else its name, which then stands
 * for the handset.
 *
 * @param key the number or name
 * @param isNumber whether it is a number
 */
public record HandsetOwner(String key, boolean isNumber) {

    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{8,15}");
    /** The day on which backups are written, with or without the time: 20250314, 20250314091500, 14032025. */
    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d(0\\d|1[0-2])([0-2]\\d|3[01])(\\d{4}|\\d{6})?"
            + "|([0-2]\\d|3[01])(0\\d|1[0-2])(19|20)\\d\\d");

    /** As the name of the file says; two files called "calls" are never taken for those of one handset. */
    public static HandsetOwner of(SourceFile file) {
        return of(file, number -> false);
    }

    /** The same of a file that may be called after somebody else. */
    public static HandsetOwner of(SourceFile file, Predicate<String> isAnother) {
        String stem = file.stem();
        Matcher number = NUMBER.matcher(stem);
        while (number.find()) {
            if (!isDay(number.group()) && !isAnother.test(number.group())) {
                return new HandsetOwner(number.group(), true);
            }
        }
        return new HandsetOwner(stem + " " + file.id().abbreviated(), false);
    }

    /** Whether digits are a day, as in names of files, rather than somebody's number. */
    public static boolean isDay(String digits) {
        return DAY.matcher(digits).matches();
    }
}
