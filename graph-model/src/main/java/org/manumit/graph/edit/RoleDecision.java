package org.manumit.graph.edit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/**
 * That an analyst confirms or overrules that somebody plays a role, and why. It is kept like anything else that is known:
 * as a claim with a source, which here is a note of one line that says who decided what, when and why. Withdrawing the
 * source takes the decision back. Where decisions on one role of one person differ, the latest holds.
 *
 * @param actor about whom
 * @param role the role's name as the analysis calls it, for example {@code RECRUITER}
 * @param ruling whether they play it
 * @param reason why, in the analyst's own words; never blank
 * @param by who decided
 * @param at when, to the millisecond
 */
public record RoleDecision(Entity actor, String role, Ruling ruling, String reason, String by, Instant at)
        implements Note {

    /** {@link Source#kind} of the note that holds a decision. */
    public static final String KIND = "decision";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What was decided. */
    public enum Ruling {
        CONFIRMED,
        OVERRULED
    }

    public RoleDecision {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(ruling, "ruling");
        Objects.requireNonNull(by, "by");
        reason = reason.strip();
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (role.isBlank()) {
            throw new IllegalArgumentException("a decision must name the role it is about");
        }
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("a decision must say why");
        }
    }

    @Override
    public String text() {
        return String.join(
                "\n",
                "Decision of an analyst",
                "About: " + actor.label() + " (" + actor.id() + ")",
                "Role: " + role,
                "Ruling: " + ruling.name().toLowerCase(Locale.ROOT),
                "Reason: " + reason,
                "By: " + by,
                "At: " + at,
                "");
    }

    @Override
    public String noteName() {
        return "decision " + NAME.format(at) + " "
                + role.toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    @Override
    public CaseAddition toAddition() {
        SourceId id = noteId();
        Source source = new Source(id, noteName(), note().length, KIND, "", "", "", at, by, 1, 1, 0, 0, Grades.NONE);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("role", role);
        values.put("ruling", ruling.name().toLowerCase(Locale.ROOT));
        values.put("reason", reason);
        values.put("by", by);
        values.put("at", at.toString());
        Claim claim = new Claim(
                ClaimId.of(id, "", 1),
                ClaimType.DECISION,
                List.of(Participant.stated(Part.WHO, actor.id())),
                values,
                Period.UNKNOWN,
                List.of(),
                new Provenance(id, "", 0, "", ""),
                Grades.NONE);
        return new CaseAddition(
                source, List.of(actor), List.of(claim), CallTable.EMPTY, TransferTable.EMPTY, List.of());
    }

    /**
     * Reads a decision back.
     *
     * @param actor whom the claim is about
     * @return empty when the claim is no decision on a role, or is not whole
     */
    public static Optional<RoleDecision> of(Claim claim, Entity actor) {
        if (claim.type() != ClaimType.DECISION
                || claim.value("role").isBlank()
                || claim.value("reason").isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RoleDecision(
                    actor,
                    claim.value("role"),
                    Ruling.valueOf(claim.value("ruling").toUpperCase(Locale.ROOT)),
                    claim.value("reason"),
                    claim.value("by"),
                    Instant.parse(claim.value("at"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
