package org.manumit.app.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions that stop the user; behind an interface so that tests can answer them. */
public interface Dialogs {

    /**
     * The address of a shared store and its password.
     *
     * @param address {@code neo4j://USER@HOST:PORT/DATABASE}
     * @param password kept nowhere
     */
    record StoreLogin(String address, String password) {
        @Override
        public String toString() {
            return address; // never the password
        }
    }

    /**
     * Asks for the address of a shared store and its password.
     *
     * @param address what to suggest; empty when nothing is known yet
     */
    Optional<StoreLogin> askStore(String address);

    /**
     * Asks for a reason, in the user's own words.
     *
     * @param go the words on the button that goes on
     * @return never blank
     */
    Optional<String> askReason(String title, String text, String go);

    /**
     * Asks for the password of a protected file.
     *
     * @param why that it is protected, or that the last password did not open it
     */
    Optional<String> askPassword(String title, String why);

    /** Asks for files. */
    List<Path> chooseFiles(String title);

    /** Asks for a folder that exists. */
    Optional<Path> chooseFolder(String title);

    /** Asks for a name, suggesting one. */
    Optional<String> askName(String title, String suggestion);

    /** Asks where to make something new; the path may not exist yet. */
    Optional<Path> chooseNew(String title, String suggestedName);

    /**
     * Asks whether to go on.
     *
     * @param go the words on the button that goes on
     */
    boolean confirm(String title, String text, String go);
}
