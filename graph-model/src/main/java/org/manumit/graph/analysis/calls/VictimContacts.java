package org.manumit.graph.analysis.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/**
 * How known people are in touch with victims: day by day, as with a telephone used as a leash (ICMPD Background Reader,
 * ch. 4.2.1; 001, l. 2018), and before victims left, as recruiters are (ch. 2.1; 001, l. 494-496). Time linear in the
 * records of victims' numbers.
 */
public final class VictimContacts {

    private static final int MOST_EVIDENCE = 20;
    private static final int SHORT_CALL_SECONDS = 60;
    private static final long DAY = 86_400;

    private VictimContacts() {}

    /**
     * How somebody is in touch with victims.
     *
     * @param who the person or organisation
     * @param daysCalled on how many days they called or wrote to a victim
     * @param days over how many days these lie
     * @param victimsCalled how many victims that were
     * @param shortShare which share of these calls took a minute at most; messages count as short
     * @param dailyEvidence some of these calls
     * @param knownBefore with how many victims they were in touch before those left
     * @param beforeEvidence the first such call with each
     */
    public record VictimContact(
            EntityId who,
            int daysCalled,
            int days,
            int victimsCalled,
            double shortShare,
            List<ClaimId> dailyEvidence,
            int knownBefore,
            List<ClaimId> beforeEvidence) {
        public VictimContact {
            dailyEvidence = List.copyOf(dailyEvidence);
            beforeEvidence = List.copyOf(beforeEvidence);
        }
    }

    private static final class Contact {
        final Set<Long> days = new HashSet<>();
        final Set<Integer> victims = new HashSet<>();
        final Map<Integer, ClaimId> before = new LinkedHashMap<>();
        final List<ClaimId> evidence = new ArrayList<>();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int calls;
        int shortCalls;
    }

    /**
     * Finds all known people who are in touch with victims, in the order of the case.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<VictimContact> find(CallIndex index, Actors actors, Victims victims, Cancellation cancellation) {
        CaseGraph graph = index.graph();
        CallTable calls = graph.calls();
        Map<Integer, Long> departures = departures(graph, actors);
        Map<Integer, Contact> contacts = new TreeMap<>();
        victims.entities().forEach(victim -> {
            cancellation.check();
            long left = departures.getOrDefault(victim, Long.MIN_VALUE);
            for (int phone : actors.thingsOf(victim, EntityKind.PHONE)) {
                int number = index.number(phone);
                for (int i = 0; number >= 0 && i < index.count(number); i++) {
                    int row = index.row(number, i);
                    long start = calls.start(row);
                    int other = actors.actorAt(index.entity(index.other(number, row)), start);
                    if (actors.actorAt(phone, start) != victim
                            || other == victim
                            || !graph.entity(other).kind().isActor()) {
                        continue;
                    }
                    Contact contact = contacts.computeIfAbsent(other, k -> new Contact());
                    if (start < left) {
                        contact.before.putIfAbsent(victim, calls.claim(row));
                    }
                    if (!index.isCaller(number, row)) {
                        contact.calls++;
                        contact.shortCalls += calls.duration(row) <= SHORT_CALL_SECONDS ? 1 : 0;
                        contact.victims.add(victim);
                        contact.first = Math.min(contact.first, start);
                        contact.last = Math.max(contact.last, start);
                        if (contact.days.add(Math.floorDiv(start, DAY)) && contact.evidence.size() < MOST_EVIDENCE) {
                            contact.evidence.add(calls.claim(row));
                        }
                    }
                }
            }
        });
        List<VictimContact> found = new ArrayList<>();
        contacts.forEach((who, c) -> found.add(new VictimContact(
                graph.entity(who).id(),
                c.days.size(),
                c.calls == 0 ? 0 : (int) (Math.floorDiv(c.last, DAY) - Math.floorDiv(c.first, DAY)) + 1,
                c.victims.size(),
                c.calls == 0 ? 0 : (double) c.shortCalls / c.calls,
                c.evidence,
                c.before.size(),
                c.before.values().stream().limit(MOST_EVIDENCE).toList())));
        return found;
    }

    /** When each traveller first left, in seconds; those of whom no date is known are left out. */
    private static Map<Integer, Long> departures(CaseGraph graph, Actors actors) {
        Map<Integer, Long> departures = new HashMap<>();
        for (Claim claim : graph.claims(ClaimType.JOURNEY)) {
            if (claim.when().from().isEmpty()) {
                continue;
            }
            PartialDate from = claim.when().from().get();
            long left = from.start().atZone(CaseZone.of(graph)).toEpochSecond();
            claim.holders(Part.WHO).forEach(who -> {
                OptionalInt index = graph.indexOf(who);
                index.ifPresent(i -> departures.merge(actors.actorOf(i), left, Math::min));
            });
        }
        return departures;
    }
}
