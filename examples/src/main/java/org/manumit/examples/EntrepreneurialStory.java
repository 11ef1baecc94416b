package org.manumit.examples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.manumit.examples.TransferEvent.Institution;
import org.manumit.examples.World.Hours;

/**
 * Two brothers-in-law who find jobless people in Berlin, drive them to Lincolnshire themselves, and keep most of what
 * they earn in a vegetable packing shed. Nobody helps them; nobody tells them what to do.
 */
final class EntrepreneurialStory {
    private final Story story;
    private final World world;

    EntrepreneurialStory(Story story, World world) {
        this.story = story;
        this.world = world;
    }

    void tell() {
        int weeks = world.spec.weeks();
        Person older = story.actor(Country.DE, Country.GB, "suspect", "labour supplier");
        Person younger = story.actor(Country.DE, Country.GB, "suspect", "driver");
        Person.Phone first = story.target(older, Country.GB, 0, weeks);
        Person.Phone second = story.target(younger, Country.GB, 0, weeks);
        world.describe(older, "S3");
        world.describe(younger, "S3");
        story.knownNumber(older, first, "", "S4", "p. 7");
        story.knownNumber(younger, second, "", "S4", "p. 7");
        world.row("Ties", "who", older.id, "whom", younger.id, "kind", "kin", "nature", "incidental", "source", "S3");
        world.row(
                "Ties",
                "who",
                older.id,
                "whom",
                younger.id,
                "kind",
                "business associate",
                "nature",
                "criminal",
                "source",
                "S3");
        world.row(
                "Organisations",
                "id",
                "O80",
                "name",
                "Fenside Packing",
                "kind",
                "company",
                "sector",
                "food processing",
                "country",
                "GB",
                "legal",
                "yes",
                "source",
                "S7");
        world.row(
                "Premises",
                "id",
                "R80",
                "address",
                "Shed 4, Sluice Lane",
                "city",
                "Boston",
                "country",
                "GB",
                "kind",
                "factory",
                "owner",
                "O80",
                "run by",
                "O80",
                "source",
                "S3");
        world.row(
                "Vehicles",
                "id",
                "C80",
                "plate",
                "FX12 ZZQ",
                "country",
                "GB",
                "kind",
                "van",
                "owner",
                older.id,
                "user",
                older.id + "; " + younger.id,
                "source",
                "S6");
        world.talk(older, younger, 11, 0.3, 0.5, Hours.ANY, 80, 0, weeks);
        String account = story.britishAccount(older.id, "");
        story.household(Institution.BRITISH_BANK, account, 1.2);
        List<Person> workers = new ArrayList<>();
        for (int i = 0; i < Math.max(4, world.spec.victimsPerOutlet()); i++) {
            Person worker = story.victim(Country.DE, Country.GB);
            workers.add(worker);
            int arrives = i < 3 ? 3 : 17;
            Person.Phone home = world.give(worker, Country.DE, 0, arrives);
            world.targets.remove(home.number);
            story.target(worker, Country.GB, arrives, weeks);
            world.describe(worker, "S3");
            LocalDate day = World.day(world.at(arrives, DayOfWeek.SATURDAY, 10, 0));
            world.talk(older, worker, 4, 0.2, 0.8, Hours.DAY, 200, Math.max(0, arrives - 3), arrives);
            world.talk(younger, worker, 5, 0.4, 0.9, Hours.DAY, 35, arrives, weeks);
            world.row(
                    "Recruitment",
                    "victim",
                    worker.id,
                    "by",
                    older.id,
                    "how",
                    "job offer",
                    "promised",
                    "packing work, 2,000 EUR a month, free lodging",
                    "place",
                    "Berlin",
                    "country",
                    "DE",
                    "from",
                    day.minusDays(14).toString(),
                    "to",
                    day.toString(),
                    "source",
                    "S3",
                    "page",
                    "p. " + (20 + i));
            world.row(
                    "Journeys",
                    "who",
                    worker.id,
                    "moved by",
                    younger.id,
                    "received by",
                    older.id,
                    "from place",
                    "Berlin",
                    "from country",
                    "DE",
                    "to place",
                    "Boston",
                    "to country",
                    "GB",
                    "departure",
                    day.toString(),
                    "arrival",
                    day.plusDays(1).toString(),
                    "means",
                    "van",
                    "vehicle",
                    "C80",
                    "entry",
                    "legal",
                    "group",
                    "van of " + day,
                    "source",
                    "S6",
                    "page",
                    "row " + (40 + i));
            world.row(
                    "Exploitation",
                    "victim",
                    worker.id,
                    "by",
                    older.id + "; " + younger.id,
                    "form",
                    "labour",
                    "place",
                    "Boston",
                    "premises",
                    "R80",
                    "country",
                    "GB",
                    "from",
                    day.plusDays(2).toString(),
                    "to",
                    "open",
                    "control",
                    "debt; papers; dependence",
                    "earned",
                    "380",
                    "kept by victim",
                    "60",
                    "currency",
                    "GBP",
                    "per",
                    "week",
                    "source",
                    "S3",
                    "page",
                    "p. " + (30 + i));
            world.row(
                    "Debts",
                    "debtor",
                    worker.id,
                    "creditor",
                    older.id,
                    "amount",
                    "900",
                    "currency",
                    "EUR",
                    "per",
                    "person",
                    "for",
                    "travel and lodging",
                    "date",
                    day.toString(),
                    "true cost",
                    "120",
                    "source",
                    "S3");
        }
        story.circle(workers, 0.8);
        for (int month = 0; month < weeks / 4; month++) {
            LocalDate day = world.spec.start().plusWeeks(4L * month + 3).plusDays(4);
            story.booking(
                    Institution.BRITISH_BANK,
                    account,
                    true,
                    "Fenside Packing Ltd",
                    "",
                    6_100 + month * 40.25,
                    day,
                    "invoice labour supply " + (month + 1));
            story.booking(
                    Institution.BRITISH_BANK, account, false, "Sluice Lane Lettings", "", 640, day.plusDays(2), "rent");
            for (Person worker : workers.subList(0, Math.min(3, workers.size()))) {
                story.booking(
                        Institution.BRITISH_BANK, account, false, worker.name, "", 240, day.plusDays(3), "advance");
            }
        }
        world.row(
                "Payments",
                "payer",
                "O80",
                "payee",
                older.id,
                "amount",
                "6100",
                "currency",
                "GBP",
                "every",
                "month",
                "purpose",
                "proceeds",
                "channel",
                "bank",
                "source",
                "S7");
    }
}
