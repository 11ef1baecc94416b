package org.manumit.graph.analysis.history;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Criterion;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.Act;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Profile;
import org.manumit.graph.job.Cancellation;

/**
 * Finds when a network changed. Time is cut into weeks, months, quarters or years, as the dates allow; who is at work in
 * each, and who with whom, are series of yes and no. A change is where two rates, one before and one after, describe the
 * series so much better than one that it pays for the rates (minimum description length; Rissanen 1978), found by cutting
 * again and again (binary segmentation; Scott and Knott 1974). Beside an arrest or another blow less is asked. A source
 * of records that begins or ends is no change. Stateless; time O(stretches times series).
 */
public final class NetworkChanges {

    private static final int FEWEST_STRETCHES = 4;
    private static final int MOST_SERIES = 2_000;
    private static final int MOST_CHANGES = 6;
    private static final int NAMES = 4;
    private static final int EVIDENCE = 20;

    /** People and their pairs tell the same twice. */
    private static final double SHARE = 0.5;

    private NetworkChanges() {}

    /** What one source shows of somebody is judged within the time that it covers. */
    private record Key(List<EntityId> who, Period covered) {}

    private static final class Series {
        final Key key;
        final BitSet active = new BitSet();
        final Map<Integer, ClaimId> first = new TreeMap<>();
        int low;
        int high;

        Series(Key key) {
            this.key = key;
        }

        int count(int from, int to) {
            return active.get(from, to).cardinality();
        }

        /** How much two rates gain over one, less what they cost; 0 where they do not pay. */
        double gain(int from, int cut, int to) {
            int a = Math.max(from, low);
            int b = Math.min(to, high + 1);
            if (cut - a < 2 || b - cut < 2) {
                return 0;
            }
            int before = count(a, cut);
            int after = count(cut, b);
            double two = likelihood(before, cut - a) + likelihood(after, b - cut);
            double gain = two - likelihood(before + after, b - a) - Math.log(b - a);
            return Math.max(0, gain);
        }

        private static double likelihood(int yes, int of) {
            int no = of - yes;
            return (yes == 0 ? 0 : yes * Math.log((double) yes / of)) + (no == 0 ? 0 : no * Math.log((double) no / of));
        }

        boolean rises(int from, int cut, int to) {
            double before = (double) count(from, cut) / (cut - Math.max(from, low));
            return (double) count(cut, to) / (Math.min(to, high + 1) - cut) > before;
        }
    }

    private record Cut(int at, double gain, Optional<CaseEvent> event) {}

