package org.manumit.graph.analysis.whatif;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;
import org.manumit.graph.Period;
import org.manumit.graph.Quantity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.EventReaction;
import org.manumit.graph.analysis.calls.EventReactions;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFacts.Holder;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.whatif.EventEffect.Course;
import org.manumit.graph.analysis.whatif.EventEffect.MoneyChange;
import org.manumit.graph.analysis.whatif.EventEffect.OrderChange;
import org.manumit.graph.analysis.whatif.EventEffect.SlotChange;
import org.manumit.graph.analysis.whatif.EventEffect.StepIn;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/**
 * Compares a network before and after an arrest, a raid or another event: who stepped in, which roles fell empty and
 * which were filled again, whose orders, payments and numbers stopped or began (Williams, ch. 10, in Friesendorf 2009;
 * 003, l. 16478-16488). Rows without a date say who did what before; whoever a blow befell counts as out of it unless
 * something dated shows them at work since; whoever met or travelled does not. Immutable; safe for use from several threads.
 */
public final class EventComparison {

    /** Over how many days before and after an event records are compared where nobody says otherwise. */
    public static final int USUAL_DAYS = 60;

    /** Rows that tell what was done, as against rows that say who and what there is. */
    private static final Set<ClaimType> DEEDS = Set.of(
            ClaimType.ROLE,
            ClaimType.RECRUITMENT,
            ClaimType.JOURNEY,
            ClaimType.EXPLOITATION,
            ClaimType.TIE,
            ClaimType.PAYMENT,
            ClaimType.PAPER,
            ClaimType.DEBT);

    private static final int EVIDENCE = 20;

    /** A reaction less well founded than this is chance. */
    private static final double LEAST_SCORE = 0.5;

    private final CallIndex index;
    private final CaseGraph graph;
    private final Actors actors;
    private final Victims victims;
    private final List<SuccessorNumber> successors;
    private final CaseEvent event;
    private final Duration about;
    private final ZoneId zone;
    private final Period before;
    private final Period after;

    /**
     * A comparison round one event.
     *
     * @param index the calls of the case
     * @param actors who stands behind numbers and accounts
     * @param successors numbers that took over from others, whenever
     * @param about over how much time before and after it calls and transfers are compared
     */
    public EventComparison(
            CallIndex index,
            Actors actors,
            Victims victims,
            List<SuccessorNumber> successors,
            CaseEvent event,
            Duration about) {
        this.index = index;
        graph = index.graph();
        this.actors = actors;
        this.victims = victims;
        this.successors = List.copyOf(successors);
        this.event = event;
        this.about = about;
        zone = CaseZone.of(graph);
        before = Period.between(Optional.empty(), Optional.of(day(-1)));
        after = Period.between(Optional.of(day(0)), Optional.empty());
    }

    private PartialDate day(long later) {
        return new PartialDate(event.date().start().plusDays(later), Precision.DAY, Certainty.STATED);
    }

    /** All time before the event. */
    public Period before() {
        return before;
    }

    /** All time from the day of the event on. */
    public Period after() {
        return after;
    }

    /** Whether the event concerned a network: it befell one of its people, or a row about it tells of the event. */
    public boolean concerns(NetworkFacts network) {
        return !named(network).isEmpty() || network.claims().stream().anyMatch(c -> c.id().equals(event.claim()));
    }

    /** Those of a network's people whom the event befell; nobody where it was no blow. */
    public List<EntityId> befell(NetworkFacts network) {
        return event.isBlow() ? named(network) : List.of();
    }

    private List<EntityId> named(NetworkFacts network) {
        return event.people().stream()
                .filter(id -> network.perpetrators().stream().anyMatch(p -> p.id().equals(id)))
                .toList();
    }

    /** Whether a claim tells of the time before: it began then, or has no date. */
    public boolean tellsOfBefore(Claim claim) {
        return claim.when()
                .from()
                .or(claim.when()::to)
                .map(d -> d.start().isBefore(event.date().start()))
                .orElse(true);
    }

    /**
     * Whether a claim tells of the time since: it began or ended then or still holds; of what has no date only who and
     * what there is, and not of those whom the event befell.
     */
    public boolean tellsOfAfter(Claim claim, NetworkFacts network) {
        Period when = claim.when();
        boolean dated = when.from().isPresent() || when.to().isPresent();
        if (!dated) {
            return !DEEDS.contains(claim.type()) && !(claim.type() == ClaimType.MEMBERSHIP && names(claim, network));
        }
        // what still held when the source was written is told of somebody arrested before that too
        boolean open = when.end() == Period.End.OPEN && !names(claim, network);
        return open
                || when.from()
                        .map(d -> !d.start().isBefore(event.date().start()))
                        .orElse(false)
                || when.to().map(d -> d.start().isAfter(event.date().start())).orElse(false);
    }

