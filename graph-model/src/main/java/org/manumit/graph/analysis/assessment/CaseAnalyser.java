package org.manumit.graph.analysis.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.calls.CallIndex;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.ContactCoverages;
import org.manumit.graph.analysis.calls.SuccessorNumbers;
import org.manumit.graph.analysis.calls.SuccessorParameters;
import org.manumit.graph.analysis.centrality.CentralityAnalysis;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.centrality.CentralityResult;
import org.manumit.graph.analysis.criticality.CriticalityFinder;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.network.NetworkFinder;
import org.manumit.graph.analysis.network.ProposedNetwork;
import org.manumit.graph.analysis.roles.CaseReading;
import org.manumit.graph.analysis.roles.Flow;
import org.manumit.graph.analysis.roles.RoleFinder;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.roles.RoleIndicator;
import org.manumit.graph.analysis.roles.Sign;
import org.manumit.graph.analysis.roles.SignReader;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.shape.ShapeClassifier;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.analysis.typology.NetworkClassifier;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
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

    private static final int STEPS = 5;

    private final SignReader signReader = new SignReader();
    private final RoleFinder roleFinder = new RoleFinder();
    private final NetworkFinder networkFinder = new NetworkFinder();
    private final NetworkClassifier classifier = new NetworkClassifier();
    private final ShapeClassifier shapes = new ShapeClassifier();
    private final CriticalityFinder criticality = new CriticalityFinder();

    /**
     * Analyses a case.
     *
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public CaseAnalysis analyse(
            CaseGraph graph, AnalysisParameters parameters, Progress progress, Cancellation cancellation) {
        progress.report(0, STEPS, "Reading who is tied to whom");
        Actors actors = Actors.of(graph);
        Victims victims = Victims.of(graph, actors);
        TimeWindow window = TimeWindow.of(parameters.period(), CaseZone.of(graph));
        TieGraph ties = TieGraph.of(graph, actors, TieOptions.ACTORS.within(window), Progress.NONE, cancellation);
        List<Flow> records = RecordFlows.of(graph, actors, ties, cancellation);
        progress.report(1, STEPS, "Finding roles");
        Predicate<Claim> keep = claim -> claim.when().canOverlap(parameters.period());
        CallIndex calls = CallIndex.of(graph);
        List<Sign> recordSigns = callSigns(ContactCoverages.find(calls, actors, victims, cancellation));
        Evidence evidence = read(graph, actors, victims, keep, records, recordSigns);
        progress.report(2, STEPS, "Judging networks");
        List<CaseAnalysis.Network> networks = new ArrayList<>();
        List<ProposedNetwork> proposed = evidence.networks();
        int lone = loneOperators(proposed);
        for (ProposedNetwork network : proposed) {
            cancellation.check();
            if (parameters.network().isEmpty() || parameters.network().get().equals(network.name())) {
                networks.add(judge(evidence, network, proposed.size() == 1, lone));
            }
        }
        progress.report(3, STEPS, "Measuring who stands where");
        CentralityResult centrality =
                CentralityAnalysis.analyse(ties, CentralityParameters.USUAL, Progress.NONE, cancellation);
        progress.report(STEPS, STEPS, "Done");
        return new CaseAnalysis(
                graph.name(),
                networks,
                SuccessorNumbers.find(calls, victims, SuccessorParameters.USUAL, Progress.NONE, cancellation),
                List.of(),
                centrality.ranked(victims::isProtected));
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
        recordSigns.stream().filter(sign -> reading.mayBeAccused(sign.actor())).forEach(signs::add);
        List<RoleFinding> roles = roleFinder.find(reading, signs);
        return new Evidence(reading, roles, networkFinder.find(reading, roles));
    }

    private static List<Sign> callSigns(List<ContactCoverage> coverages) {
        List<Sign> signs = new ArrayList<>();
        for (ContactCoverage coverage : coverages) {
            signs.add(new Sign(
                    coverage.holder(),
                    RoleIndicator.HOLDS_VICTIMS_NUMBERS,
                    Math.clamp(coverage.score(), 0, 1),
                    coverage.reasonsFor().isEmpty()
                            ? RoleIndicator.HOLDS_VICTIMS_NUMBERS.statement()
                            : coverage.reasonsFor().getFirst().text(),
                    Period.UNKNOWN,
                    coverage.reasonsFor().stream()
                            .flatMap(r -> r.evidence().stream())
                            .distinct()
                            .limit(20)
                            .toList()));
        }
        return signs;
    }

    private static int loneOperators(List<ProposedNetwork> networks) {
        return (int) networks.stream().filter(n -> n.perpetrators().size() == 1).count();
    }

    private CaseAnalysis.Network judge(Evidence evidence, ProposedNetwork network, boolean only, int lone) {
        NetworkFacts facts = NetworkFacts.of(evidence.reading(), network, evidence.roles(), only);
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
                criticality.find(facts));
    }
}
