package org.manumit.importers.casefile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;

/**
 * A column of a sheet of the case workbook.
 *
 * @param name as the contract writes it; headers match without regard to case, spaces, hyphens and underscores
 * @param content what its cells hold
 * @param part the part played by what a reference names
 * @param kinds what a reference may name, the likeliest first: what it becomes when it names nobody known
 * @param words the pick-list, empty where any text may stand
 * @param hint what to enter, in a few words
 */
public record CaseColumn(
        String name, Content content, Optional<Part> part, List<EntityKind> kinds, List<String> words, String hint) {

    /** What the cells of a column hold. */
    public enum Content {
        /** The row's own {@code id}. */
        ID,
        /** Text, a list of texts, or words of a pick-list. */
        TEXT,
        /** Names of people, organisations or things, by id or exact name; a list. */
        REFERENCE,
        /** References, or rows as {@code Sheet!row}. */
        REFERENCE_OR_ROW,
        /** Rows as {@code Sheet!row}. */
        ROW,
        /** When it began. */
        FROM,
        /** When it ended, or {@code open}. */
        TO,
        /** When it happened. */
        DATE,
        /** A date that describes something: a date of birth. */
        DATE_VALUE,
        /** A number or amount, exact or not. */
        QUANTITY,
        /** Per cent. */
        SHARE,
        /** Countries or regions; a list. */
        COUNTRY,
        /** ISO 4217. */
        CURRENCY,
        /** The id of a row of <i>Sources</i>. */
        SOURCE,
        /** A page, paragraph or time mark. */
        PAGE,
        SOURCE_GRADE,
        INFORMATION_GRADE,
        HANDLING
    }

    public CaseColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(part, "part");
        kinds = List.copyOf(kinds);
        words = List.copyOf(words);
        Objects.requireNonNull(hint, "hint");
    }

    static CaseColumn cell(String name, Content content, String hint) {
        return new CaseColumn(name, content, Optional.empty(), List.of(), List.of(), hint);
    }

    static CaseColumn text(String name, String hint) {
        return cell(name, Content.TEXT, hint);
    }

    static CaseColumn pick(String name, String hint, String... words) {
        return new CaseColumn(name, Content.TEXT, Optional.empty(), List.of(), List.of(words), hint);
    }

    static CaseColumn reference(String name, Part part, String hint, EntityKind... kinds) {
        return new CaseColumn(name, Content.REFERENCE, Optional.of(part), List.of(kinds), List.of(), hint);
    }

    /** A reference to people or organisations. */
    static CaseColumn actor(String name, Part part, String hint) {
        return reference(name, part, hint, EntityKind.PERSON, EntityKind.ORGANISATION);
    }
}
