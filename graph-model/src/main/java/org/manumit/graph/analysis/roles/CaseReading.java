package org.manumit.graph.analysis.roles;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Quantity;
import org.manumit.graph.edit.RoleDecision;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Statements;
import org.manumit.graph.query.Victims;

/**
 * A case file read as a transactional network: who is in it, what each is said to have done, and what passed between
 * them (Picarelli, ch. 3, in Friesendorf 2009; 003, l. 4864-4914). Nothing is judged here. Immutable.
 */
public final class CaseReading {

    /** Roles of those who sell a service and handle nobody. */
    private static final Set<Role> SERVICES = EnumSet.of(
            Role.DOCUMENT_FORGER,
            Role.MONEY_HANDLER,
            Role.DEBT_COLLECTOR,
            Role.ENFORCER,
            Role.PROTECTOR,
            Role.FACILITATOR,
            Role.SPONSOR);

    private final List<Claim> claims;
    private final Map<EntityId, Profile> profiles;
    private final List<Act> acts;
    private final List<Flow> flows;
    private final List<Journey> journeys;
    private final List<Membership> memberships;
    private final Map<EntityId, EntityId> behind;
    private final Map<ClaimId, List<ClaimId>> contradicting;
    private final Map<EntityId, Set<EntityId>> organisationsOf;
    private final Rulings rulings;

    private CaseReading(
            List<Claim> claims,
            Map<EntityId, Profile> profiles,
            List<Act> acts,
            List<Flow> flows,
            List<Journey> journeys,
            List<Membership> memberships,
            Map<EntityId, EntityId> behind,
            Rulings rulings) {
        this.rulings = rulings;
        this.claims = claims;
        this.profiles = profiles;
        this.acts = acts;
        this.flows = flows;
        this.journeys = journeys;
        this.memberships = memberships;
        this.behind = behind;
        contradicting = readContradictions();
        organisationsOf = new HashMap<>();
        memberships.forEach(m -> organisationsOf
                .computeIfAbsent(m.who(), k -> new LinkedHashSet<>())
                .add(m.organisation()));
    }

    /**
     * Reads the claims of a case.
     *
     * @param graph the case
     * @param actors who stands behind numbers and accounts
     * @param victims who is a victim, whatever is kept
     * @param keep which claims to read; others are as if they did not exist
     * @param records flows read from calls and transfers
     */
    public static CaseReading of(
            CaseGraph graph, Actors actors, Victims victims, Predicate<Claim> keep, Collection<Flow> records) {
        return new Reader(graph, actors, victims, keep).read(records);
    }

    /** The claims that were read. */
    public List<Claim> claims() {
        return claims;
    }

    /** Everybody, in the order of their ids. */
    public Map<EntityId, Profile> profiles() {
        return profiles;
    }

    /** One of them. */
    public Optional<Profile> profile(EntityId id) {
        return Optional.ofNullable(profiles.get(id));
    }

    /** What somebody is said to have done. */
    public List<Act> acts() {
        return acts;
    }

    /** What an analyst decided last about a role of somebody. */
    public Optional<RoleDecision> decision(EntityId actor, Role role) {
        return Optional.ofNullable(rulings.all().getOrDefault(actor, Map.of()).get(role))
                .map(Rulings.Ruled::decision);
    }

    /** Whether an analyst decided last that somebody does not play a role: nothing may then be concluded from it. */
    public boolean isOverruled(EntityId actor, Role role) {
        return rulings.overruled(actor, role);
    }

    /** The statements that contradict a claim, for each that one does. */
    public Map<ClaimId, List<ClaimId>> contradicting() {
        return contradicting;
    }

    private Map<ClaimId, List<ClaimId>> readContradictions() {
        Map<ClaimId, List<ClaimId>> found = new HashMap<>();
        Map<ClaimId, Claim> byId = new HashMap<>();
        for (Claim statement : claims) {
            if (statement.type() == ClaimType.STATEMENT
                    && !statement.value("contradicts").isBlank()) {
                if (byId.isEmpty()) {
                    claims.forEach(c -> byId.put(c.id(), c));
                }
                Statements.rows(statement, "contradicts", id -> Optional.ofNullable(byId.get(id)))
                        .forEach(row -> found.computeIfAbsent(row, k -> new ArrayList<>())
                                .add(statement.id()));
            }
        }
        return found;
    }

