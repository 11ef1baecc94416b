package org.manumit.app.feature.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Choices;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.RoleBadge;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.whatif.WhatIfAnswer.Figure;
import org.manumit.app.feature.whatif.WhatIfAnswer.Future;
import org.manumit.app.feature.whatif.WhatIfAnswer.LostRole;
import org.manumit.app.feature.whatif.WhatIfAnswer.Named;
import org.manumit.app.feature.whatif.WhatIfAnswer.Piece;
import org.manumit.app.feature.whatif.WhatIfAnswer.Weight;
import org.manumit.app.feature.whatif.WhatIfViewModel.Candidate;
import org.manumit.app.feature.whatif.WhatIfViewModel.Happened;
import org.manumit.app.job.LatestJob;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The page that tells what a network could still do without some of its people. */
public final class WhatIfView extends View<VBox> {
    private static final double LIST = 250;
    private static final int IN_A_ROW = 2;
    private static final int NAMES = 12;

    private final WhatIfViewModel model;
    private final Words words;
    private final ComboBox<String> networks = new ComboBox<>();
    private final ComboBox<Happened> events = new ComboBox<>();
    private final VBox list = new VBox(2);
    private final VBox told = new VBox(14);
    private final HBox body;
    private final Button back;

    /** The page over its view model. */
    public WhatIfView(WhatIfViewModel model, Words words) {
        super(new VBox(10));
        this.model = model;
        this.words = words;
        networks.setId("whatif-networks");
        networks.setAccessibleText(words.text("verdict.network"));
        networks.setMaxWidth(Double.MAX_VALUE);
        networks.setOnAction(event -> {
            if (networks.getValue() != null) {
                model.networkProperty().set(Optional.of(networks.getValue()));
            }
        });
        events.setId("whatif-events");
        events.setAccessibleText(words.text("whatif.event.choose"));
        events.setPromptText(words.text("whatif.event.choose"));
        events.setMaxWidth(Double.MAX_VALUE);
        Choices.whenChosen(events, chosen -> model.compare(chosen.event()));
        Button fewest = Buttons.of(Icon.CRITICAL, words.text("whatif.fewest"), model::fewest);
        fewest.setId("whatif-fewest");
        fewest.setMaxWidth(Double.MAX_VALUE);
        back = Buttons.link(words.text("whatif.clear"), model::clear);
        ScrollPane people = scroll(list);
        people.setId("whatif-people");
        VBox.setVgrow(people, Priority.ALWAYS);
        VBox left = new VBox(
                8, networks, events, fewest, Texts.line(words.text("whatif.out"), StyleClass.SECTION), people, back);
        left.setPrefWidth(LIST);
        left.setMinWidth(LIST);
        ScrollPane right = scroll(told);
        HBox.setHgrow(right, Priority.ALWAYS);
        body = new HBox(16, left, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        root().setPadding(new Insets(12, 16, 12, 16));
        root().setId("whatif");
        Texts.style(root(), StyleClass.PANEL);
    }

    private static ScrollPane scroll(VBox content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        content.setPadding(new Insets(0, 14, 0, 0));
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    @Override
    protected void attach() {
        show(model.session().snapshotProperty(), snapshot -> model.ask());
        show(model.readingProperty(), reading -> frame());
        showList(model.networks(), all -> {
            networks.getItems().setAll(all);
            model.networkProperty().get().ifPresent(networks::setValue);
            frame();
        });
        show(model.networkProperty(), name -> name.ifPresent(networks::setValue));
        showList(model.candidates(), all -> people());
        show(model.removedProperty(), removed -> people());
        showList(model.events(), all -> {
            events.getItems().setAll(all);
            events.setVisible(!all.isEmpty());
            events.setManaged(!all.isEmpty());
        });
        show(model.answerProperty(), answer -> tell());
        show(model.happenedProperty(), happened -> compared());
        show(model.comparisonProperty(), state -> compared());
    }

    private void compared() {
        if (model.comparisonProperty().get() != LatestJob.State.UNDER_WAY
                && model.happenedProperty().get().isEmpty()) {
            events.setValue(null);
        }
        tell();
    }

    private void frame() {
        root().getChildren().clear();
        if (!model.networks().isEmpty()) {
            root().getChildren()
                    .addAll(
                            Texts.line(words.text("whatif.title"), StyleClass.HEADING),
                            Texts.wrapped(words.text("whatif.about"), StyleClass.MUTED),
                            body);
        } else if (model.readingProperty().get()) {
            root().getChildren()
                    .add(new EmptyState(
                            Icon.WHAT_IF, words.text("verdict.analysing"), words.text("verdict.analysing.about")));
        } else {
            root().getChildren()
                    .add(new EmptyState(Icon.WHAT_IF, words.text("verdict.none"), words.text("verdict.none.about")));
        }
    }

    private void people() {
        Set<EntityId> removed = model.removedProperty().get();
        List<Node> rows = new ArrayList<>();
        for (Candidate candidate : model.candidates()) {
            CheckBox box = new CheckBox(candidate.name());
            box.setSelected(removed.contains(candidate.id()));
            box.setOnAction(event -> model.toggle(candidate.id()));
            box.setWrapText(true);
            VBox row = new VBox(0, box);
            if (!candidate.about().isEmpty()) {
                Label about = Texts.wrapped(candidate.about(), StyleClass.CAPTION);
                about.setPadding(new Insets(0, 0, 0, 24));
                row.getChildren().add(about);
            }
            row.setPadding(new Insets(3, 4, 3, 2));
            rows.add(row);
        }
        list.getChildren().setAll(rows);
        back.setDisable(removed.isEmpty());
    }

    private void tell() {
        told.getChildren().clear();
        if (model.comparisonProperty().get() == LatestJob.State.UNDER_WAY) {
            told.getChildren()
                    .add(new EmptyState(
                            Icon.EVENT,
                            words.text("job.happened"),
                            words.text("whatif.comparing.about"),
                            Buttons.link(words.text("enquiry.stop"), model::stopComparing)));
            return;
        }
        if (model.happenedProperty().get().isPresent()) {
            tell(model.happenedProperty().get().get());
            return;
        }
        model.answerProperty().get().ifPresent(shown -> {
            Label headline = Texts.wrapped(shown.headline(), StyleClass.VERDICT_ANSWER);
            headline.setId("whatif-answer");
            told.getChildren().addAll(headline, figures(shown.figures(), shown.weight()));
            if (!shown.roles().isEmpty()) {
                VBox roles = new VBox(8);
                shown.roles().forEach(role -> roles.getChildren().add(role(role)));
                told.getChildren().add(block(words.text("whatif.roles"), roles));
            }
            if (shown.weight() != Weight.NONE) {
                VBox pieces = new VBox(8);
                shown.pieces().forEach(piece -> pieces.getChildren().add(piece(piece)));
                told.getChildren()
                        .add(block(words.text("whatif.left", shown.pieces().size()), pieces));
            }
        });
    }

    private void tell(HappenedAnswer shown) {
        Label headline = Texts.wrapped(shown.headline(), StyleClass.VERDICT_ANSWER);
        headline.setId("whatif-happened");
        told.getChildren().addAll(headline, figures(shown.figures(), Weight.GOES_ON));
        for (HappenedAnswer.Group group : shown.groups()) {
            VBox lines = new VBox(6);
            for (HappenedAnswer.Line line : group.lines()) {
                lines.getChildren()
                        .add(new VBox(0, Texts.wrapped(line.text(), StyleClass.BODY), people("", line.people())));
            }
            told.getChildren().add(block(group.title(), lines));
        }
        if (!shown.remark().isEmpty()) {
            told.getChildren().add(Texts.wrapped(shown.remark(), StyleClass.MUTED));
        }
    }

    private static VBox block(String title, Node body) {
        return Texts.style(new VBox(8, Texts.line(title, StyleClass.HEADING), body), StyleClass.CARD);
    }

    private GridPane figures(List<Figure> figures, Weight weight) {
        GridPane grid = new GridPane(8, 8);
        for (int i = 0; i < IN_A_ROW; i++) {
            ColumnConstraints even = new ColumnConstraints();
            even.setPercentWidth(100.0 / IN_A_ROW);
            grid.getColumnConstraints().add(even);
        }
        for (int i = 0; i < figures.size(); i++) {
            grid.add(figure(figures.get(i), weight), i % IN_A_ROW, i / IN_A_ROW);
        }
        return grid;
    }

    private Node figure(Figure figure, Weight weight) {
        String value =
                weight == Weight.NONE ? figure.before() : words.text("whatif.change", figure.before(), figure.after());
        VBox card = new VBox(0, Texts.line(value, StyleClass.TITLE), Texts.wrapped(figure.name(), StyleClass.CAPTION));
        return Texts.style(card, StyleClass.CARD);
    }

    private Node role(LostRole role) {
        VBox said = new VBox(1);
        said.getChildren()
                .add(Texts.wrapped(
                        role.left().isEmpty()
                                ? words.text("whatif.role.empty", words.of(role.role()))
                                : words.text(
                                        "whatif.role.left",
                                        words.of(role.role()),
                                        role.left().size()),
                        StyleClass.BODY));
        if (role.left().isEmpty()) {
            said.getChildren()
                    .add(
                            role.standIns().isEmpty()
                                    ? Texts.wrapped(words.text("whatif.role.noStandIn"), StyleClass.CAPTION)
                                    : people(words.text("whatif.role.standIns"), role.standIns()));
        } else {
            said.getChildren().add(people("", role.left()));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        RoleBadge badge = new RoleBadge(role.role(), RoleFinding.Basis.STATED, words);
        HBox row = new HBox(10, badge, said);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Node piece(Piece piece) {
        VBox said = new VBox(1, people("", piece.members()));
        if (!piece.about().isEmpty()) {
            said.getChildren().add(Texts.wrapped(piece.about(), StyleClass.CAPTION));
        }
        said.getChildren()
                .add(Texts.wrapped(
                        words.text(piece.future() == Future.GOES_ON ? "whatif.goesOnAlone" : "whatif.stranded"),
                        StyleClass.CAPTION));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(10, Icons.of(piece.future() == Future.GOES_ON ? Icon.WARNING : Icon.NETWORK), said);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private Button link(Named named) {
        Button link = Buttons.link(named.name(), () -> model.choose(named.id()));
        Texts.style(link, StyleClass.INLINE_LINK);
        return link;
    }

    private Node people(String before, List<Named> people) {
        FlowPane flow = new FlowPane(4, 0);
        if (!before.isEmpty()) {
            flow.getChildren().add(Texts.line(before, StyleClass.CAPTION));
        }
        people.stream().limit(NAMES).forEach(named -> flow.getChildren().add(link(named)));
        if (people.size() > NAMES) {
            flow.getChildren().add(Texts.line(words.text("whatif.more", people.size() - NAMES), StyleClass.CAPTION));
        }
        return flow;
    }
}
