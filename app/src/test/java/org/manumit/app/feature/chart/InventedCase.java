package org.manumit.app.feature.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.manumit.app.feature.chart.model.Certainty;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartRole;
import org.manumit.app.feature.chart.model.LinkDirection;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.model.RoleBadge;

/** Invented networks to draw. Nobody in them exists. */
final class InventedCase {

    private final List<ChartNode> nodes = new ArrayList<>();
    private final List<ChartLink> links = new ArrayList<>();
    private final Map<String, Integer> degree = new HashMap<>();

    private InventedCase() {}

    /** A cross-border case of about 60 actors and what they use. */
    static ChartModel sixtyActors() {
        return new InventedCase().tell();
    }

    /** A clustered network of any size, as anonymised call data give. */
    static ChartModel hairball(int entities, int ties, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ChartNode> nodes = new ArrayList<>();
        List<ChartLink> links = new ArrayList<>();
        NodeKind[] kinds = {NodeKind.PERSON, NodeKind.PHONE, NodeKind.PHONE, NodeKind.ACCOUNT, NodeKind.PHONE};
        for (int i = 0; i < entities; i++) {
            NodeKind kind = kinds[random.nextInt(kinds.length)];
            nodes.add(ChartNode.of("n" + i, kind == NodeKind.PERSON ? "Person " + i : "\u2026" + (10_000 + i), kind)
                    .withWeight(Math.pow(random.nextDouble(), 6) * 100));
        }
        int clusters = Math.max(1, entities / 60);
        for (int l = 0; l < ties; l++) {
            int a = (int) (entities * Math.pow(random.nextDouble(), 1.6));
            int b = random.nextInt(100) < 88
                    ? (a / clusters * clusters + random.nextInt(clusters)) % entities
                    : random.nextInt(entities);
            links.add(ChartLink.of("l" + l, "n" + a, "n" + b, l % 9 == 0 ? LinkKind.MONEY : LinkKind.CALL)
                    .withWeight(1 + Math.pow(random.nextDouble(), 4) * 200));
        }
        return ChartModel.of(nodes, links);
    }

