package org.manumit.graph.analysis.network;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.Word;

/**
 * Who profits from people of whom no source says who exploits them. The last slot is that of who draws the profit (003,
 * l. 1286-1288, 4899); a trader who buys people and sells them to anybody fills it as far as the file goes (003,
 * l. 4432-4445), and so does a supplier of workers who keeps what their hirers pay (003, l. 14212-14220).
 *
 * @param holders who, with what it rests on
 * @param fromPeople whether people were sold at all, or their takings handed over
 */
record ProfitTakers(List<Holder> holders, boolean fromPeople) {

    /** It is concluded and not said: it weighs less than an act of exploitation. */
    private static final double CONCLUDED = 0.7;

    private static final Set<Role> HANDLING_PEOPLE =
            EnumSet.of(Role.RECRUITER, Role.TRANSPORTER, Role.ESCORT, Role.HARBOURER, Role.CONTROLLER);

    ProfitTakers {
        holders = List.copyOf(holders);
    }

    static ProfitTakers of(CaseReading reading, ProposedNetwork network, Map<EntityId, Party> partyOf) {
        Map<ClaimId, Claim> byId = new HashMap<>();
        reading.claims().forEach(c -> byId.put(c.id(), c));
        List<Flow> sales = new ArrayList<>();
        List<Flow> takings = new ArrayList<>();
        for (Flow flow : reading.flows()) {
            if (!partyOf.containsKey(flow.from()) && !partyOf.containsKey(flow.to())) {
                continue;
            }
            if (flow.kind() == Flow.Kind.SALE) {
                sales.add(flow);
            } else if (flow.kind() == Flow.Kind.PROCEEDS) {
                takings.add(flow);
            }
        }
        // a fee for each person is paid for smuggling too; nobody is sold to be smuggled (001, l. 617-618, 982-997)
        boolean sold = sales.stream()
                .flatMap(f -> f.evidence().stream())
                .map(byId::get)
                .anyMatch(
                        c -> c != null && (c.type() == ClaimType.TIE || Word.has(c, "purpose", "purchase of person")));
        boolean earned = !takings.isEmpty() && !network.victims().isEmpty();
        Map<EntityId, Holder> found = new TreeMap<>();
        if (sold || earned) {
            Set<EntityId> sellers = new HashSet<>();
            sales.forEach(f -> sellers.add(f.from()));
            for (Flow flow : sales) {
                if (!sellers.contains(flow.to())) {
                    hold(found, isKnown(reading, flow.to()) ? flow.to() : flow.from(), flow, partyOf);
                }
            }
        }
        if (earned) {
            Set<EntityId> handling = new HashSet<>();
            for (Act act : reading.acts()) {
                if (HANDLING_PEOPLE.contains(act.role())) {
                    handling.add(act.actor());
                }
            }
            Set<EntityId> handingOn = new HashSet<>();
            takings.forEach(f -> handingOn.add(f.from()));
            for (Flow flow : takings) {
                if (handling.contains(flow.to()) && !handingOn.contains(flow.to())) {
                    hold(found, flow.to(), flow, partyOf);
                }
            }
        }
        return new ProfitTakers(List.copyOf(found.values()), sold || earned);
    }

    private static void hold(Map<EntityId, Holder> found, EntityId who, Flow flow, Map<EntityId, Party> partyOf) {
        Party party = partyOf.get(who);
        if (party != null) {
            found.merge(
                    who,
                    new Holder(who, party, CONCLUDED * flow.firmness(), flow.evidence()),
                    (a, b) -> a.firmness() >= b.firmness() ? a : b);
        }
    }

    /** Whether the file says more of a buyer than that there was one. */
    private static boolean isKnown(CaseReading reading, EntityId id) {
        return reading.profile(id)
                .filter(p -> p.isAccused() || p.isCriminalGroup())
                .filter(p -> !p.claims().isEmpty())
                .isPresent();
    }
}
