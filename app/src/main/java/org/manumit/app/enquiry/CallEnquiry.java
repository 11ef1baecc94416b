package org.manumit.app.enquiry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.manumit.app.enquiry.CallAnswer.Person;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.CallFindings;
import org.manumit.graph.analysis.calls.CallChains;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.ContactCoverages;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.HabitBreaks;
import org.manumit.graph.analysis.calls.HourProfile;
import org.manumit.graph.analysis.calls.Meetings;
import org.manumit.graph.analysis.calls.SuccessorNumbers;
import org.manumit.graph.analysis.calls.SuccessorParameters;
import org.manumit.graph.analysis.calls.Toll;
import org.manumit.graph.analysis.calls.UnknownNumbers;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.TimeWindow;

/**
 * Asks of the call records of a case, all of it or a period. A person stands for all numbers they use. Immutable; safe
 * for use from several threads.
 */
public final class CallEnquiry {

    /** How soon a call passed on follows the one before. */
    public static final Duration PASSED_ON = Duration.ofMinutes(10);

    private static final Duration SAME_MOMENT = Duration.ofMinutes(15);
    private static final double LEAST_SCORE = 0.5;
    private static final int MOST = 200;
    /** Of those found in the whole case as many are looked through for some numbers as are worth telling at all. */
    private static final int MOST_LOOKED_THROUGH = 5_000;

    private final EnquiryScope scope;
    private final CallIndex index;
    private final ZoneId zone;

    private CallEnquiry(EnquiryScope scope) {
        this.scope = scope;
        index = CallIndex.of(scope.graph());
        zone = CaseZone.of(scope.graph());
    }

    /** Reads the calls of a case; time O(records log records). */
    public static CallEnquiry of(EnquiryScope scope) {
        return new CallEnquiry(scope);
    }

    /** In whose hours and days is counted. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether there is any dated call record. */
    public boolean isEmpty() {
        return index.size() == 0;
    }

    /** Whom some are in touch with, when, in which countries, and whom they have in common; entities as indexes. */
    public CallAnswer contacts(List<Integer> chosen) {
        List<Person> people = new ArrayList<>();
        List<Set<Integer>> all = new ArrayList<>();
        for (int entity : chosen) {
            Set<Integer> numbers = numbers(entity);
            all.add(numbers);
            people.add(new Person(
                    scope.graph().entity(entity),
                    numbers.stream().map(this::id).toList(),
                    Toll.of(index, numbers),
                    hours(numbers),
                    CountryCode.of(index, numbers)));
        }
        return new CallAnswer(
                people,
                all.size() > 1
                        ? Toll.common(index, all).stream()
                                .map(with -> shared(with, people))
                                .toList()
                        : List.of(),
                CountryCode.of(index));
    }

    private static CallAnswer.Shared shared(EntityId with, List<Person> people) {
        List<Entity> by = new ArrayList<>();
        int records = 0;
        for (Person person : people) {
            for (Toll toll : person.tolls()) {
                if (toll.with().equals(with)) {
                    by.add(person.entity());
                    records += toll.records();
                }
            }
        }
        return new CallAnswer.Shared(with, by, records);
    }

    /** Who stands behind a number, where that is known. */
    public Optional<EntityId> user(EntityId number) {
        return scope.graph().indexOf(number).stream()
                .filter(entity -> scope.actors().actorOf(entity) != entity)
                .mapToObj(entity ->
                        scope.graph().entity(scope.actors().actorOf(entity)).id())
                .findFirst();
    }

