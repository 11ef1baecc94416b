package org.manumit.importers.draft;

import java.util.Objects;

/** What opens a protected file. Kept in memory only, and never written anywhere, this text form included. */
public final class Password {

    private final String text;

    /** A password as somebody typed it. */
    public Password(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The password itself, for the library that opens the file. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password password && text.equals(password.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "a password";
    }
}
