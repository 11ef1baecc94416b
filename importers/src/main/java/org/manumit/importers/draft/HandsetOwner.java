package org.manumit.importers.draft;

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

    /** As the name of the file says; two files called "calls" are never taken for those of one handset. */
    public static HandsetOwner of(SourceFile file) {
        String fileName = file.fileName();
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        Matcher number = NUMBER.matcher(stem);
        return number.find()
                ? new HandsetOwner(number.group(), true)
                : new HandsetOwner(stem + " " + file.id().abbreviated(), false);
    }
}
