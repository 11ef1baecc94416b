package org.manumit.graph.analysis.typology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.analysis.Contest;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Journey;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.Word;

/** Where ancillary services come from, and the organised-crime indicators, weak one by one (003, l. 5024-5028). */
final class AncillarySigns {

    private static final Set<Role> ANCILLARY = EnumSet.of(
            Role.DOCUMENT_FORGER,
            Role.MONEY_HANDLER,
            Role.ENFORCER,
            Role.DEBT_COLLECTOR,
            Role.PROTECTOR,
            Role.HARBOURER,
            Role.ESCORT,
            Role.FACILITATOR);

    private static final List<String> OTHER_TRADES = List.of(
            "drug",
            "cocaine",
            "heroin",
            "cannabis",
            "arms",
            "weapon",
            "stolen",
            "counterfeit",
            "extortion",
            "gambling",
            "tobacco",
            "cigarette",
            "kidnap",
            "robber",
            "theft",
            "fraud");

    /** From so many officials on corruption is extensive: one or two may be a handful's own acquaintances. */
    private static final double SEVERAL = 3;

    private final NetworkFacts facts;
    private final CaseReading reading;
    private final Slots slots;
    private final Contest<NetworkClass, ClassCriterion> contest;

    AncillarySigns(NetworkFacts facts, Slots slots, Contest<NetworkClass, ClassCriterion> contest) {
        this.facts = facts;
        reading = facts.reading();
        this.slots = slots;
        this.contest = contest;
    }

    void read() {
        ancillary();
        officialsOrFirms();
        corruption();
        laundering();
        otherTrades();
        falsePapers();
        lawfulTravel();
    }

    private void ancillary() {
        Set<Integer> requiredUnits = new TreeSet<>();
        slots.required().forEach(h -> requiredUnits.add(slots.unit(h.party())));
        Map<Role, Holder> inHouse = new EnumMap<>(Role.class);
        Map<Role, Holder> partner = new EnumMap<>(Role.class);
        Map<Role, Holder> hired = new EnumMap<>(Role.class);
        boolean several = slots.exploiters().stream().anyMatch(h -> slots.recruiters().stream()
                        .noneMatch(r -> slots.unit(r.party()) == slots.unit(h.party())))
                && !slots.recruiters().isEmpty();
        for (Role role : ANCILLARY) {
            for (Holder holder : facts.holders(role)) {
                boolean own = requiredUnits.contains(slots.unit(holder.party()));
                if (own && several && holder.party().group()) {
                    partner.putIfAbsent(role, holder);
                } else if (own) {
                    inHouse.putIfAbsent(role, holder);
                } else if (requiredUnits.stream().anyMatch(u -> slots.hiredBy(holder, u))
                        || role == Role.DOCUMENT_FORGER) {
                    hired.putIfAbsent(role, holder);
                }
            }
        }
        if (!inHouse.isEmpty() && !slots.isHandful()) {
            contest.add(
                    ClassCriterion.ANCILLARY_IN_HOUSE,
                    inHouse.size() / 3.0,
                    list(inHouse) + " from within.",
                    Slots.evidence(inHouse.values()));
        }
        if (!partner.isEmpty()) {
            contest.add(
                    ClassCriterion.ANCILLARY_FROM_A_PARTNER,
                    DecisionSigns.uncoordinated(contest) * Math.min(1, 0.6 + 0.2 * partner.size()),
                    list(partner) + " to the others.",
                    Slots.evidence(partner.values()));
        }
        if (!hired.isEmpty()) {
            contest.add(
                    ClassCriterion.ANCILLARY_HIRED_IN,
                    1,
                    list(hired) + " from outside.",
                    Slots.evidence(hired.values()));
        }
    }

