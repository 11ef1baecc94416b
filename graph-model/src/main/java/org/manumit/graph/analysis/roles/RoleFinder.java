package org.manumit.graph.analysis.roles;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.edit.RoleDecision.Ruling;

/**
 * Says who plays which role. What sources state and what they only hint at adds up in log-odds (naive Bayes; Good, 1950):
 * nobody has a role to begin with, a statement suffices, and of mere signs at least two must meet. Victims and people who
 * did not know what they took part in are accused of nothing. Stateless; safe for use from several threads.
 */
public final class RoleFinder {

    /** Log-odds of a role before anything is known: one in twelve or so of those in a file. */
    public static final double PRIOR = -2.5;

    /** From which score on a role is reported. */
    public static final double REPORTED = 0.5;

    /** Everything that speaks for and against one role of one actor. */
    private static final class Case {
        final Map<RoleIndicator, Sign> signs = new EnumMap<>(RoleIndicator.class);
        double strongest;
        RoleIndicator strongestKind = RoleIndicator.STATED_ACT;
        final List<Act> acts = new ArrayList<>();
    }

    /**
     * Finds roles.
     *
     * @param reading the case file
     * @param signs signs met
     */
    public List<RoleFinding> find(CaseReading reading, Collection<Sign> signs) {
        Map<EntityId, Map<Role, Case>> cases = new TreeMap<>();
        for (Act act : reading.acts()) {
            Case c = caseOf(cases, act.actor(), act.role());
            c.acts.add(act);
            if (act.firmness() > c.strongest) {
                c.strongest = act.firmness();
                c.strongestKind = switch (act.how()) {
                    case CONFIRMED -> RoleIndicator.CONFIRMED;
                    case ROLE -> RoleIndicator.STATED_ROLE;
                    case RECRUITMENT, JOURNEY, EXPLOITATION, PAPER, TIE, PAYMENT, PREMISES -> RoleIndicator.STATED_ACT;
                };
            }
        }
        for (Sign sign : signs) {
            for (Role role : sign.indicator().roles().keySet()) {
                keepStrongest(caseOf(cases, sign.actor(), role), sign);
            }
        }
        List<Sign> group = groupSigns(reading, cases);
        for (Sign sign : group) {
            for (Role role : rolesOfGroup(reading, sign, cases)) {
                keepStrongest(caseOf(cases, sign.actor(), role), sign);
            }
        }
        List<RoleFinding> findings = new ArrayList<>();
        cases.forEach((id, byRole) -> byRole.forEach((role, c) -> {
            if (role != Role.VICTIM) {
                finding(reading, id, role, c).ifPresent(findings::add);
            }
        }));
        Map<EntityId, List<Act>> done = new HashMap<>();
        Map<EntityId, List<Act>> suffered = new HashMap<>();
        for (Act act : reading.acts()) {
            if (act.role() == Role.VICTIM) {
                suffered.computeIfAbsent(act.actor(), k -> new ArrayList<>()).add(act);
            } else {
                done.computeIfAbsent(act.actor(), k -> new ArrayList<>()).add(act);
            }
            act.victims().stream()
                    .filter(v -> act.role() != Role.VICTIM || !v.equals(act.actor()))
                    .distinct()
                    .forEach(v ->
                            suffered.computeIfAbsent(v, k -> new ArrayList<>()).add(act));
        }
        for (Profile profile : reading.profiles().values()) {
            if (profile.victim()) {
                findings.add(victim(
                        reading,
                        profile,
                        done.getOrDefault(profile.id(), List.of()),
                        suffered.getOrDefault(profile.id(), List.of())));
            }
        }
        findings.sort(comparingDouble(RoleFinding::score)
                .reversed()
                .thenComparing(RoleFinding::entity)
                .thenComparing(RoleFinding::role));
        return victimsFirst(findings);
    }

