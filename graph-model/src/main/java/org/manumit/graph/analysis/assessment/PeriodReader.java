package org.manumit.graph.analysis.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;
import org.manumit.graph.Period;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.history.Sighting;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.ProposedNetwork;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Membership;
import org.manumit.graph.analysis.roles.RoleFinder;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.roles.Sign;
import org.manumit.graph.analysis.roles.SignReader;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseExtract;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.TimeWindow;
import org.manumit.graph.query.Victims;

/**
 * Reads what is known of a network from a part of its time. Who belongs to it was settled on the whole; here only those
 * of its members count whom that time shows at work.
 *
 * @param graph the case
 * @param actors who stands behind numbers and accounts
 * @param victims who is a victim, whenever
 * @param ties who is tied to whom, whenever
 * @param relevant whom records may concern
 */
record PeriodReader(CaseGraph graph, Actors actors, Victims victims, TieGraph ties, Set<EntityId> relevant) {

    private static final SignReader SIGNS = new SignReader();
    private static final RoleFinder ROLES = new RoleFinder();

    /**
     * What is known of a network from some claims and the records of some time.
     *
     * @param keep which claims tell of that time
     * @param recordSigns signs that records showed, whenever
     */
    NetworkFacts facts(
            ProposedNetwork network,
            boolean only,
            Predicate<Claim> keep,
            Period time,
            List<Sign> recordSigns,
            Cancellation cancellation) {
        CaseReading reading = CaseReading.of(graph, actors, victims, keep, recorded(time, cancellation));
        List<Sign> signs = new ArrayList<>(SIGNS.read(reading));
        recordSigns.stream().filter(sign -> mayConcern(reading, sign)).forEach(signs::add);
        List<RoleFinding> roles = ROLES.find(reading, signs);
        return NetworkFacts.of(reading, atWork(network, reading, roles), roles, only);
    }

    static boolean mayConcern(CaseReading reading, Sign sign) {
        return reading.mayBeAccused(sign.actor())
                || (reading.isVictim(sign.actor()) && RoleFinder.mayConcernVictims(sign.indicator()));
    }

    private List<Flow> recorded(Period time, Cancellation cancellation) {
        if (graph.calls().size() == 0 && graph.transfers().size() == 0) {
            return List.of();
        }
        CaseGraph part = CaseExtract.within(graph, time);
        TieGraph then = TieGraph.of(
                part,
                actors,
                TieOptions.ACTORS.within(TimeWindow.of(time, CaseZone.of(graph))),
                Progress.NONE,
                cancellation);
        return RecordFlows.of(part, actors, then, relevant, cancellation);
    }

    private static ProposedNetwork atWork(ProposedNetwork network, CaseReading reading, List<RoleFinding> roles) {
        Set<EntityId> seen = new HashSet<>();
        for (Act act : reading.acts()) {
            seen.add(act.actor());
            seen.addAll(act.victims());
        }
        for (Flow flow : reading.flows()) {
            if (flow.isTie()) {
                seen.add(flow.from());
                seen.add(flow.to());
            }
        }
        for (Membership membership : reading.memberships()) {
            seen.add(membership.who());
            seen.add(membership.organisation());
        }
        roles.forEach(role -> seen.add(role.entity()));
        Predicate<EntityId> here =
                id -> seen.contains(id) && reading.profile(id).isPresent();
        return new ProposedNetwork(
                network.name(),
                network.members().stream().filter(m -> here.test(m.id())).toList(),
                network.perpetrators().stream().filter(here).toList(),
                network.victims().stream().filter(here).toList(),
                network.tiedByFileOnly());
    }

