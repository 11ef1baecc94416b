package org.manumit.app.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.query.Names;
import org.manumit.styles.Words;

/** The people, firms and numbers about which a page asks, in the order in which they were chosen. Confined to the window's thread. */
public final class ChosenThings {
    private static final int MOST_SUGGESTED = 12;
    private static final int FEWEST_DIGITS = 3;

    /**
     * Somebody or something that is chosen, or can be.
     *
     * @param name what it is called on screen
     * @param about what kind it is, and of whom
     */
    public record Thing(EntityId id, String name, String about) {}

    /** What is looked for when a name is typed. */
    private record Entry(int entity, String name, String label, String digits) {}

    private final Session session;
    private final Predicate<Entity> offered;
    private final Words words;
    private final ObservableList<Thing> chosen = FXCollections.observableArrayList();
    /** One and the same, because listeners are lost with the view they were added to. */
    private final ObservableList<Thing> shown = FXCollections.unmodifiableObservableList(chosen);

    private final ReadOnlyStringWrapper whyNotSelected = new ReadOnlyStringWrapper(this, "whyNotSelected", "");
    private List<Entry> entries = List.of();
    private DisplayNames listed;

    /**
     * Nobody is chosen.
     *
     * @param offered who can be
     */
    public ChosenThings(Session session, Predicate<Entity> offered, Words words) {
        this.session = session;
        this.offered = offered;
        this.words = words;
        listed = session.names();
        list();
        session.namesProperty().addListener((observable, before, now) -> nameAgain());
        session.selectionProperty().addListener((observable, before, now) -> whyNotSelected());
        chosen.addListener((javafx.collections.ListChangeListener<Thing>) change -> whyNotSelected());
        whyNotSelected();
    }

    /** Who is chosen. */
    public ObservableList<Thing> chosen() {
        return shown;
    }

    /** Who is chosen, as indexes into the case. */
    public List<Integer> entities() {
        CaseGraph graph = session.snapshot().graph();
        return chosen.stream()
                .map(thing -> graph.indexOf(thing.id()))
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
    }

    private void nameAgain() {
        CaseGraph graph = session.snapshot().graph();
        List<Thing> still = chosen.stream()
                .flatMap(thing -> graph.indexOf(thing.id()).stream().mapToObj(this::thing))
                .toList();
        if (!still.equals(chosen)) {
            chosen.setAll(still);
        }
        whyNotSelected();
    }

    private Thing thing(int entity) {
        CaseSnapshot snapshot = session.snapshot();
        Entity found = snapshot.graph().entity(entity);
        int actor = snapshot.actors().actorOf(entity);
        return new Thing(
                found.id(),
                session.names().name(entity),
                actor == entity
                        ? words.of(found.kind())
                        : words.text(
                                "search.of",
                                words.of(found.kind()),
                                session.names().name(actor)));
    }

    private void list() {
        CaseGraph graph = session.snapshot().graph();
        listed = session.names();
        List<Entry> all = new ArrayList<>();
        for (int e = 0; e < graph.entities().size(); e++) {
            boolean another = graph.entity(e).kind().isActor()
                    && session.snapshot().actors().actorOf(e) != e;
            if (offered.test(graph.entity(e)) && !another) {
                String label = graph.entity(e).label();
                all.add(new Entry(e, Names.fold(listed.name(e)), Names.fold(label), label.replaceAll("\\D", "")));
            }
        }
        entries = List.copyOf(all);
    }

    /** Whom a text may mean, the best first; those who are chosen already are left out. */
    public List<Thing> suggest(String text) {
        if (!listed.equals(session.names())) {
            list();
        }
        String sought = Names.fold(text);
        String digits = text.replaceAll("\\D", "");
        if (sought.isEmpty()) {
            return List.of();
        }
        CaseSnapshot snapshot = session.snapshot();
        return entries.stream()
                .filter(entry -> rank(entry, sought, digits) > 0)
                .filter(entry -> chosen.stream().noneMatch(thing -> thing.id()
                        .equals(snapshot.graph().entity(entry.entity()).id())))
                .sorted(Comparator.comparingInt((Entry entry) -> -rank(entry, sought, digits))
                        .thenComparingInt(entry ->
                                snapshot.graph().entity(entry.entity()).kind().isActor() ? 0 : 1)
                        .thenComparingInt(
                                entry -> -snapshot.links().of(entry.entity()).size())
                        .thenComparing(Entry::name))
                .limit(MOST_SUGGESTED)
                .map(entry -> thing(entry.entity()))
                .toList();
    }

