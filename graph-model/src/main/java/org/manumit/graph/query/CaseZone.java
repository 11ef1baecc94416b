package org.manumit.graph.query;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Source;

/** The time zone in which a case's own dates are to be read. */
public final class CaseZone {

    private CaseZone() {}

    /**
     * The zone that the case names ({@code time zone} on the sheet <i>Case</i>), else the one in which its first source
     * was read, else UTC.
     */
    public static ZoneId of(CaseGraph graph) {
        Optional<ZoneId> named = graph.fact("time zone").flatMap(CaseZone::parse);
        if (named.isPresent()) {
            return named.get();
        }
        return graph.sources().stream()
                .map(Source::zone)
                .flatMap(zone -> parse(zone).stream())
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> parse(String text) {
        try {
            return Optional.of(ZoneId.of(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty(); // a zone nobody knows says nothing
        }
    }
}