    /** What passed between them. */
    public List<Flow> flows() {
        return flows;
    }

    /** Whom the case is about: who acted or was acted upon, between whom something passed, who is accused or a victim. */
    public Set<EntityId> concerned() {
        Set<EntityId> concerned = new HashSet<>();
        acts.forEach(act -> {
            concerned.add(act.actor());
            concerned.addAll(act.victims());
        });
        flows.forEach(flow -> {
            concerned.add(flow.from());
            concerned.add(flow.to());
        });
        profiles.values().stream()
                .filter(p -> p.isAccused() || p.isCriminalGroup() || p.victim())
                .forEach(p -> concerned.add(p.id()));
        return concerned;
    }

    /** Journeys of those who may be victims. */
    public List<Journey> journeys() {
        return journeys;
    }

    /** Who belongs to which organisation. */
    public List<Membership> memberships() {
        return memberships;
    }

    /** What the sources call somebody. */
    public String label(EntityId id) {
        Profile profile = profiles.get(id);
        return profile == null ? id.value() : profile.label();
    }

    /** The person or organisation that an entity of a claim stands for: itself, or whoever uses the number or account. */
    public Optional<EntityId> behind(EntityId entity) {
        return Optional.ofNullable(behind.get(entity));
    }

    /** The persons and organisations who play a part in a claim. */
    public List<EntityId> actors(Claim claim, Part part) {
        return claim.holders(part)
                .map(behind::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The organisations somebody belongs to. */
    public Set<EntityId> organisationsOf(EntityId id) {
        return organisationsOf.getOrDefault(id, Set.of());
    }

    /** Whether any source presents them as a victim. */
    public boolean isVictim(EntityId id) {
        Profile profile = profiles.get(id);
        return profile != null && profile.victim();
    }

    /** Whether what they did may be held against them: neither a victim, nor unaware, nor a bystander. */
    public boolean mayBeAccused(EntityId id) {
        Profile profile = profiles.get(id);
        return profile != null && !profile.victim() && !profile.unaware();
    }

    private static final class Draft {
        final Entity entity;
        final Set<String> statuses = new LinkedHashSet<>();
        String kind = "";
        String legal = "";
        final Set<String> countries = new TreeSet<>();
        double count = 1;
        boolean bounded = true;
        boolean victim;
        boolean unaware;
        boolean aware;
        final List<ClaimId> claims = new ArrayList<>();

        Draft(Entity entity) {
            this.entity = entity;
        }

        boolean isSuspected() {
            return statuses.contains("suspect")
                    || statuses.contains("charged")
                    || statuses.contains("convicted")
                    || kind.equals("crime group")
                    || kind.equals("small group")
                    || (legal.equals("no") && entity.kind() == EntityKind.ORGANISATION);
        }
    }

    private static final class Reader {
        private final CaseGraph graph;
        private final Actors actors;
        private final Victims victims;
        private final Rulings rulings;
        private final List<Claim> claims;
        private final Map<EntityId, Draft> drafts = new TreeMap<>();
        private final List<Act> acts = new ArrayList<>();
        private final List<Flow> flows = new ArrayList<>();
        private final List<Journey> journeys = new ArrayList<>();
        private final List<Membership> memberships = new ArrayList<>();
        private final Map<EntityId, EntityId> behind = new HashMap<>();
        private @Nullable HarmlessJourneys harmless;

        Reader(CaseGraph graph, Actors actors, Victims victims, Predicate<Claim> keep) {
            this.graph = graph;
            this.actors = actors;
            this.victims = victims;
            // rulings hold whatever else is withheld for a trial
            rulings = Rulings.of(graph, actors);
            claims = graph.claims().stream().filter(keep).map(rulings::heeded).toList();
        }

        CaseReading read(Collection<Flow> records) {
            for (Claim claim : claims) {
                claim.participants().forEach(p -> actor(p.entity()));
            }
            for (Claim claim : claims) {
                describe(claim);
            }
            for (Claim claim : claims) {
                knowledge(claim);
            }
            for (Claim claim : claims) {
                act(claim);
            }
            heedRulings();
            tellGoodsFromPeople();
            for (Flow flow : records) {
                if (touch(flow.from()) && touch(flow.to())) {
                    flows.add(flow);
                }
            }
            Map<EntityId, Profile> profiles = new LinkedHashMap<>();
            drafts.forEach((id, d) -> profiles.put(
                    id,
                    new Profile(
                            id,
                            d.entity.label(),
                            d.entity.kind() == EntityKind.PERSON,
                            d.statuses,
                            d.kind,
                            d.legal,
                            d.countries,
                            d.count,
                            d.bounded,
                            d.victim,
                            d.unaware && !d.aware,
                            d.claims)));
            return new CaseReading(
                    claims,
                    profiles,
                    List.copyOf(acts),
                    List.copyOf(flows),
                    List.copyOf(journeys),
                    List.copyOf(memberships),
                    Map.copyOf(behind),
                    rulings);
        }

        /** What analysts overruled was not done, what they confirmed was. */
        private void heedRulings() {
            acts.removeIf(act -> rulings.overruled(act.actor(), act.role()));
            rulings.all()
                    .forEach((id, byRole) -> byRole.forEach((role, ruled) -> {
                        if (ruled.decision().ruling() == Ruling.CONFIRMED && drafts.containsKey(id)) {
                            acts.addFirst(
                                    new Act(id, role, List.of(), 1, Period.UNKNOWN, ruled.note(), Act.How.CONFIRMED));
                        }
                    }));
        }

        /**
         * A tie "sells to" or "buys from" does not say what: people, unless all that the seller is known to do for the
         * network is a service, such as making papers (003, l. 4875-4880). A payment says what it is for.
         */
        private void tellGoodsFromPeople() {
            Set<EntityId> handlingPeople = new HashSet<>();
            Set<EntityId> serving = new HashSet<>();
            for (Act act : acts) {
                (SERVICES.contains(act.role()) ? serving : handlingPeople).add(act.actor());
            }
            serving.removeAll(handlingPeople);
            Set<ClaimId> ties = new HashSet<>();
            claims.stream().filter(c -> c.type() == ClaimType.TIE).forEach(c -> ties.add(c.id()));
            flows.replaceAll(flow ->
                    flow.kind() == Flow.Kind.SALE && serving.contains(flow.from()) && ties.containsAll(flow.evidence())
                            ? flow.as(Flow.Kind.SUPPLY)
                            : flow);
        }

        private boolean touch(EntityId id) {
            return draft(id) != null;
        }

        private @Nullable Draft draft(EntityId id) {
            Draft known = drafts.get(id);
            if (known != null) {
                return known;
            }
            Optional<Entity> entity = graph.entity(id).filter(e -> e.kind().isActor());
            if (entity.isEmpty()) {
                return null;
            }
            Draft draft = new Draft(entity.get());
            draft.victim = victims.isVictim(id);
            drafts.put(id, draft);
            return draft;
        }

        /** The person or organisation a participant stands for, where it is one. */
        private Optional<EntityId> actor(EntityId id) {
            EntityId known = behind.get(id);
            if (known != null) {
                return Optional.of(known);
            }
            OptionalInt index = graph.indexOf(id);
            if (index.isEmpty()) {
                return Optional.empty();
            }
            Entity found = graph.entity(actors.actorOf(index.getAsInt()));
            if (!found.kind().isActor()) {
                return Optional.empty();
            }
            draft(found.id());
            behind.put(id, found.id());
            return Optional.of(found.id());
        }

        private record Taking(EntityId who, Certainty certainty) {}

        private List<Taking> takers(Claim claim, Part part) {
            List<Taking> takers = new ArrayList<>();
            for (Participant p : claim.participants()) {
                if (p.part() == part) {
                    actor(p.entity()).ifPresent(a -> takers.add(new Taking(a, p.certainty())));
                }
            }
            return takers;
        }

        private void describe(Claim claim) {
            if (claim.type() != ClaimType.PERSON && claim.type() != ClaimType.ORGANISATION) {
                return;
            }
            for (Taking subject : takers(claim, Part.SUBJECT)) {
                Draft d = draft(subject.who());
                if (d == null) {
                    continue;
                }
                d.claims.add(claim.id());
                Word.in(claim, "status").forEach(w -> d.statuses.add(w.text()));
                if (d.kind.isEmpty()) {
                    d.kind = Word.of(claim.value("kind")).text();
                }
                if (d.legal.isEmpty()) {
                    d.legal = Word.of(claim.value("legal")).text();
                }
                claim.list("country").forEach(c -> Country.of(c).ifPresent(d.countries::add));
                Quantity.parse(claim.value("count")).ifPresent(q -> {
                    d.count = Math.max(1, q.atLeast());
                    d.bounded = q.most().isPresent();
                });
                d.unaware |= d.statuses.contains("bystander");
            }
        }

        private void knowledge(Claim claim) {
            if (claim.type() != ClaimType.ROLE) {
                return;
            }
            String knowledge = Word.of(claim.value("knowledge")).text();
            for (Taking who : takers(claim, Part.WHO)) {
                Draft d = draft(who.who());
                if (d != null) {
                    d.unaware |= knowledge.equals("unaware");
                    d.aware |= knowledge.equals("aware");
                }
            }
        }

        private List<EntityId> ids(List<Taking> takers) {
            return takers.stream().map(Taking::who).distinct().toList();
        }

        private void act(Claim claim) {
            switch (claim.type()) {
                case MEMBERSHIP -> membership(claim);
                case ROLE -> role(claim);
                case RECRUITMENT -> {
                    acts(claim, Part.BY, Role.RECRUITER, ids(takers(claim, Part.VICTIM)), Act.How.RECRUITMENT);
                    country(claim, Part.BY, "country");
                }
                case EXPLOITATION -> {
                    acts(claim, Part.BY, Role.EXPLOITER, ids(takers(claim, Part.VICTIM)), Act.How.EXPLOITATION);
                    country(claim, Part.BY, "country");
                }
                case JOURNEY -> journey(claim);
                case PAPER -> paper(claim);
                case PREMISES -> premises(claim);
                case TIE -> tie(claim);
                case PAYMENT -> payment(claim);
                default -> {}
            }
        }

        private void country(Claim claim, Part part, String column) {
            Optional<String> country = Country.of(claim.value(column));
            if (country.isPresent()) {
                for (Taking who : takers(claim, part)) {
                    Draft d = draft(who.who());
                    if (d != null) {
                        d.countries.add(country.get());
                    }
                }
            }
        }

        private void acts(Claim claim, Part part, Role role, List<EntityId> victims, Act.How how) {
            for (Taking who : takers(claim, part)) {
                List<EntityId> others =
                        victims.stream().filter(v -> !v.equals(who.who())).toList();
                acts.add(new Act(
                        who.who(), role, others, Firmness.of(claim, who.certainty()), claim.when(), claim.id(), how));
            }
        }

        private void membership(Claim claim) {
            for (Taking who : takers(claim, Part.WHO)) {
                for (Taking organisation : takers(claim, Part.ORGANISATION)) {
                    if (!who.who().equals(organisation.who())) {
                        memberships.add(new Membership(
                                who.who(),
                                organisation.who(),
                                Word.of(claim.value("as")).text(),
                                Firmness.of(claim, who.certainty(), organisation.certainty()),
                                claim.when(),
                                claim.id()));
                    }
                }
            }
        }

        private void role(Claim claim) {
            List<EntityId> victims = ids(takers(claim, Part.VICTIM));
            for (Taking who : takers(claim, Part.WHO)) {
                for (Word word : Word.in(claim, "role")) {
                    Optional<Role> role = roleOf(word.text());
                    if (role.isPresent()) {
                        acts.add(new Act(
                                who.who(),
                                role.get(),
                                victims,
                                Firmness.of(claim, who.certainty(), word.certainty()),
                                claim.when(),
                                claim.id(),
                                Act.How.ROLE));
                    }
                }
            }
            country(claim, Part.WHO, "country");
        }

        private void journey(Claim claim) {
            List<EntityId> travellers = ids(takers(claim, Part.WHO));
            for (Taking mover : takers(claim, Part.MOVED_BY)) {
                Draft d = draft(mover.who());
                // a lawful carrier sells tickets to everybody; carrying a victim accuses it of nothing
                boolean carrier = d != null
                        && d.entity.kind() == EntityKind.ORGANISATION
                        && d.legal.equals("yes")
                        && !d.kind.equals("crime group")
                        && !d.kind.equals("small group");
                if (!carrier
                        && !travellers.contains(mover.who())
                        && !harmlessJourneys().contains(claim, travellers, mover.who())) {
                    acts.add(new Act(
                            mover.who(),
                            Role.TRANSPORTER,
                            travellers,
                            Firmness.of(claim, mover.certainty()),
                            claim.when(),
                            claim.id(),
                            Act.How.JOURNEY));
                }
                for (Taking receiver : takers(claim, Part.RECEIVED_BY)) {
                    flow(claim, mover, receiver, Flow.Kind.HANDOVER, 0, 1);
                }
            }
            double times =
                    Quantity.parse(claim.value("times")).map(Quantity::atLeast).orElse(1.0);
            String every = Word.of(claim.value("every")).text();
            String entry = Word.of(claim.value("entry")).text();
            String means = Word.of(claim.value("means")).text();
            boolean common = means.isEmpty()
                    || List.of("air", "plane", "flight", "bus", "coach", "train", "ferry", "ship").stream()
                            .anyMatch(means::contains);
            journeys.add(new Journey(
                    travellers,
                    Country.of(claim.value("from country")),
                    Country.of(claim.value("to country")),
                    every.equals("day") || every.equals("week") || every.equals("month"),
                    times,
                    common && (entry.equals("legal") || entry.equals("overstay") || entry.equals("visa by fraud")),
                    claim.when(),
                    claim.id()));
        }

        private HarmlessJourneys harmlessJourneys() {
            if (harmless == null) {
                Set<EntityId> suspected = new HashSet<>();
                Set<EntityId> moved = new HashSet<>();
                drafts.forEach((id, d) -> {
                    if (d.isSuspected()) {
                        suspected.add(id);
                    }
                    if (d.victim || d.statuses.contains("smuggled migrant")) {
                        moved.add(id);
                    }
                });
                for (Claim claim : claims) {
                    if (claim.type() == ClaimType.MEMBERSHIP
                            && ids(takers(claim, Part.ORGANISATION)).stream().anyMatch(suspected::contains)) {
                        suspected.addAll(ids(takers(claim, Part.WHO)));
                    }
                }
                harmless = new HarmlessJourneys(claims, suspected, moved);
            }
            return harmless;
        }

        private void premises(Claim claim) {
            String kind = Word.of(claim.value("kind")).text();
            if (kind.equals("traffickers' safe house") || kind.equals("safe house")) {
                act(claim, Part.RUN_BY, Role.HARBOURER, List.of(), 1, Act.How.PREMISES);
                act(claim, Part.TENANT, Role.HARBOURER, List.of(), 1, Act.How.PREMISES);
            }
            country(claim, Part.RUN_BY, "country");
        }

        private void paper(Claim claim) {
            String quality = Word.of(claim.value("quality")).text();
            if (quality.equals("forged") || quality.equals("altered")) {
                acts(claim, Part.MADE_BY, Role.DOCUMENT_FORGER, ids(takers(claim, Part.FOR)), Act.How.PAPER);
            }
            for (Taking maker : takers(claim, Part.MADE_BY)) {
                Draft d = draft(maker.who());
                if (quality.equals("genuine") || (d != null && d.kind.equals("authority"))) {
                    continue;
                }
                for (Taking holder : takers(claim, Part.HELD_BY)) {
                    flow(claim, maker, holder, Flow.Kind.SUPPLY, 0, 1);
                }
            }
        }

        private void flow(Claim claim, Taking from, Taking to, Flow.Kind kind, double share, double factor) {
            if (from.who().equals(to.who())) {
                return;
            }
            double times =
                    Quantity.parse(claim.value("times")).map(Quantity::atLeast).orElse(1.0);
            String every = Word.of(claim.value("every")).text();
            boolean repeated = times > 1 || (!every.isEmpty() && !every.equals("once"));
            flows.add(new Flow(
                    from.who(),
                    to.who(),
                    kind,
                    factor * Firmness.of(claim, from.certainty(), to.certainty()),
                    repeated,
                    share,
                    claim.when(),
                    List.of(claim.id())));
        }

        private void tie(Claim claim) {
            String nature = Word.of(claim.value("nature")).text();
            if (nature.equals("incidental")) {
                return;
            }
            double factor = nature.equals("unresolved") ? 0.5 : 1;
            for (Word kind : Word.in(claim, "kind")) {
                double f = factor * (kind.certainty() == Certainty.PRESUMED ? 0.5 : 1);
                List<EntityId> victims = ids(takers(claim, Part.WHOM)).stream()
                        .filter(this::isVictim)
                        .toList();
                if (!victims.isEmpty()) {
                    OtherWords.act(kind.text()).ifPresent(role -> act(claim, Part.WHO, role, victims, f, Act.How.TIE));
                }
                switch (OtherWords.tie(kind.text())) {
                    case "protects" -> act(claim, Part.WHO, Role.PROTECTOR, List.of(), f, Act.How.TIE);
                    case "funds" -> act(claim, Part.WHO, Role.SPONSOR, List.of(), f, Act.How.TIE);
                    case "controls" -> {
                        if (!victims.isEmpty()) {
                            act(claim, Part.WHO, Role.CONTROLLER, victims, f, Act.How.TIE);
                        }
                    }
                    case "threatens" -> {
                        if (!victims.isEmpty()) {
                            act(claim, Part.WHO, Role.ENFORCER, victims, f, Act.How.TIE);
                        }
                    }
                    default -> {
                        // says of nobody outright which role they play
                    }
                }
            }
            for (Taking who : takers(claim, Part.WHO)) {
                for (Taking whom : takers(claim, Part.WHOM)) {
                    for (Word kind : Word.in(claim, "kind")) {
                        double f = factor * (kind.certainty() == Certainty.PRESUMED ? 0.5 : 1);
                        String tie = OtherWords.tie(kind.text());
                        switch (tie) {
                            case "tasks" -> flow(claim, who, whom, Flow.Kind.TASK, 0, f);
                            case "reports to" -> flow(claim, whom, who, Flow.Kind.TASK, 0, f);
                            case "controls" -> {
                                if (!isVictim(whom.who())) {
                                    flow(claim, who, whom, Flow.Kind.TASK, 0, f);
                                }
                            }
                            case "hires" -> flow(claim, who, whom, Flow.Kind.HIRE, 0, f);
                            case "supplies" -> flow(claim, who, whom, Flow.Kind.SUPPLY, 0, f);
                            case "hands over to" -> flow(claim, who, whom, Flow.Kind.HANDOVER, 0, f);
                            case "sells to" -> sale(claim, who, whom, f);
                            case "buys from" -> sale(claim, whom, who, f);
                            case "funds" -> {
                                if (!rulings.overruled(who.who(), Role.SPONSOR)) {
                                    flow(claim, who, whom, Flow.Kind.FUND, 0, f);
                                }
                            }
                            case "protects" -> {
                                if (!rulings.overruled(who.who(), Role.PROTECTOR)) {
                                    flow(claim, who, whom, Flow.Kind.PROTECTION, 0, f);
                                }
                            }
                            case "threatens", "tries to influence" -> flow(claim, who, whom, Flow.Kind.PRESSURE, 0, f);
                            case "shares profit with" ->
                                flow(
                                        claim,
                                        who,
                                        whom,
                                        Flow.Kind.SHARE,
                                        share(claim).orElse(0.0),
                                        f);
                            case "kin", "partner" -> flow(claim, who, whom, Flow.Kind.KIN, 0, f);
                            default ->
                                flow(
                                        claim,
                                        who,
                                        whom,
                                        Flow.Kind.ASSOCIATION,
                                        0,
                                        nature.equals("criminal") || tie.equals("business associate") ? f : f * 0.5);
                        }
                    }
                }
            }
        }

        private void sale(Claim claim, Taking seller, Taking buyer, double factor) {
            // whoever pays for their own passage buys nobody
            if (isMigrant(buyer.who()) || isVictim(buyer.who())) {
                flow(claim, buyer, seller, Flow.Kind.MONEY, 0, factor);
            } else {
                flow(claim, seller, buyer, Flow.Kind.SALE, 0, factor);
            }
        }

        private boolean isMigrant(EntityId id) {
            Draft d = drafts.get(id);
            return d != null && d.statuses.contains("smuggled migrant");
        }

        private void act(Claim claim, Part part, Role role, List<EntityId> victims, double factor, Act.How how) {
            for (Taking who : takers(claim, part)) {
                acts.add(new Act(
                        who.who(),
                        role,
                        victims,
                        factor * Firmness.of(claim, who.certainty()),
                        claim.when(),
                        claim.id(),
                        how));
            }
        }

        private boolean isVictim(EntityId id) {
            Draft d = drafts.get(id);
            return d != null && d.victim;
        }

        private static Optional<Double> share(Claim claim) {
            String text = claim.value("share").replace("%", "").strip();
            return Quantity.parse(text).map(Quantity::atLeast).filter(s -> s > 0 && s < 100);
        }

        private void payment(Claim claim) {
            // the nominal parties are left out: a name on a transfer proves no act (003, l. 8010-8011)
            Optional<Double> share = share(claim);
            String purpose = Word.of(claim.value("purpose")).text();
            switch (purpose) {
                case "bribe", "protection" -> act(claim, Part.PAYEE, Role.PROTECTOR, List.of(), 1, Act.How.PAYMENT);
                case "laundering" -> act(claim, Part.PAYEE, Role.MONEY_HANDLER, List.of(), 1, Act.How.PAYMENT);
                case "enforcement" -> act(claim, Part.PAYEE, Role.ENFORCER, List.of(), 1, Act.How.PAYMENT);
                default -> {
                    // a payment for anything else may have been received for somebody else
                }
            }
            for (Taking payer : takers(claim, Part.PAYER)) {
                for (Taking payee : takers(claim, Part.PAYEE)) {
                    switch (purpose) {
                        case "profit share" -> flow(claim, payer, payee, Flow.Kind.SHARE, share.orElse(0.0), 1);
                        case "proceeds", "" -> {
                            if (share.isPresent()) {
                                flow(claim, payer, payee, Flow.Kind.SHARE, share.get(), 1);
                            } else {
                                flow(
                                        claim,
                                        payer,
                                        payee,
                                        purpose.isEmpty() ? Flow.Kind.MONEY : Flow.Kind.PROCEEDS,
                                        0,
                                        1);
                            }
                        }
                        case "fee per person", "purchase of person" -> sale(claim, payee, payer, 1);
                        case "bribe", "protection" -> {
                            boolean not = rulings.overruled(payee.who(), Role.PROTECTOR);
                            if (not) {
                                flow(claim, payer, payee, Flow.Kind.MONEY, 0, 1);
                            } else {
                                flow(claim, payee, payer, Flow.Kind.PROTECTION, 0, 1);
                            }
                        }
                        case "laundering" -> {
                            boolean not = rulings.overruled(payee.who(), Role.MONEY_HANDLER);
                            flow(claim, payer, payee, not ? Flow.Kind.MONEY : Flow.Kind.LAUNDERING, 0, 1);
                        }
                        case "investment" -> flow(claim, payer, payee, Flow.Kind.FUND, 0, 1);
                        case "wage" -> flow(claim, payer, payee, Flow.Kind.WAGE, 0, 1);
                        case "papers", "enforcement" -> flow(claim, payer, payee, Flow.Kind.HIRE, 0, 1);
                        default -> flow(claim, payer, payee, Flow.Kind.MONEY, 0, 1);
                    }
                }
            }
        }
    }

    /** A country's ISO 3166 code where it has one, else the region as written; empty when nothing is said. */
    public static Optional<String> country(String raw) {
        return Country.of(raw);
    }

    /** A country or region for a user to read. */
    public static String countryName(String code) {
        return Country.display(code);
    }

    /** The role a word of the pick-list names, whichever way it is spelled. */
    public static Optional<Role> roleOf(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return Optional.of(role);
            }
        }
        return OtherWords.role(Word.of(word).text());
    }

    /** Those who acted in a role, most firmly said first. */
    public List<EntityId> holders(Role role) {
        return acts.stream()
                .filter(a -> a.role() == role)
                .sorted(comparingDouble(Act::firmness).reversed())
                .map(Act::actor)
                .distinct()
                .toList();
    }
}
