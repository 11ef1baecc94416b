package org.manumit.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.manumit.app.control.Dialogs;
import org.manumit.app.feature.calls.CallsView;
import org.manumit.app.feature.calls.CallsViewModel;
import org.manumit.app.feature.chart.CaseChartView;
import org.manumit.app.feature.chart.ChartViewModel;
import org.manumit.app.feature.correcting.CorrectingView;
import org.manumit.app.feature.correcting.CorrectingViewModel;
import org.manumit.app.feature.documents.DocumentsView;
import org.manumit.app.feature.documents.DocumentsViewModel;
import org.manumit.app.feature.importing.ImportingView;
import org.manumit.app.feature.importing.ImportingViewModel;
import org.manumit.app.feature.inspector.InspectorView;
import org.manumit.app.feature.inspector.InspectorViewModel;
import org.manumit.app.feature.measures.MeasuresView;
import org.manumit.app.feature.measures.MeasuresViewModel;
import org.manumit.app.feature.paths.PathsView;
import org.manumit.app.feature.paths.PathsViewModel;
import org.manumit.app.feature.people.PeopleView;
import org.manumit.app.feature.people.PeopleViewModel;
import org.manumit.app.feature.releasing.ReleasingView;
import org.manumit.app.feature.releasing.ReleasingViewModel;
import org.manumit.app.feature.search.SearchView;
import org.manumit.app.feature.search.SearchViewModel;
import org.manumit.app.feature.sources.SourcesView;
import org.manumit.app.feature.sources.SourcesViewModel;
import org.manumit.app.feature.start.StartView;
import org.manumit.app.feature.start.StartViewModel;
import org.manumit.app.feature.tables.TablesView;
import org.manumit.app.feature.tables.TablesViewModel;
import org.manumit.app.feature.verdicts.VerdictStrip;
import org.manumit.app.feature.verdicts.VerdictsView;
import org.manumit.app.feature.verdicts.VerdictsViewModel;
import org.manumit.app.feature.whatif.WhatIfView;
import org.manumit.app.feature.whatif.WhatIfViewModel;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.CaseState;
import org.manumit.app.session.MeasureDesk;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.Session;
import org.manumit.graph.job.Progress;
import org.manumit.styles.Words;

/**
 * The window's content: makes its features and connects them through the session. The only place that knows them all.
 * Use it from the window's thread.
 */
public final class Workstation {
    private final Session session;
    private final ShellViewModel shell;
    private final StartViewModel start;
    private final ImportingViewModel importing;
    private final DocumentsViewModel documents;
    private final CallsViewModel calls;
    private final PathsViewModel paths;
    private final MainView view;
    private final ReleasingViewModel releasing;
    /** Files that were dropped while the case was being opened. */
    private final List<Path> dropped = new ArrayList<>();

    private ShellViewModel.Sheet underRows = ShellViewModel.Sheet.NONE;

