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
 * @param common numbers that at least two of the people are in touch with, those of most people first
 * @param countries the country codes of all numbers of the case
 */
public record CallAnswer(List<Person> people, List<Shared> common, List<CountryCode> countries) {

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

    /**
     * A number that several people are in touch with.
     *
     * @param with the number
     * @param by who is in touch with it
     * @param records how many records they have with it together
     */
    public record Shared(EntityId with, List<Entity> by, int records) {
        public Shared {
            Objects.requireNonNull(with, "with");
            by = List.copyOf(by);
        }
    }

    public CallAnswer {
        people = List.copyOf(people);
        common = List.copyOf(common);
        countries = List.copyOf(countries);
    }
}
