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
     */
    public record RecentCase(String location, String name, String place) {}

    private final Session session;
    private final JobRunner jobs;
    private final UserPreferences preferences;
    private final Dialogs dialogs;
    private final Words words;
    private final Optional<Work<String>> example;
    private final Consumer<List<Path>> importFiles;
    private final ObservableList<RecentCase> recent = FXCollections.observableArrayList();
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
        recent.setAll(preferences.recentCases().stream()
                .map(StartViewModel::recentCase)
                .toList());
    }

    private static RecentCase recentCase(String location) {
        if (location.contains("://")) {
            int slash = location.lastIndexOf('/');
            return new RecentCase(location, location.substring(slash + 1), location);
        }
        Path path = Path.of(location);
        Path name = path.getFileName();
        return new RecentCase(
                location,
                name == null ? location : name.toString(),
                Optional.ofNullable(path.getParent()).map(Path::toString).orElse(""));
    }

    /** The cases opened last, the latest first. */
    public ObservableList<RecentCase> recent() {
        return FXCollections.unmodifiableObservableList(recent);
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
                .ifPresent(folder -> open(folder.toString(), then));
    }

    /** Asks for the folder of a case, and opens it. */
    public void openCase() {
        dialogs.chooseFolder(words.text("start.open.title")).ifPresent(folder -> open(folder.toString(), () -> {}));
    }

    /** Opens a case from the list. */
    public void open(RecentCase chosen) {
        open(chosen.location(), () -> {});
    }

    /** Takes a case off the list; the case itself stays. */
    public void forget(RecentCase chosen) {
        preferences.forget(chosen.location());
        reload();
    }

    private void open(String location, Runnable then) {
        session.open(location, () -> {
            preferences.opened(location);
            reload();
            then.run();
        });
    }

    /** Makes the example case anew and opens it. */
    public void openExample() {
        example.ifPresent(work -> jobs.run(words.text("job.example"), work, location -> open(location, () -> {})));
    }

    /** Takes files dropped on the window: a folder with a case is opened, anything else starts a new case. */
    public void dropped(List<Path> files) {
        if (files.size() == 1 && Files.isDirectory(files.getFirst().resolve("store"))) {
            open(files.getFirst().toString(), () -> {});
        } else if (!files.isEmpty()) {
            newCase(() -> importFiles.accept(files));
        }
    }
}
