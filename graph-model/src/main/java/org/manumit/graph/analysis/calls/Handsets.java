package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Part;

/** In which handsets numbers are used, as records and the case file say. Immutable. */
final class Handsets {

    private final CallIndex index;
    private final Map<Integer, List<Integer>> byCaseFile = new HashMap<>();
    private final Map<Integer, ClaimId> stated = new HashMap<>();

    private Handsets(CallIndex index) {
        this.index = index;
    }

    static Handsets of(CallIndex index) {
        Handsets handsets = new Handsets(index);
        CaseGraph graph = index.graph();
        for (Claim claim : graph.claims(ClaimType.PHONE)) {
            int number = claim.first(Part.SUBJECT)
                    .map(id -> index.number(graph.indexOf(id).orElseThrow()))
                    .orElse(-1);
            if (number >= 0) {
                claim.holders(Part.HANDSET).forEach(handset -> {
                    handsets.byCaseFile
                            .computeIfAbsent(number, n -> new ArrayList<>())
                            .add(graph.indexOf(handset).orElseThrow());
                    handsets.stated.putIfAbsent(number, claim.id());
                });
            }
        }
        return handsets;
    }

    /** The handsets of a number, by some of its records and by the case file. */
    int[] of(int number, int from, int to) {
        List<Integer> known = byCaseFile.getOrDefault(number, List.of());
        int[] seen = new int[to - from + known.size()];
        int count = 0;
        for (int i = from; i < to; i++) {
            int handset = index.handset(number, index.row(number, i));
            if (handset != CallTable.NONE) {
                seen[count++] = handset;
            }
        }
        for (int handset : known) {
            seen[count++] = handset;
        }
        return Arrays.stream(seen, 0, count).distinct().toArray();
    }

    /** Where the case file says in which handset a number is used. */
    Optional<ClaimId> stated(int number) {
        return Optional.ofNullable(stated.get(number));
    }

    /** Which of some numbers are used in each handset. */
    Map<Integer, int[]> numbers(BitSet among) {
        CallTable calls = index.graph().calls();
        if (!calls.has(CallTable.Equipment.FROM_HANDSET)
                && !calls.has(CallTable.Equipment.TO_HANDSET)
                && byCaseFile.isEmpty()) {
            return Map.of();
        }
        Map<Integer, int[]> numbers = new LinkedHashMap<>();
        among.stream().forEach(number -> {
            for (int handset : of(number, 0, index.count(number))) {
                int[] others = numbers.getOrDefault(handset, new int[0]);
                int[] more = Arrays.copyOf(others, others.length + 1);
                more[others.length] = number;
                numbers.put(handset, more);
            }
        });
        return numbers;
    }
}
