package org.manumit.importers.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.Source;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.findings.TextFinder.Neighbourhood;
import org.manumit.importers.resolve.KnownNames;
import org.manumit.importers.resolve.KnownNumbers;

/**
 * Everything that the documents of a case speak of and that nobody has accepted or dismissed yet. Document by document, so
 * that whoever takes the findings need not hold them all.
 */
public final class CaseFindings {

    private final CaseGraph graph;
    private final KnownNames names;
    private final KnownNumbers numbers;
    private final Optional<String> country;
    private final Set<String> reviewed = new HashSet<>();
    private final Map<EntityId, List<Claim>> documents = new LinkedHashMap<>();

    private CaseFindings(CaseGraph graph) {
        this.graph = graph;
        names = KnownNames.of(graph);
        numbers = KnownNumbers.of(graph);
        country = graph.fact("country").flatMap(CaseFindings::countryCode);
        for (Claim claim : graph.claims(ClaimType.PASSAGE)) {
            Optional<String> accepted = FindingReview.findingOf(claim);
            accepted.ifPresent(reviewed::add);
            if (accepted.isEmpty()) {
                claim.first(Part.SUBJECT).ifPresent(document -> documents
                        .computeIfAbsent(document, d -> new ArrayList<>())
                        .add(claim));
            }
        }
        for (Claim claim : graph.claims(ClaimType.DECISION)) {
            FindingReview.findingOf(claim).ifPresent(reviewed::add);
        }
    }

    /** What is known, for finding it again in the documents. */
    public static CaseFindings of(CaseGraph graph) {
        return new CaseFindings(graph);
    }

    /** The names of the case. */
    public KnownNames names() {
        return names;
    }

    /** The documents that have text, in the order of import. */
    public List<EntityId> documents() {
        return List.copyOf(documents.keySet());
    }

    /** The passages of a document, in its order. */
    public List<Claim> passages(EntityId document) {
        return List.copyOf(documents.getOrDefault(document, List.of()));
    }

    /**
     * Finds all that is still to be reviewed.
     *
     * @param each takes each finding, document by document and passage by passage
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public void find(Progress progress, Cancellation cancellation, Consumer<Finding> each) {
        Map<String, TextFinder> finders = new HashMap<>();
        long total = documents.values().stream().mapToLong(List::size).sum();
        long done = 0;
        for (List<Claim> passages : documents.values()) {
            TextFinder finder = finder(finders, passages.getFirst());
            finder.nextDocument();
            for (int i = 0; i < passages.size(); i++) {
                progress.report(done++, total, "looking through documents");
                Claim passage = passages.get(i);
                finder.find(passage.id(), passage.value("text"), neighbourhood(passages, i), cancellation).stream()
                        .filter(finding -> !reviewed.contains(finding.id()))
                        .forEach(each);
            }
        }
    }

    /** All that is still to be reviewed. Fails as {@link #find} does. */
    public List<Finding> all(Progress progress, Cancellation cancellation) {
        List<Finding> found = new ArrayList<>();
        find(progress, cancellation, found::add);
        return List.copyOf(found);
    }

    private TextFinder finder(Map<String, TextFinder> finders, Claim passage) {
        Optional<String> code = graph.source(passage.provenance().source())
                .map(Source::country)
                .filter(text -> !text.isBlank())
                .flatMap(CaseFindings::countryCode)
                .or(() -> country);
        return finders.computeIfAbsent(code.orElse(""), c -> new TextFinder(graph, names, numbers, code));
    }

    /** Paragraphs are counted through a document: where one is missing it was refused. */
    private static Neighbourhood neighbourhood(List<Claim> passages, int at) {
        long row = passages.get(at).provenance().row();
        long before = at == 0 ? 0 : passages.get(at - 1).provenance().row();
        long after =
                at + 1 < passages.size() ? passages.get(at + 1).provenance().row() : row + 1;
        return row - before > 1 || after - row > 1 ? Neighbourhood.NEXT_TO_REFUSED : Neighbourhood.USUAL;
    }

    private static Optional<String> countryCode(String word) {
        String plain = word.strip();
        List<String> codes = Arrays.asList(Locale.getISOCountries());
        if (codes.contains(plain.toUpperCase(Locale.ROOT))) {
            return Optional.of(plain.toUpperCase(Locale.ROOT));
        }
        for (String code : codes) {
            if (Locale.of("", code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(plain)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** The passage that a finding stands in. */
    public Optional<Claim> passage(Finding finding) {
        return graph.claim(finding.passage());
    }
}
