package org.manumit.examples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.manumit.examples.TransferEvent.Institution;
import org.manumit.examples.World.Hours;

/**
 * A crime group in Romania supplies papers, haulage and protection to small crews in other countries. Each crew runs
 * its own flats, decides for itself, and remits a tenth of its takings every week; the remittances go out in the
 * victims' names. The group's head is nowhere in the case workbook: only a number that talks to every crew leader.
 */
final class HybridStory {
    private static final Country[] PLACES = {Country.GB, Country.FR, Country.DE};
    private static final String[] CITIES = {"London", "Lyon", "Hamburg"};
    private static final String[] STREETS = {"14 Tanner Street, flat 6", "9 rue des Filatiers", "Kaltehofer Ring 22"};
    private static final double SHARE = 0.10;

    private final Story story;
    private final World world;
    private final int weeks;
    private String forgerId = "";

    HybridStory(Story story, World world) {
        this.story = story;
        this.world = world;
        this.weeks = world.spec.weeks();
    }

    void tell() {
        // The group at origin.
        Person head = new Person("", "", Country.RO, Country.RO);
        head.known = false;
        world.give(head, Country.RO, 0, weeks);
        Person carrier = story.actor(Country.RO, Country.RO, "suspect", "owner of a haulage firm");
        Person forger = story.actor(Country.RO, Country.RO, "suspect", "printer");
        Person collector = story.actor(Country.RO, Country.GB, "suspect", "");
        Person official = story.actor(Country.RO, Country.RO, "official", "border guard");
        Person enforcer = story.actor(Country.RO, Country.RO, "suspect", "");
        Person recruiter = story.actor(Country.RO, Country.RO, "suspect", "");
        Person agent = story.actor(Country.RO, Country.RO, "suspect", "runs a placement agency");
        Person protectorBoss = story.actor(Country.RO, Country.RO, "suspect", "");
        forger.aliases = "Tipografu";
        forgerId = forger.id;
        for (Person person : List.of(carrier, forger, official, enforcer, recruiter, agent, protectorBoss)) {
            world.give(person, Country.RO, 0, weeks);
        }
        story.target(collector, Country.GB, 0, weeks);
        for (Person person : List.of(carrier, forger, collector, official, enforcer, recruiter, agent, protectorBoss)) {
            world.describe(person, "S5");
        }
        organisation("O01", "Dobrin group", "crime group", "", "RO", "no", "S5");
        organisation("O02", "Litoral Cargo SRL", "company", "haulage", "RO", "front", "S5");
        organisation("O03", "Port Nou group", "crime group", "", "RO", "no", "S5");
        organisation("O04", "Orizont Placement", "agency", "employment", "RO", "front", "S5");
        member(carrier, "O01", "member");
        member(carrier, "O02", "owner");
        member(forger, "O01", "member");
        member(collector, "O01", "member");
        member(enforcer, "O01", "member");
        member(agent, "O04", "owner");
        member(protectorBoss, "O03", "leader");
        tie("O01", "O02", "hires", "S5", "p. 3");
        tie("O01", "O03", "meets", "S5", "p. 3");
        tie("O01", official.id, "tries to influence", "S5", "p. 4");
        world.row(
                "Payments",
                "payer",
                "O01",
                "payee",
                "O03",
                "purpose",
                "protection",
                "every",
                "month",
                "channel",
                "cash",
                "source",
                "S5",
                "page",
                "p. 3");
        world.row(
                "Payments",
                "payer",
                "O01",
                "payee",
                official.id,
                "amount",
                "300",
                "currency",
                "EUR",
                "purpose",
                "bribe",
                "every",
                "irregular",
                "times",
                "6",
                "channel",
                "cash",
                "source",
                "S5",
                "page",
                "p. 4");
        world.row(
                "Events",
                "date",
                "2025-06-19",
                "kind",
                "meeting",
                "place",
                "Constanța",
                "country",
                "RO",
                "who",
                carrier.id + "; " + official.id,
                "source",
                "S5",
                "page",
                "p. 5");
        // The RO officer's report states two roles outright; the rest is for the analysis to find.
        world.row(
                "Roles",
                "who",
                forger.id,
                "role",
                "DOCUMENT_FORGER",
                "country",
                "RO",
                "knowledge",
                "aware",
                "source",
                "S5",
                "page",
                "p. 2");
        world.row("Phones", "number", carrier.phones.get(0).number, "user", carrier.id, "source", "S5");
        world.row(
                "Phones",
                "number",
                recruiter.phones.get(0).number,
                "user",
                recruiter.id,
                "source",
                "S1",
                "page",
                "para 4");
        world.row("Phones", "number", agent.phones.get(0).number, "user", agent.id, "source", "S5");
        story.knownNumber(collector, collector.phones.get(0), "", "S4", "p. 3");

        List<Crew> crews = new ArrayList<>();
        for (int i = 0; i < world.spec.outlets(); i++) {
            crews.add(new Crew(i));
        }
        for (Crew crew : crews) {
            crew.run(head, carrier, collector, recruiter, agent, enforcer);
        }
        world.row(
                "Vehicles",
                "id",
                "C01",
                "plate",
                "CT 77 LCG",
                "country",
                "RO",
                "kind",
                "lorry",
                "owner",
                "O02",
                "user",
                carrier.id,
                "source",
                "S6");
        // The collector keeps in touch with the head, and pays people at home.
        world.talk(collector, head, 3, 0.2, 0.5, Hours.EVENING, 90, 0, weeks);
        for (int month = 1; month < weeks / 4; month++) {
            story.remittance(
                    collector.name,
                    collector.phones.get(0).number,
                    "RX 441207",
                    enforcer.name,
                    enforcer.phones.get(0).number,
                    Country.RO,
                    900,
                    local(month * 4, DayOfWeek.MONDAY, 11));
        }
        raids(crews, collector);
    }

