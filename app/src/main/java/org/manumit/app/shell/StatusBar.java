package org.manumit.app.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.ElapsedTime;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.job.Job;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The foot of the window: every running job with its progress and a button to stop it, and how much is in the case. */
final class StatusBar extends View<HBox> {
    private static final int SHOWN_JOBS = 2;

    private final ShellViewModel model;
    private final Words words;
    private final HBox jobs = new HBox(16);
    private final Label contents = new Label();

    StatusBar(ShellViewModel model, Words words) {
        super(new HBox());
        this.model = model;
        this.words = words;
        jobs.setAlignment(Pos.CENTER_LEFT);
        contents.setMinWidth(Region.USE_PREF_SIZE);
        root().getChildren().addAll(jobs, Texts.filler(), contents);
        Texts.style(root(), StyleClass.STATUS_BAR);
    }

    @Override
    protected void attach() {
        showList(model.jobs(), this::list);
        show(model.saidProperty(), said -> list(List.copyOf(model.jobs())));
        show(model.contentsProperty(), contents::setText);
    }

    private void list(List<Job> running) {
        if (running.isEmpty()) {
            String said = model.saidProperty().get();
            Label ready = new Label(said.isEmpty() ? words.text("status.ready") : said);
            jobs.getChildren().setAll(ready);
            return;
        }
        jobs.getChildren()
                .setAll(running.stream().limit(SHOWN_JOBS).map(this::row).toList());
        if (running.size() > SHOWN_JOBS) {
            jobs.getChildren().add(new Label(words.text("status.more", running.size() - SHOWN_JOBS)));
        }
    }

    private HBox row(Job job) {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(110);
        bar.setPrefHeight(8);
        bar.progressProperty().bind(job.progressProperty());
        Label title = new Label();
        title.textProperty()
                .bind(job.stateProperty().flatMap(state -> job.stepProperty().map(step -> text(job, state, step))));
        title.setMaxWidth(420);
        Button stop = Buttons.icon(Icon.CLOSE, words.text("status.stop", job.title()), () -> model.cancel(job));
        stop.setStyle("-fx-padding: 1 4 1 4;");
        stop.disableProperty().bind(job.stateProperty().isNotEqualTo(Job.State.RUNNING));
        HBox row = new HBox(8, title, bar, new ElapsedTime(job::elapsed).root(), stop);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        return row;
    }

    private String text(Job job, Job.State state, String step) {
        return switch (state) {
            case STOPPING -> words.text("status.stopping", job.title());
            case RUNNING, DONE, CANCELLED, FAILED ->
                step.isEmpty() ? job.title() : words.text("status.step", job.title(), step);
        };
    }
}
