package org.manumit.importers.spi;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.manumit.importers.draft.ReadAs;

/**
 * What the user says about a file that the file itself does not.
 *
 * @param zone the zone of times that carry none; UTC is assumed, and said, when empty
 * @param country the country of telephone numbers without a prefix, ISO 3166 two letters
 * @param profile the name of a saved column mapping
 * @param profiles the folder where column mappings are saved
 * @param columns corrections of single columns: header (or {@code #3} for the third) to meaning
 * @param readAs how its bytes are to be read
 */
public record ImportOptions(
        Optional<ZoneId> zone,
        Optional<String> country,
        Optional<String> profile,
        Optional<Path> profiles,
        Map<String, String> columns,
        ReadAs readAs) {

    /** Nothing said. */
    public static final ImportOptions NONE =
            new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public ImportOptions {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(profiles, "profiles");
        columns = Map.copyOf(columns);
        Objects.requireNonNull(readAs, "readAs");
    }

    /** The same of a file whose bytes are read as they stand. */
    public ImportOptions(
            Optional<ZoneId> zone,
            Optional<String> country,
            Optional<String> profile,
            Optional<Path> profiles,
            Map<String, String> columns) {
        this(zone, country, profile, profiles, columns, ReadAs.IT_STANDS);
    }

    /** These options for a file whose bytes are read as the user says. */
    public ImportOptions withReadAs(ReadAs value) {
        return new ImportOptions(zone, country, profile, profiles, columns, value);
    }

    /** These options with a zone. */
    public ImportOptions withZone(ZoneId value) {
        return new ImportOptions(Optional.of(value), country, profile, profiles, columns, readAs);
    }

    /** These options with a country. */
    public ImportOptions withCountry(String value) {
        return new ImportOptions(zone, Optional.of(value), profile, profiles, columns, readAs);
    }
}
