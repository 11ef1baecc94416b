package org.manumit.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manumit.app.control.Dialogs;

/** Answers every question as a test has set it beforehand. */
public final class SilentDialogs implements Dialogs {
    private List<Path> files = List.of();
    private Optional<Path> folder = Optional.empty();
    private boolean consent = true;

    /** Will choose these files. */
    public SilentDialogs choosing(Path... chosen) {
        files = List.of(chosen);
        return this;
    }

    /** Will choose this folder. */
    public SilentDialogs choosingFolder(Path chosen) {
        folder = Optional.of(chosen);
        return this;
    }

    /** Will refuse to go on. */
    public SilentDialogs refusing() {
        consent = false;
        return this;
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return files;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return folder;
    }

    @Override
    public Optional<Path> chooseNew(String title, String suggestedName) {
        return folder;
    }

    @Override
    public boolean confirm(String title, String text, String go) {
        return consent;
    }
}