    private boolean names(Claim claim, NetworkFacts network) {
        List<EntityId> befell = befell(network);
        return claim.holders(Part.WHO).anyMatch(befell::contains);
    }

    /**
     * Compares.
     *
     * @param whole the network, whenever
     * @param earlier what is known of it from claims of the time before
     * @param later what is known of it from claims of the time since
     */
    public EventEffect compare(
            NetworkFacts whole, NetworkFacts earlier, NetworkFacts later, Cancellation cancellation) {
        List<EntityId> befell = befell(whole);
        Set<Integer> members = new TreeSet<>();
        whole.perpetrators().forEach(p -> graph.indexOf(p.id()).ifPresent(members::add));
        Set<Integer> out = new TreeSet<>();
        befell.forEach(id -> graph.indexOf(id).ifPresent(out::add));
        return new EventEffect(
                event,
                whole.network().name(),
                befell,
                Period.between(Optional.of(day(-about.toDays())), Optional.of(day(-1))),
                Period.between(Optional.of(day(0)), Optional.of(day(about.toDays() - 1))),
                Removal.from(earlier).without(List.of()).before(),
                Removal.from(later).without(List.of()).before(),
                slots(befell, earlier, later),
                orders(earlier, later),
                numbers(members, out, cancellation),
                successorsOf(members),
                money(whole, members),
                (int) whole.claims().stream()
                        .filter(c -> DEEDS.contains(c.type())
                                && c.when().from().isEmpty()
                                && c.when().to().isEmpty())
                        .count());
    }

    private static List<EntityId> holding(NetworkFacts facts, Role role) {
        return facts.holders(role).stream().map(Holder::actor).distinct().toList();
    }

    private static List<SlotChange> slots(List<EntityId> befell, NetworkFacts earlier, NetworkFacts later) {
        Removal removal = Removal.from(earlier);
        Set<EntityId> removable = new HashSet<>(removal.candidates());
        List<EntityId> gone = befell.stream().filter(removable::contains).toList();
        Map<Role, Set<EntityId>> foreseen = new LinkedHashMap<>();
        removal.without(gone).slots().forEach(slot -> foreseen.put(slot.role(), new HashSet<>(slot.standIns())));
        List<SlotChange> changes = new ArrayList<>();
        for (Role role : Role.values()) {
            List<EntityId> held = holding(earlier, role);
            List<EntityId> holds = holding(later, role);
            if (role == Role.VICTIM || (held.isEmpty() && holds.isEmpty())) {
                continue;
            }
            List<StepIn> steppedIn = later.holders(role).stream()
                    .filter(h -> !held.contains(h.actor()))
                    .map(h -> new StepIn(
                            h.actor(),
                            foreseen.getOrDefault(role, Set.of()).contains(h.actor())
                                    ? StepIn.Foresight.FORESEEN
                                    : StepIn.Foresight.UNFORESEEN,
                            h.evidence()))
                    .toList();
            Course course = held.isEmpty()
                    ? Course.BEGAN
                    : holds.isEmpty() ? Course.STOPPED : steppedIn.isEmpty() ? Course.GOES_ON : Course.REFILLED;
            changes.add(new SlotChange(role, course, held, holds, steppedIn));
        }
        return changes;
    }

