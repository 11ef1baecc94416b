package org.manumit.graph.analysis.money;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.Victims;

/** Collects findings, words them alike, and keeps victims from being listed as suspects. */
final class Reporter {
    private static final int MOST_EVIDENCE = 20;
    private static final int MOST_ACCOUNTS = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    /** The first day that can be a date; below it days are steps of a sequence. */
    private static final double FIRST_DATE = 3_650;

    private final CaseGraph graph;
    private final Victims victims;
    private final ZoneId zone;
    private final MoneyParameters parameters;
    private final Map<MoneyFinding.Kind, List<MoneyFinding>> found = new EnumMap<>(MoneyFinding.Kind.class);

    Reporter(CaseGraph graph, Victims victims, MoneyParameters parameters) {
        this.graph = graph;
        this.victims = victims;
        this.parameters = parameters;
        zone = CaseZone.of(graph);
    }

    /** Adds evidence unless there is plenty. */
    void add(List<ClaimId> evidence, ClaimId claim) {
        if (evidence.size() < MOST_EVIDENCE) {
            evidence.add(claim);
        }
    }

    /** Whether a pattern of this party may be told: victims and their accounts are not. */
    boolean mayTell(Ledger ledger, int party) {
        return !victims.isProtected(ledger.entity(party));
    }

    /** The ids of parties, victims left out. */
    List<EntityId> ids(Ledger ledger, List<Integer> parties) {
        return parties.stream()
                .map(ledger::entity)
                .filter(entity -> !victims.isProtected(entity))
                .map(entity -> graph.entity(entity).id())
                .limit(MOST_ACCOUNTS)
                .toList();
    }

    /** When a transfer was made, for a user to read. */
    String when(Ledger ledger, int transfer) {
        double day = ledger.day[transfer];
        return day < FIRST_DATE
                ? "step " + Math.round(day)
                : DAY.format(Instant.ofEpochSecond(Math.round(day * 86_400)).atZone(zone));
    }

    /** Tells a finding that is founded well enough, and says whether it is. */
    boolean report(MoneyFinding.Kind kind, List<EntityId> accounts, Weighing weighing) {
        if (weighing.score() < parameters.leastScore()) {
            return false;
        }
        List<MoneyFinding> ofKind = found.computeIfAbsent(kind, k -> new ArrayList<>());
        MoneyFinding finding = new MoneyFinding(kind, accounts, weighing.score(), weighing.reasonsFor());
        for (int i = 0; isPractice(kind) && i < ofKind.size(); i++) {
            if (ofKind.get(i).accounts().equals(accounts)) {
                ofKind.set(i, both(ofKind.get(i), finding));
                return true;
            }
        }
        ofKind.add(finding);
        return true;
    }

    /** Whether it is what somebody does all the time, and is told once, however it was found. */
    private static boolean isPractice(MoneyFinding.Kind kind) {
        return switch (kind) {
            case WAGE_SKIMMING, NOMINEE_SENDER, DEBT_GROWTH, UPWARD_SHARE -> true;
            case CYCLE, FAN_IN, FAN_OUT, PASS_THROUGH, STRUCTURING, PAYER_NOT_OCCUPANT -> false;
        };
    }

    /** The same found in two ways, by rows of the case file and by transfers: these may be the same payments. */
    private static MoneyFinding both(MoneyFinding one, MoneyFinding other) {
        MoneyFinding better = one.score() >= other.score() ? one : other;
        MoneyFinding lesser = one.score() >= other.score() ? other : one;
        List<Reason> reasons = new ArrayList<>(better.reasons());
        lesser.reasons().stream()
                .filter(r ->
                        reasons.stream().noneMatch(known -> known.criterion().equals(r.criterion())))
                .forEach(reasons::add);
        return new MoneyFinding(better.kind(), better.accounts(), better.score(), reasons);
    }

    /** All findings, the best founded first. */
    List<MoneyFinding> findings() {
        Comparator<MoneyFinding> best = Comparator.comparingDouble(MoneyFinding::score)
                .reversed()
                .thenComparing(MoneyFinding::kind)
                .thenComparing(f -> f.accounts().toString());
        return found.values().stream()
                .flatMap(list -> list.stream().sorted(best).limit(parameters.mostOfAKind()))
                .sorted(best)
                .toList();
    }
}
