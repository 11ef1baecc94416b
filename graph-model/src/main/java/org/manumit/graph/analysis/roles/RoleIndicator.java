package org.manumit.graph.analysis.roles;

import static org.manumit.graph.analysis.roles.Role.BROKER;
import static org.manumit.graph.analysis.roles.Role.CONTROLLER;
import static org.manumit.graph.analysis.roles.Role.COORDINATOR;
import static org.manumit.graph.analysis.roles.Role.DEBT_COLLECTOR;
import static org.manumit.graph.analysis.roles.Role.DOCUMENT_FORGER;
import static org.manumit.graph.analysis.roles.Role.ENFORCER;
import static org.manumit.graph.analysis.roles.Role.ESCORT;
import static org.manumit.graph.analysis.roles.Role.EXPLOITER;
import static org.manumit.graph.analysis.roles.Role.FACILITATOR;
import static org.manumit.graph.analysis.roles.Role.HARBOURER;
import static org.manumit.graph.analysis.roles.Role.MONEY_HANDLER;
import static org.manumit.graph.analysis.roles.Role.PROTECTOR;
import static org.manumit.graph.analysis.roles.Role.RECRUITER;
import static org.manumit.graph.analysis.roles.Role.SPONSOR;
import static org.manumit.graph.analysis.roles.Role.TRANSPORTER;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.manumit.graph.analysis.Criterion;

/**
 * Signs that somebody plays a role. Log-odds that add up. A statement may carry a role by itself; no other sign may:
 * each stays below {@link RoleFinder#PRIOR} taken positively, so that at least two must meet (ICMPD Background Reader,
 * ch. 4.4.1; 001, l. 2224-2226).
 */
