package org.manumit.app.feature.verdicts;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.manumit.app.control.Bar;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.ClickableRow;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.Icons;
import org.manumit.app.control.RoleBadge;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.verdicts.Judgement.CriticalRow;
import org.manumit.app.feature.verdicts.Judgement.FindingRow;
import org.manumit.app.feature.verdicts.Judgement.MissingRow;
import org.manumit.app.feature.verdicts.Judgement.Opinion;
import org.manumit.app.feature.verdicts.Judgement.OverruledRow;
import org.manumit.app.feature.verdicts.Judgement.ReasonRow;
import org.manumit.app.feature.verdicts.Judgement.RoleRow;
import org.manumit.app.feature.verdicts.Judgement.Standing;
import org.manumit.app.feature.verdicts.Judgement.Support;
import org.manumit.app.feature.verdicts.Judgement.TimeRow;
import org.manumit.app.session.RoleDesk;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The page with the verdicts on a network. */
public final class VerdictsView extends View<VBox> {
    private static final double BAR = 10;

    private final VerdictsViewModel model;
    private final Words words;
    private final VBox content = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(content);
    private final ComboBox<String> networks = new ComboBox<>();

    /** The page over its view model. */
    public VerdictsView(VerdictsViewModel model, Words words) {
        super(new VBox());
        this.model = model;
        this.words = words;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setPadding(new Insets(14, 20, 24, 20));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        networks.setId("networks");
        networks.setAccessibleText(words.text("verdict.network"));
        networks.setOnAction(event -> {
            if (networks.getValue() != null) {
                model.networkProperty().set(Optional.of(networks.getValue()));
            }
        });
        root().getChildren().add(scroll);
        root().setId("verdicts");
        Texts.style(root(), StyleClass.PANEL);
    }

    @Override
    protected void attach() {
        showList(model.networks(), all -> {
            // Setting the same names again would empty the choice.
            if (!networks.getItems().equals(all)) {
                networks.getItems().setAll(all);
            }
            model.networkProperty().get().ifPresent(networks::setValue);
        });
        show(model.networkProperty(), name -> name.ifPresent(networks::setValue));
        show(model.judgementProperty(), this::display);
        show(
                model.analysingProperty(),
                analysing -> display(model.judgementProperty().get()));
    }

    private void display(Optional<Judgement> judgement) {
        content.getChildren().clear();
        if (judgement.isEmpty()) {
            boolean analysing = model.analysingProperty().get();
            content.getChildren()
                    .add(new EmptyState(
                            Icon.VERDICT,
                            words.text(analysing ? "verdict.analysing" : "verdict.none"),
                            words.text(analysing ? "verdict.analysing.about" : "verdict.none.about")));
            return;
        }
        Judgement shown = judgement.get();
        networks.setValue(shown.network());
        HBox head = new HBox(10, networks, Texts.line(shown.size(), StyleClass.MUTED));
        head.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().addAll(head, opinion(shown.networkClass()), opinion(shown.shape()));
        if (!shown.history().isEmpty()) {
            content.getChildren().add(block(words.text("verdict.history"), history(shown.history())));
        }
        if (!shown.critical().isEmpty()) {
            content.getChildren().add(block(words.text("verdict.critical"), critical(shown.critical())));
        }
        content.getChildren().add(block(words.text("verdict.roles"), roles(shown.roles())));
        if (!shown.overruled().isEmpty()) {
            content.getChildren().add(block(words.text("verdict.overruled"), overruled(shown.overruled())));
        }
        if (!shown.findings().isEmpty()) {
            content.getChildren().add(block(words.text("verdict.findings"), findings(shown.findings())));
        }
    }

    private static VBox block(String title, Node body) {
        VBox box = new VBox(6, Texts.line(title, StyleClass.HEADING), body);
        return Texts.style(box, StyleClass.CARD);
    }

