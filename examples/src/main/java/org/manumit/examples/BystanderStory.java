package org.manumit.examples;

import java.util.ArrayList;
import java.util.List;
import org.manumit.examples.World.Hours;

/**
 * People who stand near a case and have nothing to do with it: a football club, a family, a taxi rank that everybody
 * calls, a landlord. The best-connected number of the whole case is the taxi rank's.
 */
final class BystanderStory {
    private final Story story;
    private final World world;

    BystanderStory(Story story, World world) {
        this.story = story;
        this.world = world;
    }

    void tell() {
        int weeks = world.spec.weeks();
        List<Person> club = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Person member = story.actor(Country.GB, Country.GB, "bystander", i == 0 ? "trainer" : "");
            story.target(member, Country.GB, 0, weeks);
            world.describe(member, i < 6 ? "S3" : "");
            club.add(member);
        }
        story.circle(club.subList(0, 7), 1.1);
        story.circle(club.subList(6, 10), 2.3);
        Person taxi = story.actor(Country.GB, Country.GB, "bystander", "dispatcher, Lantern Cars");
        Person.Phone rank = story.target(taxi, Country.GB, 0, weeks);
        world.describe(taxi, "S3");
        story.knownNumber(taxi, rank, "", "S3", "p. 11");
        world.row(
                "Organisations",
                "id",
                "O90",
                "name",
                "Lantern Cars",
                "kind",
                "company",
                "sector",
                "taxi",
                "country",
                "GB",
                "legal",
                "yes",
                "source",
                "S3");
        world.row("Members", "who", taxi.id, "organisation", "O90", "as", "employee", "source", "S3");
        story.customers(taxi, Country.GB, 26, 0, weeks);
        for (Person member : club) {
            world.talk(member, taxi, 0.6, 0, 1, Hours.EVENING, 40, 0, weeks);
        }
        for (Person person : List.copyOf(world.people)) {
            if (person.lives == Country.GB && person != taxi && !club.contains(person) && !person.phones.isEmpty()) {
                world.talk(person, taxi, 0.5, 0, 1, Hours.EVENING, 40, 0, weeks);
            }
        }
        String account = story.britishAccount(club.get(0).id, "");
        story.household(TransferEvent.Institution.BRITISH_BANK, account, 1);
        for (int month = 0; month < weeks / 4; month++) {
            story.booking(
                    TransferEvent.Institution.BRITISH_BANK,
                    account,
                    true,
                    "Riverside Leisure Trust",
                    "",
                    2_140.50,
                    world.spec.start().plusWeeks(4L * month).plusDays(24),
                    "salary");
        }
    }
}
