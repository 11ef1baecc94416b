package org.manumit.app.session;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.Source;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.edit.FindingReview.Item;
import org.manumit.graph.edit.FindingReview.Ruling;
import org.manumit.graph.query.CaseFacts;
import org.manumit.importers.findings.Finding;

/**
 * What an analyst makes of a finding.
 *
 * @param finding what was found
 * @param about which of the matches it is; empty for something that the case does not know yet
 * @param whose whose number, account, vehicle or paper it is; empty when that is not said
 */
public record FindingChoice(Finding finding, Optional<EntityId> about, Optional<EntityId> whose) {

    public FindingChoice {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(whose, "whose");
    }

    /** The finding as it is offered: the only match, or something new; whose it is, is not said. */
    public static FindingChoice usual(Finding finding) {
        return new FindingChoice(
                finding,
                finding.matches().size() == 1 ? Optional.of(finding.matches().getFirst()) : Optional.empty(),
                Optional.empty());
    }

    /** Whether it can be accepted like this: of several people of one name somebody must say which. */
    public boolean isDecided() {
        return about.isPresent() || finding.matches().isEmpty();
    }

    /**
     * What is to be kept of a review.
     *
     * @param graph the case in which the findings were found
     * @throws IllegalArgumentException when a choice is undecided, or of a passage that the case does not have
     */
    public static FindingReview review(
            CaseGraph graph, Ruling ruling, List<FindingChoice> choices, String by, Instant at) {
        CaseFacts facts = new CaseFacts(graph);
        return new FindingReview(
                ruling,
                choices.stream()
                        .map(choice -> choice.item(graph, facts, ruling))
                        .toList(),
                by,
                at);
    }

    private Item item(CaseGraph graph, CaseFacts facts, Ruling ruling) {
        if (ruling == Ruling.ACCEPTED && !isDecided()) {
            throw new IllegalArgumentException("several are called " + finding.value() + ": choose one");
        }
        Claim passage = graph.claim(finding.passage())
                .orElseThrow(() -> new IllegalArgumentException("no such passage: " + finding.passage()));
        Entity document = passage.first(Part.SUBJECT).flatMap(graph::entity).orElseThrow();
        return new Item(
                finding.id(),
                finding.kind().name().toLowerCase(Locale.ROOT),
                finding.written(),
                finding.value(),
                finding.passage(),
                place(graph, passage),
                finding.start(),
                finding.end(),
                passage.value("text").substring(finding.sentenceStart(), finding.sentenceEnd()),
                document,
                about.flatMap(graph::entity).or(this::made),
                whose.flatMap(graph::entity),
                facts.gradesOf(passage));
    }

    /** What the case gains by accepting something it does not know. */
    private Optional<Entity> made() {
        return finding.kind()
                .makes()
                .map(kind -> new Entity(
                        EntityId.of(kind, finding.value()), kind, finding.value(), Entity.Standing.DESCRIBED));
    }

    /** Where a passage stands, for people: file, page, paragraph. */
    public static String place(CaseGraph graph, Claim passage) {
        String file = graph.source(passage.provenance().source())
                .map(Source::fileName)
                .orElse("");
        String page = passage.provenance().page();
        String named = page.isEmpty() ? "" : page.chars().allMatch(Character::isDigit) ? ", page " + page : ", " + page;
        return file + named + ", paragraph " + passage.provenance().row();
    }
}
