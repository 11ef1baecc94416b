package org.manumit.app.custody;

/** An original or the audit log could not be kept. The message is one line for the user: what, where, what to do. */
public final class CustodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CustodyException(String message) {
        super(message);
    }

    public CustodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