    /**
     * The content of a window.
     *
     * @param jobs runs what takes time
     * @param foreground hands a task to the window's thread
     * @param dialogs asks what must be asked
     */
    public Workstation(WorkstationParts parts, JobRunner jobs, Executor foreground, Dialogs dialogs) {
        Words words = parts.words();
        session = new Session(parts.opening(), parts.assessing(), jobs, words, parts.clock(), parts.user());
        shell = new ShellViewModel(session, jobs, parts.preferences(), words);
        start = new StartViewModel(
                session, jobs, parts.preferences(), dialogs, words, parts.example(), this::importFiles);
        RoleDesk desk = new RoleDesk(session, dialogs::askReason, words);
        MeasureDesk measures = new MeasureDesk(session, jobs, words);
        Function<OpenedCase, CaseImporter> importer =
                opened -> new CaseImporter(opened, parts.importers(), parts.clock(), parts.user(), parts.profiles());
        CorrectingViewModel correcting = new CorrectingViewModel(
                session, jobs, dialogs, importer, words, this::layRowsOver, () -> shell.showSheet(underRows));
        documents = new DocumentsViewModel(session, jobs, words);
        SearchView search = new SearchView(
                new SearchViewModel(session, jobs, words, passage -> {
                    shell.goTo(Place.DOCUMENTS);
                    documents.show(passage);
                }),
                words);
        VerdictsViewModel verdicts = new VerdictsViewModel(session, desk, words);
        ChartViewModel chart = new ChartViewModel(
                jobs.executor(words.text("job.arrange")), foreground, words.locale(), session.undo());
        CaseChartView chartView = new CaseChartView(session, jobs, dialogs, chart, shell.themeProperty(), words);
        VBox.setVgrow(chartView.root(), Priority.ALWAYS);
        Map<Place, Parent> places = new EnumMap<>(Place.class);
        places.put(
                Place.CHART,
                new VBox(new VerdictStrip(verdicts, () -> shell.goTo(Place.VERDICT), words).root(), chartView.root()));
        places.put(Place.TABLES, new TablesView(new TablesViewModel(session, jobs, words), words).root());
        places.put(Place.DOCUMENTS, new DocumentsView(documents, words).root());
        places.put(
                Place.SOURCES,
                new SourcesView(
                                new SourcesViewModel(
                                        session,
                                        jobs,
                                        dialogs,
                                        (opened, source) -> importer.apply(opened)
                                                .withdraw(source, words.text("sources.withdraw.reason"), Progress.NONE),
                                        correcting,
                                        words),
                                words)
                        .root());
        Runnable goToChart = () -> shell.goTo(Place.CHART);
        calls = new CallsViewModel(session, jobs, words, goToChart);
        places.put(Place.CALLS, new CallsView(calls, words).root());
        paths = new PathsViewModel(session, jobs, words, goToChart);
        places.put(Place.PATHS, new PathsView(paths, words).root());
        places.put(
                Place.MEASURES,
                new MeasuresView(
                                new MeasuresViewModel(
                                        session, jobs, measures, dialogs, parts.output(), words, goToChart),
                                words)
                        .root());
        places.put(
                Place.WHAT_IF,
                new WhatIfView(new WhatIfViewModel(session, jobs, parts.networks(), words), words).root());
        places.put(Place.VERDICT, new VerdictsView(verdicts, words).root());
        importing = new ImportingViewModel(
                session,
                jobs,
                dialogs,
                parts.importers(),
                importer,
                parts.profiles(),
                correcting,
                words,
                () -> shell.showSheet(ShellViewModel.Sheet.NONE));
        ImportingView importingView = new ImportingView(
                importing,
                () -> importFiles(dialogs.chooseFiles(words.text("import.choose"))),
                () -> dialogs.chooseFolder(words.text("import.chooseFolder"))
                        .ifPresent(folder -> importFiles(List.of(folder))),
                words);
        releasing = new ReleasingViewModel(
                session, jobs, dialogs, parts.output(), words, () -> shell.showSheet(ShellViewModel.Sheet.NONE));
        ReleasingView releasingView = new ReleasingView(releasing, words);
        session.stateProperty().addListener((observable, before, now) -> takeDropped(now));
        view = new MainView(
                shell,
                session,
                new MainView.Parts(
                        new StartView(start, HeaderView.themes(shell, words), words).root(),
                        search.root(),
                        new PeopleView(new PeopleViewModel(session, words), words).root(),
                        places,
                        new InspectorView(new InspectorViewModel(session, desk, measures, words), words).root(),
                        importingView.root(),
                        new CorrectingView(correcting, words).root(),
                        releasingView.root()),
                words,
                () -> importFiles(dialogs.chooseFiles(words.text("import.choose"))),
                this::take,
                product -> {
                    if (shell.sheetProperty().get() == ShellViewModel.Sheet.NONE) {
                        releasing.begin(product);
                        shell.showSheet(ShellViewModel.Sheet.RELEASE);
                        releasingView.focus();
                    }
                },
                search::focus);
    }

    /** Opens a case named on the command line, making it where there is none. */
    void open(String location) {
        start.openNamed(location);
    }

    /** Takes files that were dropped on the window. */
    void take(List<Path> files) {
        switch (session.stateProperty().get()) {
            case CaseState.Open open -> importFiles(files);
            case CaseState.Opening opening -> dropped.addAll(files);
            case CaseState.Closed closed -> start.dropped(files);
        }
    }

    private void takeDropped(CaseState now) {
        if (!(now instanceof CaseState.Opening)) {
            List<Path> files = List.copyOf(dropped);
            dropped.clear();
            if (now instanceof CaseState.Open) {
                importFiles(files);
            }
        }
    }

    /** Rows are corrected over the sheet from which they come. */
    private void layRowsOver() {
        if (shell.sheetProperty().get() != ShellViewModel.Sheet.ROWS) {
            underRows = shell.sheetProperty().get();
        }
        shell.showSheet(ShellViewModel.Sheet.ROWS);
    }

    private void importFiles(List<Path> files) {
        if (!files.isEmpty()) {
            importing.add(files);
            shell.showSheet(ShellViewModel.Sheet.IMPORT);
        }
    }

    /** The open case. */
    public Session session() {
        return session;
    }

    /** The import of files. */
    public ImportingViewModel importing() {
        return importing;
    }

    /** The documents and what they speak of. */
    public DocumentsViewModel documents() {
        return documents;
    }

    /** Whom people call, when and where. */
    public CallsViewModel calls() {
        return calls;
    }

    /** How people and things are joined. */
    public PathsViewModel paths() {
        return paths;
    }

    /** What leaves the case. */
    public ReleasingViewModel releasing() {
        return releasing;
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
