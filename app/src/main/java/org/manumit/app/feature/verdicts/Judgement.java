package org.manumit.app.feature.verdicts;

import java.util.List;
import java.util.Optional;
import org.manumit.app.session.Selection;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.edit.RoleDecision;

/**
 * What the analysis says of one network, ready to be shown.
 *
 * @param network its name
 * @param size how large it is, in words
 * @param networkClass its class
 * @param shape its shape
 * @param history how it changed with time: a time, a change, the next time, ...; empty when nothing shows a change
 * @param roles who plays which role, the best founded first
 * @param overruled roles that analysts say are not played
 * @param critical whose loss would hurt it most, the most critical first; never a victim
 * @param findings patterns of money and of numbers that took over from others, in the whole case
 */
public record Judgement(
        String network,
        String size,
        Opinion networkClass,
        Opinion shape,
        List<TimeRow> history,
        List<RoleRow> roles,
        List<OverruledRow> overruled,
        List<CriticalRow> critical,
        List<FindingRow> findings) {
    public Judgement {
        history = List.copyOf(history);
        roles = List.copyOf(roles);
        overruled = List.copyOf(overruled);
        critical = List.copyOf(critical);
        findings = List.copyOf(findings);
    }

    /**
     * A verdict.
     *
     * @param question what was asked: "Class of the network"
     * @param answer the answer given
     * @param about what the answer means
     * @param supports how far each answer is supported, the best first
     * @param reasonsFor what speaks for it, the weightiest first
     * @param reasonsAgainst what speaks against it, the weightiest first
     * @param missing what would settle it
     */
    public record Opinion(
            String question,
            String answer,
            String about,
            List<Support> supports,
            List<ReasonRow> reasonsFor,
            List<ReasonRow> reasonsAgainst,
            List<MissingRow> missing) {
        public Opinion {
            supports = List.copyOf(supports);
            reasonsFor = List.copyOf(reasonsFor);
            reasonsAgainst = List.copyOf(reasonsAgainst);
            missing = List.copyOf(missing);
        }
    }

    /**
     * How far an answer is supported.
     *
     * @param answer the answer
     * @param share from 0 to 1
     * @param standing whether it is the answer given
     */
    public record Support(String answer, double share, Standing standing) {}

    /** Whether an answer is the one given. */
    public enum Standing {
        GIVEN,
        OTHER
    }

    /**
     * A reason.
     *
     * @param text one sentence
     * @param weight how much it counts, relative to the weightiest of the verdict, from 0 to 1
     * @param source where its criterion comes from
     * @param evidence the claims it rests on
     */
    public record ReasonRow(String text, double weight, String source, List<ClaimId> evidence) {
        public ReasonRow {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A time without a change, or a change.
     *
     * @param title from when to when, or when it changed
     * @param says class and shape of that time; empty for a change
     * @param reasons why it is taken for a change; none for a time
     */
    public record TimeRow(String title, String says, List<ReasonRow> reasons) {
        public TimeRow {
            reasons = List.copyOf(reasons);
        }
    }

    /** Something not known, and the inquiry that would bring it. */
    public record MissingRow(String what, String inquiry) {}

    /**
     * Who plays a role.
     *
     * @param name what they are called on screen
     * @param finding the role, and why
     * @param decided what an analyst decided about it; empty when nothing
     */
    public record RoleRow(String name, RoleFinding finding, Optional<String> decided) {}

    /**
     * A role that an analyst overruled.
     *
     * @param entity whose
     * @param name what they are called on screen
     * @param role the role in words
     * @param text who overruled it, when and why
     */
    public record OverruledRow(EntityId entity, String name, String role, String text, RoleDecision decision) {}

    /**
     * Somebody critical.
     *
     * @param entity who
     * @param name what they are called on screen
     * @param kind in which ways, in words, the weightiest first
     * @param criticality from 0 to 1
     * @param substitutes who would replace them, in words
     * @param reasons why
     */
    public record CriticalRow(
            EntityId entity,
            String name,
            String kind,
            double criticality,
            String substitutes,
            List<ReasonRow> reasons) {
        public CriticalRow {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A pattern of money, or a number that took over from another.
     *
     * @param title what it is
     * @param who through whom it runs
     * @param score how well founded, from 0 to 1
     * @param why what speaks for and against it, and what that rests on
     */
    public record FindingRow(String title, String who, double score, Selection.OfEvidence why) {}
}