public enum RoleIndicator implements Criterion {
    CONFIRMED(
            "An analyst confirmed the role and said why.",
            "Decision of the analyst",
            "the analyst's decision",
            "Whoever has seen more than the file decides; the decision stands in the case with its reason.",
            Map.of(),
            6),
    STATED_ROLE(
            "A source states the role.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4871-4900)",
            "roles",
            "A statement decides unless its source is doubtful or it is contradicted.",
            Map.of(),
            6),
    STATED_ACT(
            "A source states an act that makes the role: recruiting, moving, exploiting somebody, forging a paper.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4871-4906)",
            "recruitment, journeys, exploitation, papers",
            "An act of the role, with its object, is as good as the role's name.",
            Map.of(),
            5),
    REPEATED_ACT(
            "Several sources or several acts say the same.",
            "ICMPD Background Reader, ch. 4.4.1 (001, l. 2224-2226)",
            "recruitment, journeys, exploitation",
            "Corroboration counts, yet less than the first statement.",
            Map.of(),
            1),
    TASKS_OTHERS(
            "Gives orders to others of the network.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4991-4994)",
            "ties: tasks, reports to",
            "Orders to several are what a coordinator does; one order may be an errand.",
            Map.of(COORDINATOR, 2.2)),
    LEADS_GROUP(
            "Leads a group that takes part.",
            "Bosco and others, ch. 1, in Friesendorf 2009 (003, l. 2010-2014)",
            "members",
            "Leaders of criminal groups plan as a rule; the title alone may be loose talk.",
            Map.of(COORDINATOR, 2.0)),
    BRIDGES_DEMAND_AND_SUPPLY(
            "Deals with those who exploit and with those who recruit or move, who do not deal with each other.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4991-4994)",
            "ties, calls, payments",
            "The position of a coordinator or broker; a shared acquaintance can stand there by chance.",
            Map.of(COORDINATOR, 1.1, BROKER, 1.1)),
    PAID_PER_PERSON(
            "Is paid for each person delivered.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16069-16077)",
            "payments: fee per person, purchase of person; ties: sells to",
            "Selling people is dealing in them; whether as broker, recruiter or mover, other signs must say.",
            Map.of(BROKER, 2.0, RECRUITER, 1.0, TRANSPORTER, 0.8)),
    PAYS_PER_PERSON(
            "Pays for people.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16299-16306)",
            "payments: purchase of person; ties: buys from",
            "Buyers exploit or resell.",
            Map.of(EXPLOITER, 1.5, BROKER, 0.6)),
    RESELLS_PEOPLE(
            "Pays for people and is paid for people.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16299-16306)",
            "payments: purchase of person; ties: buys from, sells to",
            "Who buys and resells stands between others; exploiters trade their victims too.",
            Map.of(BROKER, 1.2)),
    INTRODUCES(
            "Brings parties together.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16069-16077)",
            "ties: introduces",
            "Introductions are a broker's work; friends make them too.",
            Map.of(BROKER, 1.4, RECRUITER, 0.4)),
    HANDS_PEOPLE_OVER(
            "Hands people over to the next.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16079-16102)",
            "ties: hands over to",
            "Whoever hands over has brought them there.",
            Map.of(TRANSPORTER, 2.0)),
    RECEIVES_TRAVELLERS(
            "Received people on arrival.",
            "Bosco and others, ch. 1, in Friesendorf 2009 (003, l. 1305-1306)",
            "journeys: received by",
            "Receiving is harbouring or the first step of exploiting.",
            Map.of(HARBOURER, 2.2, EXPLOITER, 1.0)),
    PASSES_PEOPLE_ON(
            "Received people on the way and handed them on.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16079-16102)",
            "journeys: moved by, received by; ties: hands over to, sells to",
            "A pair of hands among several: the next one is told of, so this one is not where the way ends.",
            Map.of(TRANSPORTER, 1.6, HARBOURER, 1.2)),
    TRAVELS_ALONG(
            "Travelled with victims without being one.",
            "ICMPD Background Reader, ch. 4.4.1 (001, l. 2238-2253)",
            "journeys: with",
            "Co-travel suggests an escort; fellow travellers exist.",
            Map.of(ESCORT, 1.8, TRANSPORTER, 0.6)),
    PAYS_TRAVEL(
            "Paid for victims' travel.",
            "TRACE Handbook 2016, ch. 4 (000, l. 522-524)",
            "journeys: paid by; payments: travel",
            "Whoever pays creates the debt; relatives pay too.",
            Map.of(RECRUITER, 1.2, TRANSPORTER, 1.4)),
    ADVERTISES_JOBS(
            "Placed adverts that offer work, study or marriage.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 7801-7802)",
            "adverts: recruitment",
            "Adverts recruit; most job adverts are honest.",
            Map.of(RECRUITER, 2.0)),
    ADVERTISES_TO_CUSTOMERS(
            "Placed adverts to customers.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2778)",
            "adverts: customers",
            "Traffickers must market; so must lawful trades.",
            Map.of(EXPLOITER, 1.6, FACILITATOR, 0.3)),
    RUNS_PLACE_OF_EXPLOITATION(
            "Runs the place where victims were exploited.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2759-2762)",
            "premises: run by; exploitation: premises",
            "Staff of the place are the first to ask; who runs it draws the profit as a rule.",
            Map.of(EXPLOITER, 2.4, CONTROLLER, 0.5)),
    OWNS_PLACE_OF_EXPLOITATION(
            "Owns, rents or pays for the place where victims were exploited.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2771-2773)",
            "premises: owner, tenant, payer",
            "Landlords are often ignorant of what goes on.",
            Map.of(HARBOURER, 1.4, EXPLOITER, 0.9)),
    KEEPS_SAFE_HOUSE(
            "Owns, rents, runs or pays for a house where the traffickers kept people.",
            "Schreier, ch. 6, in Friesendorf 2009 (003, l. 9289)",
            "premises: traffickers' safe house",
            "Such a house has a keeper.",
            Map.of(HARBOURER, 2.4)),
    PAYS_RENT(
            "Pays the rent of premises in the case.",
            "ICMPD Background Reader, ch. 5.1.2 (001, l. 2935-2957)",
            "payments: rent",
            "Who pays for a flat has a use for it; one payment says little.",
            Map.of(HARBOURER, 1.0, EXPLOITER, 0.7)),
    HOLDS_PAPERS(
            "Holds a victim's identity papers.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2780-2781)",
            "papers: held by",
            "Taking papers is a means of control.",
            Map.of(CONTROLLER, 2.0, EXPLOITER, 1.0)),
    SUPPLIES_PAPERS(
            "Made or obtained papers used in the case, or is paid for papers.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2695-2700)",
            "papers: made by; payments: papers",
            "Suppliers of papers are specialists; offices issue papers lawfully.",
            Map.of(DOCUMENT_FORGER, 2.0, FACILITATOR, 1.2)),
    CONTROLS_VICTIMS(
            "Controls victims from day to day.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2788-2797)",
            "ties: controls",
            "Control of victims is the role itself.",
            Map.of(CONTROLLER, 2.4)),
    THREATENS(
            "Threatens victims, their kin or witnesses, or is paid to.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 7515-7517)",
            "ties: threatens; payments: enforcement",
            "Threats are an enforcer's work; others threaten too.",
            Map.of(ENFORCER, 2.3, CONTROLLER, 0.5)),
    SHIELDS(
            "Protects others of the network, or is paid for protection or bribed.",
            "Holmes, ch. 2, in Friesendorf 2009 (003, l. 3114-3154)",
            "ties: protects; payments: bribe, protection",
            "Protection for money is the role; a bribe may have been refused.",
            Map.of(PROTECTOR, 2.4)),
    HOLDS_OFFICE(
            "Holds a public office and deals with the network.",
            "Holmes, ch. 2, in Friesendorf 2009 (003, l. 3114-3154)",
            "people: status; ties, payments",
            "An office makes protection possible, no more.",
            Map.of(PROTECTOR, 0.6, FACILITATOR, 0.4)),
    FUNDS(
            "Puts money into the business.",
            "Bosco and others, ch. 1, in Friesendorf 2009 (003, l. 1300, 2101)",
            "ties: funds; payments: investment",
            "Backing with money is what a sponsor does; loans are lawful.",
            Map.of(SPONSOR, 2.3)),
    TAKES_A_SHARE(
            "Takes a part of the profit of others.",
            "Williams, ch. 10, in Friesendorf 2009 (003, l. 16162-16171)",
            "payments: profit share; ties: shares profit with",
            "Fixed percentages flow to a sponsor; partners of equal standing share too.",
            Map.of(SPONSOR, 2.2, COORDINATOR, 0.4)),
    TAKES_THE_PROCEEDS(
            "Receives the takings of victims.",
            "Bosco and others, ch. 1, in Friesendorf 2009 (003, l. 1361-1362, 1936-1940)",
            "payments: proceeds",
            "Who takes the victims' earnings exploits them.",
            Map.of(EXPLOITER, 2.2, CONTROLLER, 0.8)),
    GATHERS_PROCEEDS(
            "Receives takings that others collected.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 8009-8016)",
            "payments: proceeds",
            "Money that flows together is held for somebody.",
            Map.of(MONEY_HANDLER, 1.4, COORDINATOR, 0.7)),
    CLEANS_MONEY(
            "Receives money to launder.",
            "Bosco and others, ch. 1, in Friesendorf 2009 (003, l. 1306-1307, 2106)",
            "payments: laundering",
            "The source calls it laundering.",
            Map.of(MONEY_HANDLER, 2.4)),
    HOLDS_ACCOUNT_FOR_ANOTHER(
            "Holds an account from which somebody else profits.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 8009-8011)",
            "accounts: holder, beneficiary",
            "Nominees are often kin who do not ask.",
            Map.of(MONEY_HANDLER, 1.5)),
    VICTIMS_OWE(
            "Is creditor of victims' debts, or is paid them.",
            "ICMPD Background Reader, ch. 2.3 (001, l. 690-693)",
            "debts; payments: debt",
            "Debt binds victims to the creditor or his collector.",
            Map.of(EXPLOITER, 1.1, DEBT_COLLECTOR, 1.8, CONTROLLER, 0.6)),
    RESPONSIBLE_FOR_FIRM(
            "Owns, leads or directs an organisation that plays the role.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 7840-7842)",
            "members",
            "Owners answer for what their firm does; front men know little.",
            Map.of(),
            2.3),
    BELONGS_TO_GROUP(
            "Belongs to a criminal group that plays the role.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4890-4897)",
            "members",
            "A slot may be filled by a group; not each of its members acts in it.",
            Map.of(),
            1.0),
    DRIVES_VEHICLE(
            "Used the vehicle in which victims were moved.",
            "ICMPD Background Reader, ch. 4.4.1 (001, l. 2240)",
            "vehicles: user; journeys: vehicle",
            "Drivers move people; vehicles are lent.",
            Map.of(TRANSPORTER, 1.8)),
    HIRED_BY_NETWORK(
            "Was hired by somebody of the network.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4925-4927)",
            "ties: hires; payments",
            "Whoever is hired gives a service; which, other signs must say.",
            Map.of(FACILITATOR, 1.2)),
    HOLDS_VICTIMS_NUMBERS(
            "Is in touch with all or most of the victims' numbers.",
            "ICMPD Background Reader, ch. 4.9.1 (001, l. 2795-2797)",
            "call records, handset contacts, victims' numbers",
            "Traffickers hold all victims' numbers while victims lack each other's; so does a helper or a friend of all.",
            Map.of(CONTROLLER, 1.9, EXPLOITER, 0.8)),
    CALLS_VICTIMS_DAILY(
            "Calls victims often and briefly.",
            "ICMPD Background Reader, ch. 4.2.1 (001, l. 2018)",
            "call records, victims' numbers",
            "The phone is used as a leash; families call often too.",
            Map.of(CONTROLLER, 1.2)),
    KNEW_VICTIM_BEFORE_DEPARTURE(
            "Was in touch with victims before they left.",
            "ICMPD Background Reader, ch. 2.1 (001, l. 494-496)",
            "call records, victims' numbers, journeys",
            "Recruiters call before departure; so does everybody at home.",
            Map.of(RECRUITER, 0.9)),
    REGULAR_UPWARD_SHARE(
            "Receives regular amounts that follow the takings of others.",
            "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4742, 5051)",
            "transfers",
            "Percentages are told from rent and loans only with the takings beside them.",
            Map.of(SPONSOR, 1.6)),
    MANY_SENDERS(
            "Many send to one.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 8009-8016)",
            "transfers",
            "Shops and landlords collect from many too.",
            Map.of(MONEY_HANDLER, 1.3, EXPLOITER, 0.5)),
    SENDS_IN_OTHER_NAMES(
            "Sends money in other people's names.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 8010-8011)",
            "transfers or payments whose record shows another sender",
            "The source describes it as traffickers' practice; relatives send for each other too.",
            Map.of(MONEY_HANDLER, 1.4)),
    IS_SENT_MONEY_IN_OTHER_NAMES(
            "Receives money that is sent in other people's names.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 8010-8011)",
            "transfers or payments whose record shows another sender",
            "Whoever is at the other end profits, or hands it on; kin abroad may not know.",
            Map.of(MONEY_HANDLER, 0.9, SPONSOR, 0.7)),
    TAKES_WAGES(
            "Is handed the pay of several as soon as they are paid.",
            "ICMPD Background Reader, ch. 2.4.1 (001, l. 773-776)",
            "transfers in and out of those who are paid",
            "Pay that goes to one hand binds whoever earned it; landlords take rent too.",
            Map.of(EXPLOITER, 1.6, CONTROLLER, 0.8)),
    LAWFUL_EXPLANATION(
            "A lawful business or office deals with everybody.",
            "Bosco and others, ch. 1, in Friesendorf 2009 (003, l. 1284-1290)",
            "organisations: legal",
            "Speaks against a role that is only inferred.",
            Map.of(),
            1.2),
    WITNESS_OR_INFORMANT(
            "Is known as a witness or informant.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 7913-7928)",
            "people: status",
            "Contact with the network is then explained; helpful citizens can still be suspects.",
            Map.of(),
            1.2),
    CONTRADICTED(
            "A statement contradicts what is said.",
            "Arsovska and Janssens, ch. 5, in Friesendorf 2009 (003, l. 7382-7401)",
            "statements: contradicts",
            "Evidence against counts, yet less than the act: statements are taken back under threat, and gaps come from trauma.",
            Map.of(),
            1.5),
    DOUBTFUL_SOURCE(
            "The source presumes, or is graded as doubtful.",
            "ICMPD Background Reader, ch. 5.4 (001, l. 3091-3131)",
            "grades",
            "What is presumed counts half; doubtful sources count by their grade.",
            Map.of(),
            1),
    VICTIM_FIRST(
            "Presented as a victim: what was done under control is not held against a victim (non-punishment).",
            "ICMPD Background Reader, ch. 4.5 (001, l. 2291-2294); ch. 4.9.1 (001, l. 2788-2793)",
            "people: status; recruitment, exploitation: victim",
            "A notice, not a number: it changes how a role is read, not whether the act was seen.",
            Map.of(),
            0),
    HARMED(
            "Recruited or exploited by others.",
            "ICMPD Background Reader, ch. 4.1.1 (001, l. 1945-1946)",
            "recruitment, exploitation: victim; people: status",
            "In doubt, treat as a victim.",
            Map.of(),
            5);

    private final String statement;
    private final String source;
    private final String needs;
    private final String why;

    @SuppressWarnings("ImmutableEnumChecker") // Map.copyOf never changes
    private final Map<Role, Double> roles;

    private final double weight;

    RoleIndicator(String statement, String source, String needs, String why, Map<Role, Double> roles) {
        this(
                statement,
                source,
                needs,
                why,
                roles,
                roles.values().stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    RoleIndicator(String statement, String source, String needs, String why, Map<Role, Double> roles, double weight) {
        this.statement = statement;
        this.source = source;
        this.needs = needs;
        this.why = why;
        this.roles = Map.copyOf(roles);
        this.weight = weight;
    }

    /** The roles it speaks for, with the log-odds it adds when fully met. */
    public Map<Role, Double> roles() {
        return roles;
    }

    /** Whether a source states the role by it. */
    public boolean isStatement() {
        return this == STATED_ROLE || this == STATED_ACT || this == REPEATED_ACT || this == HARMED;
    }

    /** Those that are signs only. */
    public static List<RoleIndicator> signs() {
        return Arrays.stream(values()).filter(i -> !i.roles.isEmpty()).toList();
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
        return weight;
    }

    @Override
    public String whyThatWeight() {
        return why;
    }
}
