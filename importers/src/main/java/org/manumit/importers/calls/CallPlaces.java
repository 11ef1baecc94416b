package org.manumit.importers.calls;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.Table;

/**
 * Where the columns of a table of call records stand; -1 for a meaning that no column has.
 *
 * @param from the caller, or the subscriber
 * @param to the called, or the other party
 * @param own the subscriber where caller and called have columns of their own
 */
record CallPlaces(
        int from,
        int to,
        int own,
        int direction,
        int kind,
        int start,
        int date,
        int time,
        int end,
        int endTime,
        int offset,
        int duration,
        int talkTime,
        int cell,
        int otherCell,
        int area,
        int country,
        int network,
        int position,
        int latitude,
        int longitude,
        int imei,
        int otherImei,
        int imsi,
        int otherImsi) {

    /** The places that a mapping gives; a start that no row has gives way to a date that rows have. */
    static CallPlaces of(ColumnMapping mapping, Table table, int from, int to) {
        int own = index(mapping, CallColumns.SUBSCRIBER);
        int start = index(mapping, CallColumns.START);
        int date = index(mapping, CallColumns.DATE);
        boolean networks = isOfSeveralNetworks(mapping, table);
        return new CallPlaces(
                from,
                to,
                own == from || own == to ? -1 : own,
                index(mapping, CallColumns.DIRECTION),
                index(mapping, CallColumns.KIND),
                start >= 0 && date >= 0 && isEmpty(table, start) && !isEmpty(table, date) ? -1 : start,
                date,
                index(mapping, CallColumns.TIME),
                index(mapping, CallColumns.END),
                index(mapping, CallColumns.END_TIME),
                index(mapping, CallColumns.OFFSET),
                index(mapping, CallColumns.DURATION),
                index(mapping, CallColumns.TALK_TIME),
                index(mapping, CallColumns.CELL),
                index(mapping, CallColumns.OTHER_CELL),
                index(mapping, CallColumns.AREA),
                networks ? index(mapping, CallColumns.COUNTRY_CODE) : -1,
                networks ? index(mapping, CallColumns.NETWORK_CODE) : -1,
                index(mapping, CallColumns.POSITION),
                index(mapping, CallColumns.LATITUDE),
                index(mapping, CallColumns.LONGITUDE),
                index(mapping, CallColumns.IMEI),
                index(mapping, CallColumns.OTHER_IMEI),
                index(mapping, CallColumns.IMSI),
                index(mapping, CallColumns.OTHER_IMSI));
    }

    private static int index(ColumnMapping mapping, String key) {
        return mapping.indexOf(key).orElse(-1);
    }

    private static boolean isEmpty(Table table, int column) {
        return table.sample().stream().allMatch(row -> row.isBlank(column));
    }

    /**
     * Whether antennas of more than one network stand in a table, whose numbers are then only told apart with that of
     * the network; the records of one operator leave it out.
     */
    static boolean isOfSeveralNetworks(ColumnMapping mapping, Table table) {
        int country = index(mapping, CallColumns.COUNTRY_CODE);
        int network = index(mapping, CallColumns.NETWORK_CODE);
        return country >= 0
                && network >= 0
                && table.sample().stream()
                                .map(row -> row.value(country) + "-" + row.value(network))
                                .filter(pair -> pair.length() > 1)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    /** The columns that a record's own fields are made of; the others stay with the record as they stand. */
    Set<Integer> used() {
        Set<Integer> used = new HashSet<>(List.of(from, to, direction, kind, start, date, time, end, endTime, offset));
        used.addAll(List.of(cell, otherCell, latitude, longitude, imei, otherImei, imsi, otherImsi));
        used.add(talkTime >= 0 ? talkTime : duration);
        if (cell >= 0) {
            used.addAll(List.of(area, country, network));
        }
        return used;
    }

    /** Whether some row says how long it lasted. */
    boolean tellsLength(Table table) {
        return IntStream.of(duration, talkTime, end, endTime)
                .anyMatch(column -> column >= 0 && !isEmpty(table, column));
    }
}
