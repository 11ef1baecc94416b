package org.manumit.app.feature.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Choices;
import org.manumit.app.control.ChosenBar;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.HourGrid;
import org.manumit.app.control.PeriodFields;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.calls.CallsPage.CallRow;
import org.manumit.app.job.LatestJob;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The page about calls. */
public final class CallsView extends View<VBox> {
    private static final double TOPICS = 204;

    private final CallsViewModel model;
    private final Words words;
    private final ListView<CallTopic> topics = new ListView<>();
    private final Map<CallTopic, RecordTable<CallRow>> tables = new EnumMap<>(CallTopic.class);
    private final HourGrid hours;
    private final Label title = Texts.line("", StyleClass.HEADING);
    private final Label about = Texts.wrapped("", StyleClass.MUTED);
    private final ComboBox<Duration> passedOn;
    private final StackPane place = new StackPane();
    private final Label count = Texts.line("", StyleClass.MUTED);
    private final Button chart;
    private final HBox body;
    private final StackPane below = new StackPane();

    /** The page over its view model. */
    public CallsView(CallsViewModel model, Words words) {
        super(new VBox(10));
        this.model = model;
        this.words = words;
        hours = new HourGrid(model::choose, words);
        topics.setId("call-topics");
        topics.setAccessibleText(words.text("calls.topics"));
        topics.getItems().setAll(CallTopic.values());
        topics.setCellFactory(view -> new TopicCell());
        topics.setMinWidth(TOPICS);
        topics.setPrefWidth(TOPICS);
        Texts.style(topics, StyleClass.TOPICS);
        topics.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.topicProperty().set(now);
            }
        });
        passedOn = Choices.of(
                "calls-passed-on",
                128,
                CallsViewModel.PASSED_ON,
                length -> words.text("calls.minutes", length.toMinutes()));
        passedOn.setAccessibleText(words.text("calls.passedOn"));
        passedOn.setValue(model.passedOnProperty().get());
        Choices.whenChosen(passedOn, model.passedOnProperty()::set);
        chart = Buttons.of(Icon.CHART, words.text("enquiry.onChart"), model::showOnChart);
        chart.setId("calls-chart");
        HBox foot = new HBox(10, count, Texts.filler(), chart);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox heading = new HBox(10, title, Texts.filler(), passedOn);
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox told = new VBox(6, heading, about, place, foot);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMinWidth(0);
        body = new HBox(14, topics, told);
        VBox.setVgrow(below, Priority.ALWAYS);
        root().getChildren()
                .addAll(
                        new ChosenBar(model.chosen(), words.text("calls.choose"), words).root(),
                        new PeriodFields(model.period(), words).root(),
                        below);
        root().setPadding(new Insets(10, 16, 10, 16));
        root().setId("calls");
        Texts.style(root(), StyleClass.PANEL);
    }

    private RecordTable<CallRow> table(CallTopic topic) {
        List<RecordTable.Column<CallRow>> columns = new ArrayList<>();
        IntStream.range(0, topic.columns().size())
                .forEach(i -> columns.add(new RecordTable.Column<>(
                        words.text("calls.col." + topic.columns().get(i)),
                        width(topic.columns().get(i)),
                        row -> row.cells().get(i),
                        content(topic.columns().get(i)))));
        RecordTable<CallRow> table = new RecordTable<>(columns);
        table.setId("calls-" + topic.name().toLowerCase(java.util.Locale.ROOT));
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        return table;
    }

    private static double width(String column) {
        return switch (column) {
            case "made", "another", "times", "days", "held", "code" -> 60;
            case "received",
                    "places",
                    "called",
                    "known",
                    "records",
                    "numbers",
                    "expected",
                    "sure",
                    "victims",
                    "others" -> 78;
            case "length" -> 66;
            case "from", "to", "first", "last" -> 88;
            case "why" -> 320;
            case "sharedBy", "group", "tolled" -> 210;
            case "who" -> 108;
            case "what" -> 96;
            case "number", "user" -> 132;
            case "with" -> 200;
            default -> 170;
        };
    }

    private static RecordTable.Content content(String column) {
        return switch (column) {
            case "made",
                    "received",
                    "another",
                    "length",
                    "records",
                    "times",
                    "expected",
                    "days",
                    "places",
                    "victims",
                    "others",
                    "held",
                    "called",
                    "numbers" -> RecordTable.Content.FIGURES;
            default -> RecordTable.Content.WORDS;
        };
    }

    @Override
    protected void attach() {
        model.shown();
        onDetach(model::hidden);
        show(model.topicProperty(), topic -> {
            topics.getSelectionModel().select(topic);
            display();
        });
        show(model.pageProperty(), page -> {
            topics.refresh();
            display();
        });
        show(model.stateProperty(), state -> display());
    }

    private void display() {
        Optional<CallsPage> page = model.pageProperty().get();
        LatestJob.State state = model.stateProperty().get();
        if (state == LatestJob.State.STOPPED) {
            put(new EmptyState(
                    Icon.CALLS,
                    words.text("enquiry.stopped"),
                    words.text("enquiry.stopped.about"),
                    Buttons.link(words.text("enquiry.again"), model::look)));
        } else if (page.isEmpty()) {
            put(new EmptyState(
                    Icon.CALLS,
                    words.text("job.calls"),
                    words.text("calls.looking.about"),
                    Buttons.link(words.text("enquiry.stop"), model::stop)));
        } else if (page.get().enquiry().isEmpty()) {
            put(new EmptyState(Icon.CALLS, words.text("calls.none"), words.text("calls.none.about")));
        } else {
            put(body);
            tell(page.get());
        }
    }

    private void put(Node what) {
        if (below.getChildren().isEmpty() || !below.getChildren().getFirst().equals(what)) {
            below.getChildren().setAll(what);
        }
    }

    private void tell(CallsPage page) {
        CallTopic topic = model.topicProperty().get();
        title.setText(words.of(topic));
        passedOn.setVisible(topic == CallTopic.CHAINS);
        passedOn.setManaged(topic == CallTopic.CHAINS);
        boolean working = model.stateProperty().get() == LatestJob.State.UNDER_WAY;
        if (page.size(topic) == 0) {
            about.setText(words.explanationOf(topic));
            place.getChildren()
                    .setAll(new EmptyState(Icon.CALLS, words.text("enquiry.nothing"), model.whyNothing(topic)));
            count.setText(working ? words.text("job.calls") : "");
            return;
        }
        if (topic == CallTopic.HOURS) {
            about.setText(model.rhythm(page.hours()));
            hours.display(page.hours()::count);
            place.getChildren().setAll(new VBox(hours));
            count.setText(words.text("inspector.zone", page.enquiry().zone().getId()));
            return;
        }
        about.setText(words.explanationOf(topic));
        RecordTable<CallRow> table = tables.computeIfAbsent(topic, this::table);
        if (!table.getItems().equals(page.rows(topic))) {
            table.showRows(page.rows(topic));
            if (topic == CallTopic.TOLLS) {
                // with one person chosen, who they are stands above
                table.hideWhereSame(0);
            }
        }
        place.getChildren().setAll(table);
        count.setText(working ? words.text("job.calls") : words.text("calls.count", page.size(topic)));
    }

    private final class TopicCell extends ListCell<CallTopic> {
        private final Label name = Texts.line("", StyleClass.BODY);
        private final Label size = Texts.line("", StyleClass.CAPTION);
        private final HBox line = new HBox(6, name, Texts.filler(), size);

        TopicCell() {
            line.setAlignment(Pos.CENTER_LEFT);
            size.setMinWidth(Region.USE_PREF_SIZE);
            setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable CallTopic topic, boolean empty) {
            super.updateItem(topic, empty);
            if (empty || topic == null) {
                setGraphic(null);
                return;
            }
            name.setText(words.of(topic));
            size.setText(model.pageProperty()
                    .get()
                    .filter(page -> topic != CallTopic.HOURS)
                    .map(page -> words.text("number", page.size(topic)))
                    .orElse(""));
            setAccessibleText(words.of(topic) + " " + size.getText());
            setGraphic(line);
        }
    }
}