    private Node opinion(Opinion opinion) {
        Label answer = Texts.wrapped(opinion.answer(), StyleClass.VERDICT_ANSWER);
        VBox said = new VBox(
                2,
                Texts.line(opinion.question(), StyleClass.CAPTION),
                answer,
                Texts.wrapped(opinion.about(), StyleClass.MUTED));
        VBox card = new VBox(8, said, supports(opinion.supports()));
        reasons(card, opinion.question(), "verdict.for", Icon.REASON_FOR, opinion.reasonsFor());
        reasons(card, opinion.question(), "verdict.against", Icon.REASON_AGAINST, opinion.reasonsAgainst());
        if (!opinion.missing().isEmpty()) {
            card.getChildren().add(Texts.line(words.text("verdict.missing"), StyleClass.SECTION));
            opinion.missing().forEach(missing -> card.getChildren().add(missing(missing)));
        }
        return Texts.style(card, StyleClass.CARD);
    }

    private Node supports(List<Support> supports) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(5);
        int row = 0;
        for (Support support : supports) {
            Label name = Texts.line(support.answer(), StyleClass.FACT_VALUE);
            name.setMinWidth(Region.USE_PREF_SIZE);
            Bar bar = new Bar(support.share(), BAR, StyleClass.SUPPORT_BAR, StyleClass.SUPPORT_BAR_FILL);
            if (support.standing() == Standing.GIVEN) {
                bar.leading();
                name.setStyle("-fx-font-weight: bold;");
            }
            Label share = Texts.line(words.text("verdict.share", support.share()), StyleClass.FACT_VALUE);
            share.setMinWidth(Region.USE_PREF_SIZE);
            bar.setMaxWidth(360);
            bar.setPrefWidth(360);
            grid.addRow(row++, name, bar, share);
        }
        return grid;
    }

    private void reasons(VBox card, String title, String key, Icon icon, List<ReasonRow> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        card.getChildren().add(Texts.line(words.text(key, reasons.size()), StyleClass.SECTION));
        VBox list = new VBox();
        reasons.forEach(reason -> list.getChildren().add(reason(title, icon, reason)));
        card.getChildren().add(list);
    }

    private ClickableRow reason(String title, Icon icon, ReasonRow reason) {
        FontIcon picture = Icons.of(icon);
        Label text = Texts.wrapped(reason.text(), StyleClass.BODY);
        Label source = Texts.wrapped(
                reason.evidence().isEmpty()
                        ? reason.source()
                        : words.text(
                                "verdict.evidence",
                                reason.source(),
                                reason.evidence().size()),
                StyleClass.CAPTION);
        VBox both = new VBox(1, text, source);
        HBox.setHgrow(both, Priority.ALWAYS);
        Bar weight = new Bar(reason.weight(), 6, StyleClass.WEIGHT_BAR, StyleClass.WEIGHT_BAR_FILL);
        weight.setMinWidth(48);
        weight.setMaxWidth(48);
        Tooltip.install(weight, new Tooltip(words.text("verdict.weight", reason.weight())));
        ClickableRow row = clickable(reason.text(), () -> model.choose(title, reason), picture, both, weight);
        row.setAccessibleHelp(words.text("verdict.weight", reason.weight()));
        return row;
    }

    private static ClickableRow clickable(String spoken, Runnable act, Node... content) {
        ClickableRow row = new ClickableRow(10, spoken, act, StyleClass.REASON);
        row.getChildren().addAll(content);
        return row;
    }

    private Node history(List<TimeRow> rows) {
        VBox list = new VBox(4);
        list.setId("verdict-history");
        for (TimeRow row : rows) {
            if (row.reasons().isEmpty()) {
                list.getChildren()
                        .add(new VBox(
                                0,
                                Texts.wrapped(row.title(), StyleClass.CAPTION),
                                Texts.wrapped(row.says(), StyleClass.BODY)));
            } else {
                list.getChildren().add(Texts.wrapped(row.title(), StyleClass.SECTION));
                row.reasons().forEach(reason -> list.getChildren().add(reason(row.title(), Icon.EVENT, reason)));
            }
        }
        return list;
    }

    private Node missing(MissingRow missing) {
        VBox both = new VBox(
                1,
                Texts.wrapped(missing.what(), StyleClass.BODY),
                Texts.wrapped(words.text("verdict.inquiry", missing.inquiry()), StyleClass.CAPTION));
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox row = new HBox(10, Icons.of(Icon.MISSING), both);
        row.setPadding(new Insets(4, 8, 4, 8));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node critical(List<CriticalRow> rows) {
        VBox list = new VBox();
        for (CriticalRow row : rows) {
            Label name = Texts.wrapped(row.name(), StyleClass.BODY);
            VBox both = new VBox(
                    1,
                    name,
                    Texts.wrapped(
                            words.text("verdict.critical.row", row.kind(), row.substitutes()), StyleClass.CAPTION));
            HBox.setHgrow(both, Priority.ALWAYS);
            list.getChildren()
                    .add(clickable(
                            row.name(),
                            () -> model.choose(row.entity()),
                            Icons.of(Icon.CRITICAL),
                            both,
                            share(row.criticality())));
        }
        return list;
    }

    private HBox share(double share) {
        Bar bar = new Bar(share, 6, StyleClass.WEIGHT_BAR, StyleClass.WEIGHT_BAR_FILL);
        bar.setMinWidth(48);
        bar.setMaxWidth(48);
        Label text = Texts.line(words.text("verdict.share", share), StyleClass.CAPTION);
        text.setMinWidth(38);
        text.setAlignment(Pos.CENTER_RIGHT);
        HBox box = new HBox(6, bar, text);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node roles(List<RoleRow> rows) {
        VBox list = new VBox();
        for (RoleRow row : rows) {
            Label name = Texts.wrapped(row.name(), StyleClass.BODY);
            Label role = Texts.line(
                    words.text(
                            "role.badge",
                            words.of(row.finding().role()),
                            words.of(row.finding().basis())),
                    StyleClass.CAPTION);
            VBox both = new VBox(0, name, role);
            row.decided().ifPresent(text -> both.getChildren().add(Texts.wrapped(text, StyleClass.CAPTION)));
            HBox.setHgrow(both, Priority.ALWAYS);
            RoleBadge badge = new RoleBadge(row.finding().role(), row.finding().basis(), words);
            badge.setPrefWidth(28);
            list.getChildren()
                    .add(clickable(
                            row.name() + ", " + role.getText(),
                            () -> model.choose(row.finding().entity()),
                            badge,
                            both,
                            share(row.finding().score()),
                            decide(row)));
        }
        return list;
    }

    private Node decide(RoleRow row) {
        MenuButton menu = new MenuButton("", Icons.of(Icon.OVERRULE));
        Buttons.describe(menu, words.text("verdict.decide"));
        Texts.style(menu, StyleClass.ICON_BUTTON);
        menu.setVisible(RoleDesk.decides(row.finding().role()));
        for (Ruling ruling : Ruling.values()) {
            MenuItem item = new MenuItem(words.text(ruling == Ruling.CONFIRMED ? "desk.confirm" : "desk.overrule"));
            item.setOnAction(event -> model.decide(row, ruling));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Node overruled(List<OverruledRow> rows) {
        VBox list = new VBox();
        for (OverruledRow row : rows) {
            VBox both = new VBox(
                    1,
                    Texts.wrapped(words.text("verdict.overruled.row", row.name(), row.role()), StyleClass.BODY),
                    Texts.wrapped(row.text(), StyleClass.CAPTION));
            HBox.setHgrow(both, Priority.ALWAYS);
            Button back = Buttons.link(words.text("inspector.takeBack"), () -> model.takeBack(row));
            back.setMinWidth(Region.USE_PREF_SIZE);
            list.getChildren()
                    .add(clickable(
                            row.name() + ", " + row.role(),
                            () -> model.choose(row.entity()),
                            Icons.of(Icon.OVERRULE),
                            both,
                            back));
        }
        return list;
    }

    private Node findings(List<FindingRow> rows) {
        VBox list = new VBox();
        for (FindingRow row : rows) {
            VBox both = new VBox(
                    0, Texts.wrapped(row.title(), StyleClass.BODY), Texts.wrapped(row.who(), StyleClass.CAPTION));
            HBox.setHgrow(both, Priority.ALWAYS);
            list.getChildren()
                    .add(clickable(
                            row.title() + ", " + row.who(),
                            () -> model.choose(row),
                            Icons.of(Icon.EVIDENCE),
                            both,
                            share(row.score())));
        }
        return list;
    }
}
