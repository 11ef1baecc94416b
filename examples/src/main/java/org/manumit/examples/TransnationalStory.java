package org.manumit.examples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.manumit.examples.TransferEvent.Institution;
import org.manumit.examples.World.Hours;

/**
 * One organisation with a centre: outlets tell the centre what they want, the centre tasks recruiters in several
 * countries and carriers of its own, and takes the profit, which its own launderer moves into a firm.
 */
final class TransnationalStory {
    private static final Country[] SOURCES = {Country.RO, Country.DE, Country.FR};
    private static final Country[] PLACES = {Country.GB, Country.DE, Country.FR, Country.GB};

    private final Story story;
    private final World world;
    private final int weeks;

    TransnationalStory(Story story, World world) {
        this.story = story;
        this.world = world;
        this.weeks = world.spec.weeks();
    }

    void tell() {
        Person centre = story.actor(Country.GB, Country.GB, "suspect", "");
        Person deputy = story.actor(Country.DE, Country.GB, "suspect", "");
        Person launderer = story.actor(Country.FR, Country.GB, "suspect", "accountant");
        Person forger = story.actor(Country.RO, Country.GB, "suspect", "");
        Person official = story.actor(Country.FR, Country.FR, "official", "consular clerk");
        List<Person> staff = List.of(centre, deputy, launderer, forger);
        organisation("O01", "Meridian organisation", "crime group", "", "GB", "no");
        organisation("O02", "Meridian Holdings Ltd", "company", "property", "GB", "front");
        for (Person person : staff) {
            known(person, Country.GB);
            world.row(
                    "Members",
                    "who",
                    person.id,
                    "organisation",
                    "O01",
                    "as",
                    person == centre ? "leader" : "member",
                    "source",
                    "S5");
        }
        known(official, Country.FR);
        world.row("Members", "who", launderer.id, "organisation", "O02", "as", "director", "source", "S7");
        tie("O01", official.id, "tries to influence");
        world.row(
                "Payments",
                "payer",
                "O01",
                "payee",
                official.id,
                "amount",
                "2500",
                "currency",
                "EUR",
                "purpose",
                "bribe",
                "every",
                "month",
                "channel",
                "cash",
                "source",
                "S5");
        world.row("Roles", "who", launderer.id, "role", "MONEY_HANDLER", "country", "GB", "source", "S7");
        world.row("Roles", "who", forger.id, "role", "DOCUMENT_FORGER", "source", "S4");
        List<Person> recruiters = new ArrayList<>();
        List<Person> carriers = new ArrayList<>();
        for (int i = 0; i < SOURCES.length; i++) {
            Person recruiter = story.actor(SOURCES[i], SOURCES[i], "suspect", "");
            Person carrier = story.actor(SOURCES[i], SOURCES[i], "suspect", "driver");
            known(recruiter, SOURCES[i]);
            known(carrier, SOURCES[i]);
            for (Person person : List.of(recruiter, carrier)) {
                world.row("Members", "who", person.id, "organisation", "O01", "as", "member", "source", "S5");
                tie(centre.id, person.id, "tasks");
            }
            world.talk(centre, recruiter, 5, 0.2, 0.9, Hours.DAY, 80, 0, weeks);
            world.talk(centre, carrier, 3, 0.2, 0.9, Hours.DAY, 50, 0, weeks);
            recruiters.add(recruiter);
            carriers.add(carrier);
        }
        world.talk(centre, deputy, 14, 0.3, 0.5, Hours.ANY, 70, 0, weeks);
        world.talk(centre, launderer, 5, 0.3, 0.5, Hours.DAY, 90, 0, weeks);
        world.talk(deputy, forger, 4, 0.3, 0.8, Hours.DAY, 60, 0, weeks);
        String account = story.britishAccount("O02", centre.id);
        for (int i = 0; i < world.spec.outlets(); i++) {
            outlet(i, centre, deputy, recruiters, carriers, account);
        }
        for (int week = 3; week < weeks; week += 4) {
            story.booking(
                    Institution.BRITISH_BANK,
                    account,
                    false,
                    "Quayside Property Purchase",
                    "",
                    38_000 + week * 100,
                    world.spec.start().plusWeeks(week),
                    "deposit on property");
        }
    }

