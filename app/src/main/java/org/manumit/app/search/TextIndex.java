package org.manumit.app.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NoMergeScheduler;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.manumit.app.search.SearchWords.Typing;
import org.manumit.app.search.TextHit.Mark;
import org.manumit.app.search.TextHit.Where;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.resolve.TextWords;

/**
 * All words of one snapshot, for searching: names, aliases and numbers, the passages of documents, the words of claims.
 * Kept in memory and forgotten with the snapshot, so that it never holds more, or longer, than the case itself. Safe for
 * use from several threads.
 */
public final class TextIndex {

    private static final String TEXT = "text";
    private static final int LONG_WORD = 8;
    private static final int FUZZY_WORD = 4;
    private static final int CHECK_EVERY = 512;
    private static final double MEMORY_MB = 48;

    /** What is searched as a name, or is a word of a list that says nothing by itself. */
    private static final Set<String> UNTOLD = Set.of(
            "id", "name", "aliases", "number", "account", "plate", "imei", "imsi", "status", "kind", "role", "ruling",
            "phase", "country", "origin", "count");

    private static final FieldType FIELD = field();

    /** What was indexed: where it stands and the text itself, which the snapshot holds anyway. */
    private record Entry(Where where, Optional<EntityId> entity, Optional<ClaimId> claim, String text) {}

    private final List<Entry> entries = new ArrayList<>();
    private final IndexSearcher searcher;

