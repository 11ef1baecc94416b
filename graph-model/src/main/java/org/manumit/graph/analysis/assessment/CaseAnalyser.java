package org.manumit.graph.analysis.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.EntityId;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.calls.CallChains;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.ContactCoverages;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.Meetings;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.SuccessorNumbers;
import org.manumit.graph.analysis.calls.SuccessorParameters;
import org.manumit.graph.analysis.calls.UnknownNumbers;
import org.manumit.graph.analysis.calls.VictimContacts;
import org.manumit.graph.analysis.centrality.CentralityAnalysis;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.centrality.CentralityResult;
import org.manumit.graph.analysis.criticality.CriticalLinkFinder;
import org.manumit.graph.analysis.criticality.CriticalityFinder;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.history.NetworkChange;
import org.manumit.graph.analysis.history.NetworkChanges;
import org.manumit.graph.analysis.money.MoneyAnalysis;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.money.MoneyParameters;
import org.manumit.graph.analysis.money.ProfitEstimate;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFinder;
import org.manumit.graph.analysis.network.ProposedNetwork;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinder;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.roles.Sign;
import org.manumit.graph.analysis.roles.SignReader;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.shape.ShapeClassifier;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.analysis.typology.NetworkClassifier;
import org.manumit.graph.analysis.whatif.EventComparison;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.analysis.whatif.Removal;
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
 * Draws all judgements on a case from one snapshot of it: who plays which role, which networks there are, their class
 * and shape, and whose loss would hurt them. A pure function: the same snapshot and parameters give the same answer.
 * Blocking; stateless; safe for use from several threads.
 */
public final class CaseAnalyser {

    private static final int STEPS = 8;

    private static final int TENTHS = 10;

    /** Withholding people one by one reads the case once for each; beyond these it is left to the user to ask. */
    private static final int MOST_PEOPLE_TRIED = 40;

    private static final int MOST_CLAIMS_FOR_PEOPLE = 5_000;

    /** From which score on a finding in the call records is told. */
    private static final double LEAST_SCORE = 0.5;

    private static final int MOST_LEADS = 100;

    private static final int MOST_CHAINS = 100;

    /** How soon a call is passed on. */
    private static final Duration PASSED_ON = Duration.ofMinutes(10);

    /** How far apart two records are of the same moment. */
    private static final Duration SAME_MOMENT = Duration.ofMinutes(15);

    private final SignReader signReader = new SignReader();
    private final RoleFinder roleFinder = new RoleFinder();
    private final NetworkFinder networkFinder = new NetworkFinder();
    private final NetworkClassifier classifier = new NetworkClassifier();
    private final ShapeClassifier shapes = new ShapeClassifier();
    private final CriticalityFinder criticality = new CriticalityFinder();
    private final CriticalLinkFinder criticalLinks = new CriticalLinkFinder();

    /**
     * Analyses a case.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public CaseAnalysis analyse(
            CaseGraph whole, AnalysisParameters parameters, Progress progress, Cancellation cancellation) {
        CaseRead read = readCase(whole, parameters, progress, cancellation);
        progress.report(4, STEPS, "Judging networks");
        Evidence evidence = read.evidence();
        List<ProposedNetwork> proposed = evidence.networks();
        int lone = loneOperators(proposed);
        List<ProposedNetwork> asked = asked(evidence, parameters);
        List<CaseAnalysis.Network> networks = new ArrayList<>();
        for (ProposedNetwork network : asked) {
            cancellation.check();
            networks.add(judge(evidence, network, proposed.size() == 1, lone));
        }
        progress.report(5, STEPS, "Looking for changes with time");
        for (int n = 0; n < networks.size(); n++) {
            networks.set(n, networks.get(n).with(history(read, asked.get(n), parameters.period(), lone, cancellation)));
        }
        if (parameters.stability() == AnalysisParameters.Stability.TRY) {
            progress.report(6, STEPS, "Trying how firm the verdicts stand");
            networks = tried(networks, asked, evidence, read.without(), cancellation);
        }
        progress.report(7, STEPS, "Measuring who stands where");
        CentralityResult centrality =
                CentralityAnalysis.analyse(read.ties(), CentralityParameters.USUAL, Progress.NONE, cancellation);
        progress.report(STEPS, STEPS, "Done");
        return new CaseAnalysis(
                whole.name(),
                networks,
                read.calls(),
                read.money(),
                ProfitEstimate.of(read.periods().graph(), read.periods().actors(), read.victims()),
                centrality.ranked(read.victims()::isProtected),
                centrality.betweenness().exactness());
    }

    /**
     * What is known of each network, without a judgement on it: for asking what it could do without some.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public List<NetworkFacts> networks(
            CaseGraph whole, AnalysisParameters parameters, Progress progress, Cancellation cancellation) {
        Evidence evidence = readCase(whole, parameters, progress, cancellation).evidence();
        return asked(evidence, parameters).stream()
                .map(network -> facts(evidence, network, evidence.networks().size() == 1))
                .toList();
    }

    private static List<ProposedNetwork> asked(Evidence evidence, AnalysisParameters parameters) {
        return evidence.networks().stream()
                .filter(n -> parameters.network().isEmpty()
                        || parameters.network().get().equals(n.name()))
                .toList();
    }

    private static NetworkFacts facts(Evidence evidence, ProposedNetwork network, boolean only) {
        return NetworkFacts.of(evidence.reading(), network, evidence.roles(), only);
    }

    /** What is read of a case before anything is judged, and how to read it again with some claims withheld. */
    private record CaseRead(
            Victims victims,
            TieGraph ties,
            CallFindings calls,
            List<MoneyFinding> money,
            Evidence evidence,
            Withheld without,
            PeriodReader periods,
            List<Sign> recordSigns) {}

