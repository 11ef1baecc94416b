package org.manumit.importers.findings;

import java.util.List;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.importers.resolve.KnownNumbers;
import org.manumit.importers.resolve.TextWord;

/** Accounts, plates, papers and the like that the case knows, however they are spaced. */
final class KnownIdentifiers {

    private static final int MOST_WORDS = 8;
    private static final int WIDEST_GAP = 2;

    private final CaseGraph graph;
    private final KnownNumbers known;

    KnownIdentifiers(CaseGraph graph, KnownNumbers known) {
        this.graph = graph;
        this.known = known;
    }

    void find(Spots spots) {
        List<TextWord> words = spots.words().words();
        String text = spots.text();
        for (int i = 0; i < words.size(); i++) {
            int best = -1;
            StringBuilder joined = new StringBuilder();
            for (int k = i; k < words.size() && k < i + MOST_WORDS; k++) {
                if (k > i
                        && !isJoined(text, words.get(k - 1).end(), words.get(k).start())) {
                    break;
                }
                joined.append(text, words.get(k).start(), words.get(k).end());
                if (joined.length() > known.longest() + 2) {
                    break;
                }
                if (joined.chars().anyMatch(Character::isDigit)
                        && !known.bearers(joined.toString()).isEmpty()) {
                    best = k;
                }
            }
            if (best >= 0) {
                add(spots, words.get(i).start(), words.get(best).end());
                i = best;
            }
        }
    }

    private static boolean isJoined(String text, int from, int to) {
        if (to - from > WIDEST_GAP) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (" \u00a0-./\u2013".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void add(Spots spots, int from, int end) {
        String text = spots.text();
        int start = from > 0 && text.charAt(from - 1) == '+' ? from - 1 : from;
        String compact = KnownNumbers.compact(text.substring(start, end));
        List<EntityId> bearers = known.bearers(compact);
        Entity first = graph.entity(bearers.getFirst()).orElseThrow();
        FindingKind kind =
                switch (first.kind()) {
                    case PHONE -> FindingKind.PHONE;
                    case ACCOUNT -> FindingKind.ACCOUNT;
                    case VEHICLE -> FindingKind.VEHICLE;
                    case PAPER -> FindingKind.PAPER;
                    case HANDSET, SIM -> FindingKind.DEVICE;
                    case PERSON, ORGANISATION, PREMISES, ADVERT, CELL_SITE, DOCUMENT, EVENT -> FindingKind.NAME;
                };
        spots.add(new Spots.Spot(
                kind,
                start,
                end,
                kind == FindingKind.PHONE ? first.label() : compact,
                bearers,
                bearers.size() == 1 ? Sureness.SURE : Sureness.LIKELY,
                bearers.size() == 1 ? "the case knows it" : "the case knows " + bearers.size() + " of this number"));
    }
}
