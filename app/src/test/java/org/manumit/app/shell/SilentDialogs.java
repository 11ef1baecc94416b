package org.manumit.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manumit.app.control.Dialogs;

/** Answers every question as a test has set it beforehand. */
public final class SilentDialogs implements Dialogs {
    private List<Path> files = List.of();
    private Optional<Path> folder = Optional.empty();
    private Optional<StoreLogin> login = Optional.empty();
    private Optional<String> said = Optional.empty();
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

    /** Will give this password for whatever store is asked about. */
    public SilentDialogs knowing(String address, String password) {
        login = Optional.of(new StoreLogin(address, password));
        return this;
    }

    /** Will give this reason, this name, or this password. */
    public SilentDialogs saying(String text) {
        said = Optional.of(text);
        return this;
    }

    @Override
    public Optional<StoreLogin> askStore(String address) {
        return login;
    }

    @Override
    public Optional<String> askReason(String title, String text, String go) {
        return said;
    }

    @Override
    public Optional<String> askName(String title, String suggestion) {
        return said;
    }

    @Override
    public Optional<String> askPassword(String title, String why) {
        return said;
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
