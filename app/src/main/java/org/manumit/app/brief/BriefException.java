package org.manumit.app.brief;

/** A brief cannot be written as asked. The message is one line for the user: what, and what to do. */
public final class BriefException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BriefException(String message) {
        super(message);
    }
}
