package org.manumit.app.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.importers.resolve.KnownNames;
import org.manumit.importers.resolve.TextWords;

/**
 * Texts of documents as the window shows them: concealed victims' names replaced by pseudonyms, declined, transliterated
 * and partial ones too, and the places that are to be marked moved along. Immutable.
 */
public final class ConcealedText {

    private final CaseGraph graph;
    private final KnownNames known;
    private final DisplayNames names;

    /** Texts of a snapshot. */
    public ConcealedText(CaseGraph graph, KnownNames known, DisplayNames names) {
        this.graph = graph;
        this.known = known;
        this.names = names;
    }

    /**
     * A part of a text.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     */
    public record Mark(int start, int end) {}

    /**
     * A text as shown.
     *
     * @param text what stands there
     * @param marks for each mark asked for, where it stands now; empty where it cannot be shown
     */
    public record Shown(String text, List<Optional<Mark>> marks) {
        public Shown {
            marks = List.copyOf(marks);
        }
    }

    private record Piece(int from, int to, int shownAt, String shown, boolean replaced) {}

    /** A text as it may be shown. */
    public String show(String written) {
        return show(written, List.of()).text();
    }

    /** A text as it may be shown, with places in it. */
    public Shown show(String written, List<Mark> marks) {
        if (!names.concealsAnybody()) {
            return new Shown(written, marks.stream().map(Optional::of).toList());
        }
        List<Piece> pieces = pieces(written);
        StringBuilder replaced = new StringBuilder(written.length());
        pieces.forEach(piece -> replaced.append(piece.shown()));
        String plain = replaced.toString();
        String shown = names.text(plain);
        List<Mark> moved = marks.stream()
                .map(mark -> new Mark(moved(pieces, mark.start(), Side.BEGIN), moved(pieces, mark.end(), Side.END)))
                .toList();
        if (shown.equals(plain)) {
            return new Shown(shown, moved.stream().map(Optional::of).toList());
        }
        return new Shown(shown, throughRedaction(plain, shown, moved));
    }

    private List<Piece> pieces(String written) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        int shownAt = 0;
        for (KnownNames.Hit hit : known.find(TextWords.of(written))) {
            Optional<String> pseudonym = pseudonym(hit);
            if (pseudonym.isEmpty()) {
                continue;
            }
            String before = written.substring(at, hit.start());
            pieces.add(new Piece(at, hit.start(), shownAt, before, false));
            shownAt += before.length();
            pieces.add(new Piece(hit.start(), hit.end(), shownAt, pseudonym.get(), true));
            shownAt += pseudonym.get().length();
            at = hit.end();
        }
        pieces.add(new Piece(at, written.length(), shownAt, written.substring(at), false));
        return pieces;
    }

    /** Where several bear a name and one of them is concealed, the name is. */
    private Optional<String> pseudonym(KnownNames.Hit hit) {
        for (EntityId bearer : hit.bearers()) {
            OptionalInt index = graph.indexOf(bearer);
            if (index.isPresent() && names.conceals(index.getAsInt())) {
                return Optional.of(names.name(index.getAsInt()));
            }
        }
        return Optional.empty();
    }

    private enum Side {
        BEGIN,
        END
    }

    private static int moved(List<Piece> pieces, int at, Side side) {
        for (Piece piece : pieces) {
            if (at < piece.to() || (side == Side.END && at <= piece.to() && at > piece.from())) {
                if (!piece.replaced()) {
                    return piece.shownAt() + at - piece.from();
                }
                return side == Side.BEGIN
                        ? piece.shownAt()
                        : piece.shownAt() + piece.shown().length();
            }
        }
        Piece last = pieces.getLast();
        return last.shownAt() + last.shown().length();
    }

    /** Marks keep their place where the parts between them read alone as they read together. */
    private List<Optional<Mark>> throughRedaction(String plain, String shown, List<Mark> marks) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, plain.length()));
        marks.stream().sorted(Comparator.comparingInt(Mark::start)).forEach(mark -> {
            cuts.add(mark.start());
            cuts.add(mark.end());
        });
        Map<Integer, Integer> movedTo = new HashMap<>();
        StringBuilder whole = new StringBuilder();
        int before = 0;
        for (int cut : cuts) {
            whole.append(names.text(plain.substring(before, cut)));
            movedTo.put(cut, whole.length());
            before = cut;
        }
        if (!whole.toString().equals(shown)) {
            return marks.stream().map(mark -> Optional.<Mark>empty()).toList();
        }
        return marks.stream()
                .map(mark -> Optional.of(
                        new Mark(movedTo.getOrDefault(mark.start(), 0), movedTo.getOrDefault(mark.end(), 0))))
                .toList();
    }
}
