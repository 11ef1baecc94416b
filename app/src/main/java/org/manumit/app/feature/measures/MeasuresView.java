package org.manumit.app.feature.measures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.PeriodFields;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.measures.MeasuresPage.MeasureRow;
import org.manumit.app.job.LatestJob;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The page with everybody's measures. */
public final class MeasuresView extends View<VBox> {
    private final MeasuresViewModel model;
    private final Words words;
    private final Map<List<MeasureColumn>, RecordTable<MeasureRow>> tables = new HashMap<>();
    private final Label exactness = Texts.wrapped("", StyleClass.BODY);
    private final Button act;
    private final StackPane place = new StackPane();
    private final Label meaning = Texts.wrapped("", StyleClass.CAPTION);
    private final Label count = Texts.line("", StyleClass.MUTED);
    private final StackPane below = new StackPane();
    private final VBox told;

    /** The page over its view model. */
    public MeasuresView(MeasuresViewModel model, Words words) {
        super(new VBox(10));
        this.model = model;
        this.words = words;
        TextField filter = new TextField();
        filter.setId("measures-filter");
        filter.setPromptText(words.text("tables.filter"));
        filter.setAccessibleText(words.text("tables.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setPrefWidth(180);
        CheckBox things = new CheckBox(words.text("measures.things"));
        things.setId("measures-things");
        things.selectedProperty().bindBidirectional(model.thingsProperty());
        CheckBox asTheyRun = new CheckBox(words.text("paths.asTheyRun"));
        asTheyRun.setId("measures-as-they-run");
        asTheyRun.selectedProperty().bindBidirectional(model.asTheyRunProperty());
        CheckBox weighted = new CheckBox(words.text("measures.weighted"));
        weighted.setId("measures-weighted");
        weighted.selectedProperty().bindBidirectional(model.weightedProperty());
        FlowPane options = new FlowPane(
                12, 6, filter, things, asTheyRun, weighted, new PeriodFields(model.period(), words).root());
        options.setAlignment(Pos.CENTER_LEFT);
        exactness.setId("measures-exactness");
        HBox.setHgrow(exactness, Priority.ALWAYS);
        act = Buttons.link(
                "", () -> model.pageProperty().get().flatMap(MeasuresPage::act).ifPresent(model::perform));
        act.setId("measures-act");
        act.setMinWidth(Region.USE_PREF_SIZE);
        HBox status = new HBox(10, exactness, act);
        status.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(place, Priority.ALWAYS);
        Button chart = Buttons.of(Icon.CHART, words.text("enquiry.onChart"), model::showOnChart);
        Button export = Buttons.of(Icon.SAVE, words.text("measures.export"), model::export);
        export.setId("measures-export");
        HBox foot = new HBox(10, count, Texts.filler(), chart, export);
        foot.setAlignment(Pos.CENTER_LEFT);
        told = new VBox(6, status, place, meaning, foot);
        VBox.setVgrow(below, Priority.ALWAYS);
        root().getChildren().addAll(options, below);
        root().setPadding(new Insets(10, 16, 10, 16));
        root().setId("measures");
        Texts.style(root(), StyleClass.PANEL);
    }

    private RecordTable<MeasureRow> table(List<MeasureColumn> columns) {
        List<RecordTable.Column<MeasureRow>> shown = new ArrayList<>();
        IntStream.range(0, columns.size())
                .forEach(i -> shown.add(new RecordTable.Column<>(
                        words.of(columns.get(i)),
                        width(columns.get(i)),
                        row -> row.cells().get(i),
                        content(columns.get(i)))));
        RecordTable<MeasureRow> table = new RecordTable<>(shown);
        table.setId("measures-table");
        table.setPlaceholder(Texts.line(words.text("tables.none"), StyleClass.MUTED));
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.choose(now.entity());
            }
        });
        return table;
    }

    private static double width(MeasureColumn column) {
        return switch (column) {
            case NAME -> 158;
            case ROLES -> 128;
            case KIND, OFF_BY -> 106;
            case BETWEENNESS, RECORDS_IN, RECORDS_OUT -> 98;
            case COMMUNITY -> 92;
            case EIGENVECTOR -> 90;
            case RANK, CUT_POINT, CONTACTS, CLOSENESS, REACHES, REACHED, CORE_IN, CORE_OUT -> 80;
            case CORE, IN, OUT, PART -> 60;
        };
    }

    private static RecordTable.Content content(MeasureColumn column) {
        return switch (column) {
            case NAME, ROLES, KIND, CUT_POINT -> RecordTable.Content.WORDS;
            default -> RecordTable.Content.FIGURES;
        };
    }

    @Override
    protected void attach() {
        model.shown();
        onDetach(model::hidden);
        show(model.pageProperty(), page -> display());
        show(model.stateProperty(), state -> display());
        show(model.filterProperty(), text -> display());
        show(model.saidProperty(), said -> display());
    }

    private void display() {
        Optional<MeasuresPage> page = model.pageProperty().get();
        LatestJob.State state = model.stateProperty().get();
        if (state == LatestJob.State.UNDER_WAY) {
            put(new EmptyState(
                    Icon.MEASURES,
                    words.text("job.measures"),
                    words.text("measures.measuring.about"),
                    Buttons.link(words.text("enquiry.stop"), model::stop)));
        } else if (state == LatestJob.State.STOPPED) {
            put(new EmptyState(
                    Icon.MEASURES,
                    words.text("enquiry.stopped"),
                    words.text("enquiry.stopped.about"),
                    Buttons.link(words.text("enquiry.again"), model::measure)));
        } else if (page.isEmpty()) {
            put(new EmptyState(
                    Icon.MEASURES,
                    words.text(model.isAnalysing() ? "verdict.analysing" : "measures.none"),
                    words.text(model.isAnalysing() ? "measures.analysing.about" : "measures.none.about")));
        } else {
            tell(page.get());
            put(told);
        }
    }

    private void put(Node what) {
        if (below.getChildren().isEmpty() || !below.getChildren().getFirst().equals(what)) {
            below.getChildren().setAll(what);
        }
    }

    private void tell(MeasuresPage page) {
        exactness.setText(model.exactness(page));
        act.setText(page.act()
                .map(what -> words.text(
                        what == MeasuresPage.Act.STOP ? "inspector.measure.stop" : "inspector.measure.reckon"))
                .orElse(""));
        act.setVisible(page.act().isPresent());
        act.setManaged(page.act().isPresent());
        RecordTable<MeasureRow> table = tables.computeIfAbsent(page.columns(), this::table);
        List<MeasureRow> rows = model.passing(page);
        if (!table.getItems().equals(rows)) {
            showRows(table, rows);
        }
        if (place.getChildren().isEmpty() || !place.getChildren().getFirst().equals(table)) {
            place.getChildren().setAll(table);
        }
        meaning.setText(words.text(
                page.columns().equals(MeasureColumn.BY_DIRECTION)
                        ? "measures.meaning.byDirection"
                        : "measures.meaning"));
        String said = model.saidProperty().get();
        count.setText(
                said.isEmpty()
                        ? words.text("tables.count", rows.size(), page.rows().size())
                        : said);
    }

    /** The order the user gave stays when exact figures take the place of estimates. */
    private static void showRows(RecordTable<MeasureRow> table, List<MeasureRow> rows) {
        List<javafx.scene.control.TableColumn<MeasureRow, ?>> order = List.copyOf(table.getSortOrder());
        table.showRows(rows);
        table.getSortOrder().setAll(order);
        table.sort();
    }
}
