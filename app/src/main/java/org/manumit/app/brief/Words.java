package org.manumit.app.brief;

import java.util.List;
import java.util.Locale;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;

/** The words of a brief. */
final class Words {

    /** (001, l. 2291-2294; 000, l. 277-289) */
    static final String NON_PUNISHMENT =
            "Non-punishment: people who were trafficked are not to be detained, charged or prosecuted for offences that "
                    + "follow from it. Somebody who came as a victim and was made to recruit, guard or carry money stays a "
                    + "victim; in doubt, treat as a victim (ICMPD Background Reader, ch. 4.1.1 and 4.5; TRACE Handbook "
                    + "2016, ch. 2).";

    /** (001, l. 2224-2226, 2193-2199, 1986-1989, 1949-1951; 004, l. 135; 003, l. 5000-5028) */
    static final List<String> LIMITS = List.of(
            "Single indicators mislead. They count in combination, and with inconsistencies (ICMPD Background Reader, "
                    + "ch. 4.4.1).",
            "Absence proves nothing: some victims show no indicator, and may have been coached to seem normal (ICMPD "
                    + "Background Reader, ch. 4.2.1 and 4.3). What no source mentions is unknown, not excluded.",
            "Whoever is in the file is there because of where inquiries were made. The size of the network in the file is "
                    + "not its size.",
            "No fixed profile of victims or traffickers exists; beware of stereotypes (ICMPD Background Reader, ch. 4.2; "
                    + "TRACE D3.2, paper 3).",
            "Gaps and corrections in a victim's account can come from trauma and do not discredit it (ICMPD Background "
                    + "Reader, ch. 4.8.3).",
            "An inferred role is a lead and not evidence. Before anybody is named in a charge, the exhibits have to be read "
                    + "in the originals.");

    static final List<String> METHOD = List.of(
            "Networks: people and organisations that acts of recruitment, movement, exploitation and control, and tasking "
                    + "and sharing between them, tie together. Bystanders, however often called, belong to none.",
            "Roles: a role that a source states is taken over as stated. Others are inferred from acts, calls and money, "
                    + "with the evidence for and against (Picarelli, ch. 3, in Friesendorf 2009).",
            "Class: entrepreneurial, hybrid or transnational, by who tasks whom and where the profit goes, not by how many "
                    + "people are in the file; insufficient evidence is an answer (Picarelli, ch. 3, in Friesendorf 2009).",
            "Shape: flux, broker, chain, mesh or hub, judged apart from the class (Williams, ch. 10, in Friesendorf 2009).",
            "Criticality: importance in one of five ways, times what of it nobody else could supply (Williams, ch. 10, in "
                    + "Friesendorf 2009).",
            "Telephones: a number that took over from another by contacts, handset and rhythm. Money: cycles, fans, "
                    + "pass-through, structuring, shares that flow upward, senders who do not profit.");

    private Words() {}

    static String plain(Enum<?> constant) {
        return constant.name().equals("INSUFFICIENT")
                ? "insufficient evidence"
                : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How strongly a share of the support speaks. */
    static String strength(double share) {
        if (share >= 0.7) {
            return "clearly points to";
        }
        return share >= 0.5 ? "points to" : "leans towards";
    }

    static String networkClass(NetworkClass answer) {
        return plain(answer);
    }

    static String definition(NetworkClass answer) {
        return switch (answer) {
            case ENTREPRENEURIAL -> "a handful of people who recruit, move and exploit themselves";
            case HYBRID -> "small groups and crime groups that share the roles between them by agreement";
            case TRANSNATIONAL -> "one organisation that controls every phase from a centre";
            case INSUFFICIENT -> "the evidence does not suffice to say";
        };
    }

    static String shape(NetworkShape shape) {
        return plain(shape);
    }

    static String definition(NetworkShape shape) {
        return switch (shape) {
            case FLUX -> "ad hoc pairings for single deals";
            case BROKER -> "repeated deals round people with contacts and reputation";
            case CHAIN -> "people passed from hand to hand between groups that do not know each other";
            case MESH -> "stable groups with divided labour that deal with each other directly";
            case HUB -> "a core that directs, or sponsors for a share";
            case INSUFFICIENT -> "the evidence does not suffice to say";
        };
    }

    static String role(Role role) {
        return switch (role) {
            case FACILITATOR -> "facilitator (helper of the legal world)";
            case CONTROLLER -> "controller of victims";
            case SPONSOR -> "sponsor (backs for a share)";
            default -> plain(role);
        };
    }

    static String critical(CriticalElement.Kind kind) {
        return switch (kind) {
            case LEADERSHIP -> "Leadership";
            case DIRECT -> "Many direct contacts";
            case INDIRECT -> "Many indirect contacts (betweenness)";
            case SPANNER -> "Joins groups, countries or worlds";
            case TASK -> "Holds a task the network needs";
        };
    }

    static String money(MoneyFinding.Kind kind) {
        return switch (kind) {
            case CYCLE -> "money that returns";
            case FAN_IN -> "many senders, one recipient";
            case FAN_OUT -> "one sender, many recipients";
            case PASS_THROUGH -> "money passed through";
            case STRUCTURING -> "amounts kept below a threshold";
            case UPWARD_SHARE -> "share of proceeds paid upward";
            case NOMINEE_SENDER -> "sent in another's name";
            case PAYER_NOT_OCCUPANT -> "payer is not the occupant";
            case DEBT_GROWTH -> "debt that grows or was paid off";
            case WAGE_SKIMMING -> "takes what others earn";
        };
    }
}
