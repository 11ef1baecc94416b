package org.manumit.graph.edit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.SourceId;

/**
 * What somebody decided about a case, written down: it is kept like any other source, so that each decision can be asked
 * who, when and why, and taken back by withdrawing the note.
 */
public sealed interface Note permits RoleDecision, FindingReview {

    /** The note itself, for people: plain text. */
    String text();

    /** What the note is called. */
    String noteName();

    /** What the decision adds to the case. */
    CaseAddition toAddition();

    /** The note as it is kept: UTF-8. */
    default byte[] note() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** What identifies the note. */
    default SourceId noteId() {
        try {
            return new SourceId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(note())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
