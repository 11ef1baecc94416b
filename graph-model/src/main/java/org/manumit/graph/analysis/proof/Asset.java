package org.manumit.graph.analysis.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.query.Victims;

/**
 * Something of value that the file knows: in whose name it is, and who has the use of it (Friesendorf 2009, ch. 6; 003,
 * l. 9662). What victims own is none of it.
 *
 * @param thing an account, a vehicle, premises or a firm
 * @param kind what it is
 * @param inNameOf holder or owner
 * @param usedBy beneficiary, user, tenant, who runs it or pays for it
 * @param received what transfers brought in, per currency
 * @param paidOut what transfers took out, per currency
 * @param evidence the claims that describe it
 */
public record Asset(
        EntityId thing,
        EntityKind kind,
        Set<EntityId> inNameOf,
        Set<EntityId> usedBy,
        Map<String, BigDecimal> received,
        Map<String, BigDecimal> paidOut,
        List<ClaimId> evidence) {

    private static final Set<Part> NAME = Set.of(Part.HOLDER, Part.OWNER);
    private static final Set<Part> USE = Set.of(Part.BENEFICIARY, Part.USER, Part.TENANT, Part.RUN_BY, Part.PAYER);

    public Asset {
        inNameOf = Collections.unmodifiableSet(new LinkedHashSet<>(inNameOf));
        usedBy = Collections.unmodifiableSet(new LinkedHashSet<>(usedBy));
        received = Collections.unmodifiableMap(new TreeMap<>(received));
        paidOut = Collections.unmodifiableMap(new TreeMap<>(paidOut));
        evidence = List.copyOf(evidence);
    }

    /** The schedule of a case: accounts, vehicles, premises, in that order. O(claims + transfers). */
    public static List<Asset> of(CaseGraph graph, Victims victims) {
        Map<EntityKind, List<Asset>> byKind = new EnumMap<>(EntityKind.class);
        for (int e = 0; e < graph.entities().size(); e++) {
            Entity entity = graph.entity(e);
            if (isAsset(entity.kind()) && entity.standing() != Entity.Standing.NAME_ONLY && !victims.isProtected(e)) {
                asset(graph, e, victims).ifPresent(a -> byKind.computeIfAbsent(a.kind(), k -> new ArrayList<>())
                        .add(a));
            }
        }
        return byKind.values().stream().flatMap(List::stream).toList();
    }

    private static boolean isAsset(EntityKind kind) {
        return kind == EntityKind.ACCOUNT || kind == EntityKind.VEHICLE || kind == EntityKind.PREMISES;
    }

    private static Optional<Asset> asset(CaseGraph graph, int index, Victims victims) {
        Entity entity = graph.entity(index);
        Set<EntityId> names = new LinkedHashSet<>();
        Set<EntityId> users = new LinkedHashSet<>();
        List<ClaimId> evidence = new ArrayList<>();
        for (Claim claim : graph.claimsAbout(index)) {
            if (claim.first(Part.SUBJECT).filter(entity.id()::equals).isPresent()) {
                evidence.add(claim.id());
                claim.participants().stream()
                        .filter(p -> !victims.isVictim(p.entity()))
                        .forEach(p -> {
                            if (NAME.contains(p.part())) {
                                names.add(p.entity());
                            } else if (USE.contains(p.part())) {
                                users.add(p.entity());
                            }
                        });
            }
        }
        if (names.isEmpty() && users.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> in = new TreeMap<>();
        Map<String, BigDecimal> out = new TreeMap<>();
        TransferTable transfers = graph.transfers();
        if (entity.kind() == EntityKind.ACCOUNT) {
            for (int i = 0; i < transfers.size(); i++) {
                if (transfers.to(i) == index) {
                    in.merge(transfers.currency(i), transfers.amount(i), BigDecimal::add);
                }
                if (transfers.from(i) == index) {
                    out.merge(transfers.currency(i), transfers.amount(i), BigDecimal::add);
                }
            }
        }
        return Optional.of(new Asset(entity.id(), entity.kind(), names, users, in, out, evidence));
    }
}
