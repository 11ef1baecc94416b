package org.manumit.graph.analysis.typology;

import java.util.Locale;
import org.manumit.graph.analysis.LeaningCriterion;

/**
 * What tells the classes of networks apart. Each criterion leans towards and away from classes by log-odds, scaled by
 * how far it is met. The heavy ones are about who decides and where the profit goes; numbers of people, countries and
 * victims are light, because what is in a file is truncated by policing (003, l. 8249-8255) and each organised-crime
 * indicator is weak by itself (003, l. 5024-5028). The form of exploitation is no criterion (000, l. 475-479), nor is
 * anybody's origin.
 */
public enum ClassCriterion implements LeaningCriterion<NetworkClass> {
    SAME_PEOPLE_IN_ALL_PHASES(
            "The same few people recruit, move and exploit.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4918-4922)",
            "who recruited, moved and exploited whom",
            "It is what the author defines the entrepreneurial class by.",
            2.4,
            -1.2,
            -1.2),
    TASKING_FROM_A_CENTRE(
            "One centre tasks those who fill the slots.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4971, 4991-4994)",
            "ties: tasks, reports to; calls; wages",
            "The direction of tasking is what sets the transnational class apart, whoever owns the brothels.",
            -0.8,
            -1.0,
            2.4),
    DEMAND_MEETS_SUPPLY_IN_ONE_PARTY(
            "One party stands between those who exploit and those who recruit, and coordinates them.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4989-4998)",
            "stated coordinators; ties, calls and payments on both sides",
            "The author's transnational case turns on it; a mere broker can stand there too, so it counts less than orders.",
            -0.6,
            -0.8,
            1.5),
    ONE_ORGANISATION_IN_EVERY_PHASE(
            "One organisation, larger than a handful, fills every slot with its own people.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4969-4974)",
            "members; recruitment, journeys, exploitation",
            "One organisation in control of every phase is the definition; membership can be loose talk.",
            -1.2,
            -0.8,
            2.0),
    PROFIT_SHARED_BETWEEN_PARTIES(
            "A part of the profit flows from one party to another.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4742, 4835, 5050-5052)",
            "payments: profit share; ties: shares profit with; regular percentages",
            "Partners share by agreement; whoever employs people takes all and pays wages.",
            -1.6,
            2.6,
            -1.2),
    SPONSOR_OF_LOCAL_CREWS(
            "Somebody backs separate crews who exploit on their own account.",
            "Picarelli, ch. 3 (003, l. 4738-4743); Williams, ch. 10 (003, l. 16162-16171), in Friesendorf 2009",
            "stated sponsors; ties: funds",
            "A sponsor without a known share is a weaker sign of the same agreement.",
            -0.8,
            1.3,
            -0.2),
    ROLES_SPLIT_BETWEEN_GROUPS(
            "Separate groups fill different slots, each what it does best.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5037, 5045-5053)",
            "organisations, members; who recruited, moved and exploited",
            "It is the hybrid's division of labour; separate owners alone do not make a hybrid (003, l. 4989-4998).",
            -1.2,
            1.5,
            -0.2),
    EXPLOITATION_ON_OWN_ACCOUNT(
            "Those who exploit take orders from nobody and belong to none of the groups that supply them.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4739-4743, 5050-5052)",
            "who exploited; ties: tasks; payments",
            "Local autonomy is what a franchise leaves to its crews.",
            -0.4,
            0.9,
            -0.7),
    CONTRACT_BETWEEN_GROUPS(
            "Groups buy people or services from each other.",
            "ICMPD Background Reader, ch. 4.9.1 and 2.7 (001, l. 2684-2700, 1010-1013)",
            "payments: purchase or fee per person; ties: sells to, hires, supplies",
            "Contract as against control; even large organisations buy services, so it counts little.",
            -0.3,
            0.8,
            -0.3),
    PROCEEDS_FLOW_TO_A_CENTRE(
            "The takings of several places flow to one party.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4971, 5021)",
            "payments: proceeds; transfers",
            "Whoever receives all decides, as a rule; collectors receive too.",
            -0.2,
            -0.2,
            0.9),
    OFFSHORE_BENEFICIARY(
            "Money flows on to somebody outside the country of exploitation who does not exploit there.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4731-4743)",
            "payments abroad, shares, sponsors' countries",
            "Six local rings looked self-contained until the group abroad that collected from all of them was counted.",
            -1.1,
            0.5,
            0.4),
    HANDFUL_OF_PEOPLE(
            "The file knows of a handful of perpetrators and no organisation.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4918-4921)",
            "people, organisations",
            "Headcount is what policing truncates (003, l. 8249-8255), so it counts little.",
            0.7,
            -0.3,
            -0.6),
    MANY_PERPETRATORS(
            "Many perpetrators.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4972)",
            "people, organisations",
            "Numbers speak against a handful; hybrids can be large too.",
            -1.0,
            0.1,
            0.5),
    FORMAL_CRIME_GROUP(
            "A formal crime group takes part.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5037)",
            "organisations: kind",
            "Both hybrid and transnational networks have them.",
            -0.9,
            0.4,
            0.4),
    KIN_IN_ONE_BUSINESS(
            "Kin or partners run it together.",
            "TRACE Handbook 2016, ch. 5 (000, l. 839-842)",
            "ties: kin, partner",
            "Family business is the small-scale pattern; clans exist too.",
            0.5,
            -0.2,
            -0.3),
    ONE_COUNTRY_PAIR(
            "One pair of countries, or one country.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4930-4935)",
            "journeys, recruitment, exploitation: countries",
            "Small operators use the pair they know; files often stop at a border.",
            0.4,
            0,
            -0.5),
    MANY_ROUTES_OR_DESTINATIONS(
            "Many countries, routes or destinations.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4973-4977)",
            "journeys, exploitation: countries",
            "Typical of the transnational class, yet partners' territories add up as well.",
            -0.7,
            0.1,
            0.7),
    FEW_VICTIMS_AT_A_TIME(
            "Few victims.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4923-4924)",
            "number of victims",
            "Unreported victims make it a weak sign.",
            0.4,
            0,
            -0.4),
    MANY_VICTIMS(
            "Many victims.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4973)",
            "number of victims",
            "A large aggregate needs organisation, whichever.",
            -0.8,
            0.2,
            0.6),
    SPORADIC(
            "People are brought in now and then.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4939-4941)",
            "dates of recruitment and journeys",
            "Replacement of one or two is sporadic; so is patchy evidence.",
            0.3,
            0,
            -0.3),
    CONTINUOUS(
            "People are brought in all the time.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4975)",
            "dates of recruitment and journeys",
            "Steady supply needs more than a handful.",
            -0.4,
            0.1,
            0.5),
    ANCILLARY_HIRED_IN(
            "Services are bought from outside when needed.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4925-4927)",
            "ties: hires; payments: papers, enforcement",
            "Small operators have no forger of their own; others hire too.",
            0.3,
            0.2,
            -0.3),
    ANCILLARY_FROM_A_PARTNER(
            "One partner supplies the other with papers, transport or protection.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5047-5050)",
            "stated roles; ties: supplies, protects",
            "Part of the hybrid's exchange.",
            -0.3,
            0.7,
            -0.1),
    ANCILLARY_IN_HOUSE(
            "Protectors, collectors, forgers or launderers belong to the organisation itself.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4980-4983)",
            "stated roles, members",
            "Permanent linked services are typical of large organisations.",
            -0.3,
            -0.2,
            0.7),
    OFFICIALS_OR_FIRMS(
            "Officials or firms of the legal world serve the network.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4982-4985, 5011)",
            "officials; payments: bribe, protection; firms",
            "One bribed officer makes no organisation.",
            -0.3,
            0.1,
            0.4),
    EXTENSIVE_CORRUPTION(
            "Several officials shield it.",
            "Picarelli, ch. 3 (003, l. 5011); Bosco and others, ch. 1 (003, l. 2010-2014), in Friesendorf 2009",
            "stated protectors; ties: protects; payments: bribe, protection; people: official",
            "Extensive corruption is one of the organised-crime indicators, and no handful's; others do the acts then.",
            -0.9,
            0.1,
            0.6),
    LAUNDERING(
            "Profits are laundered or invested.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5021-5022)",
            "payments: laundering, investment; accounts",
            "One of the organised-crime indicators, weak one by one.",
            -0.3,
            0.1,
            0.5),
    OTHER_TRADES(
            "The network also deals in other illicit goods.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4978-4980)",
            "organisations: sector; events",
            "One of the organised-crime indicators, weak one by one; not to be presumed (003, l. 20298-20305).",
            -0.2,
            0.2,
            0.4),
    FALSE_PAPERS(
            "False papers of some quality.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5004)",
            "papers: quality",
            "One of the organised-crime indicators, weak one by one.",
            -0.2,
            0.15,
            0.2),
    LAWFUL_TRAVEL(
            "Lawful entry on common carriers.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4935-4939)",
            "journeys: means, entry",
            "What small operators do; most crossings are lawful in any case (000, l. 581-589).",
            0.2,
            0,
            -0.1),
    LEADER_WITHOUT_THE_LED(
            "Somebody is called a coordinator, and nobody is known whom they coordinate.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 8249-8255)",
            "stated coordinators; ties; members",
            "Those who are led must be outside the file; the word can be loose talk.",
            -0.8,
            0.1,
            0.3),
    // what stands in the way of a verdict
    SIZE_AGAINST_VOLUME(
            "Far more victims than so few people could have handled.",
            "Arsovska and Janssens, ch. 5 (003, l. 8249-8255); Picarelli, ch. 3 (003, l. 4817-4819), in Friesendorf 2009",
            "number of victims and perpetrators",
            "The size of the network in the file must be truncated; a verdict from it would be one on the inquiry.",
            -2.0,
            0,
            0),
    TRUNCATED_BY_POLICING(
            "The perpetrators known are those suspected, charged or arrested in one country.",
            "Arsovska and Janssens, ch. 5 (003, l. 8249-8255); Jernow, ch. 9 (003, l. 13921-13926), in Friesendorf 2009",
            "people: status, country; events",
            "The common figure of three to five offenders counts only those charged.",
            -0.3,
            0,
            0),
    EMPTY_SLOTS(
            "Required slots are empty.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4871-4873)",
            "who recruited, moved and exploited",
            "Without recruitment and movement, or without exploitation, there is no network to classify.",
            0,
            0,
            0),
    READS_AS_SMUGGLING(
            "Movement for a fee, and nothing that says exploitation: this reads as smuggling.",
            "ICMPD Background Reader, ch. 2.6 (001, l. 982-997)",
            "exploitation, control, payments after arrival",
            "Pure smuggling is not trafficking and gets no class.",
            0,
            0,
            0),
    BETWEEN_SMUGGLING_AND_TRAFFICKING(
            "Movement with some control over those moved, but no exploitation known: undetermined.",
            "Buckland, ch. 4, in Friesendorf 2009 (003, l. 5630-5689)",
            "exploitation, control",
            "One person's case can pass from one to the other.",
            0,
            0,
            0),
    NOBODY_DECIDES_YET(
            "Nothing in the file says who decides and where the profit goes.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4989-4998, 5045-5053)",
            "ties: tasks, reports to, shares profit with; payments",
            "Numbers of people, countries and victims do not decide a class by themselves.",
            0,
            0,
            0),
    SIGNS_CONFLICT(
            "The signs point different ways.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 5056-5065)",
            "everything above",
            "The scheme is a means and cases lie between its classes; a narrow lead is no verdict.",
            0,
            0,
            0);