    private CaseRead readCase(
            CaseGraph whole, AnalysisParameters parameters, Progress progress, Cancellation cancellation) {
        progress.report(0, STEPS, "Reading who is tied to whom");
        // who stands behind what, and who is a victim, holds whatever the period is
        Actors actors = Actors.of(whole);
        Victims victims = Victims.of(whole, actors);
        CaseGraph graph = CaseExtract.within(whole, parameters.period());
        TimeWindow window = TimeWindow.of(parameters.period(), CaseZone.of(whole));
        TieGraph ties = TieGraph.of(graph, actors, TieOptions.ACTORS.within(window), Progress.NONE, cancellation);
        progress.report(1, STEPS, "Reading the calls");
        Set<EntityId> relevant =
                CaseReading.of(graph, actors, victims, claim -> true, List.of()).concerned();
        List<Flow> records = RecordFlows.of(graph, actors, ties, relevant, cancellation);
        CallIndex index = CallIndex.of(graph);
        List<ContactCoverage> coverages = ContactCoverages.find(index, actors, victims, cancellation);
        List<Sign> recordSigns = new ArrayList<>(RecordSigns.ofCoverages(coverages));
        recordSigns.addAll(RecordSigns.ofContacts(VictimContacts.find(index, actors, victims, cancellation), graph));
        List<SuccessorNumber> successors =
                SuccessorNumbers.find(index, victims, SuccessorParameters.USUAL, Progress.NONE, cancellation);
        IntPredicate concerned = number -> relevant.contains(
                graph.entity(actors.actorOf(index.entity(number))).id());
        CallFindings calls = new CallFindings(
                successors,
                coverages.stream().filter(c -> c.score() >= LEAST_SCORE).toList(),
                UnknownNumbers.find(
                                index,
                                actors,
                                victims,
                                entity -> relevant.contains(graph.entity(entity).id()),
                                MOST_LEADS,
                                cancellation)
                        .stream()
                        .filter(n -> n.score() >= LEAST_SCORE)
                        .toList(),
                CallChains.find(index, concerned, PASSED_ON, MOST_CHAINS, cancellation),
                Meetings.find(index, actors, victims, concerned, SAME_MOMENT, MOST_CHAINS, cancellation).stream()
                        .filter(m -> m.score() >= LEAST_SCORE)
                        .toList(),
                CountryCode.of(index));
        progress.report(2, STEPS, "Following the money");
        List<MoneyFinding> money =
                MoneyAnalysis.analyse(graph, actors, victims, MoneyParameters.USUAL, Progress.NONE, cancellation);
        recordSigns.addAll(RecordSigns.ofMoney(graph, actors, money));
        progress.report(3, STEPS, "Finding networks");
        Evidence evidence = read(graph, actors, victims, claim -> true, records, recordSigns);
        return new CaseRead(
                victims,
                ties,
                calls,
                money,
                evidence,
                keep -> read(graph, actors, victims, keep, records, recordSigns),
                new PeriodReader(graph, actors, victims, ties, relevant),
                List.copyOf(recordSigns));
    }