    private TextIndex(CaseGraph graph, Progress progress, Cancellation cancellation) throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        IndexWriterConfig how = new IndexWriterConfig(new FoldingAnalyzer())
                .setRAMBufferSizeMB(MEMORY_MB)
                // texts keep the order in which they come, so that their numbers are those of the entries
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setMergeScheduler(NoMergeScheduler.INSTANCE);
        try (IndexWriter writer = new IndexWriter(memory, how)) {
            long total = graph.entities().size() + (long) graph.claims().size();
            for (Entity entity : graph.entities()) {
                tell(progress, cancellation, total);
                add(writer, new Entry(Where.NAME, Optional.of(entity.id()), Optional.empty(), entity.label()));
            }
            for (Claim claim : graph.claims()) {
                tell(progress, cancellation, total);
                claim(writer, claim);
            }
            writer.commit();
        }
        searcher = new IndexSearcher(DirectoryReader.open(memory));
    }

    private static FieldType field() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /**
     * Indexes a snapshot.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static TextIndex of(CaseGraph graph, Progress progress, Cancellation cancellation) {
        try {
            return new TextIndex(graph, progress, cancellation);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be written", e);
        }
    }

    private void tell(Progress progress, Cancellation cancellation, long total) {
        if (entries.size() % CHECK_EVERY == 0) {
            cancellation.check();
            progress.report(entries.size(), total, "reading words");
        }
    }

    private void claim(IndexWriter writer, Claim claim) throws IOException {
        Optional<ClaimId> id = Optional.of(claim.id());
        Optional<EntityId> subject =
                claim.participants().stream().map(Claim.Participant::entity).findFirst();
        if (claim.type() == ClaimType.PASSAGE) {
            // an accepted finding repeats a sentence of the passage it refers to
            if (FindingReview.findingOf(claim).isEmpty()) {
                add(writer, new Entry(Where.PASSAGE, subject, id, claim.value("text")));
            }
            return;
        }
        if (claim.type() == ClaimType.DECISION && FindingReview.findingOf(claim).isPresent()) {
            return;
        }
        for (String name : Actors.namesIn(claim)) {
            Optional<EntityId> named = claim.first(Part.SUBJECT);
            if (named.isPresent() && (claim.type() == ClaimType.PERSON || claim.type() == ClaimType.ORGANISATION)) {
                add(writer, new Entry(Where.NAME, named, Optional.empty(), name));
            }
        }
        String words = claim.values().entrySet().stream()
                .filter(value -> !value.getValue().isBlank() && !UNTOLD.contains(value.getKey()))
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining("\n"));
        add(writer, new Entry(Where.CLAIM, subject, id, words));
    }

    private void add(IndexWriter writer, Entry entry) throws IOException {
        if (entry.text().isBlank() || ShelterGuard.givesAway(entry.text(), ShelterGuard.Text.NARRATIVE)) {
            return;
        }
        Document document = new Document();
        document.add(new Field(TEXT, entry.text(), FIELD));
        writer.addDocument(document);
        entries.add(entry);
    }

    /** How many texts there are to be searched. */
    public int size() {
        return entries.size();
    }

    /**
     * Finds all words of a text that is being typed: the last word may be only the beginning of one. Where nothing is
     * found, words that are spelled nearly so are looked for.
     *
     * @param most how many hits at most
     * @return the best first
     */
    public List<TextHit> suggest(String text, int most) {
        return search(SearchWords.parse(text, Typing.STILL), most);
    }

    /** Finds all words of a text that is finished; see {@link #suggest}. */
    public List<TextHit> search(String text, int most) {
        return search(SearchWords.parse(text, Typing.DONE), most);
    }

    private List<TextHit> search(SearchWords sought, int most) {
        if (sought.terms().isEmpty()) {
            return List.of();
        }
        try {
            List<TextHit> hits = search(query(sought, Tolerance.EXACT), most);
            return hits.isEmpty() ? search(query(sought, Tolerance.NEARLY), most) : hits;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", e);
        }
    }

    private enum Tolerance {
        EXACT,
        NEARLY
    }

    private static Query query(SearchWords sought, Tolerance tolerance) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (SearchWords.Term term : sought.terms()) {
            all.add(query(term, tolerance), BooleanClause.Occur.MUST);
        }
        return all.build();
    }

    private static Query query(SearchWords.Term term, Tolerance tolerance) {
        String word = term.words().getFirst();
        boolean nearly = tolerance == Tolerance.NEARLY && word.length() >= FUZZY_WORD;
        return switch (term.how()) {
            case WORD -> nearly ? fuzzy(word) : new TermQuery(new Term(TEXT, word));
            case NEARLY -> fuzzy(word);
            case BEGINNING -> nearly ? fuzzy(word) : new PrefixQuery(new Term(TEXT, word));
            case NUMBER -> new TermQuery(new Term(TEXT, word));
            case PHRASE -> {
                PhraseQuery.Builder phrase = new PhraseQuery.Builder();
                term.words().forEach(each -> phrase.add(new Term(TEXT, each)));
                yield phrase.build();
            }
        };
    }

    private static Query fuzzy(String word) {
        return new FuzzyQuery(new Term(TEXT, word), word.length() >= LONG_WORD ? 2 : 1, 1);
    }

    private List<TextHit> search(Query query, int most) throws IOException {
        Query rewritten = searcher.rewrite(query);
        ScoreDoc[] found = searcher.search(rewritten, most).scoreDocs;
        Weight weight = searcher.createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<TextHit> hits = new ArrayList<>(found.length);
        for (ScoreDoc each : found) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(each.doc, leaves));
            @Nullable Matches matches = weight.matches(leaf, each.doc - leaf.docBase);
            Entry entry = entries.get(each.doc);
            List<Mark> marks = matches == null ? List.of() : marks(matches);
            // a name that is found says more than a text that holds it
            float score = entry.where() == Where.NAME ? each.score * 2 + 1 : each.score;
            hits.add(hit(entry, marks, score));
        }
        hits.sort(Comparator.comparingDouble((TextHit hit) -> -hit.score()));
        return List.copyOf(hits);
    }

    private static List<Mark> marks(Matches matches) throws IOException {
        @Nullable MatchesIterator each = matches.getMatches(TEXT);
        Set<Mark> marks = new LinkedHashSet<>();
        while (each != null && each.next()) {
            marks.add(new Mark(each.startOffset(), each.endOffset()));
        }
        List<Mark> apart = new ArrayList<>();
        marks.stream()
                .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()))
                .forEach(mark -> {
                    if (apart.isEmpty() || apart.getLast().end() <= mark.start()) {
                        apart.add(mark);
                    }
                });
        return apart;
    }

    private static TextHit hit(Entry entry, List<Mark> marks, float score) {
        String text = entry.text();
        int start = 0;
        int end = text.length();
        if (!marks.isEmpty() && entry.where() != Where.NAME) {
            TextWords words = TextWords.of(text);
            start = words.sentenceStart(marks.getFirst().start());
            end = Math.max(
                    marks.getFirst().end(), words.sentenceEnd(marks.getFirst().end() - 1));
        }
        return new TextHit(entry.where(), entry.entity(), entry.claim(), text, start, end, marks, score);
    }
}