    private void raids(List<Crew> crews, Person collector) {
        Crew first = crews.get(0);
        // A warning: a number nobody knows calls the leader an hour before a raid that finds nothing.
        Person warner = world.stranger(Country.GB);
        int week = Math.min(14, weeks - 2);
        long raid = world.at(week, DayOfWeek.THURSDAY, 7, 0);
        world.call(warner, first.leader, raid - 3_400, 48);
        world.call(first.leader, first.manager, raid - 3_100, 35);
        world.call(first.leader, first.controller, raid - 3_000, 61);
        world.row(
                "Events",
                "date",
                World.day(raid).toString(),
                "kind",
                "raid",
                "place",
                "London",
                "country",
                "GB",
                "about",
                "R01",
                "source",
                "S3",
                "page",
                "p. 2",
                "note",
                "flat found empty");
        int last = weeks - 2;
        long found = world.at(last, DayOfWeek.FRIDAY, 6, 30);
        String day = World.day(found).toString();
        world.row(
                "Events",
                "date",
                day,
                "kind",
                "rescue",
                "place",
                "London",
                "country",
                "GB",
                "who",
                Story.ids(first.victims.subList(0, Math.min(2, first.victims.size()))),
                "source",
                "S4");
        world.row(
                "Events",
                "date",
                day,
                "kind",
                "seizure",
                "place",
                "London",
                "country",
                "GB",
                "who",
                first.controller.id,
                "about",
                first.controller.id,
                "source",
                "S4",
                "page",
                "p. 1");
        world.call(first.leader, collector, found + 1_900, 44);
        world.row(
                "Statements",
                "who",
                first.victims.get(0).id,
                "date",
                "2025-09-15",
                "version",
                "1",
                "says",
                "The manager of the flat answered the telephone, kept the papers and took the money each night.",
                "about",
                first.controller.id,
                "before benefits",
                "yes",
                "source",
                "S1",
                "page",
                "para 7");
        world.row(
                "Statements",
                "who",
                first.victims.get(0).id,
                "date",
                "2025-09-15",
                "version",
                "1",
                "says",
                "A tenth went home every week to the people who had sent us; the rest stayed with the man who ran it.",
                "about",
                first.leader.id + "; O01",
                "before benefits",
                "yes",
                "source",
                "S1",
                "page",
                "para 9");
    }

    /** One crew: who runs it, whom it exploits, and its books. */
    private final class Crew {
        private final int number;
        private final Country place;
        private final String city;
        private final String group;
        private final String flat;
        private final Person leader;
        private final Person manager;
        private final Person controller;
        private final List<Person> victims = new ArrayList<>();
        private final List<Integer> arrivals = new ArrayList<>();

