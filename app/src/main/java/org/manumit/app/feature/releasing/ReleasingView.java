package org.manumit.app.feature.releasing;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Choices;
import org.manumit.app.control.ElapsedTime;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.job.Job;
import org.manumit.app.release.Naming;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The sheet on which a brief or a file for other programs is asked for. */
public final class ReleasingView extends View<VBox> {
    private static final double CHOICE = 420;
    private static final double WIDTH = 620;

    private final ReleasingViewModel model;
    private final Words words;
    private final ComboBox<OutputForm> forms;
    private final ComboBox<Optional<String>> audiences;
    private final ComboBox<Naming> namings;
    private final Label about = Texts.wrapped("", StyleClass.CAPTION);
    private final Label said = Texts.wrapped("", StyleClass.BODY);
    private final HBox working = new HBox(10);
    private final Button stop;
    private boolean listing;

    /** The sheet over its view model. */
    public ReleasingView(ReleasingViewModel model, Words words) {
        super(new VBox(14));
        this.model = model;
        this.words = words;
        HBox head = new HBox(
                10,
                Texts.line(words.text("release.title"), StyleClass.TITLE),
                Texts.filler(),
                Buttons.icon(Icon.CLOSE, words.text("shell.close"), model::close));
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(10);
        forms = Choices.of("release-form", CHOICE, List.of(OutputForm.values()), words::of);
        audiences = Choices.of("release-audience", CHOICE, List.of(), code -> code.map(model::inWords)
                .orElse(words.text("release.nobody")));
        namings = Choices.of("release-naming", CHOICE, List.of(Naming.values()), words::of);
        question(grid, 0, "release.what", forms);
        question(grid, 1, "release.forWhom", audiences);
        question(grid, 2, "release.people", namings);
        forms.setOnAction(event -> tell(() -> model.formProperty().set(forms.getValue())));
        audiences.setOnAction(event -> tell(() -> model.audienceProperty().set(audiences.getValue())));
        namings.setOnAction(event -> tell(() -> model.namingProperty().set(namings.getValue())));
        about.setMinHeight(Region.USE_PREF_SIZE);
        said.setId("release-said");
        working.setAlignment(Pos.CENTER_LEFT);
        stop = new Button(words.text("release.stop"));
        stop.setMnemonicParsing(true);
        stop.setId("release-stop");
        stop.setOnAction(event -> model.stop());
        Button leave = new Button(words.text("release.close"));
        leave.setMnemonicParsing(true);
        leave.setOnAction(event -> model.close());
        Button go = Buttons.of(Icon.SAVE, words.text("release.go"), model::write);
        go.setId("release-go");
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        HBox foot = new HBox(10, working, Texts.filler(), stop, leave, Buttons.explained(go, model.whyNotProperty()));
        foot.setAlignment(Pos.CENTER_LEFT);
        root().getChildren().addAll(head, grid, about, said, foot);
        root().setPrefWidth(WIDTH);
        root().setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root().setId("releasing");
        Texts.style(root(), StyleClass.OVERLAY);
    }

    /** Puts the keys where the first choice is made. */
    public void focus() {
        forms.requestFocus();
    }

    @Override
    protected void attach() {
        show(model.formProperty(), forms::setValue);
        showList(model.audiences(), codes -> listAudiences());
        show(model.audienceProperty(), audiences::setValue);
        show(model.namingProperty(), namings::setValue);
        show(model.aboutProperty(), about::setText);
        show(model.saidProperty(), this::say);
        show(model.runningProperty(), this::work);
    }

    private void listAudiences() {
        List<Optional<String>> offered = new ArrayList<>();
        offered.add(Optional.empty());
        model.audiences().forEach(code -> offered.add(Optional.of(code)));
        if (!audiences.getItems().equals(offered)) {
            listing = true;
            audiences.setValue(null);
            audiences.setItems(FXCollections.observableArrayList(offered));
            audiences.setValue(model.audienceProperty().get());
            listing = false;
        }
    }

    private void tell(Runnable change) {
        if (!listing) {
            change.run();
        }
    }

    private void say(String text) {
        said.setText(text);
        said.setVisible(!text.isEmpty());
        said.setManaged(!text.isEmpty());
    }

    private void work(Optional<Job> job) {
        working.getChildren().clear();
        stop.setVisible(job.isPresent());
        job.ifPresent(under -> {
            ProgressBar bar = new ProgressBar();
            bar.setPrefWidth(110);
            bar.progressProperty().bind(under.progressProperty());
            Label step = Texts.line("", StyleClass.MUTED);
            step.textProperty().bind(under.stepProperty());
            working.getChildren().setAll(bar, new ElapsedTime(under::elapsed).root(), step);
        });
    }

    private void question(GridPane grid, int row, String key, ComboBox<?> answer) {
        Label label = Texts.line(words.text(key), StyleClass.FACT_NAME);
        label.setMnemonicParsing(true);
        label.setLabelFor(answer);
        label.setMinWidth(Region.USE_PREF_SIZE);
        answer.setAccessibleText(words.text(key).replace("_", ""));
        grid.addRow(row, label, answer);
    }
}