    /** What calls and transfers show of the perpetrators of a network with each other, day by day. */
    List<Sighting> sightings(ProposedNetwork network) {
        Set<EntityId> ours = new HashSet<>(network.perpetrators());
        ZoneId zone = CaseZone.of(graph);
        List<Sighting> found = new ArrayList<>();
        Map<SourceId, Period> covered = covered(zone);
        for (int t = 0; t < ties.tieCount(); t++) {
            EntityId one = ties.entity(ties.one(t)).id();
            EntityId other = ties.entity(ties.other(t)).id();
            if (!ours.contains(one) || !ours.contains(other)) {
                continue;
            }
            Set<LocalDate> days = new HashSet<>();
            for (int row : ties.calls(t)) {
                long start = graph.calls().start(row);
                if (start != CallTable.NO_TIME) {
                    add(
                            found,
                            days,
                            one,
                            other,
                            day(start, zone),
                            covered,
                            graph.calls().claim(row),
                            graph.calls().source(row));
                }
            }
            for (int row : ties.transfers(t)) {
                Optional<LocalDate> day = day(graph.transfers(), row, zone);
                if (day.isPresent()) {
                    add(
                            found,
                            days,
                            one,
                            other,
                            day.get(),
                            covered,
                            graph.transfers().claim(row),
                            graph.transfers().source(row));
                }
            }
        }
        return found;
    }

    private static void add(
            List<Sighting> found,
            Set<LocalDate> days,
            EntityId one,
            EntityId other,
            LocalDate day,
            Map<SourceId, Period> covered,
            ClaimId claim,
            SourceId source) {
        if (days.add(day)) {
            found.add(new Sighting(
                    List.of(one, other), Period.on(date(day)), covered.getOrDefault(source, Period.UNKNOWN), claim));
        }
    }

    private static PartialDate date(LocalDate day) {
        return new PartialDate(day.atStartOfDay(), Precision.DAY, Certainty.STATED);
    }

    /** From which day to which the records of each source reach. */
    private Map<SourceId, Period> covered(ZoneId zone) {
        CallTable calls = graph.calls();
        long[] first = new long[calls.sources().size()];
        long[] last = new long[first.length];
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
        for (int i = 0; i < calls.size(); i++) {
            long start = calls.start(i);
            if (start != CallTable.NO_TIME) {
                int source = calls.sourceIndex(i);
                first[source] = Math.min(first[source], start);
                last[source] = Math.max(last[source], start);
            }
        }
        Map<SourceId, LocalDate[]> ends = new HashMap<>();
        for (int s = 0; s < first.length; s++) {
            if (first[s] <= last[s]) {
                widen(ends, calls.sources().get(s), day(first[s], zone));
                widen(ends, calls.sources().get(s), day(last[s], zone));
            }
        }
        for (int i = 0; i < graph.transfers().size(); i++) {
            int row = i;
            day(graph.transfers(), i, zone)
                    .ifPresent(day -> widen(ends, graph.transfers().source(row), day));
        }
        Map<SourceId, Period> covered = new HashMap<>();
        ends.forEach((source, span) ->
                covered.put(source, Period.between(Optional.of(date(span[0])), Optional.of(date(span[1])))));
        return covered;
    }

    private static void widen(Map<SourceId, LocalDate[]> ends, SourceId source, LocalDate day) {
        LocalDate[] span = ends.computeIfAbsent(source, k -> new LocalDate[] {day, day});
        span[0] = day.isBefore(span[0]) ? day : span[0];
        span[1] = day.isAfter(span[1]) ? day : span[1];
    }

    private static LocalDate day(long seconds, ZoneId zone) {
        return Instant.ofEpochSecond(seconds).atZone(zone).toLocalDate();
    }

    /** The day of a transfer; empty when its record gives none. */
    static Optional<LocalDate> day(TransferTable transfers, int row, ZoneId zone) {
        return switch (transfers.basis(row)) {
            case INSTANT -> Optional.of(day(transfers.time(row), zone));
            case DATE -> Optional.of(day(transfers.time(row), ZoneOffset.UTC));
            case STEP, NONE -> Optional.empty();
        };
    }
}
