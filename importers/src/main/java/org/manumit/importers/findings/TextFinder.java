package org.manumit.importers.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.job.Cancellation;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.findings.Spots.Spot;
import org.manumit.importers.resolve.KnownNames;
import org.manumit.importers.resolve.KnownNumbers;
import org.manumit.importers.resolve.TextWords;

/**
 * Finds what one passage after another speaks of. A long passage is read piece by piece, so that memory and the time
 * until a cancellation stay bounded. What may lead to a victims' shelter is not found. Not thread-safe.
 */
public final class TextFinder {

    private static final int PIECE = 16_384;
    private static final int SEARCHED_FOR_A_BREAK = 4_096;

    /** What would lead to a shelter when it stands near one. */
    private static final Set<FindingKind> LEADING = Set.of(FindingKind.PHONE, FindingKind.EMAIL, FindingKind.PLACE);

    /** What stands round a passage in its document. */
    public enum Neighbourhood {
        USUAL,
        /** The paragraph before or after was refused because of a shelter: its address or number may go on here. */
        NEXT_TO_REFUSED
    }

    private final Optional<String> country;
    private final KnownNumbers numbers;
    private final Dates dates = new Dates();
    private final KnownIdentifiers identifiers;
    private final PhonesInText phones;
    private final NamesInText names;

    /**
     * A finder for documents of one country.
     *
     * @param graph the case
     * @param names the names of the case
     * @param numbers the numbers of the case
     * @param country whose numbers come without a prefix, ISO 3166 two letters
     */
    public TextFinder(CaseGraph graph, KnownNames names, KnownNumbers numbers, Optional<String> country) {
        this.country = country;
        this.numbers = numbers;
        identifiers = new KnownIdentifiers(graph, numbers);
        phones = new PhonesInText(country, numbers);
        this.names = new NamesInText(names);
    }

    /** Forgets whom the document before named in full. */
    public void nextDocument() {
        names.nextDocument();
    }

    /**
     * What a passage speaks of, in the order of its text, nothing overlapping anything else.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public List<Finding> find(ClaimId passage, String text, Neighbourhood round, Cancellation cancellation) {
        List<Finding> found = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            cancellation.check();
            int to = pieceEnd(text, from);
            piece(passage, text.substring(from, to), from, round, found);
            from = to;
        }
        return found;
    }

    private static int pieceEnd(String text, int from) {
        if (text.length() - from <= PIECE) {
            return text.length();
        }
        int end = from + PIECE;
        for (int at = end; at > end - SEARCHED_FOR_A_BREAK; at--) {
            if (text.charAt(at - 1) == '\n') {
                return at;
            }
        }
        for (int at = end; at > end - SEARCHED_FOR_A_BREAK; at--) {
            if (text.charAt(at - 1) == ' ' && at > 1 && text.charAt(at - 2) == '.') {
                return at;
            }
        }
        for (int at = end; at > end - SEARCHED_FOR_A_BREAK; at--) {
            if (text.charAt(at - 1) == ' ') {
                return at;
            }
        }
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private void piece(ClaimId passage, String text, int offset, Neighbourhood round, List<Finding> found) {
        TextWords words = TextWords.of(text);
        Spots spots = new Spots(words);
        MailAddresses.find(spots, numbers);
        Accounts.find(spots, numbers);
        Papers.find(spots);
        dates.find(spots);
        Amounts.find(spots);
        identifiers.find(spots);
        Accounts.cards(spots, numbers);
        Accounts.national(spots, numbers);
        phones.find(spots);
        Plates.find(spots, country);
        names.find(spots);
        int guarded = -1;
        boolean givesAway = false;
        for (Spot spot : spots.inOrder()) {
            int start = words.sentenceStart(spot.start());
            int end = Math.max(spot.end(), words.sentenceEnd(spot.end() - 1));
            if (start != guarded) {
                guarded = start;
                givesAway = ShelterGuard.givesAway(text.substring(start, end), ShelterGuard.Text.PLACE);
            }
            boolean unknown = spot.matches().isEmpty();
            boolean leading = LEADING.contains(spot.kind()) && unknown;
            if (leading && (givesAway || round == Neighbourhood.NEXT_TO_REFUSED)) {
                continue;
            }
            found.add(new Finding(
                    Finding.id(passage, offset + spot.start(), offset + spot.end()),
                    spot.kind(),
                    passage,
                    offset + spot.start(),
                    offset + spot.end(),
                    offset + start,
                    offset + end,
                    text.substring(spot.start(), spot.end()),
                    spot.value(),
                    spot.matches(),
                    spot.sureness(),
                    spot.why()));
        }
    }
}