    private void outlet(
            int i, Person centre, Person deputy, List<Person> recruiters, List<Person> carriers, String account) {
        Country place = PLACES[i % PLACES.length];
        Person manager = story.actor(place, place, "suspect", "runs a club");
        Person doorman = story.actor(place, place, "suspect", "");
        known(manager, place);
        known(doorman, place);
        String club = String.format("R%02d", 1 + i);
        world.row(
                "Premises",
                "id",
                club,
                "address",
                (3 + i) + " Market Row",
                "city",
                place.code() + " city",
                "country",
                place.code(),
                "kind",
                "club",
                "owner",
                "O02",
                "run by",
                manager.id,
                "payer",
                "O02",
                "source",
                "S3");
        tie(manager.id, centre.id, "reports to");
        world.row("Roles", "who", doorman.id, "role", "ENFORCER", "country", place.code(), "source", "S3");
        world.talk(manager, centre, 4, 0.1, 0.8, Hours.EVENING, 90, 0, weeks);
        world.talk(deputy, manager, 3, 0.1, 0.8, Hours.EVENING, 60, 0, weeks);
        world.talk(manager, doorman, 10, 0.4, 0.7, Hours.NIGHT, 40, 0, weeks);
        story.customers(manager, place, 14, 0, weeks);
        world.row(
                "Payments",
                "payer",
                manager.id,
                "payee",
                "O01",
                "amount",
                "~9000",
                "currency",
                "GBP",
                "every",
                "week",
                "purpose",
                "proceeds",
                "channel",
                "courier",
                "source",
                "S5");
        for (int v = 0; v < world.spec.victimsPerOutlet(); v++) {
            int from = (i + v) % SOURCES.length;
            Person victim = story.victim(SOURCES[from], place);
            int arrives = Math.min(weeks - 2, 1 + v * 3 + i);
            world.give(victim, SOURCES[from], 0, arrives);
            story.target(victim, place, arrives, weeks);
            world.describe(victim, "S1");
            LocalDate departure = World.day(world.at(arrives - 1, DayOfWeek.TUESDAY, 9, 0));
            Person recruiter = recruiters.get(from);
            Person carrier = carriers.get(from);
            world.row(
                    "Recruitment",
                    "victim",
                    victim.id,
                    "by",
                    recruiter.id,
                    "how",
                    "agency",
                    "country",
                    SOURCES[from].code(),
                    "from",
                    departure.minusDays(10).toString(),
                    "source",
                    "S1");
            world.row(
                    "Journeys",
                    "who",
                    victim.id,
                    "moved by",
                    carrier.id,
                    "received by",
                    manager.id,
                    "from country",
                    SOURCES[from].code(),
                    "to country",
                    place.code(),
                    "departure",
                    departure.toString(),
                    "arrival",
                    departure.plusDays(1 + v % 3).toString(),
                    "means",
                    v % 2 == 0 ? "coach" : "air",
                    "paid by",
                    "O01",
                    "entry",
                    "visa by fraud",
                    "source",
                    "S6");
            world.row(
                    "Exploitation",
                    "victim",
                    victim.id,
                    "by",
                    manager.id,
                    "form",
                    "sexual",
                    "premises",
                    club,
                    "country",
                    place.code(),
                    "from",
                    departure.plusDays(4).toString(),
                    "control",
                    "debt; papers; violence",
                    "source",
                    "S1");
            world.row("Phones", "number", victim.phones.get(1).number, "user", victim.id, "source", "S3");
            world.talk(recruiter, victim, 4, 0.3, 0.8, Hours.DAY, 150, Math.max(0, arrives - 3), arrives);
            world.talk(manager, victim, 7, 0.3, 0.9, Hours.NIGHT, 25, arrives, weeks);
        }
        for (int week = 1; week < weeks; week++) {
            story.booking(
                    Institution.BRITISH_BANK,
                    account,
                    true,
                    "Market Row Events " + (i + 1),
                    "",
                    6_000 + world.random.nextInt(3_000),
                    world.spec.start().plusWeeks(week).plusDays(i % 5),
                    "event hire");
        }
    }

    private void known(Person person, Country country) {
        Person.Phone phone =
                country == Country.RO ? world.give(person, country, 0, weeks) : story.target(person, country, 0, weeks);
        world.describe(person, "S5");
        story.knownNumber(person, phone, "", "S3", "");
    }

    private void organisation(String id, String name, String kind, String sector, String country, String legal) {
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
                "S5");
    }

    private void tie(String who, String whom, String kind) {
        world.row("Ties", "who", who, "whom", whom, "kind", kind, "nature", "criminal", "source", "S5");
    }
}