    private ChartModel tell() {
        actor(
                "baran",
                "Viktor Baran",
                100,
                "MD",
                "Baran group",
                RoleBadge.stated(ChartRole.COORDINATOR),
                RoleBadge.stated(ChartRole.EXPLOITER));
        actor("lupu", "Irina Lupu", 70, "MD", "Baran group", RoleBadge.stated(ChartRole.RECRUITER));
        actor(
                "cojocaru",
                "Stela Cojocaru",
                40,
                "MD",
                "Baran group",
                RoleBadge.stated(ChartRole.RECRUITER),
                RoleBadge.inferred(ChartRole.CONTROLLER));
        actor("rusu", "Andrei Rusu", 55, "MD", "Baran group", RoleBadge.stated(ChartRole.TRANSPORTER));
        actor(
                "munteanu",
                "Petru Munteanu",
                30,
                "RO",
                "Baran group",
                RoleBadge.stated(ChartRole.TRANSPORTER),
                RoleBadge.stated(ChartRole.ESCORT));
        actor(
                "dragan",
                "Dragan Ilić",
                80,
                "RS",
                "Ilić brothers",
                RoleBadge.stated(ChartRole.EXPLOITER),
                RoleBadge.stated(ChartRole.ENFORCER));
        actor(
                "goran",
                "Goran Ilić",
                60,
                "RS",
                "Ilić brothers",
                RoleBadge.stated(ChartRole.TRANSPORTER),
                RoleBadge.stated(ChartRole.HARBOURER));
        actor("milan", "Milan Petrović", 35, "RS", "Ilić brothers", RoleBadge.inferred(ChartRole.ENFORCER));
        actor("nikola", "Nikola Vasić", 25, "RS", "Ilić brothers", RoleBadge.inferred(ChartRole.DEBT_COLLECTOR));
        actor("hofer", "Karin Hofer", 45, "AT", "Hofer & Partner", RoleBadge.stated(ChartRole.FACILITATOR));
        actor("weber", "Thomas Weber", 50, "AT", "Hofer & Partner", RoleBadge.stated(ChartRole.MONEY_HANDLER));
        actor("szabo", "László Szabó", 45, "HU", "", RoleBadge.stated(ChartRole.DOCUMENT_FORGER));
        actor("kovacs", "Eszter Kovács", 20, "HU", "", RoleBadge.inferred(ChartRole.BROKER));
        actor("demir", "Emre Demir", 55, "AT", "", RoleBadge.stated(ChartRole.EXPLOITER));
        actor("okafor", "Chidi Okafor", 30, "IT", "", RoleBadge.inferred(ChartRole.SPONSOR));
        actor(
                "rossi",
                "Paolo Rossi",
                35,
                "IT",
                "",
                RoleBadge.stated(ChartRole.EXPLOITER),
                RoleBadge.stated(ChartRole.HARBOURER));
        actor("greco", "Marta Greco", 15, "IT", "", RoleBadge.inferred(ChartRole.CONTROLLER));
        actor("lang", "Inspector L.", 15, "AT", "", RoleBadge.inferred(ChartRole.PROTECTOR));
        for (int v = 1; v <= 14; v++) {
            actor(
                    "v" + v,
                    "Victim " + (char) ('A' + v - 1),
                    18,
                    v % 3 == 0 ? "UA" : "MD",
                    "",
                    v == 4
                            ? new RoleBadge[] {RoleBadge.stated(ChartRole.VICTIM), RoleBadge.stated(ChartRole.RECRUITER)
                            }
                            : new RoleBadge[] {RoleBadge.stated(ChartRole.VICTIM)});
        }
        String[] bystanders = {
            "Ana Ceban",
            "Doina Popa",
            "Jovan Marić",
            "Sanja Tomić",
            "Ferenc Nagy",
            "Lukas Gruber",
            "Giulia Conti",
            "Taxi driver",
            "Unknown man 1",
            "Unknown man 2",
            "Unknown woman 1"
        };
        for (int b = 0; b < bystanders.length; b++) {
            actor("b" + b, bystanders[b], 4, "", "");
        }
        thing("adria", "Adria Events d.o.o.", NodeKind.ORGANISATION, 50, RoleBadge.stated(ChartRole.EXPLOITER));
        thing("dream", "Dream Jobs Agency", NodeKind.ORGANISATION, 45, RoleBadge.stated(ChartRole.RECRUITER));
        thing("clean", "Reinigung Hofer GmbH", NodeKind.ORGANISATION, 35, RoleBadge.stated(ChartRole.MONEY_HANDLER));
        thing("club", "Club Paradiso, Linz", NodeKind.PREMISES, 20);
        thing("flat1", "Flat, Wiedner Gürtel 12, Vienna", NodeKind.PREMISES, 15);
        thing("flat2", "House, Sremska 4, Novi Sad", NodeKind.PREMISES, 12);
        thing("van", "Mercedes Sprinter NS 482-KL", NodeKind.VEHICLE, 10);
        thing("ad1", "Waitresses wanted, Vienna", NodeKind.ADVERT, 8);
        thing("pass1", "Passport A 2210934", NodeKind.PAPER, 6);
        thing("acc1", "AT61 1904 3002 3457 3201", NodeKind.ACCOUNT, 20);
        thing("acc2", "RS35 2600 0560 1001 6113", NodeKind.ACCOUNT, 12);
        thing("st1", "Statement of Victim A", NodeKind.DOCUMENT, 5);
        String[] owners = {"baran", "lupu", "rusu", "dragan", "goran", "demir", "weber", "rossi", "milan", "szabo"};
        for (int p = 0; p < owners.length; p++) {
            thing("p" + p, "+43 660 " + (1402317 + 7919 * p), NodeKind.PHONE, 8);
            link(owners[p], "p" + p, LinkKind.USE, "", 1, Certainty.STATED);
        }
        link("baran", "lupu", LinkKind.TASKING, "tasks", 3, Certainty.STATED);
        link("baran", "rusu", LinkKind.TASKING, "tasks", 2, Certainty.STATED);
        link("baran", "dragan", LinkKind.CALL, "143 calls", 143, Certainty.STATED);
        link("dragan", "baran", LinkKind.MONEY, "\u20ac 41,300", 41, Certainty.STATED);
        link("baran", "weber", LinkKind.CALL, "61 calls", 61, Certainty.STATED);
        link("weber", "baran", LinkKind.MONEY, "\u20ac 118,000", 118, Certainty.STATED);
        link("lupu", "cojocaru", LinkKind.TASKING, "tasks", 1, Certainty.STATED);
        link("lupu", "dream", LinkKind.MEMBERSHIP, "director", 1, Certainty.STATED);
        link("dream", "ad1", LinkKind.USE, "placed", 1, Certainty.STATED);
        link("rusu", "munteanu", LinkKind.CALL, "88 calls", 88, Certainty.STATED);
        link("rusu", "goran", LinkKind.CALL, "212 calls", 212, Certainty.STATED);
        link("goran", "dragan", LinkKind.KINSHIP, "brothers", 1, Certainty.STATED);
        link("goran", "dragan", LinkKind.CALL, "530 calls", 530, Certainty.STATED);
        link("dragan", "milan", LinkKind.TASKING, "tasks", 1, Certainty.INFERRED);
        link("dragan", "nikola", LinkKind.TASKING, "tasks", 1, Certainty.INFERRED);
        link("dragan", "adria", LinkKind.MEMBERSHIP, "owner", 1, Certainty.STATED);
        link("adria", "club", LinkKind.USE, "runs", 1, Certainty.STATED);
        link("demir", "club", LinkKind.USE, "tenant", 1, Certainty.STATED);
        link("demir", "adria", LinkKind.MONEY, "\u20ac 22,500", 22, Certainty.STATED);
        link("hofer", "clean", LinkKind.MEMBERSHIP, "director", 1, Certainty.STATED);
        link("weber", "clean", LinkKind.MEMBERSHIP, "accountant", 1, Certainty.STATED);
        link("clean", "acc1", LinkKind.USE, "holder", 1, Certainty.STATED);
        link("dragan", "acc2", LinkKind.USE, "holder", 1, Certainty.PRESUMED);
        link("acc2", "acc1", LinkKind.MONEY, "64 transfers", 64, Certainty.STATED);
        link("acc1", "baran", LinkKind.MONEY, "cash", 12, Certainty.PRESUMED);
        link("szabo", "pass1", LinkKind.USE, "made", 1, Certainty.PRESUMED);
        link("pass1", "v3", LinkKind.USE, "name on it", 1, Certainty.STATED);
        link("szabo", "rusu", LinkKind.CALL, "37 calls", 37, Certainty.STATED);
        link("kovacs", "szabo", LinkKind.CALL, "19 calls", 19, Certainty.STATED);
        link("kovacs", "baran", LinkKind.TIE, "introduced", 1, Certainty.INFERRED);
        link("goran", "van", LinkKind.USE, "drives", 1, Certainty.STATED);
        link("goran", "flat2", LinkKind.USE, "tenant", 1, Certainty.STATED);
        link("hofer", "flat1", LinkKind.USE, "owner", 1, Certainty.STATED);
        link("okafor", "rossi", LinkKind.MONEY, "\u20ac 9,000", 9, Certainty.STATED);
        link("rossi", "greco", LinkKind.CALL, "72 calls", 72, Certainty.STATED);
        link("rossi", "goran", LinkKind.CALL, "25 calls", 25, Certainty.STATED);
        link("lang", "demir", LinkKind.CALL, "11 calls", 11, Certainty.STATED);
        link("demir", "lang", LinkKind.MONEY, "\u20ac 1,500", 2, Certainty.PRESUMED);
        link("st1", "v1", LinkKind.PRESENCE, "", 1, Certainty.STATED);
        for (int v = 1; v <= 14; v++) {
            String recruiter = v % 4 == 0 ? "cojocaru" : v > 11 ? "dream" : "lupu";
            String mover = v % 2 == 0 ? "rusu" : v % 5 == 0 ? "munteanu" : "goran";
            String exploiter = v <= 5 ? "demir" : v <= 9 ? "dragan" : "rossi";
            link(recruiter, "v" + v, LinkKind.RECRUITMENT, "recruited", 1, Certainty.STATED);
            link(mover, "v" + v, LinkKind.MOVEMENT, "moved", 1, v % 6 == 0 ? Certainty.PRESUMED : Certainty.STATED);
            link(
                    exploiter,
                    "v" + v,
                    LinkKind.CONTROL,
                    "controls",
                    1,
                    v % 3 == 0 ? Certainty.INFERRED : Certainty.STATED);
        }
        link("v1", "flat1", LinkKind.PRESENCE, "", 1, Certainty.STATED);
        link("v2", "flat1", LinkKind.PRESENCE, "", 1, Certainty.STATED);
        link("v7", "flat2", LinkKind.PRESENCE, "", 1, Certainty.STATED);
        String[] known = {"lupu", "cojocaru", "dragan", "milan", "szabo", "hofer", "rossi", "demir"};
        for (int b = 0; b < 8; b++) {
            link("b" + b, known[b], LinkKind.CALL, (3 + b) + " calls", 3 + b, Certainty.STATED);
        }
        link("b8", "b9", LinkKind.CALL, "6 calls", 6, Certainty.STATED);
        return ChartModel.of(nodes, links);
    }

    private void actor(String id, String name, double weight, String country, String group, RoleBadge... roles) {
        ChartNode node =
                ChartNode.of(id, name, NodeKind.PERSON).withWeight(weight).withRoles(List.of(roles));
        node = country.isEmpty() ? node : node.withCountry(country);
        nodes.add(group.isEmpty() ? node : node.withGroup(group));
    }

    private void thing(String id, String name, NodeKind kind, double weight, RoleBadge... roles) {
        nodes.add(ChartNode.of(id, name, kind).withWeight(weight).withRoles(List.of(roles)));
    }

    private void link(String from, String to, LinkKind kind, String label, double weight, Certainty certainty) {
        int number = degree.merge(from + to, 1, Integer::sum);
        links.add(ChartLink.of(from + "-" + to + "-" + number, from, to, kind)
                .withLabel(label)
                .withWeight(weight)
                .withDirection(
                        kind == LinkKind.KINSHIP || kind == LinkKind.MEMBERSHIP || kind == LinkKind.USE
                                ? LinkDirection.NONE
                                : LinkDirection.FORWARD)
                .withCertainty(certainty));
    }
}
