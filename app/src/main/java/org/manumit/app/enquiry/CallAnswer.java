package org.manumit.app.enquiry;

import java.util.List;
import java.util.Objects;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.HourProfile;
import org.manumit.graph.analysis.calls.Toll;

/**
 * Whom people are in touch with.
 *
 * @param people the tables of each that was asked for
 * @param common numbers that at least two of the people are in touch with
 * @param countries the country codes of all numbers of the case
 */
public record CallAnswer(List<Person> people, List<EntityId> common, List<CountryCode> countries) {

    /** The tables of one person or number. */
    public record Person(
            Entity entity, List<EntityId> numbers, List<Toll> tolls, HourProfile profile, List<CountryCode> countries) {
        public Person {
            Objects.requireNonNull(entity, "entity");
            numbers = List.copyOf(numbers);
            tolls = List.copyOf(tolls);
            countries = List.copyOf(countries);
        }
    }

    public CallAnswer {
        people = List.copyOf(people);
        common = List.copyOf(common);
        countries = List.copyOf(countries);
    }
}
