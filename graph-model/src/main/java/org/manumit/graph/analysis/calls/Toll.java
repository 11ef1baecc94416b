package org.manumit.graph.analysis.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.manumit.graph.CallTable;
import org.manumit.graph.EntityId;

/**
 * What passed between somebody's numbers and one other number (toll analysis; Williams, ch. 10, in Friesendorf 2009; 003,
 * l. 16471-16476).
 *
 * @param with the other number
 * @param made how many calls went to it
 * @param received how many came from it
 * @param messages how many messages and other records, either way
 * @param seconds how long the calls took in all
 * @param first when the first began
 * @param last when the last began
 */
public record Toll(EntityId with, int made, int received, int messages, long seconds, Instant first, Instant last) {

    public Toll {
        Objects.requireNonNull(with, "with");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
    }

    /** How many records in all. */
    public int records() {
        return made + received + messages;
    }

    /** The toll table of some numbers together, the most records first; what passes between two of them is left out. */
    public static List<Toll> of(CallIndex index, Set<Integer> numbers) {
        Map<Integer, long[]> sums = new HashMap<>();
        CallTable calls = index.graph().calls();
        for (int number : new TreeSet<>(numbers)) {
            for (int i = 0; i < index.count(number); i++) {
                int row = index.row(number, i);
                int other = index.other(number, row);
                if (numbers.contains(other)) {
                    continue;
                }
                long time = index.time(number, i);
                long[] sum = sums.computeIfAbsent(other, k -> new long[] {0, 0, 0, 0, time, time});
                if (calls.kind(row) == CallTable.Kind.CALL) {
                    sum[index.isCaller(number, row) ? 0 : 1]++;
                    sum[3] += Math.max(0, calls.duration(row));
                } else {
                    sum[2]++;
                }
                sum[4] = Math.min(sum[4], time);
                sum[5] = Math.max(sum[5], time);
            }
        }
        List<Toll> tolls = new ArrayList<>();
        sums.forEach((other, sum) -> tolls.add(new Toll(
                index.graph().entity(index.entity(other)).id(),
                (int) sum[0],
                (int) sum[1],
                (int) sum[2],
                sum[3],
                Instant.ofEpochSecond(sum[4]),
                Instant.ofEpochSecond(sum[5]))));
        tolls.sort(Comparator.comparingInt(Toll::records).reversed().thenComparing(Toll::with));
        return List.copyOf(tolls);
    }

    /** The numbers that at least two of several people are in touch with, those of most people first. */
    public static List<EntityId> common(CallIndex index, List<Set<Integer>> people) {
        Map<Integer, Integer> of = new HashMap<>();
        Set<Integer> own = new HashSet<>();
        people.forEach(own::addAll);
        for (Set<Integer> numbers : people) {
            Set<Integer> contacts = new HashSet<>();
            for (int number : numbers) {
                for (int contact : index.contacts(number)) {
                    contacts.add(contact);
                }
            }
            contacts.stream().filter(c -> !own.contains(c)).forEach(c -> of.merge(c, 1, Integer::sum));
        }
        return of.entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> index.graph().entity(index.entity(e.getKey())).id())
                .toList();
    }
}