    private Set<Integer> numbers(int entity) {
        return scope.withThings(entity).stream()
                .map(index::number)
                .filter(number -> number >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private EntityId id(int number) {
        return scope.graph().entity(index.entity(number)).id();
    }

    private HourProfile hours(Set<Integer> numbers) {
        return HourProfile.of(index, numbers, zone, TimeWindow.ALL);
    }

    private Set<Integer> numbersOrAll(List<Integer> chosen) {
        return chosen.isEmpty()
                ? IntStream.range(0, index.size()).boxed().collect(Collectors.toCollection(TreeSet::new))
                : chosen.stream()
                        .flatMap(entity -> numbers(entity).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What stands out in the calls of some; of nobody, of all whom the case is about.
     *
     * @param passedOn how soon a call passed on follows the one before
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public CallPatterns patterns(
            List<Integer> chosen, Duration passedOn, Progress progress, Cancellation cancellation) {
        CaseGraph graph = scope.graph();
        Set<Integer> numbers = chosen.isEmpty() ? numbersConcerned() : numbersOrAll(chosen);
        Set<EntityId> theirs = numbers.stream().map(this::id).collect(Collectors.toSet());
        Set<EntityId> people = new TreeSet<>();
        for (int number : numbers) {
            people.add(
                    graph.entity(scope.actors().actorOf(index.entity(number))).id());
        }
        Set<Integer> near = new TreeSet<>(numbers);
        for (int number : numbers) {
            for (int contact : index.contacts(number)) {
                near.add(contact);
            }
        }
        cancellation.check();
        // somebody chosen may be any of the three; otherwise the one in the middle counts, as the analysis has it
        IntPredicate passing = chosen.isEmpty() ? numbers::contains : near::contains;
        IntPredicate implicated = entity -> people.contains(graph.entity(entity).id());
        CallFindings findings = new CallFindings(
                SuccessorNumbers.find(index, scope.victims(), SuccessorParameters.USUAL, progress, cancellation)
                        .stream()
                        .filter(s -> chosen.isEmpty() || theirs.contains(s.from()) || theirs.contains(s.to()))
                        .toList(),
                ContactCoverages.find(index, scope.actors(), scope.victims(), cancellation).stream()
                        .filter(coverage -> coverage.score() >= LEAST_SCORE)
                        .filter(coverage -> chosen.isEmpty()
                                || theirs.contains(coverage.holder())
                                || people.contains(coverage.holder()))
                        .toList(),
                UnknownNumbers.find(
                                index, scope.actors(), scope.victims(), implicated, MOST_LOOKED_THROUGH, cancellation)
                        .stream()
                        .filter(lead -> lead.score() >= LEAST_SCORE)
                        .filter(lead -> chosen.isEmpty() || touches(lead.number(), numbers))
                        .limit(MOST)
                        .toList(),
                CallChains.find(index, passing, passedOn, MOST_LOOKED_THROUGH, cancellation).stream()
                        .filter(chain -> chosen.isEmpty()
                                || theirs.contains(chain.first())
                                || theirs.contains(chain.middle())
                                || theirs.contains(chain.last()))
                        .limit(MOST)
                        .toList(),
                Meetings.find(
                                index,
                                scope.actors(),
                                scope.victims(),
                                numbers::contains,
                                SAME_MOMENT,
                                MOST,
                                cancellation)
                        .stream()
                        .filter(meeting -> meeting.score() >= LEAST_SCORE)
                        .toList(),
                chosen.isEmpty() ? CountryCode.of(index) : CountryCode.of(index, numbers));
        return new CallPatterns(
                findings, HabitBreaks.find(index, numbers, zone, cancellation), hours(numbersOrAll(chosen)));
    }

    private Set<Integer> numbersConcerned() {
        Set<EntityId> concerned = CaseReading.of(
                        scope.graph(), scope.actors(), scope.victims(), claim -> true, List.of())
                .concerned();
        return IntStream.range(0, index.size())
                .filter(number -> concerned.contains(scope.graph()
                        .entity(scope.actors().actorOf(index.entity(number)))
                        .id()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean touches(EntityId number, Set<Integer> others) {
        return IntStream.of(index.contacts(numberOf(number))).anyMatch(others::contains);
    }

    private int numberOf(EntityId entity) {
        return index.number(scope.graph().indexOf(entity).orElseThrow());
    }

    /** The records between somebody's numbers and another number. */
    public List<ClaimId> between(int entity, EntityId with) {
        int other = numberOf(with);
        return rows(numbers(entity), (number, row) -> index.other(number, row) == other);
    }

    /** The records of some, or of everybody where nobody is given, that begin in an hour of a weekday. */
    public List<ClaimId> inHour(List<Integer> chosen, DayOfWeek day, int hour) {
        return rows(numbersOrAll(chosen), (number, row) -> {
            ZonedDateTime local =
                    Instant.ofEpochSecond(scope.graph().calls().start(row)).atZone(zone);
            return local.getDayOfWeek() == day && local.getHour() == hour;
        });
    }

    /** The records of some with numbers of a country code; where nobody is given, all records of such numbers. */
    public List<ClaimId> withCountry(List<Integer> chosen, String code) {
        return chosen.isEmpty()
                ? rows(numbersOrAll(chosen), (number, row) -> CountryCode.of(index.label(number))
                        .filter(code::equals)
                        .isPresent())
                : rows(numbersOrAll(chosen), (number, row) -> CountryCode.of(index.label(index.other(number, row)))
                        .filter(code::equals)
                        .isPresent());
    }

    @FunctionalInterface
    private interface RowTest {
        boolean test(int number, int row);
    }

    private List<ClaimId> rows(Collection<Integer> numbers, RowTest test) {
        TreeSet<Integer> rows = new TreeSet<>();
        for (int number : numbers) {
            for (int i = 0; i < index.count(number); i++) {
                int row = index.row(number, i);
                if (test.test(number, row)) {
                    rows.add(row);
                }
            }
        }
        return rows.stream().map(scope.graph().calls()::claim).toList();
    }
}
