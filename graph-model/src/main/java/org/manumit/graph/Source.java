package org.manumit.graph;

import java.time.Instant;
import java.util.Objects;

/**
 * An imported file, as custody and every brief need it.
 *
 * @param id its content's hash
 * @param fileName its name, without folders
 * @param size its length in bytes
 * @param kind what it was read as: {@code calls}, {@code transfers}, {@code case}, {@code graph}, {@code contacts},
 *     {@code document}
 * @param profile the column mapping used, or what the reader took the layout for; may be empty
 * @param zone the time zone of times that carry none, as a zone id; may be empty
 * @param country the country of numbers without a prefix, ISO 3166 two letters; may be empty
 * @param importedAt when it was imported
 * @param importedBy who imported it
 * @param rowsRead rows in the file
 * @param rowsAccepted rows that became claims
 * @param rowsRejected rows that could not be read, each listed as an issue
 * @param rowsDuplicate rows known already
 * @param grades the grades that its claims fall back to
 */
public record Source(
        SourceId id,
        String fileName,
        long size,
        String kind,
        String profile,
        String zone,
        String country,
        Instant importedAt,
        String importedBy,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        long rowsDuplicate,
        Grades grades) {

    public Source {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(importedAt, "importedAt");
        Objects.requireNonNull(importedBy, "importedBy");
        Objects.requireNonNull(grades, "grades");
        if (rowsRead != rowsAccepted + rowsRejected + rowsDuplicate) {
            throw new IllegalArgumentException("rows do not add up in " + fileName + ": " + rowsRead + " read, "
                    + rowsAccepted + " accepted, " + rowsRejected + " rejected, " + rowsDuplicate + " duplicate");
        }
    }
}
