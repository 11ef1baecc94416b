package org.manumit.app.feature.measures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.manumit.app.enquiry.MeasureAnswer;
import org.manumit.app.export.MeasureTable;
import org.manumit.app.feature.measures.MeasuresPage.MeasureRow;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.Measures;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.styles.Words;

/** Puts measures into rows, for the window and for a file. */
final class MeasuresWording {
    private final CaseSnapshot snapshot;
    private final DisplayNames names;
    private final Words words;
    /** What everybody is called where no victim's name is shown. */
    private final DisplayNames concealed;

    MeasuresWording(CaseSnapshot snapshot, DisplayNames names, Words words) {
        this.snapshot = snapshot;
        this.names = names;
        this.words = words;
        concealed = snapshot.names(Set.of());
    }

    /** Victims and their things are ranked nowhere, nor are numbers that are theirs as written in another file. */
    private boolean isRanked(EntityId id) {
        OptionalInt entity = snapshot.graph().indexOf(id);
        return entity.isPresent()
                && !snapshot.victims().isProtected(entity.getAsInt())
                && concealed
                        .name(entity.getAsInt())
                        .equals(snapshot.graph().entity(entity.getAsInt()).label());
    }

    /** The figures of ties that run neither way. */
    MeasuresPage page(Collection<CentralityScore> scores, Exactness how, Measures.Age age, Measures.ExactRun run) {
        List<CentralityScore> ranked = scores.stream()
                .filter(score -> isRanked(score.entity()))
                .sorted(Comparator.comparingDouble(CentralityScore::betweenness)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingInt(CentralityScore::degree).reversed())
                        .thenComparing(CentralityScore::entity))
                .toList();
        List<MeasureRow> rows = new ArrayList<>();
        List<List<Object>> file = new ArrayList<>();
        for (CentralityScore score : ranked) {
            List<String> cells = named(score.entity());
            cells.add(count(score.degree()));
            cells.add(large(score.betweenness()));
            if (how.kind() == Exactness.Kind.SAMPLED) {
                cells.add(large(score.betweennessBound()));
            }
            cells.add(share(score.closeness()));
            cells.add(words.text("measures.rank", score.eigenvector()));
            cells.add(words.text("measures.rank", score.pageRank()));
            cells.add(count(score.core()));
            cells.add(cutPoint(score.place()));
            cells.add(count(score.community() + 1));
            cells.add(kind(score.entity()));
            rows.add(new MeasureRow(score.entity(), cells));
            List<Object> written = written(score.entity());
            written.addAll(List.of(
                    score.degree(),
                    score.betweenness(),
                    score.betweennessBound(),
                    score.closeness(),
                    score.eigenvector(),
                    score.pageRank(),
                    score.core(),
                    cutPoint(score.place()),
                    score.community() + 1,
                    kind(score.entity()),
                    basis(how, age)));
            file.add(written);
        }
        return new MeasuresPage(
                how.kind() == Exactness.Kind.EXACT ? MeasureColumn.EXACT : MeasureColumn.ESTIMATED,
                rows,
                how,
                age,
                run,
                new MeasureTable(headers(MeasureColumn.ESTIMATED), file));
    }

    /** The figures of ties by their direction or weight. */
    MeasuresPage page(List<MeasureAnswer.Directed> scores) {
        List<MeasureRow> rows = new ArrayList<>();
        List<List<Object>> file = new ArrayList<>();
        Exactness how = Exactness.exact(scores.size());
        for (MeasureAnswer.Directed score : scores) {
            EntityId id = score.entity().id();
            if (!isRanked(id)) {
                continue;
            }
            List<String> cells = named(id);
            cells.add(count(score.in()));
            cells.add(count(score.out()));
            cells.add(words.text("measures.weight", score.weightIn()));
            cells.add(words.text("measures.weight", score.weightOut()));
            cells.add(large(score.betweenness()));
            cells.add(share(score.reaching()));
            cells.add(share(score.reached()));
            cells.add(words.text("measures.rank", score.eigenvector()));
            cells.add(words.text("measures.rank", score.pageRank()));
            cells.add(words.text("measures.weight", score.coreIn()));
            cells.add(words.text("measures.weight", score.coreOut()));
            cells.add(cutPoint(score.place()));
            cells.add(count(score.community() + 1));
            cells.add(count(score.strongPart() + 1));
            cells.add(kind(id));
            rows.add(new MeasureRow(id, cells));
            List<Object> written = written(id);
            written.addAll(List.of(
                    score.in(),
                    score.out(),
                    score.weightIn(),
                    score.weightOut(),
                    score.betweenness(),
                    score.reaching(),
                    score.reached(),
                    score.eigenvector(),
                    score.pageRank(),
                    score.coreIn(),
                    score.coreOut(),
                    cutPoint(score.place()),
                    score.community() + 1,
                    score.strongPart() + 1,
                    kind(id),
                    basis(how, Measures.Age.CURRENT)));
            file.add(written);
        }
        return new MeasuresPage(
                MeasureColumn.BY_DIRECTION,
                rows,
                how,
                Measures.Age.CURRENT,
                Measures.ExactRun.NONE,
                new MeasureTable(headers(MeasureColumn.BY_DIRECTION), file));
    }

    private List<String> headers(List<MeasureColumn> columns) {
        List<String> headers = new ArrayList<>();
        headers.add(words.text("measures.col.ID"));
        columns.forEach(column -> headers.add(words.of(column)));
        headers.add(words.text("measures.col.BASIS"));
        return headers;
    }

    private String basis(Exactness how, Measures.Age age) {
        return age == Measures.Age.STALE ? words.text("measures.basis.stale", how) : how.toString();
    }

    private List<String> named(EntityId id) {
        return new ArrayList<>(List.of(names.name(id), roles(id)));
    }

    private List<Object> written(EntityId id) {
        Entity entity = snapshot.graph().entity(id).orElseThrow();
        return new ArrayList<>(List.of(id.value(), entity.label(), roles(id)));
    }

    private String cutPoint(CentralityScore.Place place) {
        return place == CentralityScore.Place.CUT_POINT ? words.text("measures.cutPoint") : "";
    }

    private String kind(EntityId id) {
        return words.of(snapshot.graph().entity(id).orElseThrow().kind());
    }

    private String roles(EntityId id) {
        return snapshot.roles(id).stream()
                .map(RoleFinding::role)
                .distinct()
                .map(words::of)
                .collect(Collectors.joining(", "));
    }

    private String count(int count) {
        return words.text("inspector.measure.count", count);
    }

    private String large(double value) {
        return words.text("inspector.measure.large", value);
    }

    private String share(double value) {
        return words.text("inspector.measure.share", value);
    }
}
