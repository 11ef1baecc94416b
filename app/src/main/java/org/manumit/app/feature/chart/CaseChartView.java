package org.manumit.app.feature.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.manumit.app.control.Dialogs;
import org.manumit.app.control.View;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.render.ChartTheme;
import org.manumit.app.feature.chart.render.ChartWords;
import org.manumit.app.job.JobRunner;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.Evidence;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.EntityId;
import org.manumit.styles.Theme;
import org.manumit.styles.Words;

/** The chart of the open case: shows its snapshot, and shares the session's selection. */
public final class CaseChartView extends View<StackPane> {
    private final Session session;
    private final JobRunner jobs;
    private final Words words;
    private final ObservableValue<Theme> theme;
    private final ChartViewModel model;
    private final ChartView chart;
    private final Dialogs dialogs;
    private final MenuButton views = new MenuButton();
    private Optional<String> shownCase = Optional.empty();
    private int asked;
    private boolean following;

    /** The chart of the session's case. */
    public CaseChartView(
            Session session,
            JobRunner jobs,
            Dialogs dialogs,
            ChartViewModel model,
            ObservableValue<Theme> theme,
            Words words) {
        super(new StackPane());
        this.session = session;
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.model = model;
        this.theme = theme;
        this.words = words;
        chart = new ChartView(model, new ChartIntents() {
            @Override
            public void open(ChartTarget target) {
                choose(target);
            }
        });
        chart.setId("chart");
        chart.addTool(views, MaterialDesignB.BOOKMARK_OUTLINE, "tool.views");
        listViews(List.of());
        root().getChildren().add(chart);
    }

    @Override
    protected void attach() {
        show(
                theme,
                now -> chart.setTheme(
                        switch (now) {
                            case LIGHT -> ChartTheme.LIGHT;
                            case DARK -> ChartTheme.DARK;
                        }));
        show(session.stateProperty(), state -> listViews());
        show(session.snapshotProperty(), snapshot -> draw());
        show(session.namesProperty(), names -> draw());
        show(session.selectionProperty(), selection -> follow());
        // what is selected already was not selected here just now
        quietly(() -> {
            show(model.selectedNodesProperty(), nodes -> choose());
            show(model.selectedLinksProperty(), links -> choose());
        });
    }

    private Optional<SavedViews> saved() {
        return session.opened().flatMap(OpenedCase::folder).map(SavedViews::new);
    }

    private void listViews() {
        Optional<SavedViews> saved = saved();
        if (saved.isEmpty()) {
            listViews(List.of());
        } else {
            jobs.run(
                    words.text("job.views"),
                    (progress, cancellation) -> saved.get().names(),
                    this::listViews);
        }
    }

    private void listViews(List<String> names) {
        ChartWords own = model.words();
        List<MenuItem> items = new ArrayList<>();
        MenuItem save = new MenuItem(own.get("views.save"));
        save.setDisable(saved().isEmpty());
        save.setOnAction(event -> saveView());
        items.add(save);
        if (saved().isEmpty()) {
            MenuItem why = new MenuItem(own.get("views.notHere"));
            why.setDisable(true);
            items.add(why);
        }
        if (!names.isEmpty()) {
            items.add(new SeparatorMenuItem());
            Menu forget = new Menu(own.get("views.delete"));
            for (String name : names) {
                items.add(entry(name, views -> views.read(name), model::restore));
                forget.getItems()
                        .add(entry(
                                name,
                                views -> {
                                    views.delete(name);
                                    return views.names();
                                },
                                this::listViews));
            }
            items.add(new SeparatorMenuItem());
            items.add(forget);
        }
        views.getItems().setAll(items);
    }

