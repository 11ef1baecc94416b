package org.manumit.examples;

import java.util.List;
import java.util.Optional;

/** An invented operator: who its subscribers are, and where its antennas stand. */
enum Operator {
    ALBION(
            Country.GB,
            List.of(
                    new Cell("LDN-104", 51.5033, -0.0709),
                    new Cell("LDN-118", 51.5142, -0.0931),
                    new Cell("LDN-131", 51.4875, -0.0622),
                    new Cell("LDN-147", 51.5290, -0.0420),
                    new Cell("LDN-152", 51.4613, -0.1157),
                    new Cell("BOS-203", 52.9789, -0.0266),
                    new Cell("BOS-207", 52.9602, -0.0411))),
    HANSE(
            Country.DE,
            List.of(
                    new Cell("HH-0231", 53.5511, 9.9937),
                    new Cell("HH-0244", 53.5638, 10.0223),
                    new Cell("HH-0307", 53.5459, 9.9664),
                    new Cell("B-1102", 52.5200, 13.4050))),
    RHODAN(
            Country.FR,
            List.of(
                    new Cell("LYO-011", 45.7640, 4.8357),
                    new Cell("LYO-017", 45.7485, 4.8467),
                    new Cell("LYO-029", 45.7719, 4.8063)));

    /** An antenna: name, degrees north, degrees east. */
    record Cell(String name, double latitude, double longitude) {}

    private final Country country;

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf never changes
    private final List<Cell> cells;

    Operator(Country country, List<Cell> cells) {
        this.country = country;
        this.cells = List.copyOf(cells);
    }

    Country country() {
        return country;
    }

    /** The operator of a number; empty for numbers abroad. */
    static Optional<Operator> of(String e164) {
        for (Operator operator : values()) {
            if (e164.startsWith(operator.country.number(0).substring(0, 3))) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** Where a subscriber is at a time: mostly in one of two places. */
    Cell cellOf(String number, long second) {
        int home = Math.floorMod(number.hashCode(), cells.size());
        int hour = (int) Math.floorMod(second / 3_600, 24L);
        int shift = hour > 9 && hour < 17 ? 1 : 0;
        int stray = Math.floorMod((int) (second % 7_919), 23) == 0 ? 1 : 0;
        return cells.get((home + shift + stray) % cells.size());
    }
}
