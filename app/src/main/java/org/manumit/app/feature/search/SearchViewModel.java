package org.manumit.app.feature.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.query.Names;
import org.manumit.styles.Words;

/**
 * Finds people, numbers, plates, accounts and all else while the user types: by the beginning of any word of a name or
 * alias, whatever case and accents, and by any run of digits of a number. Concealed victims are found by pseudonym and
 * by name, but shown by pseudonym. Confined to the window's thread.
 */
public final class SearchViewModel {

    /** How many hits are shown. */
    public static final int LIMIT = 12;

    private static final int FEWEST_DIGITS = 3;

    /**
     * Something found.
     *
     * @param entity what
     * @param name what it is called on screen
     * @param detail what helps to tell it from others
     */
    public record Hit(Entity entity, String name, String detail) {}

    private record Entry(int entity, String folded, String digits) {}

    private final Session session;
    private final Words words;
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private List<Entry> entries = List.of();
    private CaseSnapshot indexed = CaseSnapshot.EMPTY;

    /** A search over the session's case. */
    public SearchViewModel(Session session, Words words) {
        this.session = session;
        this.words = words;
    }

    /** What was found, the best first. */
    public ObservableList<Hit> hits() {
        return FXCollections.unmodifiableObservableList(hits);
    }

    /** Looks for a text; an empty one finds nothing. */
    public void search(String text) {
        CaseSnapshot snapshot = session.snapshot();
        if (indexed.graph() != snapshot.graph()) {
            indexed = snapshot;
            entries = index(snapshot.graph());
        }
        String folded = Names.fold(text);
        String digits = text.replaceAll("\\D", "");
        if (folded.isEmpty()) {
            hits.clear();
            return;
        }
        DisplayNames names = session.names();
        Map<Integer, Integer> best = new HashMap<>();
        for (Entry entry : entries) {
            int rank = rank(entry, folded, digits);
            if (rank > 0) {
                best.merge(entry.entity(), rank, Math::max);
            }
        }
        for (int entity = 0; entity < snapshot.graph().entities().size(); entity++) {
            if (names.conceals(entity) && Names.fold(names.name(entity)).startsWith(folded)) {
                best.merge(entity, 3, Math::max);
            }
        }
        List<Integer> order = new ArrayList<>(best.keySet());
        order.sort(Comparator.<Integer>comparingInt(e -> -best.getOrDefault(e, 0))
                .thenComparingInt(e -> kindOrder(snapshot.graph().entity(e).kind()))
                .thenComparing(Comparator.<Integer>comparingInt(
                                e -> snapshot.links().of(e).size())
                        .reversed())
                .thenComparing(names::name));
        hits.setAll(
                order.stream().limit(LIMIT).map(e -> hit(snapshot, names, e)).toList());
    }

    private Hit hit(CaseSnapshot snapshot, DisplayNames names, int entity) {
        Entity found = snapshot.graph().entity(entity);
        int actor = snapshot.actors().actorOf(entity);
        String detail = actor != entity
                ? words.text("search.of", words.of(found.kind()), names.name(actor))
                : words.of(found.kind());
        return new Hit(found, names.name(entity), detail);
    }

    private static int kindOrder(EntityKind kind) {
        return kind.isActor() ? 0 : kind == EntityKind.PHONE || kind == EntityKind.ACCOUNT ? 1 : 2;
    }

    private static int rank(Entry entry, String folded, String digits) {
        if (entry.folded().equals(folded)) {
            return 4;
        }
        if (entry.folded().startsWith(folded)) {
            return 3;
        }
        if (entry.folded().contains(" " + folded)) {
            return 2;
        }
        return digits.length() >= FEWEST_DIGITS && entry.digits().contains(digits) ? 1 : 0;
    }

    private static List<Entry> index(CaseGraph graph) {
        List<Entry> entries = new ArrayList<>(graph.entities().size());
        for (int e = 0; e < graph.entities().size(); e++) {
            add(entries, e, graph.entity(e).label());
        }
        for (ClaimType type : List.of(ClaimType.PERSON, ClaimType.ORGANISATION)) {
            for (Claim claim : graph.claims(type)) {
                claim.first(Part.SUBJECT)
                        .map(graph::indexOf)
                        .ifPresent(at -> at.ifPresent(e -> {
                            claim.list("aliases").forEach(alias -> add(entries, e, alias));
                            add(entries, e, claim.value("name"));
                        }));
            }
        }
        return List.copyOf(entries);
    }

    private static void add(List<Entry> entries, int entity, String text) {
        if (!text.isBlank()) {

            entries.add(new Entry(entity, Names.fold(text), text.replaceAll("\\D", "")));
        }
    }

    /** Selects what was found, in all views. */
    public void choose(Hit hit) {
        session.select(hit.entity().id());
        hits.clear();
    }
}
