package org.manumit.graph;

import java.util.Objects;

/**
 * How far a claim may be trusted and who may see it, as the originator graded it (ICMPD Background Reader, ch. 5.4;
 * 001, l. 3091-3131). The letters and numbers are those of the case's grading scheme and are kept as written; an empty
 * text means ungraded, which counts as the most restricted.
 *
 * @param source reliability of the source, for example {@code B}
 * @param information reliability of the information, for example {@code 2}
 * @param handling who may receive it, for example {@code 4}; a set of audiences, not a scale
 */
public record Grades(String source, String information, String handling) {

    /** Nothing graded. */
    public static final Grades NONE = new Grades("", "", "");

    public Grades {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(information, "information");
        Objects.requireNonNull(handling, "handling");
    }

    /** These grades, with what is empty taken from {@code fallback}. */
    public Grades orElse(Grades fallback) {
        return new Grades(
                source.isEmpty() ? fallback.source : source,
                information.isEmpty() ? fallback.information : information,
                handling.isEmpty() ? fallback.handling : handling);
    }

    /** Whether nothing was graded. */
    public boolean isEmpty() {
        return source.isEmpty() && information.isEmpty() && handling.isEmpty();
    }
}
