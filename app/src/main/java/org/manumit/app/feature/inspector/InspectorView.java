package org.manumit.app.feature.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Bar;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.ClickableRow;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.FactGrid;
import org.manumit.app.control.Icons;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.RoleBadge;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.inspector.Inspection.ClaimCard;
import org.manumit.app.feature.inspector.Inspection.Concealment;
import org.manumit.app.feature.inspector.Inspection.DecisionLine;
import org.manumit.app.feature.inspector.Inspection.Direction;
import org.manumit.app.feature.inspector.Inspection.EntityLine;
import org.manumit.app.feature.inspector.Inspection.Fact;
import org.manumit.app.feature.inspector.Inspection.FactValue;
import org.manumit.app.feature.inspector.Inspection.ReasonLine;
import org.manumit.app.feature.inspector.Inspection.RecordRow;
import org.manumit.app.feature.inspector.Inspection.RecordSection;
import org.manumit.app.feature.inspector.Inspection.RoleLine;
import org.manumit.app.feature.inspector.Inspection.Section;
import org.manumit.app.session.RoleDesk;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The panel at the right of the window. */
public final class InspectorView extends View<VBox> {
    private static final int CARDS_AT_ONCE = 20;
    private static final int TABLE_ROWS = 9;
    private static final int LINES_AT_ONCE = 8;

    private final InspectorViewModel model;
    private final Words words;
    private final VBox content = new VBox(4);
    private final ScrollPane scroll = new ScrollPane(content);
    private String displayed = "";

    /** The panel over its view model. */
    public InspectorView(InspectorViewModel model, Words words) {
        super(new VBox());
        this.model = model;
        this.words = words;
        content.setPadding(new Insets(10, 14, 18, 14));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root().getChildren().add(scroll);
        root().setId("inspector");
        Texts.style(root(), StyleClass.PANEL, StyleClass.PANEL_RIGHT);
    }

    @Override
    protected void attach() {
        show(model.inspectionProperty(), this::display);
    }

    private void display(Optional<Inspection> inspection) {
        if (root().getScene() != null && holdsFocus(root().getScene().getFocusOwner())) {
            // What had it goes away; without this the focus would jump to the first field of the window.
            scroll.requestFocus();
        }
        content.getChildren().clear();
        String next = inspection.map(Inspection::title).orElse("");
        if (!next.equals(displayed)) {
            // news about whom one is reading of must not take one back to the top
            scroll.setVvalue(0);
        }
        displayed = next;
        if (inspection.isEmpty()) {
            content.getChildren()
                    .add(new EmptyState(
                            Icon.EVIDENCE, words.text("inspector.empty"), words.text("inspector.empty.about")));
            return;
        }
        Inspection shown = inspection.get();
        content.getChildren().addAll(head(shown));
        shown.sections().forEach(section -> content.getChildren().addAll(nodes(section)));
    }

    private boolean holdsFocus(@org.jspecify.annotations.Nullable Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }

