package org.manumit.graph.analysis.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.query.Statements;

/**
 * Sources that disagree. Both versions stand; a victim's gaps and corrections can come from trauma and discredit nobody
 * (ICMPD Background Reader, ch. 4.8.3; 001, l. 2534-2555).
 *
 * @param about whom or what they disagree on; empty for two statements of different people
 * @param what on what, for example {@code born}
 * @param versions what is said, each with the claims that say it; two or more
 */
public record Contradiction(Optional<EntityId> about, String what, List<Version> versions) {

    /**
     * One of the versions.
     *
     * @param says as written
     * @param evidence the claims that say so
     */
    public record Version(String says, List<ClaimId> evidence) {
        public Version {
            evidence = List.copyOf(evidence);
        }
    }

    /** Of what a person, firm or thing has one only. */
    private static final Map<ClaimType, List<String>> SINGLE = Map.of(
            ClaimType.PERSON, List.of("born", "age", "origin", "country"),
            ClaimType.ORGANISATION, List.of("country", "kind", "legal"),
            ClaimType.ACCOUNT, List.of("bank", "currency", "country"),
            ClaimType.VEHICLE, List.of("country", "kind"),
            ClaimType.PAPER, List.of("kind", "quality", "name on it"),
            ClaimType.PREMISES, List.of("kind", "city"));

    public Contradiction {
        versions = List.copyOf(versions);
        if (versions.size() < 2) {
            throw new IllegalArgumentException("a contradiction has two versions at least");
        }
    }

    private record Question(EntityId about, String what) {}

    /** The contradictions of a case, in the order of its claims. O(claims). */
    public static List<Contradiction> of(CaseGraph graph) {
        Map<Question, Map<String, Said>> answers = new LinkedHashMap<>();
        List<Contradiction> all = new ArrayList<>();
        for (Claim claim : graph.claims()) {
            Optional<EntityId> subject = claim.first(Part.SUBJECT);
            if (subject.isPresent()) {
                SINGLE.getOrDefault(claim.type(), List.of())
                        .forEach(column -> answer(answers, subject.get(), column, claim.value(column), claim));
                if (claim.type() == ClaimType.ACCOUNT) {
                    claim.first(Part.HOLDER)
                            .flatMap(graph::entity)
                            .ifPresent(holder -> answer(answers, subject.get(), "holder", holder.label(), claim));
                }
            }
            if (claim.type() == ClaimType.STATEMENT
                    && !claim.value("contradicts").isBlank()) {
                statement(graph, claim).ifPresent(all::add);
            }
        }
        answers.forEach((question, versions) -> {
            if (versions.size() > 1) {
                all.add(new Contradiction(
                        Optional.of(question.about()),
                        question.what(),
                        versions.values().stream()
                                .map(said -> new Version(said.written, said.evidence))
                                .toList()));
            }
        });
        return all;
    }

    private static final class Said {
        private final String written;
        private final List<ClaimId> evidence = new ArrayList<>();

        Said(String written) {
            this.written = written;
        }
    }

    private static void answer(
            Map<Question, Map<String, Said>> answers, EntityId about, String what, String written, Claim claim) {
        String plain = written.toLowerCase(Locale.ROOT).replaceAll("[?~]", "").strip();
        if (!plain.isEmpty()) {
            answers.computeIfAbsent(new Question(about, what), k -> new LinkedHashMap<>())
                    .computeIfAbsent(plain, k -> new Said(written.strip()))
                    .evidence
                    .add(claim.id());
        }
    }

    /** A statement that names, by sheet and row, what it contradicts. */
    private static Optional<Contradiction> statement(CaseGraph graph, Claim claim) {
        List<ClaimId> against = Statements.rows(claim, "contradicts", graph::claim);
        return against.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contradiction(
                        claim.first(Part.WHO),
                        "statement",
                        List.of(
                                new Version(claim.value("says"), List.of(claim.id())),
                                new Version("what the statement contradicts", against))));
    }
}