    /**
     * Finds the changes, the earliest first.
     *
     * @param facts what is known of the network whenever it was
     * @param recorded what calls and transfers show of its members
     * @param events what happened; blows to its members count
     */
    public static List<NetworkChange> find(
            NetworkFacts facts, Collection<Sighting> recorded, List<CaseEvent> events, Cancellation cancellation) {
        List<Sighting> sightings = new ArrayList<>(stated(facts));
        sightings.addAll(recorded);
        Optional<TimeGrid> grid = TimeGrid.over(sightings);
        if (grid.isEmpty() || grid.get().size() < FEWEST_STRETCHES) {
            return List.of();
        }
        List<Series> series = series(sightings, grid.get());
        Map<Integer, CaseEvent> blows = blows(facts, events, grid.get());
        List<Cut> cuts = new ArrayList<>();
        cut(series, grid.get(), blows, 0, grid.get().size(), cuts, cancellation);
        List<Cut> kept = cuts.stream()
                .sorted(Comparator.comparingDouble(Cut::gain).reversed())
                .limit(MOST_CHANGES)
                .sorted(Comparator.comparingInt(Cut::at))
                .toList();
        List<NetworkChange> changes = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            int from = i == 0 ? 0 : kept.get(i - 1).at();
            int to = i + 1 == kept.size() ? grid.get().size() : kept.get(i + 1).at();
            changes.add(change(facts.reading(), series, grid.get(), kept.get(i), from, to));
        }
        return List.copyOf(changes);
    }

    private static List<Sighting> stated(NetworkFacts facts) {
        List<Sighting> found = new ArrayList<>();
        Set<EntityId> ours = new TreeSet<>();
        facts.perpetrators().stream().map(Profile::id).forEach(ours::add);
        for (Flow flow : facts.flows()) {
            boolean dated = flow.when().from().isPresent() || flow.when().to().isPresent();
            if (dated && flow.kind() != Flow.Kind.KIN && !flow.kind().isRecord()) {
                found.add(new Sighting(
                        List.of(flow.from(), flow.to()),
                        flow.when(),
                        Period.UNKNOWN,
                        flow.evidence().getFirst()));
            }
        }
        for (Act act : facts.reading().acts()) {
            boolean dated = act.when().from().isPresent() || act.when().to().isPresent();
            if (dated && ours.contains(act.actor())) {
                found.add(new Sighting(List.of(act.actor()), act.when(), Period.UNKNOWN, act.claim()));
            }
        }
        return found;
    }

    private static List<Series> series(Collection<Sighting> sightings, TimeGrid grid) {
        Map<Key, Series> byKey = new HashMap<>();
        for (Sighting sighting : sightings) {
            Optional<int[]> filled = grid.filled(sighting.when());
            if (filled.isEmpty()) {
                continue;
            }
            fill(byKey, new Key(sighting.who(), sighting.covered()), filled.get(), sighting.claim());
            if (sighting.who().size() == 2) {
                sighting.who()
                        .forEach(id ->
                                fill(byKey, new Key(List.of(id), sighting.covered()), filled.get(), sighting.claim()));
            }
        }
        byKey.values().forEach(s -> {
            int[] covered = grid.filled(s.key.covered()).orElse(new int[] {0, grid.size() - 1});
            s.low = covered[0];
            s.high = covered[1];
        });
        return byKey.values().stream()
                .sorted(Comparator.<Series>comparingInt(s -> -s.active.cardinality())
                        .thenComparing(s -> s.key.who().toString())
                        .thenComparing(s -> s.key.covered().toString()))
                .limit(MOST_SERIES)
                .toList();
    }

    private static void fill(Map<Key, Series> byKey, Key key, int[] filled, ClaimId claim) {
        Series series = byKey.computeIfAbsent(key, Series::new);
        series.active.set(filled[0], filled[1] + 1);
        series.first.putIfAbsent(filled[0], claim);
    }

    private static Map<Integer, CaseEvent> blows(NetworkFacts facts, List<CaseEvent> events, TimeGrid grid) {
        Map<Integer, CaseEvent> byStretch = new TreeMap<>();
        for (CaseEvent event : events) {
            boolean ours =
                    event.people().stream().anyMatch(id -> facts.partyOf(id).isPresent())
                            || facts.claims().stream().anyMatch(c -> c.id().equals(event.claim()));
            int at = grid.stretchOf(event.date());
            if (event.isBlow() && ours && at >= 0 && at < grid.size()) {
                byStretch.putIfAbsent(at, event);
            }
        }
        return byStretch;
    }

    private static void cut(
            List<Series> series,
            TimeGrid grid,
            Map<Integer, CaseEvent> blows,
            int from,
            int to,
            List<Cut> cuts,
            Cancellation cancellation) {
        Cut best = null;
        for (int at = from + grid.least(); at <= to - grid.least(); at++) {
            cancellation.check();
            double gain = 0;
            Set<EntityId> changed = new LinkedHashSet<>();
            for (Series s : series) {
                double own = s.gain(from, at, to);
                if (own > 0) {
                    gain += SHARE * own;
                    changed.addAll(s.key.who());
                }
            }
            // what a blow changes shows in the stretch it falls into or in the next
            CaseEvent blow = blows.getOrDefault(at, blows.get(at - 1));
            double asked = (blow == null ? 2 : 1) * Math.log(to - from);
            if (gain > asked && changed.size() >= (blow == null ? 2 : 1) && (best == null || gain > best.gain())) {
                best = new Cut(at, gain, Optional.ofNullable(blow));
            }
        }
        if (best != null) {
            cuts.add(best);
            cut(series, grid, blows, from, best.at(), cuts, cancellation);
            cut(series, grid, blows, best.at(), to, cuts, cancellation);
        }
    }

    private static NetworkChange change(
            CaseReading reading, List<Series> series, TimeGrid grid, Cut cut, int from, int to) {
        Side come = new Side();
        Side go = new Side();
        Side dealings = new Side();
        for (Series s : series) {
            double gain = s.gain(from, cut.at(), to);
            if (gain <= 0) {
                continue;
            }
            boolean rises = s.rises(from, cut.at(), to);
            Side side = s.key.who().size() == 2 ? dealings : rises ? come : go;
            side.gain += SHARE * gain;
            side.names.add(s.key.who().stream()
                            .map(reading::label)
                            .reduce((a, b) -> a + " and " + b)
                            .orElse("")
                    + " (" + s.count(from, cut.at()) + " of " + grid.words(cut.at() - Math.max(from, s.low))
                    + " before, " + s.count(cut.at(), to) + " of "
                    + grid.words(Math.min(to, s.high + 1) - cut.at()) + " after)");
            s.first.forEach((stretch, claim) -> {
                if (side.evidence.size() < EVIDENCE && stretch >= from && stretch < to) {
                    side.evidence.add(claim);
                }
            });
        }
        List<Reason> reasons = new ArrayList<>();
        cut.event()
                .ifPresent(event -> reasons.add(reason(
                        HistoryCriterion.AFTER_AN_EVENT,
                        1,
                        "It comes with the " + event.kind() + " of " + event.date()
                                + (event.people().isEmpty()
                                        ? ""
                                        : " ("
                                                + String.join(
                                                        ", ",
                                                        event.people().stream()
                                                                .map(reading::label)
                                                                .toList())
                                                + ")")
                                + ".",
                        List.of(event.claim()))));
        come.tell(HistoryCriterion.PEOPLE_COME, "At work from then on: ", reasons);
        go.tell(HistoryCriterion.PEOPLE_GO, "Hardly seen at work any more: ", reasons);
        dealings.tell(HistoryCriterion.DEALINGS_CHANGE, "Dealings that begin or end: ", reasons);
        return new NetworkChange(grid.start(cut.at()), reasons, cut.event());
    }

    private static final class Side {
        double gain;
        final List<String> names = new ArrayList<>();
        final Set<ClaimId> evidence = new LinkedHashSet<>();

        void tell(Criterion criterion, String before, List<Reason> reasons) {
            if (!names.isEmpty()) {
                String shown = String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
                        + (names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "");
                reasons.add(reason(criterion, gain, before + shown + ".", List.copyOf(evidence)));
            }
        }
    }

    private static Reason reason(Criterion criterion, double weight, String text, List<ClaimId> evidence) {
        return new Reason(criterion.key(), weight, text, criterion.source(), evidence);
    }

    /**
     * Whether a claim tells of a stretch of time: what is undated describes, and tells of all time; what happens once
     * (a recruitment, a journey, a payment, an event) and has a beginning only is over on that day.
     */
    public static boolean tellsOf(Claim claim, Period stretch) {
        Period when = claim.when();
        boolean once =
                switch (claim.type()) {
                    case RECRUITMENT, JOURNEY, PAYMENT, PAPER, EVENT, STATEMENT -> true;
                    default -> false;
                };
        boolean beginning = when.from().isPresent() && when.end() == Period.End.UNKNOWN;
        return (once && beginning ? Period.on(when.from().get()) : when).canOverlap(stretch);
    }
}