        Crew(int number) {
            this.number = number;
            place = PLACES[number % 3];
            city = CITIES[number % 3];
            group = String.format("O%02d", 10 + number);
            flat = String.format("R%02d", 1 + number);
            leader = story.actor(place, place, "suspect", "");
            manager = story.actor(place, place, "suspect", "");
            controller = story.actor(Country.RO, place, "suspect; victim", "");
            for (int v = 0; v < world.spec.victimsPerOutlet(); v++) {
                victims.add(story.victim(Country.RO, place));
            }
        }

        void run(Person head, Person carrier, Person collector, Person recruiter, Person agent, Person enforcer) {
            numbers();
            paperwork();
            for (int v = 0; v < victims.size(); v++) {
                arrive(victims.get(v), v, carrier, v % 2 == 0 ? recruiter : agent);
            }
            controlAndContacts();
            world.talk(leader, manager, 9, 0.4, 0.6, Hours.ANY, 70, 0, weeks);
            world.talk(leader, controller, 13, 0.4, 0.7, Hours.ANY, 45, 0, weeks);
            world.talk(leader, carrier, 0.7, 0.1, 0.6, Hours.DAY, 75, 0, weeks);
            world.talk(head, leader, 1.4, 0, 0.5, Hours.EVENING, 150, 0, weeks);
            world.talk(enforcer, leader, 0.3, 0, 0.3, Hours.EVENING, 60, 6, weeks);
            story.customers(controller, place, 34, 1, weeks);
            books(collector, carrier);
        }

        private void numbers() {
            // The first crew's leader changes the card half way, in the same handset.
            int change = number == 0 ? weeks / 2 : weeks;
            Person.Phone early = story.target(leader, place, 0, change);
            if (change < weeks) {
                Person.Phone late = world.give(leader, place, change, weeks, early.imei);
                world.targets.add(late.number);
            }
            story.knownNumber(leader, early, "", "S3", "p. " + (4 + number));
            Person.Phone second = story.target(manager, place, 0, weeks);
            if (number != 2) {
                story.knownNumber(manager, second, "", "S3", "p. " + (4 + number));
            }
            story.target(controller, place, 0, weeks);
        }

        private void paperwork() {
            world.describe(leader, "S3");
            world.describe(manager, "S3");
            world.describe(controller, "S1");
            organisation(group, city + " crew", "small group", "", place.code(), "no", "S3");
            world.row("Members", "who", leader.id, "organisation", group, "as", "leader", "source", "S3");
            world.row("Members", "who", manager.id, "organisation", group, "as", "member", "source", "S3");
            world.row("Members", "who", controller.id, "organisation", group, "as", "member", "source", "S1");
            tie("O01", group, "supplies", "S5", "p. 2");
            tie(group, "O01", "shares profit with", "S1", "para 9");
            world.row(
                    "Premises",
                    "id",
                    flat,
                    "address",
                    STREETS[number % 3],
                    "city",
                    city,
                    "country",
                    place.code(),
                    "kind",
                    "flat",
                    "tenant",
                    manager.id,
                    "run by",
                    leader.id,
                    "payer",
                    leader.id,
                    "occupants",
                    Story.ids(victims),
                    "source",
                    "S2");
            world.row(
                    "Adverts",
                    "where",
                    "evening pages",
                    "text",
                    "new in town, " + city,
                    "number",
                    controller.phones.get(0).number,
                    "premises",
                    flat,
                    "placed by",
                    manager.id,
                    "aim",
                    "customers",
                    "date",
                    world.spec.start().plusWeeks(1).toString(),
                    "source",
                    "S3");
            world.row(
                    "Payments",
                    "payer",
                    group,
                    "payee",
                    "O01",
                    "share",
                    "10",
                    "purpose",
                    "profit share",
                    "every",
                    "week",
                    "channel",
                    "transfer agent",
                    "source",
                    "S1",
                    "page",
                    "para 9");
        }

