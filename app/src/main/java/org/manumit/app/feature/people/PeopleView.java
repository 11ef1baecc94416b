package org.manumit.app.feature.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.RoleBadge;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.people.PeopleViewModel.NetworkRow;
import org.manumit.app.feature.people.PeopleViewModel.OthersRow;
import org.manumit.app.feature.people.PeopleViewModel.PersonRow;
import org.manumit.app.feature.people.PeopleViewModel.Row;
import org.manumit.app.feature.people.PeopleViewModel.WhyNobody;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The list of networks and people at the left of the window. */
public final class PeopleView extends View<VBox> {
    private static final int MOST_BADGES = 3;

    private final PeopleViewModel model;
    private final Words words;
    private final ListView<Row> list = new ListView<>();
    private final Label summary = Texts.line("", StyleClass.CAPTION);

    /** The list over its view model. */
    public PeopleView(PeopleViewModel model, Words words) {
        super(new VBox());
        this.model = model;
        this.words = words;
        TextField filter = new TextField();
        filter.setPromptText(words.text("people.filter"));
        filter.setAccessibleText(words.text("people.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox filters = new HBox(6, filter, roleFilter());
        VBox head = new VBox(6, Texts.line(words.text("people.title"), StyleClass.HEADING), filters, summary);
        head.setPadding(new Insets(10, 10, 6, 12));
        list.setId("people");
        list.setCellFactory(view -> new RowCell());
        list.setOnMouseClicked(event -> choose());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        root().getChildren().addAll(head, list);
        Texts.style(root(), StyleClass.PANEL, StyleClass.PANEL_LEFT);
    }

    private ComboBox<Optional<Role>> roleFilter() {
        ComboBox<Optional<Role>> box = new ComboBox<>();
        List<Optional<Role>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        Arrays.stream(Role.values()).map(Optional::of).forEach(choices::add);
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Role> role) {
                return role.map(words::of).orElse(words.text("people.allRoles"));
            }

            @Override
            public Optional<Role> fromString(String text) {
                return Optional.empty();
            }
        });
        box.valueProperty().bindBidirectional(model.roleFilterProperty());
        box.setPrefWidth(112);
        box.setMinWidth(112);
        box.setVisibleRowCount(Role.values().length + 1);
        box.setAccessibleText(words.text("people.roleFilter"));
        return box;
    }

    @Override
    protected void attach() {
        showList(model.rows(), rows -> {
            list.getItems().setAll(rows);
            reselect();
        });
        show(model.selectedProperty(), row -> reselect());
        show(model.summaryProperty(), summary::setText);
        show(model.whyNobodyProperty(), why -> list.setPlaceholder(placeholder(why)));
    }

    private EmptyState placeholder(WhyNobody why) {
        Node[] actions =
                switch (why) {
                    case FILTERED -> new Node[] {Buttons.link(words.text("people.clearFilters"), model::clearFilters)};
                    case OPENING, NO_FILES, NOBODY_NAMED -> new Node[0];
                };
        return new EmptyState(Icon.PERSON, words.of(why), words.explanationOf(why), actions);
    }

    private void reselect() {
        Optional<Row> selected = model.selectedProperty().get();
        if (selected.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else if (!selected.get().equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(selected.get());
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        }
    }

    private void choose() {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.choose(row);
        }
    }

    private final class RowCell extends ListCell<Row> {
        private final FontIcon icon = Icons.of(Icon.PERSON);
        private final Label name = Texts.line("", StyleClass.BODY);
        private final Label detail = Texts.line("", StyleClass.CAPTION);
        private final HBox badges = new HBox(3);
        private final HBox person = new HBox(8, icon, name, Texts.filler(), badges);
        private final VBox network = new VBox(0);

        RowCell() {
            person.setAlignment(Pos.CENTER_LEFT);
            badges.setAlignment(Pos.CENTER_RIGHT);
            badges.setMinWidth(USE_PREF_SIZE);
            name.setMinWidth(30);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@org.jspecify.annotations.Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setDisable(false);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            switch (row) {
                case PersonRow shown -> person(shown);
                case NetworkRow shown -> group(shown.name(), shown.summary());
                case OthersRow shown -> group(shown.name(), "");
            }
        }

        private void person(PersonRow shown) {
            icon.setIconCode((shown.protection()
                            ? Icon.VICTIM
                            : Icons.iconOf(shown.entity().kind()))
                    .ikon());
            name.setText(shown.name());
            badges.getChildren()
                    .setAll(shown.roles().stream()
                            .limit(MOST_BADGES)
                            .map(finding -> new RoleBadge(finding.role(), finding.basis(), words))
                            .toList());
            if (shown.roles().size() > MOST_BADGES) {
                badges.getChildren().add(Texts.line("+" + (shown.roles().size() - MOST_BADGES), StyleClass.CAPTION));
            }
            if (shown.critical()) {
                FontIcon mark = Icons.of(Icon.CRITICAL);
                Tooltip.install(mark, new Tooltip(words.text("people.critical")));
                badges.getChildren().addFirst(mark);
            }
            setGraphic(person);
        }

        private void group(String title, String text) {
            Label heading = Texts.line(title, StyleClass.HEADING);
            detail.setText(text);
            network.getChildren().setAll(heading);
            if (!text.isEmpty()) {
                network.getChildren().add(detail);
            }
            network.setPadding(new Insets(8, 0, 2, 0));
            setGraphic(network);
        }
    }
}
