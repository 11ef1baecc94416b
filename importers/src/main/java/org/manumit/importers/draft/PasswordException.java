package org.manumit.importers.draft;

/** The file is protected, and no password or a wrong one was given. */
public final class PasswordException extends ImportException {

    private static final long serialVersionUID = 1L;

    /** What is the matter with the password. */
    public enum Reason {
        /** None was given. */
        MISSING,
        /** The one given does not open the file. */
        WRONG
    }

    private final Reason reason;

    private PasswordException(String message, Reason reason) {
        super(message);
        this.reason = reason;
    }

    /** That a file does not open, with the password that was given for it. */
    public static PasswordException of(SourceFile file) {
        return file.readAs().password().isEmpty()
                ? new PasswordException(
                        file.fileName() + ": the file is protected by a password; give the password, or save it"
                                + " without one and import that",
                        Reason.MISSING)
                : new PasswordException(
                        file.fileName() + ": the password does not open the file; try again", Reason.WRONG);
    }

    /** What is the matter with the password. */
    public Reason reason() {
        return reason;
    }
}