        private void arrive(Person victim, int order, Person carrier, Person recruitedBy) {
            int arrives = Math.min(weeks - 3, 2 + order * 5 + number);
            arrivals.add(arrives);
            Person.Phone home = world.give(victim, Country.RO, 0, arrives);
            story.target(victim, place, arrives, weeks);
            world.targets.remove(home.number);
            world.describe(victim, order % 3 == 2 ? "S5" : "S1");
            LocalDate departure = World.day(world.at(arrives - 1, DayOfWeek.FRIDAY, 18, 0));
            LocalDate arrival = departure.plusDays(2);
            world.talk(recruitedBy, victim, 5, 0.3, 0.8, Hours.EVENING, 240, Math.max(0, arrives - 4), arrives);
            world.talk(recruitedBy, leader, 2.5, 0.1, 0.4, Hours.DAY, 80, Math.max(0, arrives - 2), arrives + 1);
            long day = world.at(arrives - 1, DayOfWeek.SUNDAY, 9, 0);
            for (int call = 0; call < 4; call++) {
                world.call(call % 2 == 0 ? carrier : leader, call % 2 == 0 ? leader : carrier, day + call * 5_200L, 40);
            }
            world.row(
                    "Recruitment",
                    "victim",
                    victim.id,
                    "by",
                    recruitedBy.id,
                    "how",
                    order % 2 == 0 ? "job offer" : "agency",
                    "promised",
                    "hotel work in " + city,
                    "place",
                    "Constanța",
                    "country",
                    "RO",
                    "from",
                    departure.minusDays(21).toString(),
                    "to",
                    departure.toString(),
                    "source",
                    order % 3 == 2 ? "S5" : "S1",
                    "page",
                    "para " + (2 + order));
            world.row(
                    "Journeys",
                    "who",
                    victim.id,
                    "moved by",
                    carrier.id,
                    "received by",
                    leader.id,
                    "from place",
                    "Constanța",
                    "from country",
                    "RO",
                    "to place",
                    city,
                    "to country",
                    place.code(),
                    "departure",
                    departure.toString(),
                    "arrival",
                    arrival.toString(),
                    "means",
                    "lorry",
                    "vehicle",
                    "C01",
                    "paid by",
                    "O01",
                    "entry",
                    "forged papers",
                    "group",
                    city + " " + departure,
                    "source",
                    "S6",
                    "page",
                    "row " + (10 + order + number * 10));
            world.row(
                    "Papers",
                    "number",
                    String.format("RD%06d", 300_117 + number * 71 + order * 13),
                    "kind",
                    "identity card",
                    "country",
                    "RO",
                    "name on it",
                    victim.name,
                    "for",
                    victim.id,
                    "held by",
                    controller.id,
                    "made by",
                    forgerId,
                    "quality",
                    "forged",
                    "date",
                    departure.toString(),
                    "source",
                    "S4");
            world.row(
                    "Exploitation",
                    "victim",
                    victim.id,
                    "by",
                    leader.id + "; " + manager.id,
                    "form",
                    "sexual",
                    "place",
                    city,
                    "premises",
                    flat,
                    "country",
                    place.code(),
                    "from",
                    arrival.plusDays(1).toString(),
                    "to",
                    "open",
                    "control",
                    order % 2 == 0 ? "debt; papers; threats" : "debt; papers; confinement",
                    "earned",
                    "~250",
                    "kept by victim",
                    "20",
                    "currency",
                    "EUR",
                    "per",
                    "day",
                    "source",
                    order % 3 == 2 ? "S3" : "S1",
                    "page",
                    "para " + (5 + order));
            world.row(
                    "Debts",
                    "debtor",
                    victim.id,
                    "creditor",
                    group,
                    "amount",
                    "4500",
                    "currency",
                    "EUR",
                    "per",
                    "person",
                    "for",
                    "journey and papers",
                    "date",
                    arrival.toString(),
                    "true cost",
                    "350",
                    "source",
                    "S1");
            world.talk(controller, victim, 11, 0.3, 0.93, Hours.NIGHT, 22, arrives, weeks);
            Person mother = world.stranger(Country.RO);
            world.talk(victim, mother, 1.2, 0.1, 0.7, Hours.DAY, 400, arrives, weeks);
        }

