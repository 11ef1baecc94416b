package org.manumit.importers.tabular;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What each column of a table means. A value: it can be saved under a name and used for the next file with the same
 * headers.
 *
 * @param name the name it was saved under, or empty
 * @param kind kind of table: {@code calls}, {@code transfers}
 * @param fingerprint of the headers it was made for
 * @param zone the zone of the source's times, when somebody said it
 * @param country the country of the source's numbers without a prefix, when somebody said it
 * @param columns the columns, in their order
 */
public record ColumnMapping(
        String name,
        String kind,
        String fingerprint,
        Optional<ZoneId> zone,
        Optional<String> country,
        List<Column> columns) {

    /**
     * One column.
     *
     * @param index its place, from 0
     * @param header its header, or {@code column 3}
     * @param meaning its meaning's key, or empty when it is kept as an attribute
     * @param hint how its values are to be read where they could be read in several ways ({@code month first},
     *     {@code comma}, {@code minutes}), or empty to decide from the values
     * @param reason why it means that, in words
     */
    public record Column(int index, String header, String meaning, String hint, String reason) {
        /** Checks that nothing is missing. */
        public Column {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(hint, "hint");
            Objects.requireNonNull(reason, "reason");
            if (index < 0) {
                throw new IllegalArgumentException("columns count from 0");
            }
        }

        /** Whether the column has a meaning. */
        public boolean isMapped() {
            return !meaning.isEmpty();
        }
    }

    /** A mapping of columns alone. */
    public ColumnMapping(String name, String kind, String fingerprint, List<Column> columns) {
        this(name, kind, fingerprint, Optional.empty(), Optional.empty(), columns);
    }

    /** Copies the columns. */
    public ColumnMapping {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(country, "country");
        columns = List.copyOf(columns);
    }

    /** Where the column with a meaning stands. */
    public OptionalInt indexOf(String meaning) {
        return columns.stream()
                .filter(c -> c.meaning().equals(meaning))
                .mapToInt(Column::index)
                .findFirst();
    }

    /** The column with a meaning. */
    public Optional<Column> column(String meaning) {
        return columns.stream().filter(c -> c.meaning().equals(meaning)).findFirst();
    }

    /** Whether some column has the meaning. */
    public boolean has(String meaning) {
        return indexOf(meaning).isPresent();
    }

    /** The first headers, separated by commas, for messages. */
    public String headers(int most) {
        return columns.stream().map(Column::header).limit(most).collect(Collectors.joining(", "));
    }

    /** The same under a name. */
    public ColumnMapping named(String newName) {
        return new ColumnMapping(newName, kind, fingerprint, zone, country, columns);
    }

    /** The same with where the source stands. */
    public ColumnMapping of(Optional<ZoneId> sourceZone, Optional<String> sourceCountry) {
        return new ColumnMapping(name, kind, fingerprint, sourceZone, sourceCountry, columns);
    }
}