    /** Whoever is a victim is told to be one before anything else is told of them. */
    private static List<RoleFinding> victimsFirst(List<RoleFinding> findings) {
        Map<EntityId, RoleFinding> victims = new HashMap<>();
        findings.stream().filter(f -> f.role() == Role.VICTIM).forEach(f -> victims.put(f.entity(), f));
        Set<RoleFinding> ordered = new LinkedHashSet<>();
        for (RoleFinding finding : findings) {
            Optional.ofNullable(victims.get(finding.entity())).ifPresent(ordered::add);
            ordered.add(finding);
        }
        return List.copyOf(ordered);
    }

    private static Case caseOf(Map<EntityId, Map<Role, Case>> cases, EntityId id, Role role) {
        return cases.computeIfAbsent(id, k -> new TreeMap<>()).computeIfAbsent(role, r -> new Case());
    }

    private static void keepStrongest(Case c, Sign sign) {
        c.signs.merge(sign.indicator(), sign, (a, b) -> a.strength() >= b.strength() ? a : b);
    }

    /** Owners and members stand under the roles their organisation is said to play. */
    private static List<Sign> groupSigns(CaseReading reading, Map<EntityId, Map<Role, Case>> cases) {
        List<Sign> signs = new ArrayList<>();
        for (Membership m : reading.memberships()) {
            if (!cases.containsKey(m.organisation())
                    || reading.profile(m.organisation())
                            .map(p -> p.kind().equals("authority"))
                            .orElse(true)) {
                continue;
            }
            Profile organisation = reading.profile(m.organisation()).orElseThrow();
            boolean responsible = m.as().equals("leader") || m.as().equals("owner") || m.as().equals("director");
            double strength = responsible ? 1 : organisation.isCriminalGroup() ? 1 : 0.5;
            signs.add(new Sign(
                    m.who(),
                    responsible ? RoleIndicator.RESPONSIBLE_FOR_FIRM : RoleIndicator.BELONGS_TO_GROUP,
                    strength * m.firmness(),
                    reading.label(m.who()) + " is " + (m.as().isEmpty() ? "member" : m.as()) + " of "
                            + organisation.label() + ", which plays the role.",
                    m.when(),
                    List.of(m.claim())));
        }
        return signs;
    }

    private static Set<Role> rolesOfGroup(CaseReading reading, Sign sign, Map<EntityId, Map<Role, Case>> cases) {
        Set<Role> roles = new TreeSet<>();
        for (Membership m : reading.memberships()) {
            if (m.who().equals(sign.actor()) && sign.evidence().contains(m.claim())) {
                cases.getOrDefault(m.organisation(), Map.of()).forEach((role, c) -> {
                    if (!c.acts.isEmpty() && role != Role.VICTIM) {
                        roles.add(role);
                    }
                });
            }
        }
        return roles;
    }

