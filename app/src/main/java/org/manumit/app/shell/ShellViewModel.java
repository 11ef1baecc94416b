package org.manumit.app.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobFailure;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.CaseState;
import org.manumit.app.session.Session;
import org.manumit.app.session.UserPreferences;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.styles.Theme;
import org.manumit.styles.Words;

/** What the frame of the window shows and offers, whatever view is in it. Confined to the window's thread. */
public final class ShellViewModel {

    /** What lies over the window. */
    public enum Sheet {
        NONE,
        IMPORT,
        /** Rows that are corrected. */
        ROWS,
        /** What is written of the case, for whom. */
        RELEASE,
        SHORTCUTS
    }

    private final Session session;
    private final JobRunner jobs;
    private final UserPreferences preferences;
    private final Words words;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(this, "place", Place.CHART);
    private final BooleanProperty listBesideOthers = new SimpleBooleanProperty(this, "listBesideOthers", true);
    private final BooleanProperty listBesideTables = new SimpleBooleanProperty(this, "listBesideTables", false);
    private final ReadOnlyBooleanWrapper listShown = new ReadOnlyBooleanWrapper(this, "listShown", true);
    private final ReadOnlyBooleanWrapper detailsShown = new ReadOnlyBooleanWrapper(this, "detailsShown", true);
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet", Sheet.NONE);
    private final ReadOnlyObjectWrapper<ThemeChoice> themeChoice = new ReadOnlyObjectWrapper<>(this, "themeChoice");
    private final ReadOnlyObjectWrapper<Theme> systemTheme =
            new ReadOnlyObjectWrapper<>(this, "systemTheme", Theme.LIGHT);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme", Theme.LIGHT);
    private final ReadOnlyStringWrapper caseName = new ReadOnlyStringWrapper(this, "caseName", "");
    private final ReadOnlyStringWrapper handling = new ReadOnlyStringWrapper(this, "handling", "");
    private final ReadOnlyStringWrapper contents = new ReadOnlyStringWrapper(this, "contents", "");
    private final ReadOnlyStringWrapper whyNoImport = new ReadOnlyStringWrapper(this, "whyNoImport", "");
    private final ReadOnlyStringWrapper whyNoUndo = new ReadOnlyStringWrapper(this, "whyNoUndo", "");
    private final ReadOnlyStringWrapper whyNoRedo = new ReadOnlyStringWrapper(this, "whyNoRedo", "");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper(this, "undoText", "");
    private final ReadOnlyStringWrapper redoText = new ReadOnlyStringWrapper(this, "redoText", "");

    /** The frame of the window. */
    public ShellViewModel(Session session, JobRunner jobs, UserPreferences preferences, Words words) {
        this.session = session;
        this.jobs = jobs;
        this.preferences = preferences;
        this.words = words;
        themeChoice.set(ThemeChoice.named(preferences.theme()));
        theme.bind(Bindings.createObjectBinding(
                () -> themeChoice.get().theme(systemTheme.get()), themeChoice, systemTheme));
        listShown.bind(Bindings.createBooleanBinding(() -> list().get(), place, listBesideOthers, listBesideTables));
        session.stateProperty().addListener((observable, before, now) -> stateChanged(now));
        session.snapshotProperty().addListener((observable, before, now) -> describe(now));
        session.undo().nextUndoProperty().addListener((observable, before, now) -> tellUndo());
        session.undo().nextRedoProperty().addListener((observable, before, now) -> tellUndo());
        stateChanged(session.stateProperty().get());
        describe(session.snapshot());
        tellUndo();
    }

    private void stateChanged(CaseState now) {
        switch (now) {
            case CaseState.Closed closed -> {
                place.set(Place.CHART);
                said.set("");
                sheet.set(Sheet.NONE);
                whyNoImport.set(words.text("shell.whyNoImport.closed"));
            }
            case CaseState.Opening opening -> whyNoImport.set(words.text("shell.whyNoImport.opening"));
            case CaseState.Open open -> whyNoImport.set("");
        }
        describe(session.snapshot());
    }

    private void describe(CaseSnapshot snapshot) {
        CaseGraph graph = snapshot.graph();
        caseName.set(
                switch (session.stateProperty().get()) {
                    case CaseState.Closed closed -> graph.name();
                    case CaseState.Opening opening -> lastPart(opening.location());
                    case CaseState.Open open ->
                        valueOf(graph, "name").orElse(open.opened().store().caseName());
                });
        handling.set(handling(graph));
        contents.set(
                snapshot.isEmpty()
                        ? ""
                        : words.text(
                                "shell.contents",
                                graph.entities().stream()
                                        .filter(e -> e.kind().isActor())
                                        .count(),
                                graph.calls().size(),
                                graph.transfers().size(),
                                graph.sources().size()));
    }

    private static String lastPart(String location) {
        String trimmed = location.replaceAll("[/\\\\]+$", "");
        return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
    }

