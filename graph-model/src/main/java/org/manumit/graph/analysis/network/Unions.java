package org.manumit.graph.analysis.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets that grow together (union-find with path halving); the smallest element stands for its set. */
public final class Unions<T extends Comparable<T>> {
    private final Map<T, T> parent = new HashMap<>();

    public Unions(Collection<T> elements) {
        elements.forEach(e -> parent.put(e, e));
    }

    public T find(T element) {
        T at = element;
        T up = parent.getOrDefault(at, at);
        while (!up.equals(at)) {
            T next = parent.getOrDefault(up, up);
            parent.put(at, next);
            at = next;
            up = parent.getOrDefault(at, at);
        }
        return at;
    }

    public void join(T one, T other) {
        T a = find(one);
        T b = find(other);
        if (a.compareTo(b) < 0) {
            parent.put(b, a);
        } else if (b.compareTo(a) < 0) {
            parent.put(a, b);
        }
    }

    /** The sets, each sorted, in the order of their smallest elements. */
    public List<List<T>> sets() {
        Map<T, List<T>> sets = new TreeMap<>();
        parent.keySet().stream().sorted().forEach(e -> sets.computeIfAbsent(find(e), k -> new ArrayList<>())
                .add(e));
        return List.copyOf(sets.values());
    }
}