    /** When a network changed, and what it was before and after. */
    private NetworkHistory history(
            CaseRead read, ProposedNetwork network, Period asked, int lone, Cancellation cancellation) {
        Evidence evidence = read.evidence();
        PeriodReader periods = read.periods();
        boolean only = evidence.networks().size() == 1;
        List<NetworkChange> changes = NetworkChanges.find(
                facts(evidence, network, only),
                periods.sightings(network),
                CaseEvent.of(periods.graph(), periods.actors()),
                cancellation);
        if (changes.isEmpty()) {
            return NetworkHistory.UNCHANGED;
        }
        List<NetworkHistory.Stretch> stretches = new ArrayList<>();
        for (int i = 0; i <= changes.size(); i++) {
            cancellation.check();
            Optional<PartialDate> from =
                    i == 0 ? asked.from() : Optional.of(changes.get(i - 1).at());
            Optional<PartialDate> to = i == changes.size()
                    ? asked.to()
                    : Optional.of(lastDayBefore(changes.get(i).at()));
            Period when = Period.between(from, to);
            NetworkFacts then = periods.facts(
                    network,
                    only,
                    claim -> NetworkChanges.tellsOf(claim, when),
                    when,
                    read.recordSigns(),
                    cancellation);
            Map<Role, List<EntityId>> holders = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                List<EntityId> who = then.holders(role).stream()
                        .map(NetworkFacts.Holder::actor)
                        .distinct()
                        .toList();
                if (!who.isEmpty()) {
                    holders.put(role, who);
                }
            }
            stretches.add(
                    new NetworkHistory.Stretch(when, classifier.classify(then), shapes.classify(then, lone), holders));
        }
        return new NetworkHistory(stretches, changes);
    }

    private static PartialDate lastDayBefore(PartialDate date) {
        return new PartialDate(date.start().minusDays(1), PartialDate.Precision.DAY, Certainty.STATED);
    }

    /** The dated events of a case, the earliest first. */
    public List<CaseEvent> events(CaseGraph graph) {
        return CaseEvent.of(graph, Actors.of(graph));
    }

    /**
     * Compares the networks of a case before and after something that happened; only those that it concerned.
     *
     * @param about how much time before and after the records are compared over
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public List<EventEffect> around(
            CaseGraph graph,
            AnalysisParameters parameters,
            CaseEvent event,
            Duration about,
            Progress progress,
            Cancellation cancellation) {
        CaseRead read = readCase(graph, parameters, progress, cancellation);
        progress.report(4, STEPS, "Comparing before and after");
        EventComparison comparison =
                comparison(read, CallIndex.of(read.periods().graph()), event, about);
        List<EventEffect> effects = new ArrayList<>();
        for (ProposedNetwork network : asked(read.evidence(), parameters)) {
            cancellation.check();
            NetworkFacts whole = facts(read, network);
            if (comparison.concerns(whole)) {
                effects.add(compare(read, comparison, network, whole, cancellation));
            }
        }
        progress.report(STEPS, STEPS, "Done");
        return List.copyOf(effects);
    }

    /**
     * Compares each network of a case before and after the blows it took: those that befell most of its people, and of
     * those that befell as many, the latest. Network by network, each in the order of time.
     *
     * @param about how much time before and after the records are compared over
     * @param most how many blows to a network at most
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public List<EventEffect> aroundBlows(
            CaseGraph graph,
            AnalysisParameters parameters,
            Duration about,
            int most,
            Progress progress,
            Cancellation cancellation) {
        if (events(graph).stream().noneMatch(CaseEvent::isBlow)) {
            return List.of();
        }
        CaseRead read = readCase(graph, parameters, progress, cancellation);
        CallIndex index = CallIndex.of(read.periods().graph());
        List<EventComparison> blows = CaseEvent.of(
                        read.periods().graph(), read.periods().actors())
                .stream()
                .filter(CaseEvent::isBlow)
                .map(event -> comparison(read, index, event, about))
                .toList();
        progress.report(4, STEPS, "Comparing before and after");
        List<EventEffect> effects = new ArrayList<>();
        for (ProposedNetwork network : asked(read.evidence(), parameters)) {
            NetworkFacts whole = facts(read, network);
            List<EventComparison> latestFirst =
                    blows.stream().filter(blow -> blow.concerns(whole)).toList().reversed();
            List<EventComparison> hardest = latestFirst.stream()
                    .sorted(Comparator.comparingInt(
                                    (EventComparison blow) -> blow.befell(whole).size())
                            .reversed())
                    .limit(most)
                    .toList();
            for (EventComparison blow : blows) {
                cancellation.check();
                if (hardest.contains(blow)) {
                    effects.add(compare(read, blow, network, whole, cancellation));
                }
            }
        }
        progress.report(STEPS, STEPS, "Done");
        return List.copyOf(effects);
    }

    private static EventComparison comparison(CaseRead read, CallIndex index, CaseEvent event, Duration about) {
        return new EventComparison(
                index, read.periods().actors(), read.victims(), read.calls().successors(), event, about);
    }

    private NetworkFacts facts(CaseRead read, ProposedNetwork network) {
        return facts(read.evidence(), network, read.evidence().networks().size() == 1);
    }

    private EventEffect compare(
            CaseRead read,
            EventComparison comparison,
            ProposedNetwork network,
            NetworkFacts whole,
            Cancellation cancellation) {
        boolean only = read.evidence().networks().size() == 1;
        NetworkFacts before = read.periods()
                .facts(network, only, comparison::tellsOfBefore, comparison.before(), List.of(), cancellation);
        NetworkFacts after = read.periods()
                .facts(
                        network,
                        only,
                        claim -> comparison.tellsOfAfter(claim, whole),
                        comparison.after(),
                        List.of(),
                        cancellation);
        return comparison.compare(whole, before, after, cancellation);
    }

    private record Evidence(CaseReading reading, List<RoleFinding> roles, List<ProposedNetwork> networks) {}

    private Evidence read(
            CaseGraph graph,
            Actors actors,
            Victims victims,
            Predicate<Claim> keep,
            List<Flow> records,
            List<Sign> recordSigns) {
        CaseReading reading = CaseReading.of(graph, actors, victims, keep, records);
        List<Sign> signs = new ArrayList<>(signReader.read(reading));
        recordSigns.stream()
                .filter(sign -> PeriodReader.mayConcern(reading, sign))
                .forEach(signs::add);
        List<RoleFinding> roles = roleFinder.find(reading, signs);
        return new Evidence(reading, roles, networkFinder.find(reading, roles));
    }

    /** Reads a case as if only some claims had been made. */
    private interface Withheld {
        Evidence read(Predicate<Claim> keep);
    }

    /** Withholds a tenth of the claims at a time, then each person, and sees whether the classes stay the same. */
    private List<CaseAnalysis.Network> tried(
            List<CaseAnalysis.Network> judged,
            List<ProposedNetwork> networks,
            Evidence evidence,
            Withheld without,
            Cancellation cancellation) {
        int[] same = new int[judged.size()];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            cancellation.check();
            int dropped = tenth;
            Evidence left = without.read(c -> Math.floorMod(c.id().value().hashCode(), TENTHS) != dropped);
            for (int n = 0; n < same.length; n++) {
                if (classOf(networks.get(n), left)
                        == judged.get(n).networkClass().answer()) {
                    same[n]++;
                }
            }
        }
        List<CaseAnalysis.Network> tried = new ArrayList<>();
        boolean few = evidence.reading().claims().size() <= MOST_CLAIMS_FOR_PEOPLE;
        for (int n = 0; n < same.length; n++) {
            NetworkClass answer = judged.get(n).networkClass().answer();
            List<EntityId> people = few
                    ? networks.get(n).perpetrators().stream()
                            .limit(MOST_PEOPLE_TRIED)
                            .toList()
                    : List.of();
            List<EntityId> decisive = new ArrayList<>();
            for (EntityId person : people) {
                cancellation.check();
                Evidence left = without.read(
                        c -> c.participants().stream().noneMatch(p -> p.entity().equals(person)));
                if (classOf(networks.get(n), left) != answer) {
                    decisive.add(person);
                }
            }
            tried.add(judged.get(n).with(new VerdictStability(TENTHS, same[n], people.size(), decisive)));
        }
        return tried;
    }

    private NetworkClass classOf(ProposedNetwork network, Evidence left) {
        Set<EntityId> members = new HashSet<>();
        network.members().forEach(m -> members.add(m.id()));
        // what is left may fall apart: the piece that holds most of the network answers for it
        return left.networks().stream()
                .max(Comparator.comparingLong((ProposedNetwork n) -> n.members().stream()
                        .filter(m -> members.contains(m.id()))
                        .count()))
                .map(n -> classifier
                        .classify(NetworkFacts.of(
                                left.reading(), n, left.roles(), left.networks().size() == 1))
                        .answer())
                .orElse(NetworkClass.INSUFFICIENT);
    }

    private static int loneOperators(List<ProposedNetwork> networks) {
        return (int) networks.stream().filter(n -> n.perpetrators().size() == 1).count();
    }

    private CaseAnalysis.Network judge(Evidence evidence, ProposedNetwork network, boolean only, int lone) {
        NetworkFacts facts = facts(evidence, network, only);
        Verdict<NetworkClass> networkClass = classifier.classify(facts);
        Verdict<NetworkShape> shape = shapes.classify(facts, lone);
        Set<EntityId> members = new HashSet<>();
        network.members().forEach(m -> members.add(m.id()));
        List<RoleFinding> roles = evidence.roles().stream()
                .filter(r -> members.contains(r.entity()))
                .toList();
        return new CaseAnalysis.Network(
                network.name(),
                network.members().stream().map(ProposedNetwork.Member::id).toList(),
                networkClass,
                shape,
                roles,
                criticality.find(facts),
                criticalLinks.find(facts),
                Removal.from(facts).smallestStop().orElse(List.of()),
                network.members().stream()
                        .collect(Collectors.toMap(ProposedNetwork.Member::id, ProposedNetwork.Member::reason)),
                VerdictStability.NOT_TRIED,
                NetworkHistory.UNCHANGED);
    }
}