    private Optional<RoleFinding> finding(CaseReading reading, EntityId id, Role role, Case c) {
        Profile profile = reading.profile(id).orElseThrow();
        Optional<RoleDecision> decision = reading.decision(id, role);
        if (decision.filter(d -> d.ruling() == Ruling.OVERRULED).isPresent()) {
            return Optional.empty();
        }
        if ((profile.unaware() && decision.isEmpty()) || (profile.kind().equals("authority") && c.acts.isEmpty())) {
            return Optional.empty();
        }
        List<Reason> reasonsFor = new ArrayList<>();
        List<Reason> reasonsAgainst = new ArrayList<>();
        List<Period> periods = new ArrayList<>();
        double odds = PRIOR;
        if (!c.acts.isEmpty()) {
            List<Act> acts = c.acts.stream()
                    .sorted(comparing((Act act) -> act.how() != Act.How.CONFIRMED)
                            .thenComparing(comparingDouble(Act::firmness).reversed())
                            .thenComparing(Act::claim))
                    .toList();
            acts.forEach(a -> periods.add(a.when()));
            RoleIndicator kind = c.strongestKind;
            double weight = kind.weight() * c.strongest;
            odds += weight;
            reasonsFor.add(reason(kind, weight, text(profile, role, acts, decision), claims(acts.subList(0, 1))));
            long claims = acts.stream().map(Act::claim).distinct().count();
            if (claims > 1) {
                double more = RoleIndicator.REPEATED_ACT.weight() * (1 - 1.0 / claims);
                odds += more;
                List<Act> rows = acts.stream()
                        .filter(act -> act.how() != Act.How.CONFIRMED)
                        .toList();
                List<ClaimId> saying = claims(rows);
                reasonsFor.add(reason(
                        RoleIndicator.REPEATED_ACT,
                        more,
                        (saying.size() == 1
                                        ? "One row of the file says so of "
                                        : saying.size() + " rows of the file say so of ")
                                + profile.label() + ".",
                        saying));
            }
            Set<ClaimId> denied = acts.stream()
                    .map(Act::claim)
                    .filter(claim -> reading.contradicting().containsKey(claim))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!denied.isEmpty() && kind != RoleIndicator.CONFIRMED) {
                double less = RoleIndicator.CONTRADICTED.weight() * denied.size() / claims;
                odds -= less;
                reasonsAgainst.add(reason(
                        RoleIndicator.CONTRADICTED,
                        less,
                        denied.size() == claims
                                ? "A statement contradicts what is said of " + profile.label() + "."
                                : "Statements contradict " + denied.size() + " of " + claims + " rows that say so of "
                                        + profile.label() + ".",
                        denied.stream()
                                .flatMap(claim -> reading.contradicting().getOrDefault(claim, List.of()).stream())
                                .distinct()
                                .toList()));
            }
            if (c.strongest < 1) {
                double doubt = kind.weight() * (1 - c.strongest);
                reasonsAgainst.add(reason(
                        RoleIndicator.DOUBTFUL_SOURCE,
                        doubt,
                        "What is said of " + profile.label() + " is presumed or comes from a doubtful source.",
                        claims(acts.subList(0, 1))));
            }
        }
        Set<ClaimId> stated = c.acts.stream().map(Act::claim).collect(Collectors.toSet());
        for (Sign sign : c.signs.values()) {
            if (stated.containsAll(sign.evidence()) && !stated.isEmpty()) {
                continue;
            }
            double weight =
                    sign.indicator().roles().getOrDefault(role, sign.indicator().weight()) * sign.strength();
            odds += weight;
            periods.add(sign.when());
            reasonsFor.add(reason(sign.indicator(), weight, sign.text(), sign.evidence()));
        }
        if (c.acts.isEmpty()) {
            if (!profile.person() && profile.legal().equals("yes")) {
                odds -= RoleIndicator.LAWFUL_EXPLANATION.weight();
                reasonsAgainst.add(reason(
                        RoleIndicator.LAWFUL_EXPLANATION,
                        RoleIndicator.LAWFUL_EXPLANATION.weight(),
                        profile.label() + " is a lawful business that may serve anybody.",
                        profile.claims()));
            }
            if (profile.statuses().contains("witness") || profile.statuses().contains("informant")) {
                odds -= RoleIndicator.WITNESS_OR_INFORMANT.weight();
                reasonsAgainst.add(reason(
                        RoleIndicator.WITNESS_OR_INFORMANT,
                        RoleIndicator.WITNESS_OR_INFORMANT.weight(),
                        profile.label() + " is known as a witness or informant.",
                        profile.claims()));
            }
        }
        double score = 1 / (1 + Math.exp(-odds));
        if (score < REPORTED || (profile.victim() && c.acts.isEmpty() && !mayBeInferredOfVictim(role, c))) {
            return Optional.empty();
        }
        if (profile.victim()) {
            reasonsAgainst.addFirst(notice(profile));
        }
        reasonsFor.sort(comparingDouble(Reason::weight).reversed());
        return Optional.of(new RoleFinding(
                id,
                profile.label(),
                role,
                c.acts.isEmpty() ? RoleFinding.Basis.INFERRED : RoleFinding.Basis.STATED,
                score,
                Periods.span(periods),
                reasonsFor,
                reasonsAgainst));
    }

    /**
     * Signs that may be told of a victim too: a victim made to watch over the others is known by their numbers (001, l.
     * 2788-2797), and knowing it protects both.
     */
    public static boolean mayConcernVictims(RoleIndicator indicator) {
        return indicator == RoleIndicator.HOLDS_VICTIMS_NUMBERS || indicator == RoleIndicator.CALLS_VICTIMS_DAILY;
    }

    /** Nothing is inferred of a victim but control over other victims, and that not from calls or papers alone. */
    private static boolean mayBeInferredOfVictim(Role role, Case c) {
        return role == Role.CONTROLLER
                && c.signs.size() > 1
                && c.signs.containsKey(RoleIndicator.HOLDS_VICTIMS_NUMBERS);
    }

    private static Reason notice(Profile profile) {
        return reason(
                RoleIndicator.VICTIM_FIRST,
                RoleIndicator.VICTIM_FIRST.weight(),
                "A victim first: what was done under control is not held against a victim (non-punishment).",
                profile.claims());
    }

    private RoleFinding victim(CaseReading reading, Profile profile, List<Act> did, List<Act> suffered) {
        List<Reason> reasons = new ArrayList<>();
        boolean stated = profile.statuses().contains("victim")
                || suffered.stream().anyMatch(a -> a.role() == Role.VICTIM)
                || suffered.stream().anyMatch(a -> a.firmness() > 0.5);
        List<ClaimId> evidence = new ArrayList<>(profile.claims());
        evidence.addAll(claims(suffered));
        reasons.add(reason(
                RoleIndicator.HARMED,
                RoleIndicator.HARMED.weight(),
                suffered.isEmpty()
                        ? "The file presents " + profile.label() + " as a victim."
                        : "The file says that " + profile.label() + " was recruited, moved or exploited by "
                                + names(reading, suffered) + ".",
                evidence.stream().distinct().toList()));
        if (!did.isEmpty()) {
            reasons.add(notice(profile));
        }
        double odds = PRIOR + RoleIndicator.HARMED.weight() * (stated ? 1.2 : 0.8);
        return new RoleFinding(
                profile.id(),
                profile.label(),
                Role.VICTIM,
                stated ? RoleFinding.Basis.STATED : RoleFinding.Basis.INFERRED,
                1 / (1 + Math.exp(-odds)),
                Periods.span(suffered.stream().map(Act::when).toList()),
                reasons,
                List.of());
    }

    private static String names(CaseReading reading, List<Act> suffered) {
        Set<String> names = suffered.stream()
                .filter(a -> a.role() != Role.VICTIM && !reading.isVictim(a.actor()))
                .map(a -> reading.label(a.actor()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.isEmpty()) {
            return "others";
        }
        List<String> first = names.stream().limit(3).toList();
        return String.join(", ", first) + (names.size() > 3 ? " and others" : "");
    }

    private static String text(Profile profile, Role role, List<Act> acts, Optional<RoleDecision> decision) {
        Act first = acts.getFirst();
        int victims = (int)
                acts.stream().flatMap(a -> a.victims().stream()).distinct().count();
        String whom = victims == 0 ? "" : victims == 1 ? " one person" : " " + victims + " people";
        return switch (first.how()) {
            case CONFIRMED ->
                profile.label() + " was confirmed as " + words(role)
                        + decision.map(d -> " by " + d.by() + ": " + d.reason()).orElse("") + ".";
            case ROLE -> "The file names " + profile.label() + " as " + words(role) + ".";
            case RECRUITMENT ->
                profile.label() + " is said to have recruited" + (whom.isEmpty() ? " people" : whom) + ".";
            case JOURNEY -> profile.label() + " is said to have moved" + (whom.isEmpty() ? " people" : whom) + ".";
            case EXPLOITATION ->
                profile.label() + " is said to have exploited" + (whom.isEmpty() ? " people" : whom) + ".";
            case PAPER -> profile.label() + " is said to have made false papers.";
            case TIE, PAYMENT, PREMISES -> "What is said of " + profile.label() + " makes " + words(role) + ".";
        };
    }

    /** A role in words. */
    public static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<ClaimId> claims(List<Act> acts) {
        Map<ClaimId, Boolean> ids = new LinkedHashMap<>();
        acts.forEach(a -> ids.put(a.claim(), true));
        return List.copyOf(ids.keySet());
    }

    private static Reason reason(RoleIndicator indicator, double weight, String text, List<ClaimId> evidence) {
        return new Reason(indicator.key(), weight, text, indicator.source(), evidence);
    }
}