    private static List<OrderChange> orders(NetworkFacts earlier, NetworkFacts later) {
        Map<List<EntityId>, List<ClaimId>> old = given(earlier);
        Map<List<EntityId>, List<ClaimId>> now = given(later);
        Set<List<EntityId>> all = new LinkedHashSet<>(old.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .map(pair -> {
                    Set<ClaimId> evidence = new LinkedHashSet<>(old.getOrDefault(pair, List.of()));
                    evidence.addAll(now.getOrDefault(pair, List.of()));
                    return new OrderChange(
                            pair.getFirst(),
                            pair.getLast(),
                            !now.containsKey(pair)
                                    ? Course.STOPPED
                                    : old.containsKey(pair) ? Course.GOES_ON : Course.BEGAN,
                            evidence.stream().limit(EVIDENCE).toList());
                })
                .toList();
    }

    private static Map<List<EntityId>, List<ClaimId>> given(NetworkFacts facts) {
        Map<List<EntityId>, List<ClaimId>> orders = new LinkedHashMap<>();
        for (Flow flow : facts.flows()) {
            if (flow.kind() == Flow.Kind.TASK || flow.kind() == Flow.Kind.WAGE) {
                orders.computeIfAbsent(List.of(flow.from(), flow.to()), k -> new ArrayList<>())
                        .addAll(flow.evidence());
            }
        }
        return orders;
    }

    private Instant moment() {
        return event.date().start().atZone(zone).toInstant();
    }

    /** What numbers do that are its people's or in touch with theirs. */
    private List<EventReaction> numbers(Set<Integer> members, Set<Integer> out, Cancellation cancellation) {
        Set<Integer> befell = new TreeSet<>();
        Set<EntityId> near = new HashSet<>();
        for (int number = 0; number < index.size(); number++) {
            int actor = actors.actorOf(index.entity(number));
            if (out.contains(actor)) {
                befell.add(number);
            }
            if (members.contains(actor)) {
                near.add(graph.entity(index.entity(number)).id());
                for (int contact : index.contacts(number)) {
                    near.add(graph.entity(index.entity(contact)).id());
                }
            }
        }
        if (near.isEmpty()) {
            return List.of();
        }
        return EventReactions.find(index, victims, moment(), befell, about, about, cancellation).stream()
                .filter(reaction -> reaction.score() >= LEAST_SCORE && near.contains(reaction.number()))
                .toList();
    }

    /** Successors of numbers of its people that fell silent within the time compared. */
    private List<SuccessorNumber> successorsOf(Set<Integer> members) {
        long at = moment().getEpochSecond();
        return successors.stream()
                .filter(successor -> {
                    int from = graph.indexOf(successor.from()).stream()
                            .map(index::number)
                            .findFirst()
                            .orElse(-1);
                    return from >= 0
                            && members.contains(actors.actorOf(index.entity(from)))
                            && Math.abs(index.last(from) - at) <= about.toSeconds();
                })
                .toList();
    }

    private static final class Paid {
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal after = BigDecimal.ZERO;
        int countBefore;
        int countAfter;
        final Set<ClaimId> evidence = new LinkedHashSet<>();
    }

    private record Payment(int payer, int payee, String currency) {}

    private List<MoneyChange> money(NetworkFacts whole, Collection<Integer> members) {
        Map<Payment, Paid> all = new LinkedHashMap<>();
        TransferTable transfers = graph.transfers();
        long at = moment().getEpochSecond();
        long day = event.date().start().toLocalDate().atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        for (int i = 0; i < transfers.size(); i++) {
            if (transfers.from(i) == TransferTable.NONE || transfers.to(i) == TransferTable.NONE) {
                continue;
            }
            long since =
                    switch (transfers.basis(i)) {
                        case INSTANT -> transfers.time(i) - at;
                        case DATE -> transfers.time(i) - day;
                        case STEP, NONE -> Long.MAX_VALUE;
                    };
            if (since < -about.toSeconds() || since >= about.toSeconds()) {
                continue;
            }
            add(
                    all,
                    members,
                    actors.actorOf(transfers.from(i)),
                    actors.actorOf(transfers.to(i)),
                    transfers.currency(i),
                    transfers.amount(i),
                    since >= 0,
                    transfers.claim(i));
        }
        for (Claim claim : whole.claims()) {
            Optional<PartialDate> date = claim.when().from().or(claim.when()::to);
            Optional<BigDecimal> amount =
                    Quantity.parse(claim.value("amount")).map(q -> BigDecimal.valueOf(q.atLeast()));
            if (claim.type() == ClaimType.PAYMENT && date.isPresent() && amount.isPresent()) {
                boolean later = !date.get().start().isBefore(event.date().start());
                claim.holders(Part.PAYER).forEach(payer -> claim.holders(Part.PAYEE)
                        .forEach(payee -> add(
                                all,
                                members,
                                actors.actorOf(graph.indexOf(payer).orElseThrow()),
                                actors.actorOf(graph.indexOf(payee).orElseThrow()),
                                claim.value("currency").strip().toUpperCase(Locale.ROOT),
                                amount.get(),
                                later,
                                claim.id())));
            }
        }
        List<MoneyChange> changes = new ArrayList<>();
        all.forEach((payment, paid) -> changes.add(new MoneyChange(
                graph.entity(payment.payer()).id(),
                graph.entity(payment.payee()).id(),
                payment.currency(),
                paid.before,
                paid.after,
                paid.countBefore,
                paid.countAfter,
                paid.countAfter == 0 ? Course.STOPPED : paid.countBefore == 0 ? Course.BEGAN : Course.GOES_ON,
                List.copyOf(paid.evidence))));
        changes.sort(Comparator.comparing(
                        (MoneyChange c) -> c.after().subtract(c.before()).abs())
                .reversed()
                .thenComparing(MoneyChange::payer)
                .thenComparing(MoneyChange::payee));
        return changes;
    }

    private static void add(
            Map<Payment, Paid> all,
            Collection<Integer> members,
            int payer,
            int payee,
            String currency,
            BigDecimal amount,
            boolean later,
            ClaimId claim) {
        if (payer == payee || !(members.contains(payer) || members.contains(payee))) {
            return;
        }
        Paid paid = all.computeIfAbsent(new Payment(payer, payee, currency), k -> new Paid());
        if (later) {
            paid.after = paid.after.add(amount);
            paid.countAfter++;
        } else {
            paid.before = paid.before.add(amount);
            paid.countBefore++;
        }
        if (paid.evidence.size() < EVIDENCE) {
            paid.evidence.add(claim);
        }
    }
}
