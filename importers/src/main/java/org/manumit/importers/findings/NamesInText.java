package org.manumit.importers.findings;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.manumit.graph.EntityId;
import org.manumit.importers.resolve.KnownNames;
import org.manumit.importers.resolve.KnownNames.Extent;
import org.manumit.importers.resolve.KnownNames.Hit;
import org.manumit.importers.resolve.KnownNames.Origin;
import org.manumit.importers.resolve.KnownNames.Sort;
import org.manumit.importers.resolve.KnownNames.Writing;
import org.manumit.importers.resolve.TextWord.Capital;

/** People, organisations, premises and places that the case knows. Remembers whom a document names in full. */
final class NamesInText {

    private static final int SHORT = 4;

    private final KnownNames names;
    private final Set<EntityId> namedInFull = new HashSet<>();

    NamesInText(KnownNames names) {
        this.names = names;
    }

    void nextDocument() {
        namedInFull.clear();
    }

    void find(Spots spots) {
        for (Hit hit : names.find(spots.words())) {
            spots.add(new Spots.Spot(
                    hit.sort() == Sort.PERSON || hit.sort() == Sort.ORGANISATION ? FindingKind.NAME : FindingKind.PLACE,
                    hit.start(),
                    hit.end(),
                    hit.name(),
                    hit.bearers(),
                    sureness(hit),
                    why(hit)));
            if (hit.extent() == Extent.WHOLE
                    && hit.wordCount() > 1
                    && hit.bearers().size() == 1) {
                namedInFull.add(hit.bearers().getFirst());
            }
        }
    }

    private boolean wasNamed(Hit hit) {
        return hit.bearers().size() == 1 && namedInFull.contains(hit.bearers().getFirst());
    }

    private Sureness sureness(Hit hit) {
        Sureness sureness =
                switch (hit.extent()) {
                    case WHOLE ->
                        hit.wordCount() > 1
                                ? Sureness.SURE
                                : hit.end() - hit.start() <= SHORT
                                                || (hit.origin() == Origin.ALIAS
                                                        && hit.capital() == Capital.SENTENCE_START)
                                        ? Sureness.WEAK
                                        : Sureness.LIKELY;
                    case WITH_ANOTHER_BETWEEN, WITHOUT_THOSE_BETWEEN -> Sureness.LIKELY;
                    case SURNAME, FIRST_NAME -> wasNamed(hit) ? Sureness.LIKELY : Sureness.WEAK;
                };
        if (hit.writing() != Writing.AS_KNOWN) {
            sureness = sureness.and(hit.wordCount() > 1 ? Sureness.LIKELY : Sureness.WEAK);
        }
        return hit.bearers().size() > 1 ? sureness.and(Sureness.LIKELY) : sureness;
    }

    private String why(Hit hit) {
        String what =
                switch (hit.sort()) {
                    case PERSON, ORGANISATION ->
                        hit.origin() == Origin.ALIAS ? "an alias that the case knows" : "a name that the case knows";
                    case PREMISES -> "an address that the case knows";
                    case PLACE -> "a place that the case knows";
                };
        String extent =
                switch (hit.extent()) {
                    case WHOLE -> hit.wordCount() == 1 && hit.sort() == Sort.PERSON ? what + ", of one word" : what;
                    case WITH_ANOTHER_BETWEEN -> what + ", with another between";
                    case WITHOUT_THOSE_BETWEEN -> what + ", first and last only";
                    case SURNAME -> "the surname only";
                    case FIRST_NAME -> "the first name only";
                };
        boolean part = hit.extent() == Extent.SURNAME || hit.extent() == Extent.FIRST_NAME;
        String named = part && wasNamed(hit) ? "; this document gives the full name before" : "";
        String writing =
                switch (hit.writing()) {
                    case AS_KNOWN -> "";
                    case DECLINED -> "; with another ending";
                    case OTHER_SPELLING -> "; spelled otherwise";
                };
        String several = hit.bearers().size() > 1
                ? String.format(Locale.ROOT, "; %d of that name", hit.bearers().size())
                : "";
        return extent + named + writing + several;
    }
}
