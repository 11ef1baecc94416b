package org.manumit.app.feature.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.control.Dialogs;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.Work;
import org.manumit.app.session.CaseRequest;
import org.manumit.app.session.Session;
import org.manumit.app.session.UserPreferences;
import org.manumit.styles.Words;

/** What the first screen offers. Confined to the window's thread. */
public final class StartViewModel {

    /**
     * A case opened before.
     *
     * @param location where it is
     * @param name what to call it
     * @param place its folder or address, for telling cases of one name apart
     * @param presence whether it is still there
     */
    public record RecentCase(String location, String name, String place, Presence presence) {
        RecentCase now(Presence known) {
            return new RecentCase(location, name, place, known);
        }
    }

    /** Whether a case is where it was. */
    public enum Presence {
        /** On this machine, and not yet looked for: drives may be slow. */
        UNKNOWN,
        THERE,
        /** Moved or deleted, or on a drive that is not connected. */
        MISSING,
        /** On a server; whether it answers shows when it is opened. */
        SHARED
    }

    private final Session session;
    private final JobRunner jobs;
    private final UserPreferences preferences;
    private final Dialogs dialogs;
    private final Words words;
    private final Optional<Work<String>> example;
    private final Consumer<List<Path>> importFiles;
    private final ObservableList<RecentCase> recent = FXCollections.observableArrayList();
    private final ObservableList<RecentCase> recentToSee = FXCollections.unmodifiableObservableList(recent);
    private final ReadOnlyStringWrapper whyNoExample = new ReadOnlyStringWrapper(this, "whyNoExample", "");

    /**
     * The first screen.
     *
     * @param example makes the example case and says where it is; empty where it is not part of the program
     * @param importFiles starts the import of files into the case that is open by then
     */
    public StartViewModel(
            Session session,
            JobRunner jobs,
            UserPreferences preferences,
            Dialogs dialogs,
            Words words,
            Optional<Work<String>> example,
            Consumer<List<Path>> importFiles) {
        this.session = session;
        this.jobs = jobs;
        this.preferences = preferences;
        this.dialogs = dialogs;
        this.words = words;
        this.example = example;
        this.importFiles = importFiles;
        whyNoExample.set(example.isPresent() ? "" : words.text("start.noExample"));
        reload();
    }

    /** Reads the list of recent cases again. */
    public void reload() {
        List<RecentCase> known = preferences.recentCases().stream()
                .map(StartViewModel::recentCase)
                .toList();
        recent.setAll(known);
        if (known.stream().anyMatch(each -> each.presence() == Presence.UNKNOWN)) {
            jobs.run(
                    words.text("job.recent"),
                    (progress, cancellation) ->
                            known.stream().map(StartViewModel::looked).toList(),
                    looked -> {
                        if (recent.equals(known)) {
                            recent.setAll(looked);
                        }
                    });
        }
    }

    private static RecentCase recentCase(String location) {
        if (CaseRequest.isShared(location)) {
            int slash = location.lastIndexOf('/');
            return new RecentCase(location, location.substring(slash + 1), location, Presence.SHARED);
        }
        Path path = Path.of(location);
        Path name = path.getFileName();
        return new RecentCase(
                location,
                name == null ? location : name.toString(),
                Optional.ofNullable(path.getParent()).map(Path::toString).orElse(""),
                Presence.UNKNOWN);
    }

    private static RecentCase looked(RecentCase named) {
        return named.presence() == Presence.UNKNOWN
                ? named.now(Files.isDirectory(Path.of(named.location())) ? Presence.THERE : Presence.MISSING)
                : named;
    }

    /** The cases opened last, the latest first. */
    public ObservableList<RecentCase> recent() {
        return recentToSee;
    }

    /** Why the example case cannot be opened; empty when it can. */
    public ReadOnlyStringProperty whyNoExampleProperty() {
        return whyNoExample.getReadOnlyProperty();
    }

    /** Asks where to make a case, and makes it. */
    public void newCase() {
        newCase(() -> {});
    }

    private void newCase(Runnable then) {
        dialogs.chooseNew(words.text("start.new.title"), words.text("start.new.suggestion"))
                .ifPresent(folder -> open(CaseRequest.made(folder.toString()), then));
    }

    /** Asks for the address of a shared store, and opens the case in it. */
    public void openShared() {
        openShared("");
    }

    private void openShared(String address) {
        dialogs.askStore(address)
                .ifPresent(login -> open(CaseRequest.shared(login.address(), login.password()), () -> {}));
    }

    /** Opens what was named when the program was started; a folder without a case becomes one. */
    public void openNamed(String location) {
        open(CaseRequest.made(location), () -> {});
    }

    /** Asks for the folder of a case, and opens it. */
    public void openCase() {
        dialogs.chooseFolder(words.text("start.open.title"))
                .ifPresent(folder -> open(CaseRequest.existing(folder.toString()), () -> {}));
    }

    /** Opens a case from the list. */
    public void open(RecentCase chosen) {
        switch (chosen.presence()) {
            case SHARED -> openShared(chosen.location());
            case UNKNOWN, THERE, MISSING -> open(CaseRequest.existing(chosen.location()), () -> {});
        }
    }

    /** Takes a case off the list; the case itself stays. */
    public void forget(RecentCase chosen) {
        preferences.forget(chosen.location());
        reload();
    }

    private void open(CaseRequest request, Runnable then) {
        session.open(request, () -> {
            preferences.opened(request.location());
            reload();
            then.run();
        });
    }

    /** Makes the example case anew and opens it. */
    public void openExample() {
        example.ifPresent(work ->
                jobs.run(words.text("job.example"), work, location -> open(CaseRequest.existing(location), () -> {})));
    }

    /** Takes files dropped on the window: a folder with a case is opened, anything else starts a new case. */
    public void dropped(List<Path> files) {
        if (files.size() == 1 && Files.isDirectory(files.getFirst().resolve("store"))) {
            open(CaseRequest.existing(files.getFirst().toString()), () -> {});
        } else if (!files.isEmpty()) {
            newCase(() -> importFiles.accept(files));
        }
    }
}
