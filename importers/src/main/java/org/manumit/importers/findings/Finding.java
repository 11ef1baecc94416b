package org.manumit.importers.findings;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;

/**
 * Something that a passage of a document may speak of. It is offered, not believed: nothing of it is in the case before
 * somebody accepts it.
 *
 * @param id names it for good: the same document yields the same names, {@code 3fa9c1d20b7e//12@34-47}
 * @param kind what it is
 * @param passage the claim whose text it stands in
 * @param start where it begins in that text
 * @param end where it ends, exclusive
 * @param sentenceStart where its sentence begins
 * @param sentenceEnd where its sentence ends, exclusive
 * @param written as it stands
 * @param value normalised: E.164, letters and digits of an account, an ISO date, {@code 1500 EUR}, a name as the case has it
 * @param matches whom or what of the case it may be, in the order of the case; none when it is new
 * @param sureness how sure it is
 * @param why what speaks for it, and what against, for a user to read
 */
public record Finding(
        String id,
        FindingKind kind,
        ClaimId passage,
        int start,
        int end,
        int sentenceStart,
        int sentenceEnd,
        String written,
        String value,
        List<EntityId> matches,
        Sureness sureness,
        String why) {

    public Finding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(passage, "passage");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(value, "value");
        matches = List.copyOf(matches);
        Objects.requireNonNull(sureness, "sureness");
        Objects.requireNonNull(why, "why");
        if (sentenceStart > start || start >= end || end > sentenceEnd) {
            throw new IllegalArgumentException("a finding must lie within its sentence: " + sentenceStart + " " + start
                    + " " + end + " " + sentenceEnd);
        }
    }

    /** The name of what stands at a place of a passage. */
    public static String id(ClaimId passage, int start, int end) {
        return passage.value() + "@" + start + "-" + end;
    }
}