    /** What the case itself says under a key of its first sheet. */
    private static Optional<String> valueOf(CaseGraph graph, String key) {
        return graph.claims(ClaimType.CASE).stream()
                .filter(claim ->
                        claim.value("key").strip().toLowerCase(Locale.ROOT).equals(key))
                .map((Claim claim) -> claim.value("value").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private String handling(CaseGraph graph) {
        if (graph.sources().isEmpty()) {
            return "";
        }
        return valueOf(graph, "handling")
                .map(code -> words.text("shell.handling", code))
                .orElse(words.text("shell.handling.none"));
    }

    /** The main view that is shown. */
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** Goes to a main view. */
    public void goTo(Place next) {
        place.set(next);
    }

    /** What lies over the window. */
    public ReadOnlyObjectProperty<Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** The choice that counts for the place that is shown: beside tables the list is wanted less. */
    private BooleanProperty list() {
        return switch (place.get().room()) {
            case SHARED -> listBesideOthers;
            case WIDE -> listBesideTables;
        };
    }

    /** Whether the list of people is shown. */
    public ReadOnlyBooleanProperty listShownProperty() {
        return listShown.getReadOnlyProperty();
    }

    /** Shows or hides the list of people beside the place that is shown, and others of its kind. */
    public void toggleList() {
        list().set(!list().get());
    }

    /** Whether the inspector is shown. */
    public ReadOnlyBooleanProperty detailsShownProperty() {
        return detailsShown.getReadOnlyProperty();
    }

    /** Shows or hides the inspector. */
    public void toggleDetails() {
        detailsShown.set(!detailsShown.get());
    }

    /** Lays something over the window, or takes it away. */
    public void showSheet(Sheet next) {
        sheet.set(next);
    }

    /** The look. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** What the user chose for the look. */
    public ReadOnlyObjectProperty<ThemeChoice> themeChoiceProperty() {
        return themeChoice.getReadOnlyProperty();
    }

    /** Chooses the look, now and for later. */
    public void chooseTheme(ThemeChoice choice) {
        themeChoice.set(choice);
        preferences.theme(choice.name().toLowerCase(Locale.ROOT));
    }

    /** Says how the system looks. */
    public void systemLooks(Theme ofSystem) {
        systemTheme.set(ofSystem);
    }

    /** What the open case is called. */
    public ReadOnlyStringProperty caseNameProperty() {
        return caseName.getReadOnlyProperty();
    }

    /** The handling marking of the case, in words; empty when nothing is in it. */
    public ReadOnlyStringProperty handlingProperty() {
        return handling.getReadOnlyProperty();
    }

    /** How much is in the case. */
    public ReadOnlyStringProperty contentsProperty() {
        return contents.getReadOnlyProperty();
    }

    /** Why nothing can be imported; empty when something can. */
    public ReadOnlyStringProperty whyNoImportProperty() {
        return whyNoImport.getReadOnlyProperty();
    }

    /** Why nothing can be undone; empty when something can. */
    public ReadOnlyStringProperty whyNoUndoProperty() {
        return whyNoUndo.getReadOnlyProperty();
    }

    /** Why nothing can be done again; empty when something can. */
    public ReadOnlyStringProperty whyNoRedoProperty() {
        return whyNoRedo.getReadOnlyProperty();
    }

    /** What would be undone, and by which keys. */
    public ReadOnlyStringProperty undoTextProperty() {
        return undoText.getReadOnlyProperty();
    }

    /** What would be done again, and by which keys. */
    public ReadOnlyStringProperty redoTextProperty() {
        return redoText.getReadOnlyProperty();
    }

    /** Whether the names of victims are concealed. */
    public ObservableValue<Boolean> concealingProperty() {
        return session.namesProperty().map(names -> names.concealsAnybody());
    }

    /** How many victims the case has. */
    public ObservableValue<Integer> victimCountProperty() {
        return session.namesProperty().map(names -> names.victimCount());
    }

    /** The jobs under way. */
    public ObservableList<Job> jobs() {
        return jobs.running();
    }

    /** Asks a job to stop. */
    public void cancel(Job job) {
        jobs.cancel(job);
    }

    /** The failure to show. */
    public ReadOnlyObjectProperty<Optional<JobFailure>> failureProperty() {
        return jobs.failureProperty();
    }

    /** Puts the failure away. */
    public void dismissFailure() {
        jobs.dismissFailure();
    }

    /** Shows or conceals the names of all victims. */
    public void toggleNames() {
        if (session.names().concealsAnybody()) {
            session.revealAll();
        } else {
            session.concealAll();
        }
    }

    /** Takes the last act back, and says which. */
    public void undo() {
        Optional<String> what = session.undo().nextUndoProperty().get();
        session.undo().undo();
        what.ifPresent(name -> said.set(words.text("shell.undone", name)));
    }

    /** Does again what was taken back, and says what. */
    public void redo() {
        Optional<String> what = session.undo().nextRedoProperty().get();
        session.undo().redo();
        what.ifPresent(name -> said.set(words.text("shell.redone", name)));
    }

    /** What was last taken back or done again, in words; empty when nothing was. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Goes back to what was selected before. */
    public void selectEarlier() {
        session.selectEarlier();
    }

    /** Closes the case. */
    public void closeCase() {
        session.close();
    }

    private void tellUndo() {
        Optional<String> undo = session.undo().nextUndoProperty().get();
        Optional<String> redo = session.undo().nextRedoProperty().get();
        whyNoUndo.set(undo.isPresent() ? "" : words.text("shell.whyNoUndo"));
        whyNoRedo.set(redo.isPresent() ? "" : words.text("shell.whyNoRedo"));
        undoText.set(undo.map(what -> words.text("shell.undoWhat", what)).orElse(""));
        redoText.set(redo.map(what -> words.text("shell.redoWhat", what)).orElse(""));
    }
}
