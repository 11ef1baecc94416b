package org.manumit.app.feature.importing;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.ImportRequest;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;

/**
 * A file on its way into the case.
 *
 * @param path where it is
 * @param state how far it is
 * @param said what the user said about it
 * @param kinds what it could be read as, the likeliest first
 * @param preview what an import would make of it; empty until examined
 * @param message what is wrong with it; may be empty
 * @param report what became of it; empty until imported
 */
public record ReviewedFile(
        Path path,
        State state,
        Said said,
        List<String> kinds,
        Optional<Preview> preview,
        String message,
        Optional<ImportReport> report) {

    /** How far a file is. */
    public enum State {
        EXAMINING,
        READY,
        /** It cannot be imported; the message says why. */
        UNREADABLE,
        IMPORTING,
        DONE,
        CANCELLED
    }

    /**
     * What the user said about a file that the file itself does not.
     *
     * @param kind what it is; empty to go by what was detected
     * @param zone the zone of times that carry none
     * @param country the country of numbers without a prefix
     * @param columns corrections: header to meaning
     */
    public record Said(
            Optional<String> kind, Optional<ZoneId> zone, Optional<String> country, Map<String, String> columns) {

        /** Nothing. */
        public static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

        public Said {
            columns = Map.copyOf(columns);
        }

        /** The same with a kind. */
        public Said withKind(String value) {
            return new Said(Optional.of(value), zone, country, Map.of());
        }

        /** The same with a zone. */
        public Said withZone(ZoneId value) {
            return new Said(kind, Optional.of(value), country, columns);
        }

        /** The same with a country. */
        public Said withCountry(Optional<String> value) {
            return new Said(kind, zone, value, columns);
        }

        /** The same with a column corrected. */
        public Said withColumn(String header, String meaning) {
            Map<String, String> more = new HashMap<>(columns);
            more.put(header, meaning);
            return new Said(kind, zone, country, more);
        }

        ImportRequest request(Optional<Path> profiles) {
            return new ImportRequest(
                    kind,
                    new ImportOptions(zone, country, Optional.empty(), profiles, columns),
                    ImportRequest.OnRejects.KEEP_GOOD_ROWS,
                    ImportRequest.Effect.COMMIT);
        }
    }

    public ReviewedFile {
        Objects.requireNonNull(path, "path");
        kinds = List.copyOf(kinds);
    }

    /** A file just chosen. */
    static ReviewedFile chosen(Path path) {
        return new ReviewedFile(path, State.EXAMINING, Said.NOTHING, List.of(), Optional.empty(), "", Optional.empty());
    }

    /** Its name without folders. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    ReviewedFile saying(Said next) {
        return new ReviewedFile(path, State.EXAMINING, next, kinds, preview, "", Optional.empty());
    }

    ReviewedFile examined(List<String> could, Preview found) {
        return new ReviewedFile(path, State.READY, said, could, Optional.of(found), "", Optional.empty());
    }

    ReviewedFile failed(String why) {
        return new ReviewedFile(path, State.UNREADABLE, said, kinds, Optional.empty(), why, Optional.empty());
    }

    ReviewedFile in(State next) {
        return new ReviewedFile(path, next, said, kinds, preview, message, report);
    }

    ReviewedFile done(ImportReport what) {
        return new ReviewedFile(path, State.DONE, said, kinds, preview, "", Optional.of(what));
    }
}
