package org.manumit.app.feature.importing;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.ImportRequest;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.ReadAs;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter.Meaning;

/**
 * A file on its way into the case.
 *
 * @param path where it is
 * @param state how far it is
 * @param said what the user said about it
 * @param found what an import would make of it; empty until examined
 * @param counted how its rows add up; empty until all were read
 * @param message what is wrong with it; may be empty
 * @param report what became of it; empty until imported
 */
public record ReviewedFile(
        Path path,
        State state,
        Said said,
        Optional<Found> found,
        Optional<Counted> counted,
        String message,
        Optional<ImportReport> report) {

    /** How far a file is. */
    public enum State {
        EXAMINING,
        READY,
        /** It is protected, and waits for its password. */
        LOCKED,
        /** A table whose columns nobody knows yet; the message says what to do. */
        UNMAPPED,
        /** It cannot be imported; the message says why. */
        UNREADABLE,
        IMPORTING,
        /** The user has stopped it; what was written of it is being taken back. */
        STOPPING,
        DONE,
        /** It was imported and its import undone; nothing of it is in the case. */
        TAKEN_BACK,
        CANCELLED
    }

    /**
     * What an import would make of a file.
     *
     * @param kinds what it could be read as, the likeliest first
     * @param preview its columns and first rows
     * @param meanings what its columns can mean
     * @param profile the saved columns by which it is read
     * @param place the zone and country that the saved columns state
     * @param profiles the saved columns there are for its kind
     * @param form how its bytes are read, for a text file
     */
    public record Found(
            List<String> kinds,
            Preview preview,
            List<Meaning> meanings,
            Optional<String> profile,
            Place place,
            List<String> profiles,
            Optional<TextForm> form) {
        public Found {
            kinds = List.copyOf(kinds);
            meanings = List.copyOf(meanings);
            profiles = List.copyOf(profiles);
        }

        /** The same read by columns that were saved just now. */
        Found readBy(String name, List<String> saved) {
            return new Found(kinds, preview, meanings, Optional.of(name), place, saved, form);
        }

        /** What stands over the columns. */
        List<String> headers() {
            return preview.columns().stream().map(Preview.Column::header).toList();
        }
    }

    /** The zone and country that saved columns state for all files that are read by them. */
    public record Place(Optional<ZoneId> zone, Optional<String> country) {

        /** Nothing stated. */
        public static final Place NOWHERE = new Place(Optional.empty(), Optional.empty());
    }

    /**
     * How a text file is read.
     *
     * @param encoding its characters
     * @param delimiter what stands between its cells
     */
    public record TextForm(Charset encoding, char delimiter) {}

    /** How the rows of a file add up. */
    public record Counted(long read, long accepted, long rejected, long duplicate, long doubtful) {}

    /**
     * What the user said about a file that the file itself does not.
     *
     * @param kind what it is; empty to go by what was detected
     * @param zone the zone of times that carry none
     * @param country the country of numbers without a prefix
     * @param profile the saved columns to use; empty to use those for the same headers, if there are any
     * @param columns corrections: header, or {@code #3}, to meaning
     * @param readAs how its bytes are to be read
     */
    public record Said(
            Optional<String> kind,
            Optional<ZoneId> zone,
            Optional<String> country,
            Optional<String> profile,
            Map<String, String> columns,
            ReadAs readAs) {

        /** Nothing. */
        public static final Said NOTHING = new Said(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), ReadAs.IT_STANDS);

        public Said {
            columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        /** Whether something was said that holds for the next file of the same layout, too. */
        boolean saysHowColumnsAreRead() {
            return !columns.isEmpty();
        }

        /** Whether nothing was said of its kind or its columns. */
        boolean leavesColumnsOpen() {
            return kind.isEmpty() && profile.isEmpty() && columns.isEmpty();
        }

        /** The same with a kind; what was said of columns meant another. */
        public Said withKind(String value) {
            return new Said(Optional.of(value), zone, country, Optional.empty(), Map.of(), readAs);
        }

        /** The same of a file that stays of the kind it was taken for: what is said of columns holds for that kind. */
        Said staying(Optional<String> taken) {
            return new Said(kind.or(() -> taken), zone, country, profile, columns, readAs);
        }

        /** The same with a zone; empty to go by the file. */
        public Said withZone(Optional<ZoneId> value) {
            return new Said(kind, value, country, profile, columns, readAs);
        }

        /** The same with a country; empty to go by the file. */
        public Said withCountry(Optional<String> value) {
            return new Said(kind, zone, value, profile, columns, readAs);
        }

        /** The same with saved columns in place of what was said of single ones. */
        public Said withProfile(Optional<String> value) {
            return new Said(kind, zone, country, value, Map.of(), readAs);
        }

        /** The same with a column corrected. */
        public Said withColumn(String column, String meaning) {
            Map<String, String> more = new LinkedHashMap<>(columns);
            more.remove(column);
            more.put(column, meaning);
            return new Said(kind, zone, country, profile, more, readAs);
        }

        /** The same with its bytes read otherwise. Cells cut otherwise are other cells. */
        public Said withForm(Optional<Charset> encoding, Optional<Character> delimiter) {
            return withReadAs(
                    readAs.withEncoding(encoding).withDelimiter(delimiter).withCorrections(Corrections.NONE));
        }

        /** The same with a password. */
        public Said withPassword(Password password) {
            return withReadAs(readAs.withPassword(password));
        }

        /** The same with these cells corrected, and no others. */
        public Said withCorrections(Corrections corrections) {
            return withReadAs(readAs.withCorrections(corrections));
        }

        private Said withReadAs(ReadAs value) {
            return new Said(kind, zone, country, profile, columns, value);
        }

        ImportRequest request(Optional<Path> profiles) {
            return new ImportRequest(
                    kind,
                    new ImportOptions(zone, country, profile, profiles, columns, readAs),
                    ImportRequest.OnRejects.KEEP_GOOD_ROWS,
                    ImportRequest.Effect.COMMIT);
        }
    }

    public ReviewedFile {
        Objects.requireNonNull(path, "path");
    }

    /** A file just chosen. */
    static ReviewedFile chosen(Path path) {
        return new ReviewedFile(
                path, State.EXAMINING, Said.NOTHING, Optional.empty(), Optional.empty(), "", Optional.empty());
    }

    /** Its name without folders. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Its columns and first rows; empty until examined. */
    public Optional<Preview> preview() {
        return found.map(Found::preview);
    }

    ReviewedFile saying(Said next) {
        // What was said of it so far stays in view until it is looked at again
        return new ReviewedFile(path, State.EXAMINING, next, found, Optional.empty(), message, Optional.empty());
    }

    ReviewedFile examined(Found what) {
        return new ReviewedFile(path, State.READY, said, Optional.of(what), counted, "", Optional.empty());
    }

    ReviewedFile counted(Counted rows) {
        return new ReviewedFile(path, state, said, found, Optional.of(rows), message, report);
    }

    ReviewedFile unknown(Found what, String why) {
        return new ReviewedFile(path, State.UNMAPPED, said, Optional.of(what), Optional.empty(), why, Optional.empty());
    }

    ReviewedFile locked(String why) {
        return new ReviewedFile(path, State.LOCKED, said, Optional.empty(), Optional.empty(), why, Optional.empty());
    }

    ReviewedFile failed(String why) {
        return new ReviewedFile(path, State.UNREADABLE, said, found, Optional.empty(), why, Optional.empty());
    }

    ReviewedFile in(State next) {
        return new ReviewedFile(path, next, said, found, counted, message, report);
    }

    /** Ready to be imported once more. */
    ReviewedFile again() {
        return new ReviewedFile(path, State.READY, said, found, counted, "", Optional.empty());
    }

    ReviewedFile done(ImportReport what) {
        return new ReviewedFile(path, State.DONE, said, found, counted, "", Optional.of(what));
    }
}
