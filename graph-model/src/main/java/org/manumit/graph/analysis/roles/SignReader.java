package org.manumit.graph.analysis.roles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.Period;

/** Finds in a case file the signs that {@link RoleIndicator} lists. Stateless; safe for use from several threads. */
public final class SignReader {

    /** The signs that the claims of a case meet, in the order of the claims. */
    public List<Sign> read(CaseReading reading) {
        return new Run(reading).read();
    }

    private static final class Run {
        private final CaseReading reading;
        private final List<Sign> signs = new ArrayList<>();
        private final Set<EntityId> placesOfExploitation = new HashSet<>();
        private final Set<EntityId> vehiclesOfJourneys = new HashSet<>();
        private final Map<EntityId, List<Flow>> orders = new LinkedHashMap<>();
        private final Set<EntityId> sellers = new HashSet<>();
        private final Set<EntityId> handingOn = new HashSet<>();

        Run(CaseReading reading) {
            this.reading = reading;
        }

        List<Sign> read() {
            for (Claim claim : reading.claims()) {
                switch (claim.type()) {
                    case EXPLOITATION -> claim.holders(Part.PREMISES).forEach(placesOfExploitation::add);
                    case JOURNEY -> claim.holders(Part.VEHICLE).forEach(vehiclesOfJourneys::add);
                    default -> {}
                }
            }
            for (Flow flow : reading.flows()) {
                if (flow.kind() == Flow.Kind.SALE) {
                    sellers.add(flow.from());
                }
                if (flow.kind() == Flow.Kind.SALE || flow.kind() == Flow.Kind.HANDOVER) {
                    handingOn.add(flow.from());
                }
            }
            for (Claim claim : reading.claims()) {
                claim(claim);
            }
            for (Flow flow : reading.flows()) {
                flow(flow);
            }
            orders.forEach(this::orders);
            bridges();
            for (Membership m : reading.memberships()) {
                if (m.as().equals("leader")
                        && reading.profile(m.organisation())
                                .filter(Profile::isCriminalGroup)
                                .isPresent()) {
                    add(
                            m.who(),
                            RoleIndicator.LEADS_GROUP,
                            m.firmness(),
                            reading.label(m.who()) + " leads " + reading.label(m.organisation()) + ".",
                            m.when(),
                            List.of(m.claim()));
                }
            }
            return signs;
        }

        private void add(
                EntityId who,
                RoleIndicator indicator,
                double strength,
                String text,
                Period when,
                List<ClaimId> evidence) {
            if (reading.mayBeAccused(who) || reading.isVictim(who)) {
                signs.add(new Sign(who, indicator, Math.min(1, strength), text, when, evidence));
            }
        }

        private void each(Claim claim, Part part, RoleIndicator indicator, String does) {
            each(claim, part, id -> true, indicator, does);
        }

        private void each(Claim claim, Part part, Predicate<EntityId> whom, RoleIndicator indicator, String does) {
            for (Participant p : claim.participants()) {
                if (p.part() != part) {
                    continue;
                }
                Optional<EntityId> who = reading.behind(p.entity()).filter(whom);
                who.ifPresent(id -> add(
                        id,
                        indicator,
                        Firmness.of(claim, p.certainty()),
                        reading.label(id) + " " + does + ".",
                        claim.when(),
                        List.of(claim.id())));
            }
        }

        private boolean anyVictim(Claim claim, Part part) {
            return reading.actors(claim, part).stream().anyMatch(reading::isVictim);
        }

