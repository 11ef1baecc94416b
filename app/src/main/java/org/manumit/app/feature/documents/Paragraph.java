package org.manumit.app.feature.documents;

import java.util.List;
import java.util.Optional;
import org.manumit.graph.ClaimId;

/**
 * A passage of a document, or a part of a long one, as shown.
 *
 * @param passage the claim whose text it is
 * @param place page and paragraph, for the margin
 * @param parts its text in order
 */
public record Paragraph(ClaimId passage, String place, List<Part> parts) {

    /**
     * A part of the text.
     *
     * @param text as shown
     * @param offer the finding it is; empty for plain text
     */
    public record Part(String text, Optional<Offer> offer) {}

    public Paragraph {
        parts = List.copyOf(parts);
    }
}
