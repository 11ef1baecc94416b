package org.manumit.graph.analysis.shape;

import java.util.Locale;
import org.manumit.graph.analysis.LeaningCriterion;

/**
 * What tells the shapes of networks apart (Williams, ch. 10, in Friesendorf 2009; 003, l. 16036-16190). Log-odds towards
 * and away from a shape, scaled by how far the measured property is met. The author gives signatures, not numbers: the
 * measures and their weights are ours.
 */
public enum ShapeCriterion implements LeaningCriterion<NetworkShape> {
    CORE_DIRECTS(
            "A core gives orders to several others.",
            "003, l. 16143-16157",
            "ties: tasks, reports to; wages",
            "Command from a steering core is the signature of the hub.",
            -1.0,
            -0.5,
            -0.7,
            -0.8,
            2.4),
    CORE_TAKES_SHARES(
            "A core backs several crews and takes a part of the profit.",
            "003, l. 16162-16171",
            "payments: profit share; stated sponsors",
            "The franchise is the hub's other form.",
            -1.0,
            -0.5,
            -0.7,
            -0.8,
            2.4),
    CORE_COORDINATES(
            "A stated coordinator stands between the others.",
            "003, l. 16143-16157",
            "stated coordinators; ties",
            "Coordination without orders is weaker than command.",
            -0.4,
            0,
            -0.3,
            -0.4,
            1.2),
    ONE_DOMINATES(
            "Most ties run to one party.",
            "003, l. 16069-16077, 16143-16157",
            "ties, acts, payments between parties",
            "Centralisation fits a hub and a broker alike.",
            -0.4,
            0.6,
            -0.3,
            -0.8,
            0.8),
    BROKERED_DEALS(
            "The same few sell their contacts to several who do not deal with each other.",
            "003, l. 16069-16077",
            "stated brokers; ties: sells to, introduces; payments per person",
            "Repeated deals through brokers define the shape.",
            -0.2,
            2.4,
            -0.3,
            -0.4,
            -0.5),
    BROKERS_REPLACE_EACH_OTHER(
            "Several brokers serve the same customers.",
            "003, l. 16516-16519",
            "stated brokers; ties: sells to",
            "Interchangeable brokers are noted for the shape.",
            0,
            0.6,
            -0.2,
            0.2,
            -0.4),
    HAND_TO_HAND(
            "People are passed from hand to hand.",
            "003, l. 16079-16102",
            "who recruited, moved and exploited the same people; ties: hands over to",
            "Passing on defines the chain; every network moves people somehow.",
            -0.2,
            -0.2,
            1.6,
            0,
            -0.3),
    ENDS_UNKNOWN_TO_EACH_OTHER(
            "Those who recruit and those who exploit have no tie but through a few in between.",
            "003, l. 16084-16099",
            "ties, calls, payments between the ends",
            "Isolated end clusters joined by bridges are the chain's mark; missing evidence looks the same.",
            0,
            0.2,
            1.3,
            -1.0,
            -0.3),
    SINGLE_ROUTE(
            "One way leads from recruitment to exploitation.",
            "003, l. 16079-16102",
            "ties between slots",
            "A chain breaks with one link; a mesh does not.",
            0,
            0,
            0.6,
            -1.0,
            0),
    SEVERAL_ROUTES(
            "Several ways that share nobody lead from recruitment to exploitation.",
            "003, l. 16104-16141",
            "ties between slots",
            "Alternative routes to one destination are the mesh's mark.",
            0,
            0,
            -1.0,
            1.4,
            -0.2),
    ALTERNATIVES_AT_EACH_STAGE(
            "Several parties could do the same at two stages or more.",
            "003, l. 16577-16603",
            "who holds which slot",
            "Several alternatives at each stage are what the author calls a classic mesh.",
            0,
            0,
            -0.6,
            1.4,
            -0.2),
    GROUPS_DEAL_DIRECTLY(
            "The parties deal with each other directly, with none in the middle.",
            "003, l. 16104-16141",
            "ties between parties",
            "Mutual acquaintance with divided labour; density depends on how well the file knows them.",
            -0.4,
            -0.5,
            -0.8,
            1.0,
            -0.4),
    LASTING_TIES(
            "Ties repeat and last.",
            "003, l. 16069-16077, 16104-16141",
            "dates and repetition of ties and payments",
            "Only flux lives on single deals.",
            -1.2,
            0.3,
            0,
            0.3,
            0.3),
    SINGLE_DEALS(
            "Pairings are made for a single deal.",
            "003, l. 16044-16068",
            "dates and repetition of ties and payments",
            "Shifting pairings for single deals define the shape.",
            2.2,
            -0.6,
            -0.2,
            -0.6,
            -0.5),
    LONE_OPERATORS(
            "Several operate alone beside each other, each with a victim or two.",
            "003, l. 16064-16068",
            "networks of one perpetrator in the case",
            "The author's example of flux.",
            2.2,
            -0.5,
            -0.5,
            -0.5,
            -0.5),
    REACH_INTO_OFFICES(
            "Officials serve the network.",
            "003, l. 16044-16068, 16104-16141",
            "officials; payments: bribe",
            "Flux has hardly any reach; mesh and hub do.",
            -0.6,
            0,
            0,
            0.2,
            0.2),
    WIDE_PORTFOLIO(
            "The core deals in other crime too.",
            "003, l. 16143-16171",
            "organisations: sector",
            "Named for hubs; others may too.",
            -0.2,
            0,
            -0.2,
            0,
            0.5),
    TOO_FEW_TO_TELL(
            "Fewer than three parties: no shape to speak of.",
            "003, l. 16004-16035",
            "people, organisations, ties",
            "A pair has no shape.",
            0,
            0,
            0,
            0,
            0),
    TIES_NOT_KNOWN(
            "Too little is known of who deals with whom.",
            "003, l. 16004-16008",
            "ties, calls, payments between parties",
            "A shape is made of ties.",
            0,
            0,
            0,
            0,
            0);

    private static final String CHAPTER = "Williams, ch. 10, in Friesendorf 2009 (";

    private final String statement;
    private final String pointer;
    private final String needs;
    private final String why;
    private final double flux;
    private final double broker;
    private final double chain;
    private final double mesh;
    private final double hub;

    ShapeCriterion(
            String statement,
            String pointer,
            String needs,
            String why,
            double flux,
            double broker,
            double chain,
            double mesh,
            double hub) {
        this.statement = statement;
        this.pointer = pointer;
        this.needs = needs;
        this.why = why;
        this.flux = flux;
        this.broker = broker;
        this.chain = chain;
        this.mesh = mesh;
        this.hub = hub;
    }

    @Override
    public double lean(NetworkShape shape) {
        return switch (shape) {
            case FLUX -> flux;
            case BROKER -> broker;
            case CHAIN -> chain;
            case MESH -> mesh;
            case HUB -> hub;
            case INSUFFICIENT -> 0;
        };
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String statement() {
        return statement;
    }

    @Override
    public String source() {
        return CHAPTER + pointer + ")";
    }

    @Override
    public String needs() {
        return needs;
    }

    @Override
    public double weight() {
        double most = 0;
        for (NetworkShape shape : NetworkShape.values()) {
            most = Math.max(most, Math.abs(lean(shape)));
        }
        return most;
    }

    @Override
    public String whyThatWeight() {
        return why;
    }
}
