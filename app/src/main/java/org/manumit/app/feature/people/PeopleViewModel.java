package org.manumit.app.feature.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.CaseAnalysis.Network;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.query.Names;
import org.manumit.styles.Words;

/** The networks of the case and the people in them, filtered as the user asks. Confined to the window's thread. */
public final class PeopleViewModel {

    /** Why the list is empty, where it is. */
    public enum WhyNobody {
        /** The case is being opened. */
        OPENING,
        /** Nothing was imported yet. */
        NO_FILES,
        /** Files were imported, but none names a person or organisation. */
        NOBODY_NAMED,
        /** Nobody passes the filters. */
        FILTERED
    }

    /** A line of the list. */
    public sealed interface Row {}

    /**
     * A network.
     *
     * @param name its name
     * @param networkClass what it is taken for
     * @param summary its class and size in words
     */
    public record NetworkRow(String name, NetworkClass networkClass, String summary) implements Row {}

    /** The people in no network. */
    public record OthersRow(String name) implements Row {}

    /**
     * A person or an organisation.
     *
     * @param entity who
     * @param name what they are called on screen
     * @param roles their roles, the best founded first, each role once
     * @param links how many others they are tied to
     * @param protection whether they are a victim
     * @param critical whether they are critical to their network
     */
    public record PersonRow(
            Entity entity, String name, List<RoleFinding> roles, int links, boolean protection, boolean critical)
            implements Row {
        public PersonRow {
            roles = List.copyOf(roles);
        }
    }

    private final Session session;
    private final Words words;
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<Optional<Role>> roleFilter =
            new SimpleObjectProperty<>(this, "roleFilter", Optional.empty());
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> rowsToSee = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<Optional<Row>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());
    private final ReadOnlyObjectWrapper<WhyNobody> whyNobody =
            new ReadOnlyObjectWrapper<>(this, "whyNobody", WhyNobody.NO_FILES);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");

    /** The people of the session's case. */
    public PeopleViewModel(Session session, Words words) {
        this.session = session;
        this.words = words;
        session.snapshotProperty().addListener((observable, before, now) -> list());
        session.namesProperty().addListener((observable, before, now) -> list());
        session.selectionProperty().addListener((observable, before, now) -> follow());
        session.loadingProperty().addListener((observable, before, now) -> explain());
        filter.addListener((observable, before, now) -> list());
        roleFilter.addListener((observable, before, now) -> list());
        list();
    }

    private void list() {
        CaseSnapshot snapshot = session.snapshot();
        List<Row> next = new ArrayList<>();
        Set<EntityId> placed = new HashSet<>();
        int people = 0;
        for (Network network : snapshot.analysis().map(CaseAnalysis::networks).orElse(List.of())) {
            List<PersonRow> members = network.members().stream()
                    .filter(placed::add)
                    .flatMap(member -> row(snapshot, member).stream())
                    .filter(this::passes)
                    .sorted(BY_WEIGHT)
                    .toList();
            if (!members.isEmpty()) {
                next.add(new NetworkRow(
                        network.name(),
                        network.networkClass().answer(),
                        words.text(
                                "people.network",
                                words.of(network.networkClass().answer()),
                                network.members().size())));
                next.addAll(members);
                people += members.size();
            }
        }
        List<PersonRow> others = snapshot.graph().entities().stream()
                .filter(entity -> entity.kind().isActor() && !placed.contains(entity.id()))
                .flatMap(entity -> row(snapshot, entity.id()).stream())
                .filter(this::passes)
                .sorted(BY_WEIGHT)
                .toList();
        if (!others.isEmpty()) {
            if (!next.isEmpty()) {
                next.add(new OthersRow(words.text("people.others", others.size())));
            }
            next.addAll(others);
            people += others.size();
        }
        rows.setAll(next);
        summary.set(people == 0 ? "" : words.text("people.summary", people));
        explain();
        follow();
    }

    private void explain() {
        boolean anybody = session.snapshot().graph().entities().stream()
                .anyMatch(entity -> entity.kind().isActor());
        whyNobody.set(
                session.loadingProperty().get()
                        ? WhyNobody.OPENING
                        : session.snapshot().isEmpty()
                                ? WhyNobody.NO_FILES
                                : anybody ? WhyNobody.FILTERED : WhyNobody.NOBODY_NAMED);
    }

    /** Shows everybody again. */
    public void clearFilters() {
        filter.set("");
        roleFilter.set(Optional.empty());
    }

    /** Why the list is empty, where it is. */
    public ReadOnlyObjectProperty<WhyNobody> whyNobodyProperty() {
        return whyNobody.getReadOnlyProperty();
    }

    private static final Comparator<PersonRow> BY_WEIGHT = Comparator.comparing(PersonRow::protection)
            .thenComparing(Comparator.comparing((PersonRow row) -> !row.roles().isEmpty())
                    .reversed())
            .thenComparing(Comparator.comparingInt(PersonRow::links).reversed())
            .thenComparing(PersonRow::name);

    private Optional<PersonRow> row(CaseSnapshot snapshot, EntityId id) {
        DisplayNames names = session.names();
        return snapshot.graph().indexOf(id).stream()
                .mapToObj(index -> {
                    Set<Role> seen = new HashSet<>();
                    return new PersonRow(
                            snapshot.graph().entity(index),
                            names.name(index),
                            snapshot.roles(id).stream()
                                    .filter(finding -> seen.add(finding.role()))
                                    .toList(),
                            snapshot.links().of(index).size(),
                            names.isVictim(index),
                            !snapshot.critical(id).isEmpty());
                })
                .findFirst();
    }

    private boolean passes(PersonRow row) {
        String wanted = Names.fold(filter.get());
        boolean named = wanted.isEmpty()
                || Names.fold(row.name()).contains(wanted)
                || Names.fold(row.entity().label()).contains(wanted);
        return named
                && roleFilter
                        .get()
                        .map(role -> row.roles().stream().anyMatch(finding -> finding.role() == role))
                        .orElse(true);
    }

    private void follow() {
        Optional<Row> next = Optional.empty();
        if (session.selection() instanceof Selection.OfEntity(EntityId entity)) {
            next = rows.stream()
                    .filter(row -> row instanceof PersonRow person
                            && person.entity().id().equals(entity))
                    .findFirst();
        }
        selected.set(next);
    }

    /** The lines to show. */
    public ObservableList<Row> rows() {
        return rowsToSee;
    }

    /** The line of what is selected. */
    public ObjectProperty<Optional<Row>> selectedProperty() {
        return selected;
    }

    /** Part of a name that all shown must have. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** A role that all shown must play; empty for all. */
    public ObjectProperty<Optional<Role>> roleFilterProperty() {
        return roleFilter;
    }

    /** How many people are shown, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Selects somebody in all views. */
    public void choose(Row row) {
        if (row instanceof PersonRow person) {
            session.select(person.entity().id());
        }
    }
}