    private final String statement;
    private final String source;
    private final String needs;
    private final String why;
    private final double entrepreneurial;
    private final double hybrid;
    private final double transnational;

    ClassCriterion(
            String statement,
            String source,
            String needs,
            String why,
            double entrepreneurial,
            double hybrid,
            double transnational) {
        this.statement = statement;
        this.source = source;
        this.needs = needs;
        this.why = why;
        this.entrepreneurial = entrepreneurial;
        this.hybrid = hybrid;
        this.transnational = transnational;
    }

    @Override
    public double lean(NetworkClass answer) {
        return switch (answer) {
            case ENTREPRENEURIAL -> entrepreneurial;
            case HYBRID -> hybrid;
            case TRANSNATIONAL -> transnational;
            case INSUFFICIENT -> 0;
        };
    }

    /** Whether it is about who decides and where the profit goes; without such a one there is no verdict. */
    public boolean isStructural() {
        return switch (this) {
            case SAME_PEOPLE_IN_ALL_PHASES,
                    TASKING_FROM_A_CENTRE,
                    DEMAND_MEETS_SUPPLY_IN_ONE_PARTY,
                    ONE_ORGANISATION_IN_EVERY_PHASE,
                    PROFIT_SHARED_BETWEEN_PARTIES,
                    SPONSOR_OF_LOCAL_CREWS,
                    ROLES_SPLIT_BETWEEN_GROUPS -> true;
            default -> false;
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
        return source;
    }

    @Override
    public String needs() {
        return needs;
    }

    @Override
    public double weight() {
        return Math.max(Math.abs(entrepreneurial), Math.max(Math.abs(hybrid), Math.abs(transnational)));
    }

    @Override
    public String whyThatWeight() {
        return why;
    }
}
