package org.manumit.importers.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.EntityId;
import org.manumit.importers.resolve.TextWords;

/** What was found so far in one piece of text; what was found first keeps its place. Not thread-safe. */
final class Spots {

    /** What stands in place of what was found already, so that nothing else reaches into it. */
    private static final char BARRIER = '\u0001';

    /** Something found. */
    record Spot(
            FindingKind kind,
            int start,
            int end,
            String value,
            List<EntityId> matches,
            Sureness sureness,
            String why) {}

    private final TextWords words;
    private final char[] free;
    private final TreeMap<Integer, Integer> taken = new TreeMap<>();
    private final List<Spot> spots = new ArrayList<>();

    Spots(TextWords words) {
        this.words = words;
        free = words.text().toCharArray();
    }

    TextWords words() {
        return words;
    }

    String text() {
        return words.text();
    }

    /** The text with what was found blotted out. */
    CharSequence unclaimed() {
        return new String(free);
    }

    boolean isFree(int start, int end) {
        Map.@Nullable Entry<Integer, Integer> before = taken.lowerEntry(end);
        return before == null || before.getValue() <= start;
    }

    void add(Spot spot) {
        if (isFree(spot.start(), spot.end())) {
            taken.put(spot.start(), spot.end());
            for (int i = spot.start(); i < spot.end(); i++) {
                free[i] = BARRIER;
            }
            spots.add(spot);
        }
    }

    /** In the order of the text. */
    List<Spot> inOrder() {
        List<Spot> ordered = new ArrayList<>(spots);
        ordered.sort(Comparator.comparingInt(Spot::start));
        return ordered;
    }
}
