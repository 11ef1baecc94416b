package org.manumit.graph.analysis.roles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.graph.query.Actors;

/**
 * What analysts ruled on roles, and what the sources say once that is heeded: a row that shows somebody in a role which
 * was overruled tells as if it did not name them in it, so that neither their role nor any verdict rests on it. Whatever
 * else the row tells stays: that people were recruited, where and when. The role of victim is for the sources alone to
 * say. Immutable.
 */
final class Rulings {

    /** A decision and the claim that holds it. */
    record Ruled(RoleDecision decision, ClaimId note) {}

    private final CaseGraph graph;
    private final Actors actors;
    private final Map<EntityId, Map<Role, Ruled>> ruled = new HashMap<>();
    private final boolean anyOverruled;

    private Rulings(CaseGraph graph, Actors actors) {
        this.graph = graph;
        this.actors = actors;
        for (Claim claim : graph.claims(ClaimType.DECISION)) {
            Optional<Role> role = CaseReading.roleOf(claim.value("role")).filter(r -> r != Role.VICTIM);
            if (role.isPresent()) {
                claim.holders(Part.WHO).flatMap(id -> actor(id).stream()).forEach(actor -> RoleDecision.of(claim, actor)
                        .ifPresent(decision -> ruled.computeIfAbsent(actor.id(), k -> new TreeMap<>())
                                .merge(
                                        role.get(),
                                        new Ruled(decision, claim.id()),
                                        (a, b) -> b.decision()
                                                        .at()
                                                        .isBefore(a.decision().at())
                                                ? a
                                                : b)));
            }
        }
        anyOverruled = ruled.values().stream()
                .flatMap(byRole -> byRole.values().stream())
                .anyMatch(r -> r.decision().ruling() == Ruling.OVERRULED);
    }

    /** The rulings of a case; of several on one role of one person the latest holds. */
    static Rulings of(CaseGraph graph, Actors actors) {
        return new Rulings(graph, actors);
    }

    private Optional<Entity> actor(EntityId id) {
        OptionalInt index = graph.indexOf(id);
        return index.isEmpty()
                ? Optional.empty()
                : Optional.of(graph.entity(actors.actorOf(index.getAsInt())))
                        .filter(e -> e.kind().isActor());
    }

    /** All of them, by whom and which role they are about. */
    Map<EntityId, Map<Role, Ruled>> all() {
        return ruled;
    }

    /** Whether the last ruling on a role of somebody is that they do not play it. */
    boolean overruled(EntityId actor, Role role) {
        Ruled last = ruled.getOrDefault(actor, Map.of()).get(role);
        return last != null && last.decision().ruling() == Ruling.OVERRULED;
    }

    private boolean overruledBehind(EntityId entity, Role role) {
        return actor(entity).filter(a -> overruled(a.id(), role)).isPresent();
    }

    /** What a claim tells once the rulings are heeded. */
    Claim heeded(Claim claim) {
        if (!anyOverruled) {
            return claim;
        }
        return switch (claim.type()) {
            case RECRUITMENT -> without(claim, Part.BY, Role.RECRUITER);
            case EXPLOITATION -> without(claim, Part.BY, Role.EXPLOITER);
            case JOURNEY -> without(claim, Part.MOVED_BY, Role.TRANSPORTER);
            case PAPER -> without(claim, Part.MADE_BY, Role.DOCUMENT_FORGER);
            case ROLE -> role(claim);
            case TIE -> tie(claim);
            case PAYMENT -> payment(claim);
            default -> claim;
        };
    }

    private Claim without(Claim claim, Part part, Role role) {
        List<Participant> left = claim.participants().stream()
                .filter(p -> p.part() != part || !overruledBehind(p.entity(), role))
                .toList();
        return left.size() == claim.participants().size() ? claim : with(claim, left, claim.values());
    }

    /** Whoever of a row that names roles plays none of them is not named by it. */
    private Claim role(Claim claim) {
        List<Role> roles = Word.in(claim, "role").stream()
                .flatMap(w -> CaseReading.roleOf(w.text()).stream())
                .toList();
        if (roles.isEmpty()) {
            return claim;
        }
        List<Participant> left = claim.participants().stream()
                .filter(p -> p.part() != Part.WHO || !roles.stream().allMatch(r -> overruledBehind(p.entity(), r)))
                .toList();
        return left.size() == claim.participants().size() ? claim : with(claim, left, claim.values());
    }

    /** The role that a tie of some kind gives to whom it starts from. */
    private static Optional<Role> roleOfTie(String kind) {
        return switch (kind) {
            case "protects" -> Optional.of(Role.PROTECTOR);
            case "funds" -> Optional.of(Role.SPONSOR);
            case "controls" -> Optional.of(Role.CONTROLLER);
            case "threatens" -> Optional.of(Role.ENFORCER);
            default -> Optional.empty();
        };
    }

    private Claim tie(Claim claim) {
        List<String> kinds = claim.list("kind");
        List<Participant> people = new ArrayList<>(claim.participants());
        List<EntityId> whoever = claim.holders(Part.WHO).toList();
        for (EntityId who : whoever) {
            boolean nothingLeft = !kinds.isEmpty()
                    && kinds.stream().allMatch(kind -> roleOfTie(Word.of(kind).text())
                            .filter(role -> overruledBehind(who, role))
                            .isPresent());
            if (nothingLeft) {
                people.removeIf(p -> p.part() == Part.WHO && p.entity().equals(who));
            }
        }
        // a kind goes when nobody of the row is left in the role it gives
        List<String> left = kinds.stream()
                .filter(kind -> {
                    Optional<Role> role = roleOfTie(Word.of(kind).text());
                    return role.isEmpty() || whoever.stream().anyMatch(who -> !overruledBehind(who, role.get()));
                })
                .toList();
        if (people.size() == claim.participants().size() && left.size() == kinds.size()) {
            return claim;
        }
        Map<String, String> values = new LinkedHashMap<>(claim.values());
        values.put("kind", String.join("; ", left));
        return with(claim, people, values);
    }

    /** A payment for a service that nobody of its recipients renders was for something else. */
    private Claim payment(Claim claim) {
        Optional<Role> role =
                switch (Word.of(claim.value("purpose")).text()) {
                    case "bribe", "protection" -> Optional.of(Role.PROTECTOR);
                    case "laundering" -> Optional.of(Role.MONEY_HANDLER);
                    case "enforcement" -> Optional.of(Role.ENFORCER);
                    default -> Optional.empty();
                };
        List<EntityId> payees = claim.holders(Part.PAYEE).toList();
        if (role.isEmpty() || payees.isEmpty() || !payees.stream().allMatch(p -> overruledBehind(p, role.get()))) {
            return claim;
        }
        Map<String, String> values = claim.values().entrySet().stream()
                .filter(e -> !e.getKey().equals("purpose"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        values.put("purpose", "other");
        return with(claim, claim.participants(), values);
    }

    private static Claim with(Claim claim, List<Participant> participants, Map<String, String> values) {
        return new Claim(
                claim.id(),
                claim.type(),
                participants,
                values,
                claim.when(),
                claim.refersTo(),
                claim.provenance(),
                claim.grades());
    }
}