    private <T> MenuItem entry(String name, Function<SavedViews, T> work, Consumer<T> done) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> saved().ifPresent(views ->
                jobs.run(words.text("job.views"), (progress, cancellation) -> work.apply(views), done)));
        return item;
    }

    private void saveView() {
        ChartArrangement now = model.arrangement();
        saved().ifPresent(views -> dialogs.askName(model.words().get("views.save.title"), "")
                .ifPresent(name -> jobs.run(
                        words.text("job.views"),
                        (progress, cancellation) -> {
                            views.save(name, now);
                            return views.names();
                        },
                        this::listViews)));
    }

    private void draw() {
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        int now = ++asked;
        if (snapshot.isEmpty()) {
            shownCase = Optional.empty();
            return;
        }
        jobs.run(
                words.text("job.chart"),
                (progress, cancellation) -> CaseChart.of(snapshot, names::name, words),
                drawn -> {
                    if (now == asked) {
                        display(snapshot, drawn);
                    }
                });
    }

    private void display(CaseSnapshot snapshot, ChartModel drawn) {
        Optional<String> name = Optional.of(snapshot.graph().name());
        quietly(() -> {
            if (name.equals(shownCase)) {
                model.show(drawn);
            } else {
                shownCase = name;
                model.open(drawn);
            }
        });
        follow();
    }

    /** Changes what is selected on the chart without taking that for the user's choice. */
    private void quietly(Runnable change) {
        boolean before = following;
        following = true;
        try {
            change.run();
        } finally {
            following = before;
        }
    }

    /** Shows on the chart what is selected elsewhere. */
    private void follow() {
        if (!following) {
            quietly(this::followNow);
        }
    }

    private void followNow() {
        Set<String> nodes = new LinkedHashSet<>();
        List<String> links = new ArrayList<>();
        CaseGraph graph = session.snapshot().graph();
        switch (session.selection()) {
            case Selection.Nothing nothing -> {
                // lets go of everything
            }
            case Selection.OfEntity(EntityId entity) -> nodes.add(shownAs(entity));
            case Selection.OfEntities(List<EntityId> entities) ->
                entities.forEach(entity -> nodes.add(shownAs(entity)));
            case Selection.OfLink(EntityId one, EntityId other) -> {
                nodes.add(shownAs(one));
                nodes.add(shownAs(other));
                links.addAll(linksBetween(shownAs(one), shownAs(other)));
            }
            case Selection.OfWay way -> {
                way.on().forEach(entity -> nodes.add(shownAs(entity)));
                way.ties().forEach(tie -> links.addAll(linksBetween(shownAs(tie.one()), shownAs(tie.other()))));
            }
            case Selection.OfEvidence evidence -> {
                for (Evidence found : session.snapshot().evidence(evidence.evidence())) {
                    nodes.addAll(participants(graph, found));
                }
            }
        }
        model.reveal(nodes);
        model.select(nodes, links, SelectionMode.REPLACE);
        if (nodes.size() == 1 && !model.arrangingProperty().get()) {
            model.bringIntoView(nodes.iterator().next());
        } else if (session.selection() instanceof Selection.OfWay
                && !model.arrangingProperty().get()) {
            model.fit();
        }
    }

    private List<String> linksBetween(String one, String other) {
        ChartModel shown = model.model();
        return shown.indexOf(one).stream()
                .boxed()
                .flatMap(node -> java.util.stream.IntStream.range(0, shown.degree(node))
                        .mapToObj(k -> shown.link(shown.linkAt(node, k))))
                .filter(link -> link.from().equals(other) || link.to().equals(other))
                .map(link -> link.id())
                .toList();
    }

    private List<String> participants(CaseGraph graph, Evidence found) {
        return switch (found) {
            case Evidence.Stated(Claim claim) ->
                claim.participants().stream()
                        .map(participant -> shownAs(participant.entity()))
                        .toList();
            case Evidence.Called(int i) ->
                java.util.stream.IntStream.of(
                                graph.calls().from(i), graph.calls().to(i))
                        .filter(e -> e >= 0)
                        .mapToObj(this::shownAs)
                        .toList();
            case Evidence.Transferred(int i) ->
                java.util.stream.IntStream.of(
                                graph.transfers().from(i), graph.transfers().to(i))
                        .filter(e -> e >= 0)
                        .mapToObj(this::shownAs)
                        .toList();
        };
    }

    private String shownAs(EntityId entity) {
        return session.snapshot().graph().indexOf(entity).stream()
                .mapToObj(this::shownAs)
                .findFirst()
                .orElse(entity.value());
    }

    private String shownAs(int entity) {
        CaseSnapshot snapshot = session.snapshot();
        return snapshot.graph().entity(snapshot.links().standsFor(entity)).id().value();
    }

    /** Selects for all views what the user selected on the chart. */
    private void choose() {
        if (following) {
            return;
        }
        // A click changes nodes and links one after the other; what counts is how both stand afterwards.
        Platform.runLater(() -> quietly(this::chooseNow));
    }

    private void chooseNow() {
        Set<String> nodes = model.selectedNodesProperty().get();
        Set<String> links = model.selectedLinksProperty().get();
        Supplier<Optional<CaseChart.Ends>> ends =
                () -> CaseChart.endsOf(links.iterator().next());
        if (nodes.isEmpty() && links.size() == 1 && ends.get().isPresent()) {
            CaseChart.Ends two = ends.get().get();
            session.select(new Selection.OfLink(new EntityId(two.one()), new EntityId(two.other())));
        } else if (nodes.size() == 1) {
            session.select(new EntityId(nodes.iterator().next()));
        } else if (nodes.size() > 1) {
            session.select(
                    new Selection.OfEntities(nodes.stream().map(EntityId::new).toList()));
        } else if (links.isEmpty()) {
            session.select(Selection.NOTHING);
        }
    }

    private void choose(ChartTarget target) {
        switch (target) {
            case ChartTarget.OfNode(String id) -> session.select(new EntityId(id));
            case ChartTarget.OfLink(String id) ->
                CaseChart.endsOf(id)
                        .ifPresent(two -> session.select(
                                new Selection.OfLink(new EntityId(two.one()), new EntityId(two.other()))));
            case ChartTarget.OfChart() -> {
                // nothing to show of the chart itself
            }
        }
    }
}
