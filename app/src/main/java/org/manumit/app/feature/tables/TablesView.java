package org.manumit.app.feature.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.tables.TablesViewModel.Subject;
import org.manumit.app.feature.tables.TablesViewModel.Table;
import org.manumit.app.feature.tables.TablesViewModel.TableRow;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The page with the tables. */
public final class TablesView extends View<VBox> {
    private final TablesViewModel model;
    private final Words words;
    private final Map<Subject, RecordTable<TableRow>> tables = new EnumMap<>(Subject.class);
    private final Map<Subject, ToggleButton> choices = new EnumMap<>(Subject.class);
    private final StackPane place = new StackPane();
    private final Label count = Texts.line("", StyleClass.MUTED);

    /** The page over its view model. */
    public TablesView(TablesViewModel model, Words words) {
        super(new VBox(8));
        this.model = model;
        this.words = words;
        TextField filter = new TextField();
        filter.setPromptText(words.text("tables.filter"));
        filter.setAccessibleText(words.text("tables.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setPrefWidth(220);
        HBox head = new HBox(4);
        head.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Subject subject : Subject.values()) {
            ToggleButton choice = new ToggleButton(words.of(subject));
            choice.setToggleGroup(group);
            choice.setId("table-" + subject.name().toLowerCase(Locale.ROOT));
            choice.setOnAction(event -> {
                choice.setSelected(true);
                model.subjectProperty().set(subject);
            });
            Texts.style(choice, StyleClass.NAV_TAB);
            choices.put(subject, choice);
            head.getChildren().add(choice);
            tables.put(subject, table(subject));
        }
        head.getChildren().addAll(Texts.filler(), filter);
        VBox.setVgrow(place, Priority.ALWAYS);
        root().getChildren().addAll(head, place, count);
        root().setPadding(new Insets(8, 16, 10, 16));
        Texts.style(root(), StyleClass.PANEL);
    }

    private RecordTable<TableRow> table(Subject subject) {
        List<RecordTable.Column<TableRow>> columns = new ArrayList<>();
        IntStream.range(0, subject.columns().size())
                .forEach(i -> columns.add(new RecordTable.Column<>(
                        words.text("tables.col." + subject.columns().get(i)),
                        width(subject.columns().get(i)),
                        row -> row.cells().get(i),
                        content(subject.columns().get(i)))));
        RecordTable<TableRow> table = new RecordTable<>(columns);
        table.setPlaceholder(Texts.line(words.text("tables.none"), StyleClass.MUTED));
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        return table;
    }

    private static double width(String column) {
        return switch (column) {
            case "calls", "transfers", "claims", "ties", "kind", "duration" -> 84;
            case "time" -> 140;
            case "amount", "country", "status" -> 110;
            case "place", "text", "how", "roles" -> 230;
            default -> 180;
        };
    }

    private static RecordTable.Content content(String column) {
        return switch (column) {
            case "calls", "transfers", "claims", "ties", "duration", "amount" -> RecordTable.Content.FIGURES;
            default -> RecordTable.Content.WORDS;
        };
    }

    @Override
    protected void attach() {
        model.shown();
        onDetach(model::hidden);
        show(
                model.subjectProperty(),
                subject -> choices.forEach((each, choice) -> choice.setSelected(each == subject)));
        show(model.tableProperty(), this::display);
    }

    private void display(Optional<Table> made) {
        if (made.isEmpty()) {
            return;
        }
        Table shown = made.get();
        RecordTable<TableRow> table = tables.get(shown.subject());
        if (table != null) {
            table.showRows(shown.rows());
            place.getChildren().setAll(table);
        }
        count.setText(words.text("tables.count", shown.rows().size(), shown.all()));
    }
}
