package org.manumit.importers.tabular.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a latitude and a longitude that stand together in one cell: {@code 21.2933/72.8899}, {@code 41.38, 2.17},
 * {@code POINT (2.17 41.38)}, {@code Lat-22.3971; Long-88.4394} or among other parts, {@code [25001/2311:-94.58:39.09]}.
 */
public final class Position {

    /** Degrees with decimals; a dash after a letter or digit parts words and is no minus. */
    private static final Pattern DECIMAL =
            Pattern.compile("(?<![\\d.,])(?:(?<![\\p{L}\\d])-)?\\d{1,3}[.]\\d{2,12}(?![\\d.])");

    private static final int LONGEST = 300;

    /** North of Svalbard and south of the last base of Antarctica nobody telephones. */
    private static final int FARTHEST = 80;

    private Position() {}

    /** Which of two numbers is which, where nothing beside them says so. */
    public enum Order {
        LATITUDE_FIRST,
        LONGITUDE_FIRST
    }

    /** The order that the cells of a column prove: one of their numbers is too large for a latitude. */
    public static Optional<Order> order(List<String> cells) {
        boolean first = false;
        boolean second = false;
        for (String cell : cells) {
            Optional<Found> found = read(cell, Order.LATITUDE_FIRST);
            if (found.isPresent()) {
                first |= isBeyond(found.get().latitude(), FARTHEST);
                second |= isBeyond(found.get().longitude(), FARTHEST);
            } else {
                first |= read(cell, Order.LONGITUDE_FIRST).isPresent();
            }
        }
        return first == second ? Optional.empty() : Optional.of(first ? Order.LONGITUDE_FIRST : Order.LATITUDE_FIRST);
    }

    /** Whether a cell says itself which of its numbers is which. */
    public static boolean tells(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return lower.startsWith("point") || (lower.contains("lat") && lower.contains("lon"));
    }

    /**
     * What was found.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @param before what stands before, without marks at its ends: often the antenna's number
     */
    public record Found(BigDecimal latitude, BigDecimal longitude, String before) {

        /** "latitude, longitude". */
        public String words() {
            return latitude.toPlainString() + ", " + longitude.toPlainString();
        }
    }

    /** Whether a cell holds a position in either order. */
    public static boolean isIn(String cell) {
        return read(cell, Order.LATITUDE_FIRST)
                .or(() -> read(cell, Order.LONGITUDE_FIRST))
                .isPresent();
    }

    /**
     * The position in a cell.
     *
     * @param order where the cell itself does not tell
     */
    public static Optional<Found> read(String cell, Order order) {
        if (cell.length() > LONGEST || cell.indexOf('.') < 0) {
            return Optional.empty();
        }
        Matcher decimals = DECIMAL.matcher(cell);
        if (!decimals.find()) {
            return Optional.empty();
        }
        int start = decimals.start();
        BigDecimal first = new BigDecimal(decimals.group());
        if (!decimals.find()) {
            return Optional.empty();
        }
        BigDecimal second = new BigDecimal(decimals.group());
        boolean longitudeFirst = tells(cell) ? namesLongitudeFirst(cell) : order == Order.LONGITUDE_FIRST;
        BigDecimal latitude = longitudeFirst ? second : first;
        BigDecimal longitude = longitudeFirst ? first : second;
        if (isBeyond(latitude, 90) || isBeyond(longitude, 180) || (latitude.signum() == 0 && longitude.signum() == 0)) {
            return Optional.empty();
        }
        String before = cell.substring(0, start)
                .replaceFirst("(?i)(?:lat(?:itude)?|lon(?:g(?:itude)?)?|point)[^\\p{L}\\d]*$", "")
                .replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d]+$", "");
        return Optional.of(new Found(latitude, longitude, before.length() > 60 ? "" : before));
    }

    private static boolean namesLongitudeFirst(String cell) {
        String lower = cell.toLowerCase(Locale.ROOT);
        return lower.startsWith("point") || lower.indexOf("lon") < lower.indexOf("lat");
    }

    private static boolean isBeyond(BigDecimal degrees, int most) {
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0;
    }
}