        private void claim(Claim claim) {
            switch (claim.type()) {
                case JOURNEY -> {
                    each(
                            claim,
                            Part.RECEIVED_BY,
                            id -> !handingOn.contains(id),
                            RoleIndicator.RECEIVES_TRAVELLERS,
                            "received people on arrival");
                    each(
                            claim,
                            Part.RECEIVED_BY,
                            handingOn::contains,
                            RoleIndicator.PASSES_PEOPLE_ON,
                            "received people and handed them on");
                    Set<EntityId> travellers = new HashSet<>(reading.actors(claim, Part.WHO));
                    for (EntityId with : reading.actors(claim, Part.WITH)) {
                        if (!reading.isVictim(with) && !travellers.contains(with) && isTraveller(with)) {
                            add(
                                    with,
                                    RoleIndicator.TRAVELS_ALONG,
                                    Firmness.of(claim),
                                    reading.label(with) + " travelled with them.",
                                    claim.when(),
                                    List.of(claim.id()));
                        }
                    }
                    for (EntityId payer : reading.actors(claim, Part.PAID_BY)) {
                        if (!travellers.contains(payer)) {
                            add(
                                    payer,
                                    RoleIndicator.PAYS_TRAVEL,
                                    Firmness.of(claim),
                                    reading.label(payer) + " paid for the journey.",
                                    claim.when(),
                                    List.of(claim.id()));
                        }
                    }
                }
                case PREMISES -> premises(claim);
                case VEHICLE -> {
                    if (claim.holders(Part.SUBJECT).anyMatch(vehiclesOfJourneys::contains)) {
                        each(
                                claim,
                                Part.USER,
                                RoleIndicator.DRIVES_VEHICLE,
                                "used the vehicle in which people were moved");
                    }
                }
                case PAPER -> paper(claim);
                case ADVERT -> {
                    String aim = Word.of(claim.value("aim")).text();
                    if (aim.equals("recruitment")) {
                        each(claim, Part.PLACED_BY, RoleIndicator.ADVERTISES_JOBS, "placed an advert that offers work");
                    } else if (aim.equals("customers")) {
                        each(
                                claim,
                                Part.PLACED_BY,
                                RoleIndicator.ADVERTISES_TO_CUSTOMERS,
                                "placed an advert to customers");
                    }
                }
                case ACCOUNT -> {
                    List<EntityId> beneficiaries = reading.actors(claim, Part.BENEFICIARY);
                    for (EntityId holder : reading.actors(claim, Part.HOLDER)) {
                        if (!beneficiaries.isEmpty() && !beneficiaries.contains(holder) && !reading.isVictim(holder)) {
                            add(
                                    holder,
                                    RoleIndicator.HOLDS_ACCOUNT_FOR_ANOTHER,
                                    Firmness.of(claim),
                                    reading.label(holder) + " holds an account from which "
                                            + reading.label(beneficiaries.getFirst()) + " profits.",
                                    claim.when(),
                                    List.of(claim.id()));
                        }
                    }
                }
                case DEBT -> {
                    if (anyVictim(claim, Part.DEBTOR)) {
                        each(claim, Part.CREDITOR, RoleIndicator.VICTIMS_OWE, "is owed money by a victim");
                    }
                }
                case PAYMENT -> payment(claim);
                case TIE -> tie(claim);
                default -> {}
            }
        }

        /** Somebody who travelled along and is no migrant, child or kin of the travellers, as far as anyone says. */
        private boolean isTraveller(EntityId id) {
            return reading.profile(id)
                    .filter(p -> !p.statuses().contains("smuggled migrant"))
                    .isPresent();
        }

        private void premises(Claim claim) {
            String kind = Word.of(claim.value("kind")).text();
            boolean exploited = claim.holders(Part.SUBJECT).anyMatch(placesOfExploitation::contains);
            if (exploited) {
                each(
                        claim,
                        Part.RUN_BY,
                        RoleIndicator.RUNS_PLACE_OF_EXPLOITATION,
                        "runs the place where victims were exploited");
                for (Part part : List.of(Part.OWNER, Part.TENANT, Part.PAYER)) {
                    each(
                            claim,
                            part,
                            RoleIndicator.OWNS_PLACE_OF_EXPLOITATION,
                            "owns, rents or pays for the place where victims were exploited");
                }
            } else if (kind.equals("traffickers' safe house") || kind.equals("safe house")) {
                for (Part part : List.of(Part.RUN_BY, Part.OWNER, Part.TENANT, Part.PAYER)) {
                    each(
                            claim,
                            part,
                            RoleIndicator.KEEPS_SAFE_HOUSE,
                            "keeps a house where people were held on the way");
                }
            } else if (anyVictim(claim, Part.OCCUPANT)) {
                for (Part part : List.of(Part.RUN_BY, Part.OWNER, Part.TENANT, Part.PAYER)) {
                    each(
                            claim,
                            part,
                            RoleIndicator.OWNS_PLACE_OF_EXPLOITATION,
                            "owns, rents, runs or pays for the place where victims lived");
                }
            }
        }

        private void paper(Claim claim) {
            String quality = Word.of(claim.value("quality")).text();
            if (!quality.equals("genuine")) {
                each(claim, Part.MADE_BY, RoleIndicator.SUPPLIES_PAPERS, "made or obtained papers used in the case");
            }
            List<EntityId> bearers = reading.actors(claim, Part.FOR);
            if (bearers.stream().anyMatch(reading::isVictim)) {
                for (EntityId holder : reading.actors(claim, Part.HELD_BY)) {
                    if (!bearers.contains(holder)) {
                        add(
                                holder,
                                RoleIndicator.HOLDS_PAPERS,
                                Firmness.of(claim),
                                reading.label(holder) + " holds a victim's papers.",
                                claim.when(),
                                List.of(claim.id()));
                    }
                }
            }
        }

