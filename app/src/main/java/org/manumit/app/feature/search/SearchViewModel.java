package org.manumit.app.feature.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.manumit.app.job.JobRunner;
import org.manumit.app.search.TextHit;
import org.manumit.app.search.TextIndex;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.ConcealedText;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.EvidenceWording;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.query.Names;
import org.manumit.importers.resolve.KnownNames;
import org.manumit.styles.Words;

/**
 * Finds people, numbers, plates, accounts and all else while the user types: by the beginning of any word of a name or
 * alias, whatever case and accents, and by any run of digits of a number. Concealed victims are found by pseudonym and
 * by name, but shown by pseudonym. Below them, the places in documents and claims where the words stand. Confined to the window's thread.
 */
public final class SearchViewModel {

    /** How many hits are shown. */
    public static final int LIMIT = 12;

    private static final int FEWEST_DIGITS = 3;

    /** How many hits in texts are shown below those in names. */
    public static final int TEXT_LIMIT = 8;

    private static final int SHORTEST_TEXT = 3;
    private static final int BEFORE_MARK = 60;
    private static final int SNIPPET = 150;

    /**
     * Something found.
     *
     * @param entity what; for a text what it is about or the document
     * @param name what it is called on screen; for a text the words round those searched for
     * @param detail what helps to tell it from others
     * @param claim the claim in whose words it was found; empty for a name
     * @param marks where the words searched for stand in the name
     */
    public record Hit(
            Optional<Entity> entity,
            String name,
            String detail,
            Optional<Claim> claim,
            List<ConcealedText.Mark> marks) {
        public Hit {
            marks = List.copyOf(marks);
        }
    }

    /** The words of a snapshot. */
    private record Indexed(CaseGraph graph, TextIndex index, KnownNames names) {}

    private record Entry(int entity, String folded, String digits) {}

    private final Session session;
    private final Words words;
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<Hit> hitsToSee = FXCollections.unmodifiableObservableList(hits);
    private List<Entry> entries = List.of();
    private CaseSnapshot indexed = CaseSnapshot.EMPTY;
    private final JobRunner jobs;
    private final Consumer<ClaimId> openPassage;
    private Optional<Indexed> texts = Optional.empty();
    private Optional<CaseGraph> indexing = Optional.empty();
    private String last = "";

    /**
     * A search over the session's case.
     *
     * @param openPassage shows a passage in its document
     */
    public SearchViewModel(Session session, JobRunner jobs, Words words, Consumer<ClaimId> openPassage) {
        this.session = session;
        this.jobs = jobs;
        this.words = words;
        this.openPassage = openPassage;
    }

    /** What was found, the best first. */
    public ObservableList<Hit> hits() {
        return hitsToSee;
    }

    /** Looks for a text; an empty one finds nothing. */
    public void search(String text) {
        last = text;
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
        List<Hit> found = new ArrayList<>(
                order.stream().limit(LIMIT).map(e -> hit(snapshot, names, e)).toList());
        found.addAll(inTexts(snapshot, names, text));
        hits.setAll(found);
    }

    private List<Hit> inTexts(CaseSnapshot snapshot, DisplayNames names, String text) {
        if (text.strip().length() < SHORTEST_TEXT) {
            return List.of();
        }
        if (texts.filter(known -> known.graph().equals(snapshot.graph())).isEmpty()) {
            index(snapshot);
        }
        if (texts.isEmpty()) {
            return List.of();
        }
        ConcealedText concealed =
                new ConcealedText(snapshot.graph(), texts.get().names(), names);
        return texts.get().index().suggest(text, LIMIT + 4 * TEXT_LIMIT).stream()
                .filter(hit -> hit.where() != TextHit.Where.NAME)
                .limit(TEXT_LIMIT)
                .map(hit -> textHit(snapshot, names, concealed, hit))
                .toList();
    }

    /** The words are indexed when they are first searched, off the window's thread, and then searched again. */
    private void index(CaseSnapshot snapshot) {
        if (indexing.filter(snapshot.graph()::equals).isPresent()) {
            return;
        }
        indexing = Optional.of(snapshot.graph());
        texts = Optional.empty();
        jobs.run(
                words.text("job.index"),
                (progress, cancellation) -> new Indexed(
                        snapshot.graph(),
                        TextIndex.of(snapshot.graph(), progress, cancellation),
                        KnownNames.of(snapshot.graph())),
                done -> {
                    if (indexing.filter(done.graph()::equals).isPresent()) {
                        texts = Optional.of(done);
                        if (!last.isBlank()) {
                            String again = last;
                            search(again);
                        }
                    }
                });
    }

    private Hit textHit(CaseSnapshot snapshot, DisplayNames names, ConcealedText concealed, TextHit hit) {
        String sentence = hit.sentence();
        List<TextHit.Mark> marks = hit.marksInSentence();
        int from = marks.isEmpty() ? 0 : Math.max(0, marks.getFirst().start() - BEFORE_MARK);
        int space = from == 0 ? 0 : sentence.indexOf(' ', from) + 1;
        int start = space > 0 && !marks.isEmpty() && space <= marks.getFirst().start() ? space : from;
        int end = Math.min(sentence.length(), start + SNIPPET);
        ConcealedText.Shown shown = concealed.show(
                sentence.substring(start, end),
                marks.stream()
                        .filter(mark -> mark.start() >= start && mark.end() <= end)
                        .map(mark -> new ConcealedText.Mark(mark.start() - start, mark.end() - start))
                        .toList());
        Optional<Claim> claim = hit.claim().flatMap(snapshot.graph()::claim);
        EvidenceWording wording = new EvidenceWording(snapshot.graph(), names, words);
        return new Hit(
                hit.entity().flatMap(snapshot.graph()::entity),
                shown.text(),
                claim.map(wording::place).orElse(""),
                claim,
                shown.marks().stream().flatMap(Optional::stream).toList());
    }

    private Hit hit(CaseSnapshot snapshot, DisplayNames names, int entity) {
        Entity found = snapshot.graph().entity(entity);
        int actor = snapshot.actors().actorOf(entity);
        String detail = actor != entity
                ? words.text("search.of", words.of(found.kind()), names.name(actor))
                : words.of(found.kind());
        return new Hit(Optional.of(found), names.name(entity), detail, Optional.empty(), List.of());
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

    /** Selects what was found, in all views; a passage is shown in its document. */
    public void choose(Hit hit) {
        if (hit.claim().isPresent()) {
            Claim claim = hit.claim().get();
            session.select(new Selection.OfEvidence(words.of(claim.type()), hit.name(), "", List.of(claim.id())));
            if (claim.type() == ClaimType.PASSAGE) {
                openPassage.accept(claim.id());
            }
        } else {
            hit.entity().ifPresent(entity -> session.select(entity.id()));
        }
        last = "";
        hits.clear();
    }
}
