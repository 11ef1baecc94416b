package org.manumit.app.release;

/** Something may not leave the program as asked. The message is one line for the user: what, and what to do. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReleaseException(String message) {
        super(message);
    }
}
