package org.manumit.app.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.manumit.app.control.Dialogs;
import org.manumit.app.feature.people.PeopleView;
import org.manumit.app.feature.people.PeopleViewModel;
import org.manumit.app.feature.search.SearchView;
import org.manumit.app.feature.search.SearchViewModel;
import org.manumit.app.feature.start.StartView;
import org.manumit.app.feature.start.StartViewModel;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseState;
import org.manumit.app.session.Session;
import org.manumit.styles.Words;

/**
 * The window's content: makes its features and connects them through the session. The only place that knows them all.
 * Use it from the window's thread.
 */
public final class Workstation {
    private final Session session;
    private final ShellViewModel shell;
    private final StartViewModel start;
    private final MainView view;

    /**
     * The content of a window.
     *
     * @param jobs runs what takes time
     * @param dialogs asks what must be asked
     */
    public Workstation(WorkstationParts parts, JobRunner jobs, Dialogs dialogs) {
        Words words = parts.words();
        session = new Session(parts.opening(), parts.assessing(), jobs, words, parts.clock(), parts.user());
        shell = new ShellViewModel(session, jobs, parts.preferences(), words);
        start = new StartViewModel(
                session, jobs, parts.preferences(), dialogs, words, parts.example(), this::importFiles);
        SearchView search = new SearchView(new SearchViewModel(session, words), words);
        Map<Place, Parent> places = new EnumMap<>(Place.class);
        view = new MainView(
                shell,
                session,
                new MainView.Parts(
                        new StartView(start, words).root(),
                        search.root(),
                        new PeopleView(new PeopleViewModel(session, words), words).root(),
                        places,
                        new StackPane(),
                        new StackPane()),
                words,
                () -> importFiles(dialogs.chooseFiles(words.text("import.choose"))),
                this::take,
                search::focus);
    }

    private void take(List<Path> files) {
        if (session.stateProperty().get() instanceof CaseState.Open) {
            importFiles(files);
        } else {
            start.dropped(files);
        }
    }

    private void importFiles(List<Path> files) {
        if (!files.isEmpty()) {
            shell.showSheet(ShellViewModel.Sheet.IMPORT);
        }
    }

    /** The open case. */
    public Session session() {
        return session;
    }

    /** The frame. */
    public ShellViewModel shell() {
        return shell;
    }

    /** The control to put into the scene. */
    public Parent root() {
        return view.root();
    }
}
