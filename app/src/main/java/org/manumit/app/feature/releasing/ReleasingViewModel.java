package org.manumit.app.feature.releasing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.brief.CaseOutput.Product;
import org.manumit.app.control.Dialogs;
import org.manumit.app.job.Job;
import org.manumit.app.job.JobRunner;
import org.manumit.app.release.HandlingScheme;
import org.manumit.app.release.Naming;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.Session;
import org.manumit.graph.query.CaseFacts;
import org.manumit.styles.Words;

/**
 * Asks what is to leave the case, for whom, and whose names it may give; then writes it, wholly or not at all. Confined to
 * the window's thread.
 */
public final class ReleasingViewModel {
    private final Session session;
    private final JobRunner jobs;
    private final Dialogs dialogs;
    private final CaseOutput output;
    private final Words words;
    private final Runnable close;
    private final ObjectProperty<OutputForm> form = new SimpleObjectProperty<>(this, "form", OutputForm.BRIEF_WORD);
    private final ObjectProperty<Optional<String>> audience =
            new SimpleObjectProperty<>(this, "audience", Optional.empty());
    private final ObjectProperty<Naming> naming =
            new SimpleObjectProperty<>(this, "naming", Naming.VICTIMS_PSEUDONYMOUS);
    private final ObservableList<String> audiences = FXCollections.observableArrayList();
    private final ObservableList<String> audiencesToSee = FXCollections.unmodifiableObservableList(audiences);
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper(this, "about", "");
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper(this, "whyNot", "");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
    private final ReadOnlyObjectWrapper<Optional<Job>> running =
            new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());

    /**
     * The releases of the session's case.
     *
     * @param output writes them
     * @param close takes the sheet away
     */
    public ReleasingViewModel(
            Session session, JobRunner jobs, Dialogs dialogs, CaseOutput output, Words words, Runnable close) {
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.output = output;
        this.words = words;
        this.close = close;
        form.addListener((observable, before, now) -> tell());
        audience.addListener((observable, before, now) -> tell());
        naming.addListener((observable, before, now) -> tell());
        session.snapshotProperty().addListener((observable, before, now) -> tell());
        session.stateProperty().addListener((observable, before, now) -> tell());
        running.addListener((observable, before, now) -> tell());
        tell();
    }

    private static HandlingScheme scheme(CaseSnapshot snapshot) {
        return HandlingScheme.of(new CaseFacts(snapshot.graph()));
    }

    private void tell() {
        about.set(words.text("release.about." + naming.get().name()) + " "
                + words.text(audience.get().isPresent() ? "release.about.audience" : "release.about.nobody"));
        whyNot.set(
                session.opened().isEmpty()
                        ? words.text("release.whyNot.closed")
                        : session.snapshot().isEmpty()
                                ? words.text("release.whyNot.empty")
                                : running.get().isPresent()
                                        ? words.text("release.whyNot.writing")
                                        : form.get().allows(naming.get()) ? "" : words.text("release.whyNot.named"));
    }

    /** Asks anew, of the case as it is now. */
    public void begin(Product product) {
        CaseSnapshot now = session.snapshot();
        List<String> codes = scheme(now).audiences(now.graph());
        if (!codes.equals(audiences)) {
            audience.set(Optional.empty());
            audiences.setAll(codes);
        }
        if (form.get().product() != product) {
            form.set(product == Product.BRIEF ? OutputForm.BRIEF_WORD : OutputForm.TABLES);
        }
        said.set("");
    }

    /** What is to be written. */
    public ObjectProperty<OutputForm> formProperty() {
        return form;
    }

    /** For whom, as a handling code; empty when it stays with the originator. */
    public ObjectProperty<Optional<String>> audienceProperty() {
        return audience;
    }

    /** Whose names may be given. */
    public ObjectProperty<Naming> namingProperty() {
        return naming;
    }

    /** The handling codes that the case knows. */
    public ObservableList<String> audiences() {
        return audiencesToSee;
    }

    /** What an audience is, in words. */
    public String inWords(String code) {
        return words.text("release.audience", code, scheme(session.snapshot()).meaning(code));
    }

    /** What follows from the choices, in words. */
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** Why nothing can be written; empty when something can. */
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /** What became of the last file, in words; empty when none was written. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What is being written. */
    public ReadOnlyObjectProperty<Optional<Job>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Asks where to, and writes. */
    public void write() {
        Optional<OpenedCase> opened = session.opened();
        if (opened.isEmpty() || !whyNot.get().isEmpty()) {
            return;
        }
        OutputForm what = form.get();
        dialogs.chooseNew(words.text("release.where"), suggestedName(what))
                .flatMap(chosen -> ended(chosen, what))
                .ifPresent(to -> write(opened.get(), what, to));
    }

    private String suggestedName(OutputForm what) {
        String plain = session.snapshot()
                .graph()
                .title()
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ")
                .strip();
        return words.text("release.name." + what.product().name(), plain.isEmpty() ? "case" : plain) + what.ending();
    }

    /** The file with the ending that says what is in it; nothing that is there is overwritten unasked. */
    private Optional<Path> ended(Path chosen, OutputForm what) {
        if (chosen.toString().toLowerCase(Locale.ROOT).endsWith(what.ending())) {
            return Optional.of(chosen); // the file chooser has asked
        }
        Path named = chosen.resolveSibling(chosen.getFileName() + what.ending());
        return !Files.exists(named)
                        || dialogs.confirm(
                                words.text("release.replace.title"),
                                words.text("release.replace", String.valueOf(named.getFileName())),
                                words.text("release.replace.go"))
                ? Optional.of(named)
                : Optional.empty();
    }

    private void write(OpenedCase opened, OutputForm what, Path to) {
        ReleaseOptions options = new ReleaseOptions(audience.get(), naming.get());
        CaseSnapshot snapshot = session.snapshot();
        said.set("");
        Job job = jobs.run(
                words.text("job.release", String.valueOf(to.getFileName())),
                (progress, cancellation) ->
                        output.write(opened, snapshot.graph(), what.product(), options, to, progress, cancellation),
                leftOut -> {
                    running.set(Optional.empty());
                    List<String> sentences = new ArrayList<>();
                    sentences.add(words.text("release.written", to));
                    sentences.addAll(leftOut);
                    said.set(String.join("\n", sentences));
                },
                failure -> {
                    running.set(Optional.empty());
                    said.set(failure.message());
                    jobs.report(failure); // the sheet may be gone
                });
        if (job.state() == Job.State.RUNNING) {
            running.set(Optional.of(job));
            job.stateProperty().addListener((observable, before, now) -> {
                if (now == Job.State.STOPPING || now == Job.State.CANCELLED) {
                    running.set(Optional.empty());
                    said.set(words.text("release.stopped"));
                }
            });
        }
    }

    /** Stops writing; no half file is left. */
    public void stop() {
        running.get().ifPresent(jobs::cancel);
    }

    /** Takes the sheet away; what is being written goes on. */
    public void close() {
        close.run();
    }
}
