package org.manumit.importers.graphs;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An entity of a FollowTheMoney file.
 *
 * @param row where it stands: the line, or its number within a list
 * @param id its id there
 * @param schema what it is
 * @param properties what is said of it; every property may have several values
 * @param datasets which data sets it is from
 */
record FtmEntity(long row, String id, String schema, Map<String, List<String>> properties, List<String> datasets) {

    FtmEntity {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        datasets = List.copyOf(datasets);
    }

    /** The values of a property; none where nothing is said. */
    List<String> all(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /** The values of several properties, each once. */
    List<String> all(List<String> names) {
        Set<String> values = new LinkedHashSet<>();
        names.forEach(name -> values.addAll(all(name)));
        return List.copyOf(values);
    }

    /** The first value that any of these properties has; empty text where none has one. */
    String first(String... names) {
        return Stream.of(names).flatMap(name -> all(name).stream()).findFirst().orElse("");
    }
}
