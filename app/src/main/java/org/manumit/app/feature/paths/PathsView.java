package org.manumit.app.feature.paths;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Choices;
import org.manumit.app.control.ChosenBar;
import org.manumit.app.control.ClickableRow;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.PeriodFields;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.enquiry.PathEnquiry.Manner;
import org.manumit.app.feature.paths.PathsPage.StepRow;
import org.manumit.app.feature.paths.PathsPage.WayCard;
import org.manumit.app.job.LatestJob;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The page that shows how some are joined. */
public final class PathsView extends View<VBox> {
    private final PathsViewModel model;
    private final Words words;
    private final ComboBox<Manner> manner;
    private final ComboBox<Integer> most;
    private final ComboBox<Duration> gap;
    private final CheckBox asTheyRun;
    private final CheckBox things;
    private final VBox told = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(told);
    private final StackPane below = new StackPane();

    /** The page over its view model. */
    public PathsView(PathsViewModel model, Words words) {
        super(new VBox(10));
        this.model = model;
        this.words = words;
        manner = Choices.of("paths-manner", 186, List.of(Manner.values()), words::of);
        manner.setAccessibleText(words.text("paths.manner"));
        manner.setValue(model.mannerProperty().get());
        Choices.whenChosen(manner, model.mannerProperty()::set);
        most = Choices.of("paths-most", 92, PathsViewModel.MOST, number -> words.text("paths.most", number));
        most.setAccessibleText(words.text("paths.most.about"));
        most.setValue(model.mostProperty().get());
        Choices.whenChosen(most, model.mostProperty()::set);
        gap = Choices.of("paths-gap", 214, PathsViewModel.GAPS, length -> words.text("paths.gap", length.toHours()));
        gap.setAccessibleText(words.text("paths.gap.about"));
        gap.setValue(model.gapProperty().get());
        Choices.whenChosen(gap, model.gapProperty()::set);
        asTheyRun = new CheckBox(words.text("paths.asTheyRun"));
        asTheyRun.setId("paths-as-they-run");
        asTheyRun.selectedProperty().bindBidirectional(model.asTheyRunProperty());
        things = new CheckBox(words.text("paths.things"));
        things.setId("paths-things");
        things.selectedProperty().bindBidirectional(model.thingsProperty());
        FlowPane options = new FlowPane(
                12, 6, manner, most, gap, asTheyRun, things, new PeriodFields(model.period(), words).root());
        options.setAlignment(Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        told.setPadding(new Insets(0, 14, 0, 0));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(below, Priority.ALWAYS);
        root().getChildren()
                .addAll(new ChosenBar(model.chosen(), words.text("paths.choose"), words).root(), options, below);
        root().setPadding(new Insets(10, 16, 10, 16));
        root().setId("paths");
        Texts.style(root(), StyleClass.PANEL);
    }

    @Override
    protected void attach() {
        model.shown();
        onDetach(model::hidden);
        show(model.mannerProperty(), how -> options());
        showList(model.chosen().chosen(), chosen -> {
            options();
            display();
        });
        show(model.pageProperty(), page -> display());
        show(model.stateProperty(), state -> display());
    }

    /** What the question has no use for is not offered. */
    private void options() {
        boolean inTime = model.mannerProperty().get() == Manner.IN_TIME;
        boolean several = model.chosen().chosen().size() > 2;
        offer(manner, !several || inTime);
        offer(most, !inTime && !several);
        offer(asTheyRun, !inTime && !several);
        offer(things, !inTime);
        offer(gap, inTime);
    }

    private static void offer(Node control, boolean offered) {
        control.setVisible(offered);
        control.setManaged(offered);
    }

    private void display() {
        Optional<PathsPage> page = model.pageProperty().get();
        LatestJob.State state = model.stateProperty().get();
        String whyNot = model.whyNot();
        if (!whyNot.isEmpty()) {
            put(new EmptyState(Icon.PATHS, words.text("paths.title"), whyNot));
        } else if (state == LatestJob.State.UNDER_WAY) {
            put(new EmptyState(
                    Icon.PATHS,
                    words.text("job.paths"),
                    words.text("paths.seeking.about"),
                    Buttons.link(words.text("enquiry.stop"), model::stop)));
        } else if (state == LatestJob.State.STOPPED) {
            put(new EmptyState(
                    Icon.PATHS,
                    words.text("enquiry.stopped"),
                    words.text("enquiry.stopped.about"),
                    Buttons.link(words.text("enquiry.again"), model::seek)));
        } else if (page.isPresent() && page.get().ways().isEmpty()) {
            put(new EmptyState(Icon.PATHS, page.get().headline(), page.get().remark()));
        } else {
            page.ifPresent(this::tell);
            put(scroll);
        }
    }

    private void put(Node what) {
        below.getChildren().setAll(what);
    }

    private void tell(PathsPage page) {
        told.getChildren().clear();
        Label headline = Texts.wrapped(page.headline(), StyleClass.HEADING);
        headline.setId("paths-headline");
        told.getChildren().add(headline);
        if (!page.remark().isEmpty()) {
            told.getChildren().add(Texts.wrapped(page.remark(), StyleClass.MUTED));
        }
        page.ways().forEach(way -> told.getChildren().add(card(way)));
        scroll.setVvalue(0);
    }

    private Node card(WayCard way) {
        VBox both = new VBox(1, Texts.line(way.title(), StyleClass.CAPTION), Texts.wrapped(way.on(), StyleClass.BODY));
        HBox.setHgrow(both, Priority.ALWAYS);
        Button chart = Buttons.of(Icon.CHART, words.text("paths.onChart"), () -> model.showOnChart(way));
        chart.setMinWidth(Region.USE_PREF_SIZE);
        ClickableRow head = row(way.title() + ", " + way.on(), () -> model.choose(way.selects()));
        head.getChildren().addAll(Icons.of(Icon.PATHS), both);
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox line = new HBox(8, head, chart);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox steps = new VBox();
        way.steps()
                .forEach(step -> steps.getChildren().add(step(step, way.steps().size())));
        return Texts.style(new VBox(4, line, steps), StyleClass.CARD);
    }

    /** Of a way of one step the way has said already from whom to whom. */
    private ClickableRow step(StepRow step, int of) {
        VBox both = new VBox(0);
        if (of > 1) {
            both.getChildren().add(Texts.wrapped(step.ends(), StyleClass.BODY));
        }
        both.getChildren().add(Texts.wrapped(step.what(), of > 1 ? StyleClass.CAPTION : StyleClass.BODY));
        HBox.setHgrow(both, Priority.ALWAYS);
        ClickableRow row = row(step.ends() + ", " + step.what(), () -> model.choose(step.selects()));
        row.getChildren().addAll(Icons.of(Icon.LINK), both);
        return row;
    }

    private static ClickableRow row(String spoken, Runnable act) {
        return new ClickableRow(10, spoken, act, StyleClass.REASON);
    }
}
