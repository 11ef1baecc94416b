package org.manumit.app.session;

import java.util.Objects;
import java.util.Optional;
import org.manumit.app.localstore.LocalStore.IfAbsent;

/**
 * Which case to open, and how.
 *
 * @param location a folder, or the address of a shared store
 * @param ifAbsent what to do where the folder holds no case
 * @param password of a shared store, as the user gave it for this once; kept nowhere
 */
public record CaseRequest(String location, IfAbsent ifAbsent, Optional<String> password) {

    public CaseRequest {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(ifAbsent, "ifAbsent");
        Objects.requireNonNull(password, "password");
    }

    /** The case in a folder, made where there is none; or a shared one whose password is to be had elsewhere. */
    public static CaseRequest made(String location) {
        return new CaseRequest(location, IfAbsent.CREATE, Optional.empty());
    }

    /** A case that is there already. */
    public static CaseRequest existing(String location) {
        return new CaseRequest(location, IfAbsent.REFUSE, Optional.empty());
    }

    /** A shared case. */
    public static CaseRequest shared(String address, String password) {
        return new CaseRequest(address, IfAbsent.REFUSE, Optional.of(password));
    }

    /** Whether a location is the address of a shared store. */
    public static boolean isShared(String location) {
        return location.contains("://");
    }

    @Override
    public String toString() {
        return location + " (" + ifAbsent + ")"; // never the password
    }
}