        private void payment(Claim claim) {
            boolean payerVictim = anyVictim(claim, Part.PAYER);
            switch (Word.of(claim.value("purpose")).text()) {
                case "proceeds" ->
                    each(
                            claim,
                            Part.PAYEE,
                            payerVictim ? RoleIndicator.TAKES_THE_PROCEEDS : RoleIndicator.GATHERS_PROCEEDS,
                            payerVictim ? "takes what victims earn" : "receives takings that others collected");
                case "debt" -> {
                    if (payerVictim) {
                        each(claim, Part.PAYEE, RoleIndicator.VICTIMS_OWE, "is paid a victim's debt");
                    }
                }
                case "papers" -> each(claim, Part.PAYEE, RoleIndicator.SUPPLIES_PAPERS, "is paid for papers");
                case "rent" -> {
                    if (!payerVictim) {
                        each(claim, Part.PAYER, RoleIndicator.PAYS_RENT, "pays rent");
                    }
                }
                case "travel" -> {
                    if (!payerVictim) {
                        each(claim, Part.PAYER, RoleIndicator.PAYS_TRAVEL, "pays for travel");
                    }
                }
                case "enforcement" -> each(claim, Part.PAYEE, RoleIndicator.THREATENS, "is paid for enforcement");
                case "advert" -> each(claim, Part.PAYER, RoleIndicator.ADVERTISES_TO_CUSTOMERS, "pays for adverts");
                default -> {}
            }
        }

        private void tie(Claim claim) {
            if (Word.of(claim.value("nature")).text().equals("incidental")) {
                return;
            }
            boolean victim = anyVictim(claim, Part.WHOM);
            for (Word kind : Word.in(claim, "kind")) {
                if (kind.certainty() == Certainty.PRESUMED) {
                    continue;
                }
                switch (OtherWords.tie(kind.text())) {
                    case "controls" -> {
                        if (victim) {
                            each(claim, Part.WHO, RoleIndicator.CONTROLS_VICTIMS, "controls victims");
                        }
                    }
                    case "threatens" -> each(claim, Part.WHO, RoleIndicator.THREATENS, "threatens others");
                    case "introduces" -> each(claim, Part.WHO, RoleIndicator.INTRODUCES, "brings parties together");
                    default -> {}
                }
            }
        }

        private void flow(Flow f) {
            if (reading.isVictim(f.from()) && reading.isVictim(f.to())) {
                return;
            }
            String from = reading.label(f.from());
            String to = reading.label(f.to());
            switch (f.kind()) {
                case TASK ->
                    orders.computeIfAbsent(f.from(), k -> new ArrayList<>()).add(f);
                case SHARE ->
                    add(
                            f.to(),
                            RoleIndicator.TAKES_A_SHARE,
                            f.firmness(),
                            to + " takes " + (f.share() > 0 ? plain(f.share()) + "% of" : "a share of") + " what "
                                    + from + " earns.",
                            f.when(),
                            f.evidence());
                case FUND ->
                    add(
                            f.from(),
                            RoleIndicator.FUNDS,
                            f.firmness(),
                            from + " puts money into what " + to + " does.",
                            f.when(),
                            f.evidence());
                case SALE -> {
                    if (!reading.isVictim(f.to())) {
                        add(
                                f.from(),
                                RoleIndicator.PAID_PER_PERSON,
                                f.firmness(),
                                from + " is paid by " + to + " for people delivered.",
                                f.when(),
                                f.evidence());
                        add(
                                f.to(),
                                sellers.contains(f.to()) ? RoleIndicator.RESELLS_PEOPLE : RoleIndicator.PAYS_PER_PERSON,
                                f.firmness(),
                                to + " pays " + from + " for people"
                                        + (sellers.contains(f.to()) ? ", and is paid for people." : "."),
                                f.when(),
                                f.evidence());
                    }
                }
                case HANDOVER ->
                    add(
                            f.from(),
                            RoleIndicator.HANDS_PEOPLE_OVER,
                            f.firmness(),
                            from + " hands people over to " + to + ".",
                            f.when(),
                            f.evidence());
                case PROTECTION -> {
                    add(
                            f.from(),
                            RoleIndicator.SHIELDS,
                            f.firmness(),
                            from + " protects " + to + " or is paid to.",
                            f.when(),
                            f.evidence());
                    if (reading.profile(f.from()).filter(Profile::isOfficial).isPresent()) {
                        add(
                                f.from(),
                                RoleIndicator.HOLDS_OFFICE,
                                f.firmness(),
                                from + " holds a public office and deals with " + to + ".",
                                f.when(),
                                f.evidence());
                    }
                }
                case LAUNDERING ->
                    add(
                            f.to(),
                            RoleIndicator.CLEANS_MONEY,
                            f.firmness(),
                            to + " receives money of " + from + " to launder.",
                            f.when(),
                            f.evidence());
                case HIRE ->
                    add(
                            f.to(),
                            RoleIndicator.HIRED_BY_NETWORK,
                            f.firmness(),
                            to + " was hired by " + from + ".",
                            f.when(),
                            f.evidence());
                case WAGE, MONEY, KIN, ASSOCIATION, PRESSURE, CONTACT, TRANSFER, SUPPLY, PROCEEDS -> {}
            }
        }

