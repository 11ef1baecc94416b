package org.manumit.importers.draft;

import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user says of how a file's bytes are to be read.
 *
 * @param encoding the characters of a text file; found out when empty
 * @param delimiter the character between the cells of a text file; found out when empty
 * @param password what opens a protected file
 * @param corrections cells to be read otherwise than they stand
 */
public record ReadAs(
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        Optional<Password> password,
        Corrections corrections) {

    /** As it stands. */
    public static final ReadAs IT_STANDS =
            new ReadAs(Optional.empty(), Optional.empty(), Optional.empty(), Corrections.NONE);

    public ReadAs {
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(corrections, "corrections");
    }

    /** The same in another encoding; empty to find out. */
    public ReadAs withEncoding(Optional<Charset> value) {
        return new ReadAs(value, delimiter, password, corrections);
    }

    /** The same with another delimiter; empty to find out. */
    public ReadAs withDelimiter(Optional<Character> value) {
        return new ReadAs(encoding, value, password, corrections);
    }

    /** The same with a password. */
    public ReadAs withPassword(Password value) {
        return new ReadAs(encoding, delimiter, Optional.of(value), corrections);
    }

    /** The same with these corrections, in place of any others. */
    public ReadAs withCorrections(Corrections value) {
        return new ReadAs(encoding, delimiter, password, value);
    }
}
