package org.manumit.importers.documents;

import java.util.Objects;

/**
 * A paragraph, or a row of a table, of a document's text.
 *
 * @param number counted from 1 through the document, empty paragraphs left out
 * @param page as far as the document says, or empty
 * @param text without surrounding white space, never empty
 */
record Passage(long number, String page, String text) {
    Passage {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(text, "text");
    }
}
