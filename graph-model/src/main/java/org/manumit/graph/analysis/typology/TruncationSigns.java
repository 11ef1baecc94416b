package org.manumit.graph.analysis.typology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Journey;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.Word;

/** Whether the network in the file is cut short by what was policed (003, l. 8249-8255). */
final class TruncationSigns {

    /**
     * Victims to each known perpetrator from which on the size in the file is not believed. The author's own small case
     * has 2.5; those that strain the class have 60 and more (003, l. 4817-4819, 3262-3283, 8261-8274); Italian files have
     * about one (003, l. 4750-4753). Half-way on a logarithmic scale.
     */
    private static final double STRAINED_RATIO = 20;

    /** Below so many victims a high ratio may still be one person's doing over the years. */
    private static final double STRAINED_VOLUME = 40;

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    TruncationSigns(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.contest = contest;
    }

    /** Whether far more victims are known than the people known could have handled. */
    static boolean isStrained(NetworkFacts facts) {
        double victims = facts.victims().least();
        return victims >= STRAINED_VOLUME && victims / Math.max(1, facts.people()) >= STRAINED_RATIO;
    }

    void read() {
        sizeAgainstVolume();
        policing();
        leaderAlone();
    }

    /** Who is called a coordinator coordinates somebody; where nobody else acts in the file, they were not looked for. */
    private void leaderAlone() {
        List<Holder> named = facts.holders(Role.COORDINATOR).stream()
                .filter(h -> h.firmness() >= 0.6)
                .toList();
        if (named.isEmpty()) {
            return;
        }
        Set<Party> own = new HashSet<>();
        named.forEach(h -> own.add(h.party()));
        boolean others = own.stream().anyMatch(p -> p.people() > 1)
                || Stream.of(slots.required(), facts.holders(Role.CONTROLLER), facts.holders(Role.HARBOURER))
                        .flatMap(List::stream)
                        .anyMatch(h -> !own.contains(h.party()));
        if (!others) {
            contest.add(
                    ClassCriterion.LEADER_WITHOUT_THE_LED,
                    1,
                    slots.names(Slots.ids(named)) + " is said to coordinate, and nobody is known who is coordinated.",
                    Slots.evidence(named));
        }
    }

    private void sizeAgainstVolume() {
        if (isStrained(facts)) {
            contest.add(
                    ClassCriterion.SIZE_AGAINST_VOLUME,
                    1,
                    "At least " + Slots.number(facts.victims().least()) + " victims stand against "
                            + Slots.number(slots.people()) + " known "
                            + (slots.people() == 1 ? "perpetrator" : "perpetrators")
                            + ": the size of the network in the file is truncated by what was policed.",
                    facts.victims().evidence());
        }
    }

    private void policing() {
        List<Profile> persons =
                facts.perpetrators().stream().filter(Profile::person).toList();
        Set<EntityId> arrested = new HashSet<>();
        for (Claim claim : facts.claims()) {
            if (claim.type() == ClaimType.EVENT && Word.has(claim, "kind", "arrest")) {
                arrested.addAll(reading.actors(claim, Part.WHO));
                arrested.addAll(reading.actors(claim, Part.ABOUT));
            }
        }
        long charged = persons.stream()
                .filter(p -> p.isCharged() || arrested.contains(p.id()))
                .count();
        Set<String> origins = new TreeSet<>();
        facts.journeys().forEach(j -> j.from().ifPresent(origins::add));
        origins.removeAll(facts.exploitationCountries());
        boolean originUnseen = !origins.isEmpty()
                && facts.perpetrators().stream()
                        .noneMatch(p -> p.countries().stream().anyMatch(origins::contains))
                && (slots.recruiters().isEmpty() || slots.movers().isEmpty());
        if (!persons.isEmpty() && charged == persons.size()) {
            contest.add(
                    ClassCriterion.TRUNCATED_BY_POLICING,
                    1,
                    (persons.size() == 1
                                    ? "The only perpetrator known is the one"
                                    : "All " + Slots.number(persons.size()) + " perpetrators known are those")
                            + " charged or arrested; others may never have been looked for.",
                    persons.stream().flatMap(p -> p.claims().stream()).toList());
        } else if (originUnseen) {
            contest.add(
                    ClassCriterion.TRUNCATED_BY_POLICING,
                    1,
                    "Nobody is known in " + Slots.countries(origins)
                            + ", where people came from: that side was not examined.",
                    facts.journeys().stream().map(Journey::claim).toList());
        }
    }
}