        private void controlAndContacts() {
            List<String> held = new ArrayList<>();
            for (Person victim : victims) {
                held.add(victim.phones.get(1).number);
            }
            held.add(leader.phones.get(0).number);
            if (number == 0) {
                // The seized handset holds every victim's number; theirs hold hers only.
                story.knownNumber(controller, controller.phones.get(0), String.join("; ", held), "S4", "p. 2");
                for (Person victim : victims.subList(0, Math.min(3, victims.size()))) {
                    story.knownNumber(victim, victim.phones.get(1), controller.phones.get(0).number, "S4", "p. 2");
                }
                for (Person victim : victims.subList(Math.min(3, victims.size()), victims.size())) {
                    world.row("Phones", "number", victim.phones.get(1).number, "user", victim.id, "source", "S3");
                }
            } else {
                world.row("Phones", "number", controller.phones.get(0).number, "user", controller.id, "source", "S3");
                for (Person victim : victims) {
                    world.row("Phones", "number", victim.phones.get(1).number, "user", victim.id, "source", "S3");
                }
            }
        }

        private void books(Person collector, Person carrier) {
            Institution bank = place == Country.DE ? Institution.GERMAN_BANK : Institution.BRITISH_BANK;
            boolean seen = place != Country.FR;
            String account = !seen
                    ? ""
                    : place == Country.DE ? story.germanAccount(leader.id, "") : story.britishAccount(leader.id, "");
            if (seen) {
                story.household(bank, account, 1.1);
            }
            for (int week = 2; week < weeks; week++) {
                int present = 0;
                for (int arrives : arrivals) {
                    present += arrives <= week ? 1 : 0;
                }
                if (present == 0) {
                    continue;
                }
                double takings = present * (780 + world.random.nextInt(260));
                if (seen) {
                    // What is not spent in cash is paid in, in two parts.
                    LocalDate day = World.day(world.at(week, DayOfWeek.MONDAY, 10, 0));
                    double first = Math.round(takings * (0.3 + world.random.nextDouble() * 0.1));
                    story.booking(bank, account, true, "cash deposit", "", first, day, "cash deposit branch 12");
                    story.booking(
                            bank,
                            account,
                            true,
                            "cash deposit",
                            "",
                            Math.round(takings * 0.62 - first) + 0.5,
                            day.plusDays(2),
                            "cash deposit branch 31");
                    if (week % 4 == 1) {
                        story.booking(
                                bank,
                                account,
                                false,
                                "Wharf Lettings",
                                "",
                                1_150,
                                day.plusDays(3),
                                "rent " + STREETS[number % 3]);
                    }
                    if (week % 2 == 0) {
                        story.booking(
                                bank,
                                account,
                                false,
                                "Evening Pages Media",
                                "",
                                84.90,
                                day.plusDays(4),
                                "advertisement");
                    }
                    if (arrivals.contains(week + 1)) {
                        story.booking(bank, account, false, "Litoral Cargo SRL", "", 700, day.plusDays(4), "freight");
                    }
                }
                // The tenth goes out each week in a victim's name, to whoever the collector says.
                Person name = victims.get(week % present);
                story.remittance(
                        name.name,
                        leader.phoneAt(world.at(week, DayOfWeek.SATURDAY, 12, 0)).number,
                        String.format("RD%06d", 300_117 + number * 71 + (week % present) * 13),
                        carrier.name,
                        carrier.phones.get(0).number,
                        Country.RO,
                        (double) Math.round(takings * SHARE),
                        local(week, DayOfWeek.SATURDAY, 12 + number));
                world.call(collector, leader, world.at(week, DayOfWeek.SATURDAY, 10, 15), 38);
                world.call(leader, collector, world.at(week, DayOfWeek.SATURDAY, 13 + number, 25), 21);
            }
        }
    }

    private LocalDateTime local(int week, DayOfWeek day, int hour) {
        return LocalDateTime.ofEpochSecond(world.at(week, day, hour, world.random.nextInt(50)), 0, ZoneOffset.UTC);
    }

    private void organisation(
            String id, String name, String kind, String sector, String country, String legal, String source) {
        world.row(
                "Organisations",
                "id",
                id,
                "name",
                name,
                "kind",
                kind,
                "sector",
                sector,
                "country",
                country,
                "legal",
                legal,
                "source",
                source);
    }

    private void member(Person who, String organisation, String as) {
        world.row("Members", "who", who.id, "organisation", organisation, "as", as, "source", "S5");
    }

    private void tie(String who, String whom, String kind, String source, String page) {
        world.row("Ties", "who", who, "whom", whom, "kind", kind, "nature", "criminal", "source", source, "page", page);
    }
}