    /** Whoever is shown by pseudonym is found by it, or by the whole name: a part of one must not tell who it is. */
    private static int rank(Entry entry, String sought, String digits) {
        if (entry.name().equals(sought) || entry.label().equals(sought)) {
            return 4;
        }
        if (entry.name().startsWith(sought)) {
            return 3;
        }
        if (entry.name().contains(" " + sought)) {
            return 2;
        }
        boolean concealed = !entry.name().equals(entry.label());
        return !concealed && digits.length() >= FEWEST_DIGITS && entry.digits().contains(digits) ? 1 : 0;
    }

    /** Chooses somebody; nothing happens where they are chosen already, or cannot be. */
    public void add(EntityId id) {
        CaseGraph graph = session.snapshot().graph();
        OptionalInt entity = graph.indexOf(id);
        if (entity.isPresent()
                && offered.test(graph.entity(entity.getAsInt()))
                && chosen.stream().noneMatch(thing -> thing.id().equals(id))) {
            chosen.add(thing(entity.getAsInt()));
        }
    }

    /** Chooses nobody of this id any more. */
    public void remove(EntityId id) {
        chosen.removeIf(thing -> thing.id().equals(id));
    }

    /** Chooses nobody any more. */
    public void clear() {
        chosen.clear();
    }

    private List<EntityId> selected() {
        CaseGraph graph = session.snapshot().graph();
        List<EntityId> ids =
                switch (session.selection()) {
                    case Selection.Nothing nothing -> List.of();
                    case Selection.OfEvidence evidence -> List.of();
                    case Selection.OfEntity(EntityId entity) -> List.of(entity);
                    case Selection.OfEntities(List<EntityId> entities) -> entities;
                    case Selection.OfLink(EntityId one, EntityId other) -> List.of(one, other);
                    case Selection.OfWay way -> way.on();
                };
        return ids.stream()
                .filter(id -> graph.entity(id).filter(offered).isPresent())
                .filter(id -> chosen.stream().noneMatch(thing -> thing.id().equals(id)))
                .toList();
    }

    private void whyNotSelected() {
        whyNotSelected.set(selected().isEmpty() ? words.text("chosen.whyNotSelected") : "");
    }

    /** Why what is selected in the other views cannot be chosen; empty when it can. */
    public ReadOnlyStringProperty whyNotSelectedProperty() {
        return whyNotSelected.getReadOnlyProperty();
    }

    /** Chooses what is selected in the other views. */
    public void addSelected() {
        selected().forEach(this::add);
    }

    /** What the chosen ones are called, for a sentence. */
    public String names() {
        return String.join(", ", chosen.stream().map(Thing::name).toList());
    }

    /** The kinds of number that call records speak of. */
    public static Predicate<Entity> whoCalls() {
        return entity -> switch (entity.kind()) {
            case PERSON, ORGANISATION, PHONE, HANDSET, SIM -> true;
            case ACCOUNT, PREMISES, VEHICLE, PAPER, ADVERT, CELL_SITE, DOCUMENT, EVENT -> false;
        };
    }

    /** Everything that something can be tied to. */
    public static Predicate<Entity> whatIsTied() {
        return entity -> switch (entity.kind()) {
            case PERSON, ORGANISATION, PHONE, HANDSET, SIM, ACCOUNT, PREMISES, VEHICLE, PAPER, ADVERT -> true;
            case CELL_SITE, DOCUMENT, EVENT -> false;
        };
    }
}
