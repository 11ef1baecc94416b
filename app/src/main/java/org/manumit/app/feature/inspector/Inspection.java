package org.manumit.app.feature.inspector;

import java.util.List;
import java.util.Optional;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.edit.RoleDecision;

/**
 * What the inspector says about a selection, ready to be shown.
 *
 * @param title who or what
 * @param subtitle what kind of thing, which network
 * @param kind its kind; empty for what is not one entity
 * @param concealed whether a victim's name is concealed
 * @param roles role badges beside the title
 * @param sections the rest, in order
 */
public record Inspection(
        String title,
        String subtitle,
        Optional<EntityKind> kind,
        Concealment concealed,
        List<RoleFinding> roles,
        List<Section> sections) {

    /** Whether somebody's name is concealed. */
    public enum Concealment {
        /** Not a victim. */
        NOT_NEEDED,
        CONCEALED,
        REVEALED
    }

    public Inspection {
        roles = List.copyOf(roles);
        sections = List.copyOf(sections);
    }

    /** A part of it. */
    public sealed interface Section {
        /** Its heading. */
        String title();
    }

    /** Plain text. */
    public record TextSection(String title, String text, String source) implements Section {}

    /** Names and values. */
    public record FactSection(String title, List<Fact> facts) implements Section {
        public FactSection {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Something that sources say of an entity.
     *
     * @param name the workbook's column
     * @param values what they say; several when they contradict each other
     */
    public record Fact(String name, List<FactValue> values) {
        public Fact {
            values = List.copyOf(values);
        }

        /** Whether sources contradict each other. */
        public boolean isConflicting() {
            return values.size() > 1;
        }
    }

    /**
     * A value and where it stands.
     *
     * @param text as written
     * @param place file, sheet, row
     * @param grades how it is graded
     */
    public record FactValue(String text, String place, String grades) {}

    /**
     * Why somebody is said to play roles, and what analysts decided.
     *
     * @param actor who
     * @param roles the roles they are said to play
     * @param overruled the roles that analysts say they do not play
     * @param further the roles that an analyst may say they play
     */
    public record RoleSection(
            String title, EntityId actor, List<RoleLine> roles, List<DecisionLine> overruled, List<Role> further)
            implements Section {
        public RoleSection {
            roles = List.copyOf(roles);
            overruled = List.copyOf(overruled);
            further = List.copyOf(further);
        }
    }

    /**
     * What an analyst decided.
     *
     * @param role the role's name in words
     * @param text who, when and why
     */
    public record DecisionLine(RoleDecision decision, String role, String text) {}

    /**
     * A role and why it is said.
     *
     * @param finding the role
     * @param period when, in words; may be empty
     * @param reasons what speaks for it, then what speaks against it
     * @param confirmed the decision that confirms it; empty when there is none
     */
    public record RoleLine(
            RoleFinding finding, String period, List<ReasonLine> reasons, Optional<DecisionLine> confirmed) {
        public RoleLine {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A reason.
     *
     * @param direction whether it speaks for or against
     * @param text the sentence
     * @param source where its criterion comes from
     * @param evidence what it rests on
     */
    public record ReasonLine(Direction direction, String text, String source, List<ClaimId> evidence) {
        public ReasonLine {
            evidence = List.copyOf(evidence);
        }
    }

    /** Which way a reason speaks. */
    public enum Direction {
        FOR,
        AGAINST
    }

    /**
     * Where somebody stands among those tied to each other.
     *
     * @param facts the figures, each with whether it is exact
     * @param note how the figures will change; may be empty
     * @param act what the user can do about it
     */
    public record MeasureSection(String title, List<Fact> facts, String note, Optional<MeasureAct> act)
            implements Section {
        public MeasureSection {
            facts = List.copyOf(facts);
        }
    }

    /** What a user can do about estimates. */
    public enum MeasureAct {
        RECKON_EXACTLY,
        STOP
    }

    /** Others, each to be selected with a click. */
    public record EntitySection(String title, List<EntityLine> entities) implements Section {
        public EntitySection {
            entities = List.copyOf(entities);
        }
    }

    /**
     * Another entity.
     *
     * @param entity what a click selects
     * @param kind its kind
     * @param name what it is called on screen
     * @param detail what ties it, or what it is
     * @param link whether a click selects the tie to it rather than itself
     */
    public record EntityLine(EntityId entity, EntityKind kind, String name, String detail, Target link) {}

    /** What a click on another entity selects. */
    public enum Target {
        ENTITY,
        LINK
    }

    /** Claims, each with where it stands. */
    public record ClaimSection(String title, List<ClaimCard> claims) implements Section {}

    /**
     * A claim as a card.
     *
     * @param heading what kind of statement
     * @param parties who plays which part
     * @param text what it says besides, as written
     * @param when when it holds; may be empty
     * @param place file, sheet, row, page
     * @param cites the document the row itself names; may be empty
     * @param grades how it is graded
     * @param handling who may receive it; may be empty
     */
    public record ClaimCard(
            String heading,
            String parties,
            String text,
            String when,
            String place,
            String cites,
            String grades,
            String handling) {}

    /** Records in a table. */
    public record RecordSection(String title, Kind kind, String zone, List<RecordRow> rows) implements Section {
        /** What the records are. */
        public enum Kind {
            CALLS,
            TRANSFERS
        }
    }

    /**
     * A call or a transfer.
     *
     * @param time when
     * @param from who called or paid
     * @param to who was called or paid
     * @param what kind of call, or amount
     * @param measure duration, or what the record says of the purpose
     * @param place file, sheet, row
     */
    public record RecordRow(String time, String from, String to, String what, String measure, String place) {}
}