    private List<Node> head(Inspection shown) {
        FontIcon icon = shown.kind().map(Icons::iconOf).map(Icons::of).orElseGet(() -> Icons.of(Icon.LINK));
        icon.setIconSize(20);
        Label title = Texts.wrapped(shown.title(), StyleClass.HEADING);
        title.setId("inspector-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        Button back = Buttons.icon(Icon.BACK, words.text("inspector.back"), model::back);
        back.visibleProperty().bind(model.canGoBackProperty());
        HBox first = new HBox(8, icon, title, back);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(5, first);
        if (!shown.subtitle().isEmpty()) {
            head.getChildren().add(Texts.wrapped(shown.subtitle(), StyleClass.CAPTION));
        }
        if (!shown.roles().isEmpty()) {
            FlowPane badges = new FlowPane(5, 5);
            shown.roles().forEach(finding -> {
                Label name = Texts.line(words.of(finding.role()), StyleClass.CAPTION);
                HBox pair = new HBox(4, new RoleBadge(finding.role(), finding.basis(), words), name);
                pair.setAlignment(Pos.CENTER_LEFT);
                pair.setPadding(new Insets(0, 6, 0, 0));
                badges.getChildren().add(pair);
            });
            head.getChildren().add(badges);
        }
        if (shown.concealed() != Concealment.NOT_NEEDED) {
            head.getChildren().add(concealment(shown.concealed()));
        }
        return List.of(head);
    }

    private FlowPane concealment(Concealment concealment) {
        boolean concealed = concealment == Concealment.CONCEALED;
        Label chip = Texts.line(
                words.text(concealed ? "inspector.concealed" : "inspector.revealed"),
                StyleClass.CHIP,
                StyleClass.CHIP_VICTIM);
        chip.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        FlowPane box = new FlowPane(10, 2, chip);
        if (concealed) {
            Button reveal = Buttons.link(words.text("inspector.reveal"), model::reveal);
            reveal.setId("reveal");
            box.getChildren().add(reveal);
        }
        return box;
    }

    private List<Node> nodes(Section section) {
        Label title = Texts.wrapped(section.title(), StyleClass.SECTION);
        Node body =
                switch (section) {
                    case Inspection.TextSection text -> text(text);
                    case Inspection.FactSection facts -> facts(facts.facts());
                    case Inspection.RoleSection roles -> roles(roles);
                    case Inspection.EntitySection entities -> lines(entities.entities());
                    case Inspection.ClaimSection claims -> cards(claims.claims());
                    case Inspection.MeasureSection measures -> measures(measures);
                    case RecordSection records -> table(records);
                };
        return List.of(title, body);
    }

    private Node text(Inspection.TextSection section) {
        VBox box = new VBox(4, Texts.wrapped(section.text(), StyleClass.BODY));
        if (!section.source().isEmpty()) {
            box.getChildren()
                    .add(Texts.wrapped(words.text("inspector.criterion", section.source()), StyleClass.CAPTION));
        }
        return box;
    }

    private Node facts(List<Fact> facts) {
        FactGrid grid = new FactGrid();
        for (Fact fact : facts) {
            if (fact.isConflicting()) {
                grid.add(fact.name(), conflict(fact));
            } else {
                FactValue value = fact.values().getFirst();
                Label text = Texts.wrapped(value.text(), StyleClass.FACT_VALUE);
                text.setTooltip(new Tooltip(value.place()));
                boolean detailed = value.grades().isEmpty() && !value.place().isEmpty();
                grid.add(
                        fact.name(),
                        detailed ? new VBox(text, Texts.wrapped(value.place(), StyleClass.CAPTION)) : text);
            }
        }
        return grid;
    }

    private Node measures(Inspection.MeasureSection section) {
        VBox box = new VBox(4, facts(section.facts()));
        if (!section.note().isEmpty()) {
            Label note = Texts.wrapped(section.note(), StyleClass.CAPTION);
            note.setId("measure-note");
            box.getChildren().add(note);
        }
        section.act().ifPresent(act -> {
            Button button =
                    switch (act) {
                        case STOP -> Buttons.link(words.text("inspector.measure.stop"), () -> model.perform(act));
                        case RECKON_EXACTLY ->
                            Buttons.link(words.text("inspector.measure.reckon"), () -> model.perform(act));
                    };
            button.setId("measure-act");
            box.getChildren().add(button);
        });
        return box;
    }

    /** What sources disagree on, side by side, each with where it stands. */
    private Node conflict(Fact fact) {
        VBox box = new VBox(3);
        Label warning = Texts.line(words.text("inspector.conflict"), StyleClass.CAPTION, StyleClass.WARNING);
        FontIcon icon = Texts.style(Icons.of(Icon.WARNING), StyleClass.WARNING);
        icon.setIconSize(13);
        warning.setGraphic(icon);
        box.getChildren().add(warning);
        for (FactValue value : fact.values()) {
            box.getChildren()
                    .add(new VBox(
                            Texts.wrapped(value.text(), StyleClass.FACT_VALUE),
                            Texts.wrapped(value.place() + " · " + value.grades(), StyleClass.CAPTION)));
        }
        return box;
    }

    private Node roles(Inspection.RoleSection section) {
        VBox box = new VBox(10);
        for (RoleLine line : section.roles()) {
            Label name = Texts.line(
                    words.text(
                            "inspector.roleScore",
                            words.of(line.finding().role()),
                            line.finding().score()),
                    StyleClass.BODY);
            Bar bar = new Bar(line.finding().score(), 6, StyleClass.WEIGHT_BAR, StyleClass.WEIGHT_BAR_FILL);
            bar.setPrefWidth(54);
            bar.setMaxWidth(54);
            HBox head = new HBox(
                    7, new RoleBadge(line.finding().role(), line.finding().basis(), words), name, bar);
            head.setAlignment(Pos.CENTER_LEFT);
            String basis = words.of(line.finding().basis());
            VBox role = new VBox(
                    2,
                    head,
                    Texts.wrapped(
                            line.period().isEmpty() ? basis : words.text("inspector.basisWhen", basis, line.period()),
                            StyleClass.CAPTION));
            line.reasons().forEach(reason -> role.getChildren()
                    .add(reason(words.of(line.finding().role()), reason)));
            if (RoleDesk.decides(line.finding().role())) {
                role.getChildren().add(decisions(section.actor(), line));
            }
            box.getChildren().add(role);
        }
        section.overruled().forEach(line -> box.getChildren().add(overruled(line)));
        if (section.roles().isEmpty() && section.overruled().isEmpty()) {
            box.getChildren().add(Texts.wrapped(words.text("inspector.noRoles"), StyleClass.CAPTION));
        }
        if (!section.further().isEmpty()) {
            box.getChildren().add(further(section));
        }
        return box;
    }

    private Node decisions(EntityId actor, RoleLine line) {
        Role role = line.finding().role();
        FlowPane box = new FlowPane(14, 0);
        box.setPadding(new Insets(2, 0, 0, 8));
        if (line.confirmed().isPresent()) {
            Button back = Buttons.link(
                    words.text("inspector.takeBack"),
                    () -> model.takeBack(line.confirmed().get()));
            back.setId("take-back");
            box.getChildren().addAll(Texts.wrapped(line.confirmed().get().text(), StyleClass.CAPTION), back);
        } else {
            Button confirm =
                    Buttons.link(words.text("desk.confirm"), () -> model.decide(actor, role, Ruling.CONFIRMED));
            confirm.setId("confirm-" + role.name().toLowerCase(Locale.ROOT));
            Button overrule =
                    Buttons.link(words.text("desk.overrule"), () -> model.decide(actor, role, Ruling.OVERRULED));
            overrule.setId("overrule-" + role.name().toLowerCase(Locale.ROOT));
            box.getChildren().addAll(confirm, overrule);
        }
        return box;
    }

    private Node overruled(DecisionLine line) {
        FontIcon icon = Icons.of(Icon.OVERRULE);
        Label name = Texts.line(words.text("inspector.overruled", line.role()), StyleClass.BODY);
        HBox head = new HBox(7, icon, name);
        head.setAlignment(Pos.CENTER_LEFT);
        Button back = Buttons.link(words.text("inspector.takeBack"), () -> model.takeBack(line));
        back.setId("take-back");
        VBox box = new VBox(2, head, Texts.wrapped(line.text(), StyleClass.CAPTION), back);
        VBox.setMargin(back, new Insets(0, 0, 0, 8));
        return box;
    }

    private Node further(Inspection.RoleSection section) {
        MenuButton more = new MenuButton(words.text("inspector.giveRole"));
        more.setMnemonicParsing(true);
        more.setId("give-role");
        Texts.style(more, StyleClass.LINK_BUTTON);
        for (Role role : section.further()) {
            MenuItem item = new MenuItem(words.of(role));
            item.setOnAction(event -> model.decide(section.actor(), role, Ruling.CONFIRMED));
            more.getItems().add(item);
        }
        return more;
    }

    private ClickableRow reason(String title, ReasonLine reason) {
        FontIcon icon = Icons.of(reason.direction() == Direction.FOR ? Icon.REASON_FOR : Icon.REASON_AGAINST);
        icon.setIconSize(14);
        Label text = Texts.wrapped(reason.text(), StyleClass.FACT_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        ClickableRow row = new ClickableRow(7, reason.text(), () -> model.choose(title, reason), StyleClass.REASON);
        row.setAlignment(Pos.TOP_LEFT);
        row.getChildren().addAll(icon, text);
        return row;
    }

    private Node lines(List<EntityLine> lines) {
        VBox box = new VBox();
        addSome(box, lines, 0, LINES_AT_ONCE, this::line);
        return box;
    }

    private Node line(EntityLine line) {
        FontIcon icon = Icons.of(Icons.iconOf(line.kind()));
        icon.setIconSize(14);
        Label name = Texts.wrapped(line.name(), StyleClass.FACT_VALUE);
        Label detail = Texts.wrapped(line.detail(), StyleClass.CAPTION);
        VBox both = new VBox(0, name, detail);
        HBox.setHgrow(both, Priority.ALWAYS);
        ClickableRow row =
                new ClickableRow(8, line.name() + ", " + line.detail(), () -> model.choose(line), StyleClass.REASON);
        row.getChildren().addAll(icon, both);
        return row;
    }

    private Node cards(List<ClaimCard> cards) {
        VBox box = new VBox(6);
        addSome(box, cards, 0, CARDS_AT_ONCE, this::card);
        return box;
    }

    /** Long lists grow by a page when the user asks, so that showing somebody well documented stays instant. */
    private <T> void addSome(
            VBox box, List<T> all, int from, int atOnce, java.util.function.Function<T, Node> display) {
        int to = Math.min(all.size(), from + atOnce);
        for (int i = from; i < to; i++) {
            box.getChildren().add(display.apply(all.get(i)));
        }
        if (to < all.size()) {
            Button more = Buttons.link(words.text("inspector.more", all.size() - to), () -> {});
            more.setOnAction(event -> {
                box.getChildren().remove(more);
                addSome(box, all, to, CARDS_AT_ONCE, display);
            });
            box.getChildren().add(more);
        }
    }

    private Node card(ClaimCard card) {
        Label heading = Texts.line(card.heading(), StyleClass.FACT_VALUE);
        heading.setStyle("-fx-font-weight: bold;");
        heading.setMinWidth(60);
        Label when = Texts.line(card.when(), StyleClass.CAPTION);
        HBox first = new HBox(8, heading, Texts.filler(), when);
        first.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(first);
        for (String text : new String[] {card.parties(), card.text()}) {
            if (!text.isBlank()) {
                box.getChildren().add(Texts.wrapped(text, StyleClass.FACT_VALUE));
            }
        }
        FlowPane grades = new FlowPane(5, 4, Texts.line(card.grades(), StyleClass.CHIP));
        if (!card.handling().isEmpty()) {
            grades.getChildren().add(Texts.line(card.handling(), StyleClass.CHIP));
        }
        Label place = Texts.wrapped(card.place(), StyleClass.CAPTION);
        box.getChildren().add(place);
        if (!card.cites().isBlank()) {
            box.getChildren().add(Texts.wrapped(card.cites(), StyleClass.CAPTION));
        }
        box.getChildren().add(grades);
        return Texts.style(box, StyleClass.EVIDENCE_CARD);
    }

    private Node table(RecordSection records) {
        boolean calls = records.kind() == RecordSection.Kind.CALLS;
        RecordTable<RecordRow> table = new RecordTable<>(List.of(
                new RecordTable.Column<>(words.text("inspector.col.time"), 132, RecordRow::time),
                new RecordTable.Column<>(words.text("inspector.col.from"), 120, RecordRow::from),
                new RecordTable.Column<>(words.text("inspector.col.to"), 120, RecordRow::to),
                new RecordTable.Column<>(
                        words.text(calls ? "inspector.col.kind" : "inspector.col.amount"),
                        calls ? 70 : 100,
                        RecordRow::what,
                        calls ? RecordTable.Content.WORDS : RecordTable.Content.FIGURES),
                new RecordTable.Column<>(
                        words.text(calls ? "inspector.col.duration" : "inspector.col.purpose"),
                        calls ? 60 : 160,
                        RecordRow::measure,
                        calls ? RecordTable.Content.FIGURES : RecordTable.Content.WORDS),
                new RecordTable.Column<>(words.text("inspector.col.row"), 200, RecordRow::place)));
        table.showRows(records.rows());
        table.fitRows(TABLE_ROWS);
        table.setId(calls ? "inspector-calls" : "inspector-transfers");
        return new VBox(3, table, Texts.line(words.text("inspector.zone", records.zone()), StyleClass.CAPTION));
    }
}