        private static String plain(double number) {
            return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        }

        private void orders(EntityId who, List<Flow> given) {
            Set<EntityId> to = new LinkedHashSet<>();
            List<ClaimId> evidence = new ArrayList<>();
            List<Period> periods = new ArrayList<>();
            double heads = 0;
            double firmness = 0;
            for (Flow flow : given) {
                if (to.add(flow.to())) {
                    heads += reading.profile(flow.to()).map(Profile::count).orElse(1.0);
                }
                firmness = Math.max(firmness, flow.firmness());
                evidence.addAll(flow.evidence());
                periods.add(flow.when());
            }
            List<String> names = to.stream()
                    .filter(id -> !reading.isVictim(id))
                    .limit(3)
                    .map(reading::label)
                    .toList();
            add(
                    who,
                    RoleIndicator.TASKS_OTHERS,
                    firmness * Math.min(1, 0.4 + 0.2 * heads),
                    reading.label(who) + " gives orders to "
                            + (names.isEmpty() ? "others" : String.join(", ", names))
                            + (to.size() > names.size() && !names.isEmpty() ? " and others" : "") + ".",
                    Periods.span(periods),
                    evidence);
        }

        /** Those who deal both with exploiters and with recruiters or movers that do not deal with each other. */
        private void bridges() {
            Set<EntityId> demand = new HashSet<>();
            Set<EntityId> supply = new HashSet<>();
            for (Act act : reading.acts()) {
                if (act.role() == Role.EXPLOITER) {
                    demand.add(act.actor());
                } else if (act.role() == Role.RECRUITER || act.role() == Role.TRANSPORTER) {
                    supply.add(act.actor());
                }
            }
            Map<EntityId, Set<EntityId>> neighbours = new HashMap<>();
            Map<EntityId, List<ClaimId>> evidence = new LinkedHashMap<>();
            for (Flow flow : reading.flows()) {
                if (flow.kind() == Flow.Kind.KIN || !flow.isTie()) {
                    continue;
                }
                neighbours
                        .computeIfAbsent(flow.from(), k -> new LinkedHashSet<>())
                        .add(flow.to());
                neighbours
                        .computeIfAbsent(flow.to(), k -> new LinkedHashSet<>())
                        .add(flow.from());
                evidence.computeIfAbsent(flow.from(), k -> new ArrayList<>()).addAll(flow.evidence());
                evidence.computeIfAbsent(flow.to(), k -> new ArrayList<>()).addAll(flow.evidence());
            }
            evidence.forEach((who, claims) -> {
                // whoever exploits or supplies deals with the other side as one side, not between the two
                if (reading.isVictim(who) || demand.contains(who) || supply.contains(who)) {
                    return;
                }
                Set<EntityId> around = neighbours.getOrDefault(who, Set.of());
                List<EntityId> buyers = around.stream()
                        .filter(id -> demand.contains(id) && !supply.contains(id))
                        .toList();
                List<EntityId> suppliers = around.stream()
                        .filter(id -> supply.contains(id) && !demand.contains(id))
                        .toList();
                boolean apart = buyers.stream().noneMatch(b -> suppliers.stream()
                        .anyMatch(s -> neighbours.getOrDefault(b, Set.of()).contains(s)));
                if (!buyers.isEmpty() && !suppliers.isEmpty() && apart) {
                    add(
                            who,
                            RoleIndicator.BRIDGES_DEMAND_AND_SUPPLY,
                            1,
                            reading.label(who) + " deals with "
                                    + reading.label(buyers.getFirst()) + ", who exploits, and with "
                                    + reading.label(suppliers.getFirst())
                                    + ", who recruits or moves; these two do not deal with each other.",
                            Period.UNKNOWN,
                            claims.stream().distinct().toList());
                }
            });
        }
    }
}
