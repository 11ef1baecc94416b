package org.manumit.graph.analysis.typology;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.Party;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Journey;

/** How large it is, in people, countries and victims; light signs, because policing truncates what is in a file. */
final class ScaleSigns {

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    ScaleSigns(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.contest = contest;
    }

    void read() {
        perpetrators();
        kin();
        countriesTouched();
        victims();
        rhythm();
    }

    private void perpetrators() {
        List<ClaimId> described =
                facts.perpetrators().stream().flatMap(p -> p.claims().stream()).toList();
        boolean unknownSize = facts.parties().stream()
                .anyMatch(p -> p.group()
                        && !p.legalWorld()
                        && p.members().stream().allMatch(id -> reading.profile(id)
                                .map(x -> !x.person())
                                .orElse(false)));
        if (slots.people() <= Slots.HANDFUL && slots.people() > 0 && !slots.formal()) {
            contest.add(
                    ClassCriterion.HANDFUL_OF_PEOPLE,
                    unknownSize ? 0.3 : 1,
                    "The file knows of " + Slots.number(slots.people())
                            + (slots.people() == 1 ? " perpetrator." : " perpetrators."),
                    described);
        } else if (slots.people() > 8) {
            contest.add(
                    ClassCriterion.MANY_PERPETRATORS,
                    slots.people() > 12 ? 1 : 0.5,
                    "The file knows of at least " + Slots.number(slots.people()) + " perpetrators.",
                    described);
        }
        facts.parties().stream()
                .filter(Party::formal)
                .findFirst()
                .ifPresent(p -> contest.add(
                        ClassCriterion.FORMAL_CRIME_GROUP,
                        1,
                        p.label() + " is a crime group.",
                        p.members().stream()
                                .flatMap(id -> reading.profile(id).stream())
                                .flatMap(x -> x.claims().stream())
                                .toList()));
    }

    private void kin() {
        List<Flow> kin =
                facts.flows().stream().filter(f -> f.kind() == Flow.Kind.KIN).toList();
        if (!kin.isEmpty() && !slots.formal()) {
            contest.add(
                    ClassCriterion.KIN_IN_ONE_BUSINESS,
                    1,
                    slots.names(kin.stream()
                                    .flatMap(f -> Stream.of(f.from(), f.to()))
                                    .toList()) + " are kin or partners.",
                    Slots.claims(kin));
        }
    }

    private void countriesTouched() {
        Set<String> countries = facts.countries();
        List<ClaimId> routeClaims =
                facts.routes().values().stream().flatMap(List::stream).toList();
        int destinations = facts.exploitationCountries().size();
        if (!countries.isEmpty() && countries.size() <= 2) {
            contest.add(
                    ClassCriterion.ONE_COUNTRY_PAIR,
                    1,
                    countries.size() == 1
                            ? "All of it lies in " + Slots.countries(countries) + "."
                            : "All of it lies between "
                                    + String.join(
                                            " and ",
                                            countries.stream()
                                                    .map(CaseReading::countryName)
                                                    .toList())
                                    + ".",
                    routeClaims);
        } else if (countries.size() >= 4 || facts.routes().size() >= 4 || destinations >= 3) {
            contest.add(
                    ClassCriterion.MANY_ROUTES_OR_DESTINATIONS,
                    countries.size() >= 5 || destinations >= 3 ? 1 : 0.7,
                    "It touches " + countries.size() + " countries: " + Slots.countries(countries) + ".",
                    routeClaims);
        }
    }

    private void victims() {
        double victims = facts.victims().least();
        if (victims > 0 && victims <= 20 && facts.victims().bounded()) {
            contest.add(
                    ClassCriterion.FEW_VICTIMS_AT_A_TIME,
                    victims <= 10 ? 1 : 0.4,
                    "The file knows of " + Slots.number(victims) + (victims == 1 ? " victim." : " victims."),
                    facts.victims().evidence());
        } else if (victims >= 30) {
            contest.add(
                    ClassCriterion.MANY_VICTIMS,
                    victims >= 100 ? 1 : victims >= 50 ? 0.7 : 0.3,
                    "The file knows of at least " + Slots.number(victims) + " victims.",
                    facts.victims().evidence());
        }
    }

    private void rhythm() {
        switch (facts.rhythm()) {
            case SPORADIC ->
                contest.add(
                        ClassCriterion.SPORADIC,
                        1,
                        "People were brought in now and then.",
                        facts.journeys().stream().map(Journey::claim).toList());
            case CONTINUOUS ->
                contest.add(
                        ClassCriterion.CONTINUOUS,
                        1,
                        "People were brought in all the time.",
                        facts.journeys().stream().map(Journey::claim).toList());
            case UNKNOWN -> {}
        }
    }
}
