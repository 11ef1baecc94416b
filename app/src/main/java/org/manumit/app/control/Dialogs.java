package org.manumit.app.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Questions that stop the user; behind an interface so that tests can answer them. */
public interface Dialogs {

    /** Asks for files. */
    List<Path> chooseFiles(String title);

    /** Asks for a folder that exists. */
    Optional<Path> chooseFolder(String title);

    /** Asks where to make something new; the path may not exist yet. */
    Optional<Path> chooseNew(String title, String suggestedName);

    /**
     * Asks whether to go on.
     *
     * @param go the words on the button that goes on
     */
    boolean confirm(String title, String text, String go);
}