    private String list(Map<Role, Holder> holders) {
        return holders.entrySet().stream()
                .map(e -> reading.label(e.getValue().actor()) + " serves as "
                        + e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private void officialsOrFirms() {
        List<Profile> helpers = facts.perpetrators().stream()
                .filter(p -> p.isOfficial() || p.isLegalWorld())
                .toList();
        List<Holder> protectors = facts.holders(Role.PROTECTOR);
        if (!helpers.isEmpty() || !protectors.isEmpty()) {
            Set<EntityId> who = new LinkedHashSet<>();
            helpers.forEach(p -> who.add(p.id()));
            protectors.forEach(h -> who.add(h.actor()));
            List<ClaimId> claims = new ArrayList<>();
            helpers.forEach(p -> claims.addAll(p.claims()));
            claims.addAll(Slots.evidence(protectors));
            contest.add(
                    ClassCriterion.OFFICIALS_OR_FIRMS,
                    Math.min(1, 0.5 + 0.25 * who.size()),
                    slots.names(who) + (who.size() == 1 ? " serves" : " serve")
                            + " the network from the legal world or shields it.",
                    claims);
        }
    }

    private void corruption() {
        List<Holder> shielding = facts.holders(Role.PROTECTOR).stream()
                .filter(h -> h.firmness() >= 0.5
                        && reading.profile(h.actor())
                                .filter(Profile::isOfficial)
                                .isPresent())
                .toList();
        double heads = shielding.stream()
                .mapToDouble(h -> reading.profile(h.actor()).orElseThrow().count())
                .sum();
        if (heads >= SEVERAL) {
            contest.add(
                    ClassCriterion.EXTENSIVE_CORRUPTION,
                    1,
                    slots.names(Slots.ids(shielding)) + " shield the network, several officials in all.",
                    Slots.evidence(shielding));
        }
    }

    private void laundering() {
        List<ClaimId> laundering = slots.claimsWhere(c -> c.type() == ClaimType.PAYMENT
                && List.of("laundering", "investment")
                        .contains(Word.of(c.value("purpose")).text()));
        if (!laundering.isEmpty() || (!facts.holders(Role.MONEY_HANDLER).isEmpty() && !slots.isHandful())) {
            contest.add(
                    ClassCriterion.LAUNDERING,
                    laundering.isEmpty() ? 0.5 : 1,
                    "Profits are laundered or invested.",
                    laundering.isEmpty() ? Slots.evidence(facts.holders(Role.MONEY_HANDLER)) : laundering);
        }
    }

    private void otherTrades() {
        List<ClaimId> trades = slots.claimsWhere(c -> c.type() == ClaimType.ORGANISATION
                && c.holders(Part.SUBJECT)
                        .map(reading::behind)
                        .flatMap(Optional::stream)
                        .anyMatch(id -> facts.partyOf(id).isPresent())
                && Stream.of("sector", "activities", "other crimes", "crimes")
                        .map(column -> c.value(column).toLowerCase(Locale.ROOT))
                        .anyMatch(text -> OTHER_TRADES.stream().anyMatch(text::contains)));
        if (!trades.isEmpty()) {
            contest.add(
                    ClassCriterion.OTHER_TRADES,
                    1,
                    "A group of the network also deals in other illicit goods.",
                    trades);
        }
    }

    private void falsePapers() {
        List<ClaimId> papers = slots.claimsWhere(c -> c.type() == ClaimType.PAPER
                && List.of("forged", "altered", "genuine but fraudulently obtained")
                        .contains(Word.of(c.value("quality")).text()));
        if (!papers.isEmpty()) {
            contest.add(ClassCriterion.FALSE_PAPERS, papers.size() >= 3 ? 1 : 0.6, "False papers were used.", papers);
        }
    }

    private void lawfulTravel() {
        List<Journey> lawful = facts.journeys().stream().filter(Journey::lawful).toList();
        if (!lawful.isEmpty() && lawful.size() * 2 >= facts.journeys().size()) {
            contest.add(
                    ClassCriterion.LAWFUL_TRAVEL,
                    1,
                    "Victims entered lawfully, on common carriers.",
                    lawful.stream().map(Journey::claim).toList());
        }
    }
}
