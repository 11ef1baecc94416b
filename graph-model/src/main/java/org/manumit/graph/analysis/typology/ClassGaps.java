package org.manumit.graph.analysis.typology;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.network.NetworkFacts;

/** What is missing to be sure of the class, by how much it would move the verdict, and the inquiry that would bring it. */
final class ClassGaps {

    private record Gap(double weight, MissingEvidence missing) {}

    private final NetworkFacts facts;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    ClassGaps(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        this.slots = slots;
        this.contest = contest;
    }

    List<MissingEvidence> missing() {
        List<Gap> gaps = new ArrayList<>();
        Set<ClassCriterion> met = EnumSet.noneOf(ClassCriterion.class);
        contest.findings().stream().filter(f -> f.strength() > 0.3).forEach(f -> met.add(f.criterion()));
        if (slots.exploiters().isEmpty()) {
            gap(
                    gaps,
                    4,
                    "Who exploited, and who drew the profit",
                    "Premises, adverts and wages at the destination; interviews with victims when they are ready; cell sites of the numbers that called them daily");
        }
        if (slots.recruiters().isEmpty()) {
            gap(
                    gaps,
                    3,
                    "Who recruited",
                    "Victims' calls in the weeks before departure; adverts and agencies; a request to the police of the country of origin");
        }
        if (slots.movers().isEmpty()) {
            gap(
                    gaps,
                    2.5,
                    "Who moved people, and who paid for it",
                    "Tickets, bookings and cards used for several travellers; plates at borders; antennas along the route");
        }
        if (!met.contains(ClassCriterion.PROFIT_SHARED_BETWEEN_PARTIES)
                && !met.contains(ClassCriterion.PROCEEDS_FLOW_TO_A_CENTRE)) {
            gap(
                    gaps,
                    2.6,
                    "Where the profit goes: kept, shared, or handed on",
                    "Accounts and money transfers of those who exploit, over months; regular percentages; payments abroad, in victims' names too");
        }
        if (!met.contains(ClassCriterion.TASKING_FROM_A_CENTRE)) {
            gap(
                    gaps,
                    2.4,
                    "Who gives orders to whom",
                    "Calls between those who exploit and those who recruit, in sequence; intercepts where lawful; insiders");
        }
        if (!met.contains(ClassCriterion.OFFSHORE_BENEFICIARY)
                && facts.countries().size() <= 2) {
            gap(
                    gaps,
                    1.6,
                    "Whether somebody abroad profits",
                    "International prefixes called after takings were counted; transfers to the countries of origin and transit; joint or mirror inquiry");
        }
        if (TruncationSigns.isStrained(facts) || met.contains(ClassCriterion.TRUNCATED_BY_POLICING)) {
            gap(
                    gaps,
                    TruncationSigns.isStrained(facts) ? 3.5 : 1.8,
                    "The rest of the network beyond those charged",
                    "Numbers and accounts in contact with several suspects; the countries not examined so far");
        }
        if (facts.victims().least() == 0) {
            gap(gaps, 1.2, "How many victims", "Statements, papers found, adverts, places at the premises");
        }
        if (facts.rhythm() == NetworkFacts.Rhythm.UNKNOWN) {
            gap(
                    gaps,
                    0.5,
                    "When people were brought in",
                    "Dated journeys, tickets, first calls of new victims' numbers");
        }
        if (facts.countries().isEmpty()) {
            gap(gaps, 0.9, "Which countries it touches", "Journeys, prefixes called, places of exploitation");
        }
        gaps.sort(comparingDouble(Gap::weight).reversed());
        return gaps.stream().map(Gap::missing).toList();
    }

    private static void gap(List<Gap> gaps, double weight, String what, String inquiry) {
        gaps.add(new Gap(weight, new MissingEvidence(what + ".", inquiry + ".")));
    }
}
